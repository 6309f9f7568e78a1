-- Birth dates (as days since 1970) and numbers (without their check digit) for which somebody has
-- looked, so that it is seen when they follow each other. Gone after a day.
create table search_tried (
  actor text not null,
  kind text not null check (kind in ('DAY', 'NUMBER')),
  value bigint not null,
  at timestamptz not null,
  primary key (actor, kind, value)
);
create index search_tried_at on search_tried (at);
