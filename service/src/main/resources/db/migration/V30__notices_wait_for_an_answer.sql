create table notice (
  id uuid primary key,
  kind text not null check (kind in ('access', 'pattern', 'message', 'data')),
  -- Raised once: the same key for the same agency grows the notice that is there.
  key text not null,
  agency_id text not null references agency,
  -- A record of the child: the receiver's own where it keeps one.
  record_id uuid not null,
  headline text not null,
  facts text not null,
  count int not null default 1,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  to_desk boolean not null,
  seen_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_name text,
  answered_at timestamptz,
  answer text,
  escalated_at timestamptz,
  -- The transaction of the last change. A reader goes up to the oldest that still runs, and so
  -- misses none that commits late.
  changed xid8 not null default pg_current_xact_id(),
  unique (agency_id, key)
);
create index notice_changed on notice (agency_id, changed, id);
create index notice_due on notice (due_at) where acknowledged_at is null and escalated_at is null;
create index notice_record on notice (record_id);

create table notice_recipient (
  notice_id uuid not null references notice,
  staff_id uuid not null references staff,
  primary key (staff_id, notice_id)
);
create index notice_recipient_notice on notice_recipient (notice_id);
