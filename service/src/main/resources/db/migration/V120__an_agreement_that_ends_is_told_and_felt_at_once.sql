-- Who has been told how long before that an agreement ends: once for each last day.
create table agreement_warned (
  agreement_id text not null references agreement,
  valid_until date not null,
  days int not null,
  primary key (agreement_id, valid_until, days)
);

-- What agencies share has changed: when it commits, every open page looks again.
create function agreement_felt_at_once() returns trigger language plpgsql as $$
begin
  perform pg_notify('closeknit_notice', 'access');
  return null;
end
$$;

create trigger agreement_felt_at_once after insert or update or delete on agreement
  for each statement execute function agreement_felt_at_once();
create trigger agreement_felt_at_once after insert or update or delete on agreement_party
  for each statement execute function agreement_felt_at_once();
