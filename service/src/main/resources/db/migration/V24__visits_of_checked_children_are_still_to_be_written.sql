alter table given_answer
  add column agency_id text not null default '',
  -- Null once the visit stands in the child's history, or where there is none.
  add column visit_due_at timestamptz;
create index given_answer_visit_due on given_answer (visit_due_at) where visit_due_at is not null;
