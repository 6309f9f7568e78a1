-- Absent for one that the service taught itself: it is called by its number.
alter table match_model add column name text unique, add column taught_by text, add column why text;

-- That somebody wants the model taught anew; taken up by whichever instance looks first.
create table match_teaching (
  id bigint generated always as identity primary key,
  wanted_at timestamptz not null,
  wanted_by text not null,
  name text not null,
  why text not null,
  -- What came of it.
  version int references match_model
);
create unique index match_teaching_waits on match_teaching ((true)) where version is null;
