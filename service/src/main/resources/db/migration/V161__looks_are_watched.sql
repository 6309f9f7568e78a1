-- Children of whom an information governance officer has said that a look at them is to be told: an
-- own record of the officer's agency, in the news until a day, or one that nobody has a reason to
-- find.
create table watched_child (
  record_id uuid primary key,
  agency_id text not null references agency,
  mark text not null check (mark in ('IN_THE_NEWS', 'CANARY')),
  until_day date,
  why text not null,
  by_staff uuid not null references staff,
  since timestamptz not null,
  check ((mark = 'IN_THE_NEWS') = (until_day is not null))
);
create index watched_child_of_agency on watched_child (agency_id);

-- How far in the log each watch has come.
create table watch_reached (
  watch text primary key,
  place bigint not null
);

-- Where an agency's people live, for those of whom it has told: only to see that a child lives
-- there too.
alter table staff add column home_postcode text not null default '';

-- At which children somebody looked without anything that says why, and on how many days.
create table look_without_ground (
  actor text not null,
  child_id uuid not null,
  first_day date not null,
  last_day date not null,
  days int not null,
  primary key (actor, child_id)
);
create index look_without_ground_by_age on look_without_ground (last_day);

-- Each child once a day, for the days that are still being counted.
create table look_counted (
  actor text not null,
  day date not null,
  child_id uuid not null,
  primary key (actor, day, child_id)
);
create index look_counted_by_age on look_counted (day);

create table looks_of_day (
  actor text not null,
  day date not null,
  actor_name text not null,
  agency_id text not null references agency,
  role text not null,
  children int not null,
  without int not null,
  primary key (actor, day)
);
create index looks_of_day_of_work on looks_of_day (day, agency_id, role);

-- What an officer is asked about: one person and one child, or one person and many.
create table finding (
  id uuid primary key,
  agency_id text not null references agency,
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  actor_agency text not null references agency,
  kind text not null,
  -- The child's id, or "many".
  about text not null,
  -- In whose words the child may be opened: a record of the officer's agency; none for many.
  child_id uuid,
  sentences text[] not null,
  looks int not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  verdict text check (verdict in ('IN_ORDER', 'LOOKED_INTO', 'A_WRONG')),
  answered_at timestamptz,
  answered_by uuid references staff,
  answered_name text,
  words text,
  unique (agency_id, actor, about),
  check ((verdict is null) = (answered_at is null)),
  check (answered_by is null or answered_by::text <> actor)
);
create index finding_of_agency on finding (agency_id, last_at desc);
create index finding_of_child on finding (child_id) where child_id is not null;
