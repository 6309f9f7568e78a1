-- A record that comes to another child changes what was counted for both.
create index child_opened_child on child_opened (child_id);
create index first_opening_child on first_opening (child_id);
