-- People whom a council or the Reporter has marked as adopted, by the former identity. Nobody matches,
-- proposes or finds them, whichever agency's record of them is looked at.
create index person_record_adopted on person_record (child_id) where restricted = 'ADOPTED';

create view former_identity as
select r.child_id
  from person_record r
  join agency a on a.id = r.agency_id
 where r.restricted = 'ADOPTED' and r.withdrawn_on is null and a.kind in ('council', 'reporter');

-- As before, without pairs that touch a former identity.
create or replace view open_pair as
select p.id, p.left_id, p.right_id, p.cause, p.weight, p.raised_at,
       l.child_id as left_child, r.child_id as right_child
  from unsure_pair p
  join person_record l on l.id = p.left_id
  join person_record r on r.id = p.right_id
 where l.withdrawn_on is null and r.withdrawn_on is null
   and (l.child_id <> r.child_id or p.cause in ('CHANGED', 'DOUBTED'))
   and not exists (select from match_decision d
                    where d.pair_id = p.id and d.kind in ('SAME', 'DIFFERENT') and d.undone_at is null)
   and l.restricted is distinct from 'ADOPTED' and r.restricted is distinct from 'ADOPTED'
   and not exists (select from former_identity f where f.child_id in (l.child_id, r.child_id));

-- The link between a child's former and present identity, for the adoption team of its council alone.
create table adoption_link (
  id uuid primary key,
  agency_id text not null references agency,
  -- By what the team knows it; no name and no number.
  reference text not null,
  former_record uuid not null references person_record,
  present_record uuid not null references person_record,
  sealed_at timestamptz not null,
  sealed_by text not null,
  why text not null,
  -- A link that was wrong is kept with who said so, and opened no more.
  ended_at timestamptz,
  ended_by text,
  ended_why text
);
create unique index adoption_link_former on adoption_link (former_record) where ended_at is null;
create unique index adoption_link_present on adoption_link (present_record) where ended_at is null;
create unique index adoption_link_reference on adoption_link (agency_id, reference) where ended_at is null;

-- Each opening of one of its sides, beside the entry in the audit.
create table adoption_opening (
  link_id uuid not null references adoption_link,
  side text not null check (side in ('FORMER', 'PRESENT')),
  opened_at timestamptz not null,
  opened_by text not null,
  why text not null
);
create index adoption_opening_link on adoption_opening (link_id);
