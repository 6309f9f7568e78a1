-- That a kind of file is late has been told, and when; told again when the silence has doubled.
create table late_file (
  agency_id text not null references agency,
  kind text not null,
  last_came timestamptz not null,
  told_at timestamptz not null,
  primary key (agency_id, kind)
);
-- Children without a number, and refused lines with a replaced one; not measured before.
alter table quality_day add column numberless int, add column replaced int;
