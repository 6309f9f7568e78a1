-- Matching transactions follow each other, so that revisions commit in their order.
create sequence person_record_revision;

create table person_record (
  id uuid primary key,
  -- The person that this record is held to be of; follows from the decisions that stand.
  child_id uuid not null,
  -- The person that it would be alone. A set of records bears the one of its earliest record.
  first_child uuid not null unique,
  arrival bigint generated always as identity unique,
  revision bigint not null unique,
  taken_at timestamptz not null,
  agency_id text not null references agency,
  local_id text not null,
  submission_id uuid not null,
  line int not null,
  kind text not null check (kind in ('CHILD', 'ADULT', 'UNBORN')),
  nhs_number text,
  nhs_number_verified boolean not null,
  chi_number text,
  family_name text not null,
  given_names text not null,
  previous_names text not null,
  birth_date text,
  expected_birth_date text,
  mother_local_id text not null,
  sex text not null,
  address text not null,
  address_from date,
  address_verified_by text not null,
  postcode text not null,
  phone text not null,
  language text not null,
  school text not null,
  restricted text,
  died_on date,
  ended_on date,
  withdrawn_on date,
  unique (agency_id, local_id)
);
create index person_record_child on person_record (child_id);
create index person_record_nhs_number on person_record (nhs_number) where withdrawn_on is null;
create index person_record_chi_number on person_record (chi_number) where withdrawn_on is null;
create index person_record_mother on person_record (agency_id, mother_local_id) where mother_local_id <> '';

-- What an agency said before it sent the record again with other details.
create table person_record_version (
  record_id uuid not null references person_record,
  revision bigint not null,
  replaced_at timestamptz not null,
  was jsonb not null,
  primary key (record_id, revision)
);

-- Which line of which submission spoke of which record; a record is spoken of again and again.
create table person_record_line (
  submission_id uuid not null,
  line int not null,
  record_id uuid not null references person_record,
  primary key (submission_id, line)
);
