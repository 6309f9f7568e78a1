-- How many different children one person at the duty desk may be shown in a day.
alter table agency add column daily_children_at_desk int not null default 150;
-- An agency that has set a higher number for everybody keeps it for its desk.
update agency set daily_children_at_desk = greatest(150, daily_children);
