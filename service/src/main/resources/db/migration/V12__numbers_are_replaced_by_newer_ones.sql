-- A number that an agency has itself replaced by a newer one for the same person.
create table replaced_number (
  agency_id text not null references agency,
  local_id text not null,
  nhs_number text not null,
  replaced_at timestamptz not null,
  primary key (agency_id, local_id, nhs_number)
);
