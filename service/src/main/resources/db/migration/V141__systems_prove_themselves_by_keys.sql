-- The public keys and certificates of agencies' systems: the private half never comes here.
create table system_key (
  id uuid primary key,
  client_id text not null references machine on delete cascade,
  kind text not null check (kind in ('key', 'certificate')),
  -- SHA-256 of the encoded key or certificate.
  thumbprint bytea not null,
  encoded bytea not null,
  added_at timestamptz not null,
  -- A certificate's own end.
  good_until timestamptz,
  ended_at timestamptz
);
create unique index system_key_once on system_key (thumbprint) where ended_at is null;
create index system_key_client on system_key (client_id) where ended_at is null;

-- What a key gave ends with it; what a certificate gave is good in a connection with it alone.
alter table access_token
  add column key_id uuid references system_key on delete cascade,
  add column certificate bytea;
create index access_token_key on access_token (key_id) where key_id is not null;

-- A signed assertion counts once.
create table used_assertion (
  hash bytea primary key,
  good_until timestamptz not null
);
create index used_assertion_good_until on used_assertion (good_until);
