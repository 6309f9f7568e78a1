create table access_token (
  -- SHA-256 of the token: what is kept opens nothing.
  hash bytea primary key,
  client_id text not null references machine,
  scopes text[] not null,
  expires_at timestamptz not null
);
create index access_token_expiry on access_token (expires_at);

-- A one-time code counts once: the last 30-second step that a person has used.
create table totp_used (
  staff_id uuid primary key references staff,
  step bigint not null
);

-- The link with which the first administrator of an empty installation begins; used once.
create table beginning_link (
  hash bytea primary key,
  made_at timestamptz not null,
  used_at timestamptz
);
