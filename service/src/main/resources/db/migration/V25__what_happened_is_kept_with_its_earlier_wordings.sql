create table event_entry (
  id uuid primary key,
  record_id uuid not null,
  agency_id text not null references agency,
  submission_id uuid,
  line int,
  event_id text not null,
  -- As short as its certainty, in ISO 8601; the first day that it can mean is what entries sort by.
  happened text not null,
  happened_from date not null,
  at_time time,
  date_certainty text not null,
  learned_on text not null,
  category text not null,
  headline text not null,
  detail text not null,
  source text not null,
  source_kind text not null,
  standing text not null,
  impact text not null,
  action text not null,
  outcome text not null,
  tone text not null,
  child_words text not null,
  heard_by text not null,
  handling text not null,
  correction_reason text not null,
  withdrawn_on date,
  recorded_at timestamptz not null,
  unique (record_id, event_id)
);
create index event_entry_in_order on event_entry (record_id, happened_from, at_time);

-- What an entry said before it was corrected or withdrawn.
create table event_wording (
  entry_id uuid not null references event_entry,
  replaced_at timestamptz not null,
  was jsonb not null
);
create index event_wording_entry on event_wording (entry_id, replaced_at);
