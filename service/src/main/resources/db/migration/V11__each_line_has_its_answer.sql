-- Of a file of up to 10,000 lines every line, of a longer one those that were refused.
create table submission_line (
  submission_id uuid not null references submission,
  line int not null,
  local_id text not null,
  code text not null check (code in ('CPR01', 'CPR03', 'CPR04', 'CPR05', 'CPR06', 'CPR07')),
  reason text,
  on_plan boolean not null default false,
  primary key (submission_id, line)
);
create index submission_line_refused on submission_line (submission_id, on_plan desc, line) where code <> 'CPR06';
