-- A file that an agency sent, whole, with what came of it.
create table submission (
  id uuid primary key,
  agency_id text not null references agency,
  kind text not null check (kind in ('people', 'statuses', 'involvements', 'events', 'visits', 'relationships')),
  file_name text not null,
  sent_by text not null,
  sent_by_name text not null,
  received_at timestamptz not null,
  -- receiving: the bytes are on their way; working: stored, and taken in step by step; done: the receipt is whole.
  state text not null check (state in ('receiving', 'working', 'done')),
  sha256 bytea,
  bytes bigint not null default 0,
  file_code text,
  reason text,
  -- How many lines the file has, once it was read to its end.
  lines int,
  received int not null default 0,
  accepted int not null default 0,
  refused int not null default 0,
  finished_at timestamptz,
  leased_by uuid,
  leased_until timestamptz,
  check (state = 'receiving' or sha256 is not null),
  check (state <> 'done' or file_code is not null)
);
create unique index submission_same_bytes on submission (agency_id, kind, sha256) where state <> 'receiving';
create index submission_of_agency on submission (agency_id, received_at desc) where state <> 'receiving';
create index submission_unfinished on submission (received_at) where state <> 'done';

create table submission_part (
  submission_id uuid not null references submission on delete cascade,
  number int not null,
  bytes bytea not null,
  primary key (submission_id, number)
);

-- What a client called its request, so that the same request again is known.
create table submission_key (
  agency_id text not null references agency,
  key text not null,
  submission_id uuid not null references submission,
  primary key (agency_id, key)
);
