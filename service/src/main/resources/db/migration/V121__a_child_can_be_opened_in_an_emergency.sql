-- An agency may let an emergency stay open for up to four hours.
alter table agency add column emergency_hours int not null default 1 check (emergency_hours between 1 and 4);

-- Who has opened a child without working with it, why, until when, and what a second person says of
-- it.
create table emergency (
  id uuid primary key,
  staff_id uuid not null references staff,
  agency_id text not null references agency,
  child_id uuid not null,
  reason text not null,
  words text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  closed_at timestamptz,
  review_due timestamptz not null,
  overdue_told_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid references staff,
  was_right boolean,
  review_words text,
  check (reviewed_by is null or reviewed_by <> staff_id)
);
create index emergency_of_staff on emergency (staff_id, until) where closed_at is null;
create index emergency_of_agency on emergency (agency_id, opened_at);
create index emergency_of_child on emergency (child_id) where closed_at is null;
create index emergency_to_review on emergency (review_due) where reviewed_at is null;
