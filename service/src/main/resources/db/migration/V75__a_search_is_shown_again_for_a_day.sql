-- What somebody typed to find a child, for the reload of the page: whom it fits is looked up anew.
-- Gone after a day.
create table search_asked (
  id uuid primary key,
  actor text not null,
  asked_at timestamptz not null,
  typed text not null
);
create index search_asked_at on search_asked (asked_at);

-- Who looks for children and finds nobody has to wait, at every instance and in every window.
create table search_pace (
  actor text primary key,
  misses_in_a_row int not null,
  wait_until timestamptz not null,
  day date not null,
  misses_today int not null,
  first_miss_at timestamptz not null,
  -- How often each kind of thing was typed ("name and age"), and never what.
  shapes jsonb not null
);
