-- Wrong tries to sign in, by a hash of where they come from (signin.Tries): it names nobody.
create table sign_in_try (
  lane bytea primary key,
  wrong integer not null,
  since timestamptz not null
);
create index sign_in_try_since on sign_in_try (since);

-- Browsers in which somebody has signed in: what others guess elsewhere does not slow them down.
create table known_browser (
  -- SHA-256 of what stands in the browser's cookie.
  hash bytea not null,
  staff_id uuid not null references staff on delete cascade,
  last_used date not null,
  primary key (hash, staff_id)
);
create index known_browser_last_used on known_browser (last_used);
