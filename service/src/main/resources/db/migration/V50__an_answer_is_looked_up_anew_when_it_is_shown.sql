-- A digest of what was answered: whether it still stands is told by it, and nothing else is.
alter table given_answer add column answered text not null default '';
update given_answer set body = (body::jsonb - 'answer')::text;
