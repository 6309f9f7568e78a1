create table match_model (
  version int generated always as identity primary key,
  trained_at timestamptz not null,
  -- How many records were held, those that came in with it among them.
  trained_on int not null,
  model text not null
);

-- Two records of which somebody has to say whether they are of one person; the left one came last.
create table unsure_pair (
  id uuid primary key,
  left_id uuid not null references person_record,
  right_id uuid not null references person_record,
  cause text not null,
  -- How much spoke for one person then, in bits; the nearest comes first.
  weight double precision not null,
  raised_at timestamptz not null
);
create unique index unsure_pair_once on unsure_pair (least(left_id, right_id), greatest(left_id, right_id));
create index unsure_pair_left on unsure_pair (left_id);
create index unsure_pair_right on unsure_pair (right_id);

-- What the engine and people decided about two records. JOINED and SAME link them, DIFFERENT keeps them
-- apart, for as long as it is not undone. The person behind a record is the set of records that
-- standing links reach.
create table match_decision (
  id uuid primary key,
  kind text not null check (kind in ('JOINED', 'UNSURE', 'SAME', 'DIFFERENT', 'CANNOT_TELL')),
  left_id uuid not null references person_record,
  right_id uuid not null references person_record,
  at timestamptz not null,
  -- 0 is the model that comes with the engine.
  model int not null,
  weight double precision not null,
  probability double precision not null,
  reasons jsonb not null,
  pair_id uuid references unsure_pair,
  by_staff uuid references staff,
  by_name text,
  by_agency text references agency,
  why text,
  undone_at timestamptz,
  undone_by uuid references staff,
  undone_by_name text,
  undone_why text,
  -- The decision that keeps apart what this one linked.
  cut_by uuid references match_decision,
  -- The decision that this one came with and is undone with.
  follows uuid references match_decision
);
create index match_decision_left on match_decision (left_id);
create index match_decision_right on match_decision (right_id);
create index match_decision_pair on match_decision (pair_id) where pair_id is not null;
create index match_decision_cut on match_decision (cut_by) where cut_by is not null;
create index match_decision_follows on match_decision (follows) where follows is not null;
create unique index match_decision_stands on match_decision (pair_id)
  where kind in ('SAME', 'DIFFERENT') and undone_at is null;

create view standing_link as
select id, left_id, right_id from match_decision
 where kind in ('JOINED', 'SAME') and undone_at is null and cut_by is null;

-- What still waits for somebody. Two records of one person wait only when the later one was changed.
create view open_pair as
select p.id, p.left_id, p.right_id, p.cause, p.weight, p.raised_at,
       l.child_id as left_child, r.child_id as right_child
  from unsure_pair p
  join person_record l on l.id = p.left_id
  join person_record r on r.id = p.right_id
 where l.withdrawn_on is null and r.withdrawn_on is null
   and (l.child_id <> r.child_id or p.cause = 'CHANGED')
   and not exists (select from match_decision d
                    where d.pair_id = p.id and d.kind in ('SAME', 'DIFFERENT') and d.undone_at is null);
