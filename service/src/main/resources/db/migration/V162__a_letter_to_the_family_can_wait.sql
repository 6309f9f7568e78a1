-- Until when an agency tells a family nothing of who looked, why, and on whose word.
create table letter_delay (
  id uuid primary key,
  child_id uuid not null,
  agency_id text not null references agency,
  until_day date not null,
  reason text not null,
  by_staff uuid not null references staff,
  by_name text not null,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid references staff,
  check ((lifted_at is null) = (lifted_by is null))
);
create index letter_delay_of_child on letter_delay (child_id, agency_id) where lifted_at is null;
