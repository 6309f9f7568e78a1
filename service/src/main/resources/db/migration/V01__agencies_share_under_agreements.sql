create table installation (
  only_one boolean primary key default true check (only_one),
  made_up boolean not null,
  begun_at timestamptz not null
);

create table agency (
  id text primary key,
  name text not null unique,
  kind text not null check (kind in ('council', 'hospital', 'police', 'school', 'reporter', 'gp')),
  nation text not null check (nation in ('england', 'scotland')),
  ods text not null default '',
  office_phone text not null default '',
  office_hours text not null default '',
  emergency_phone text not null default '',
  duty_desk_email text not null default '',
  escalate_after_minutes int not null default 30,
  daily_children int not null default 60
);

create table team (
  id text primary key,
  agency_id text not null references agency,
  name text not null,
  phone text not null default ''
);

create table staff (
  id uuid primary key,
  username text not null unique,
  agency_id text not null references agency,
  team_id text references team,
  name text not null,
  role text not null,
  job_role_code text not null default '',
  worker_id text not null default '',
  phone text not null default '',
  email text not null default '',
  password_hash text not null,
  totp_secret text,
  active boolean not null default true
);
create unique index staff_worker on staff (agency_id, worker_id) where worker_id <> '';

create table machine (
  client_id text primary key,
  secret_hash text not null,
  agency_id text not null references agency,
  scopes text[] not null
);

create table agreement (
  id text primary key,
  purpose text not null,
  kinds text[] not null,
  content boolean not null,
  visit_reasons boolean not null,
  involvements_open_for text[] not null,
  crosswalk boolean not null,
  valid_from date not null,
  valid_until date not null,
  signed_by text not null
);

create table agreement_party (
  agreement_id text references agreement,
  agency_id text references agency,
  primary key (agreement_id, agency_id)
);
create index agreement_party_agency on agreement_party (agency_id);
