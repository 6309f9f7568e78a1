-- Rows are appended and never changed but for their place in the ledger, which comes within a second.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  agency_id text not null,
  action text not null,
  purpose text not null,
  outcome text not null,
  child_id uuid,
  silent boolean not null,
  detail text not null,
  -- The canonical line whose bytes the ledger hashes.
  body text not null,
  place bigint unique
);
create index audit_entry_unplaced on audit_entry (id) where place is null;
create index audit_entry_agency on audit_entry (agency_id, at);

-- An entry is about records, so that a join or a split of children moves nothing.
create table audit_record (
  audit_id bigint not null references audit_entry,
  record_id uuid not null,
  primary key (record_id, audit_id)
);

create table audit_leaf (
  place bigint primary key,
  hash bytea not null
);

create table audit_checkpoint (
  size bigint primary key,
  at timestamptz not null,
  note text not null,
  frontier bytea not null
);

-- Which children a person has opened on a day, for the daily number.
create table child_opened (
  actor text not null,
  day date not null,
  child_id uuid not null,
  primary key (actor, day, child_id)
);

-- Whoever has opened what other agencies hold of a child, once; the lead professional is told.
create table first_opening (
  actor text not null,
  child_id uuid not null,
  at timestamptz not null,
  primary key (actor, child_id)
);
