-- Who did it, and of which child, as the digests in the leaf were made of them. Entries from before
-- say it in the leaf itself, or as "about".
alter table audit_entry
  add column who_part text not null default '',
  add column child_part text not null default '';

-- A checkpoint is signed again each hour when nothing happened, so its size tells it from no other.
alter table audit_checkpoint drop constraint audit_checkpoint_pkey;
alter table audit_checkpoint
  add column id bigint generated always as identity primary key,
  -- Signed by two keys, of which it names the second: it goes with every export.
  add column hands_over boolean not null default false;
create index audit_checkpoint_latest on audit_checkpoint (size desc, id desc);

-- Roots of 256 hashes of the level below; level 0 are the leaves. A proof reads a handful of rows.
create table audit_subtree (
  level smallint not null,
  place bigint not null,
  hash bytea not null,
  primary key (level, place)
);

-- The keys that signed, in their order. Whoever holds one that is not the last signs nothing more.
create table audit_key (
  id bigint generated always as identity primary key,
  verifier text not null unique,
  since timestamptz not null
);

-- What each witness cosigned last, and what it would not.
create table audit_witness (
  verifier text primary key,
  size bigint not null,
  cosigned_at timestamptz,
  trouble text not null default '',
  trouble_since timestamptz,
  contradiction text not null default '',
  contradicted_at timestamptz
);

create table audit_cosignature (
  checkpoint_id bigint not null references audit_checkpoint,
  verifier text not null,
  line text not null,
  primary key (checkpoint_id, verifier)
);

-- Who asked to erase what of the log, and who agreed: never one person alone.
create table audit_erasure (
  id uuid primary key,
  agency_id text not null,
  -- A worker or machine of the agency, or else a child.
  actor text,
  child_id uuid,
  reason text not null,
  asked_by text not null,
  asked_name text not null,
  asked_at timestamptz not null,
  agreed_by text,
  agreed_at timestamptz,
  entries bigint,
  check ((actor is null) <> (child_id is null))
);
