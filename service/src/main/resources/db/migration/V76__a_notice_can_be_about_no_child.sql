-- Then it is about what somebody does, and stays with those whom it names.
alter table notice alter record_id drop not null;
