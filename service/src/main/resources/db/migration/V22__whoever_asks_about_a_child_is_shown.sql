-- The unscheduled accesses. A look of planned care leaves nothing here.
create table enquiry (
  id uuid primary key,
  asked_at timestamptz not null,
  -- A record of the child, through which it is found; none where nobody knew the child.
  record_id uuid,
  author text not null,
  author_name text not null,
  author_role text not null,
  agency_id text not null references agency,
  why text not null,
  presence text not null,
  -- False where the same author has asked within 24 hours: the first is shown.
  shown boolean not null
);
create index enquiry_record on enquiry (record_id, asked_at);

-- What was asked and answered, to be read again by the one who asked, for a day.
create table given_answer (
  id uuid primary key,
  given_at timestamptz not null,
  author text not null,
  -- Two calls of one look share it; blank where the asker set no mark.
  look text not null,
  body text not null
);
create index given_answer_author on given_answer (author, given_at);
create index given_answer_look on given_answer (look, given_at) where look <> '';
create index given_answer_age on given_answer (given_at);
