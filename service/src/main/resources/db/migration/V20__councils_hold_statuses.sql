create table status (
  record_id uuid not null,
  agency_id text not null references agency,
  submission_id uuid not null,
  line int not null,
  kind text not null,
  category text not null,
  -- Dates as short as their certainty, with the first and last day that they can mean.
  start_date text not null,
  start_first date not null,
  start_last date not null,
  end_date text,
  end_first date,
  end_last date,
  delete_date text,
  expected_birth_date text not null,
  unborn_local_id text not null,
  office_phone text not null,
  emergency_phone text not null,
  primary key (record_id, kind, start_date, expected_birth_date, unborn_local_id)
);
