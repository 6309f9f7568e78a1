create table visit (
  record_id uuid not null,
  visit_id text not null,
  agency_id text not null references agency,
  -- Absent for a visit that a health check made.
  submission_id uuid,
  line int,
  arrived text not null,
  arrived_first date not null,
  arrived_at time,
  setting text not null,
  planned boolean,
  kept text not null,
  accompanied_by text not null,
  reason text not null,
  injury boolean,
  left_before_seen boolean,
  follow_up_of text not null,
  safeguarding_code text not null,
  ended text not null,
  handling text not null,
  withdrawn_on text,
  primary key (record_id, visit_id)
);
