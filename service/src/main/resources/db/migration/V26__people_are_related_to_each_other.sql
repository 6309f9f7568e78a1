-- That one person is something to another, as an agency says that knows both.
create table relationship (
  id uuid primary key,
  record_id uuid not null,
  other_record_id uuid not null,
  agency_id text not null references agency,
  submission_id uuid,
  line int,
  relationship text not null,
  from_day date,
  to_day date,
  handling text not null,
  withdrawn_on date,
  unique nulls not distinct (record_id, other_record_id, relationship, from_day)
);
create index relationship_other on relationship (other_record_id);
