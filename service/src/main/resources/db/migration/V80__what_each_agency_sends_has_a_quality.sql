-- How well what an agency sends could be used, as it stood at the end of each day.
create table quality_day (
  agency_id text not null references agency,
  day date not null,
  -- People in scope: a council's on a plan or looked after, every other agency's children.
  people int not null,
  -- Of these, whom a check finds by number.
  found int not null,
  -- Refused lines that nothing has mended.
  refused int not null,
  primary key (agency_id, day)
);
-- Which refused line has been mended is asked by the sender's own id.
create index submission_line_local_id on submission_line (local_id, submission_id);
