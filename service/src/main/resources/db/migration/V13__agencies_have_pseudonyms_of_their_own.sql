-- The keys of the pseudonyms that are given out: one for each agency, and one for the crosswalk.
create table pseudonym_key (
  reader text primary key,
  key bytea not null
);
