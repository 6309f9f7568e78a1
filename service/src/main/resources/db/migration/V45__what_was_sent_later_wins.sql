-- The order in which files arrived whole; none while a file is on its way.
create sequence submission_arrival;

alter table submission add column arrival bigint;

update submission set arrival = numbered.arrival
  from (select id, row_number() over (order by received_at, id) as arrival
          from submission where state <> 'receiving') numbered
 where submission.id = numbered.id;

select setval('submission_arrival', (select coalesce(max(arrival), 0) + 1 from submission), false);

alter table submission add check (state = 'receiving' or arrival is not null);
create index submission_working on submission (agency_id, arrival) where state = 'working';

-- Things that a file spoke of while an older one of the same agency and kind was still being taken
-- in step by step: when that one comes to them, they were said anew already.
create table said_later (
  agency_id text not null references agency,
  kind text not null,
  thing text not null,
  arrival bigint not null,
  primary key (agency_id, kind, thing)
);
