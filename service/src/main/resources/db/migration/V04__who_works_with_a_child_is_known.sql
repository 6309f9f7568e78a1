create table involvement (
  id uuid primary key,
  record_id uuid not null,
  agency_id text not null references agency,
  submission_id uuid not null,
  line int not null,
  worker_id text not null,
  worker_name text not null,
  role text not null,
  team text not null,
  phone text not null,
  email text not null,
  from_day date not null,
  to_day date,
  handling text not null,
  withdrawn_on date,
  confirmed_by uuid references staff,
  confirmed_at timestamptz,
  unique (record_id, worker_id, role, from_day)
);
create index involvement_worker on involvement (agency_id, worker_id);
