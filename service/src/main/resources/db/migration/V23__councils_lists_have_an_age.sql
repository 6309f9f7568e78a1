-- When each council last sent its statuses.
create table statuses_heard (
  agency_id text primary key references agency,
  heard_at timestamptz not null
);
