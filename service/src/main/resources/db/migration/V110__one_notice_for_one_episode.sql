-- CP-IS shows the same author once within 24 hours, which `shown` says. What others are told is an
-- episode: all that one place asks about a child within a day stands under its first asking, and
-- makes one notice that grows.
alter table enquiry add column told_under uuid;
update enquiry set told_under = id
 where shown and record_id is not null and asked_at > now() - interval '1 day';

-- A notice that grows is told anew, and keeps what somebody answered before it grew.
alter table notice
  add column told_at timestamptz,
  add column before_at timestamptz,
  add column before_name text,
  add column before_answer text;
update notice set told_at = raised_at;
alter table notice alter column told_at set not null;

drop function keep_asking(uuid, timestamptz, uuid, uuid, uuid[], timestamptz, text, text, text, text, text, text);

-- Keeps an asking about a child: shown, unless the same author's of the last day stands for it; and
-- told under the first that its place asked in the last day. Says under which, whether the child
-- was there at any of those, and every reason that was given. An author belongs to one place, so
-- that a place's askings about a child following each other are enough for both.
create function keep_asking(asking uuid, at timestamptz, of_child uuid, of_record uuid, records uuid[],
                            since timestamptz, who text, name text, role text, agency text, reason text,
                            there text)
returns table (episode uuid, here boolean, reasons text[])
language plpgsql as $$
declare
  standing boolean;
  first uuid;
begin
  perform pg_advisory_xact_lock(hashtext('access ' || agency || ' ' || of_child));
  select coalesce(bool_or(e.author = who and e.shown), false) into standing
    from enquiry e where e.record_id = any(records) and e.asked_at > since;
  select e.id into first from enquiry e
   where e.record_id = any(records) and e.asked_at > since and e.agency_id = agency and e.told_under = e.id
   order by e.asked_at limit 1;
  first := coalesce(first, asking);
  insert into enquiry (id, asked_at, record_id, author, author_name, author_role, agency_id, why,
                       presence, shown, told_under)
  values (asking, at, of_record, who, name, role, agency, reason, there, not standing, first);
  return query
    select first, bool_or(e.presence = 'HERE'), array_agg(e.why order by e.asked_at)
      from enquiry e where e.record_id = any(records) and e.asked_at > since and e.told_under = first;
end
$$;

drop function standing_access(text, uuid, uuid[], timestamptz);
