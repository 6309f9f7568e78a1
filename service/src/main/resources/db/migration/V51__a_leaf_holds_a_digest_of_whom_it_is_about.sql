-- Whom an entry is about and what came of it, as the digest in its leaf was made of it. Entries from
-- before say it in the leaf itself.
alter table audit_entry add column about text not null default '';
