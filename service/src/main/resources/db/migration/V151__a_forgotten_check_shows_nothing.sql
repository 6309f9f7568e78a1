-- The second wall. What is held about children is shown to a transaction where a permit that was given
-- in it opens the record (closeknit.open_..., set by access.Wall), or where it works for the agency
-- that keeps the row (closeknit.keeps_...). One that forgot to ask has neither, and sees no row.
--
-- Each setting is read once for a statement, never for a row: a function or a question for each row
-- would be slower by two orders of magnitude.

create function opened(what text) returns uuid[] stable parallel safe
  return nullif(current_setting('closeknit.open_' || what, true), '')::uuid[];

create function kept(what text) returns text[] stable parallel safe
  return nullif(current_setting('closeknit.keeps_' || what, true), '')::text[];

-- For migrations, and within the functions below that say less than the tables do.
create function wall_is_away() returns boolean stable parallel safe
  return coalesce(current_setting('closeknit.wall', true) = 'away', false);

-- Rows that hang on another row bear its agency, so that nothing else is asked for them.
alter table event_wording add column agency_id text references agency;
update event_wording w set agency_id = e.agency_id from event_entry e where e.id = w.entry_id;
alter table event_wording alter column agency_id set not null;

alter table adoption_opening add column agency_id text references agency;
update adoption_opening o set agency_id = l.agency_id from adoption_link l where l.id = o.link_id;
alter table adoption_opening alter column agency_id set not null;

create policy kept on status
  using ((select wall_is_away()) or agency_id = any ((select kept('statuses'))::text[]));
create policy opened on status for select
  using (record_id = any ((select opened('statuses'))::uuid[]));

create policy kept on event_entry
  using ((select wall_is_away()) or agency_id = any ((select kept('events'))::text[]));
create policy opened on event_entry for select
  using (record_id = any (case handling
    when 'SHARED' then (select opened('events_shared'))
    when 'PROFESSIONALS_ONLY' then (select opened('events_professionals_only'))
    when 'POLICE_SENSITIVE' then (select opened('events_police_sensitive'))
    when 'BROKER' then (select opened('events_broker'))
    when 'AGENCY_ONLY' then (select opened('events_agency_only')) end));

create policy kept on event_wording
  using ((select wall_is_away()) or agency_id = any ((select kept('events'))::text[]));

create policy kept on visit
  using ((select wall_is_away()) or agency_id = any ((select kept('visits'))::text[]));
create policy opened on visit for select
  using (record_id = any (case handling
    when 'SHARED' then (select opened('visits_shared'))
    when 'PROFESSIONALS_ONLY' then (select opened('visits_professionals_only'))
    when 'POLICE_SENSITIVE' then (select opened('visits_police_sensitive'))
    when 'BROKER' then (select opened('visits_broker'))
    when 'AGENCY_ONLY' then (select opened('visits_agency_only')) end));

create policy kept on relationship
  using ((select wall_is_away()) or agency_id = any ((select kept('relationships'))::text[]));
create policy opened on relationship for select
  using (record_id = any (case handling
    when 'SHARED' then (select opened('relationships_shared'))
    when 'PROFESSIONALS_ONLY' then (select opened('relationships_professionals_only'))
    when 'POLICE_SENSITIVE' then (select opened('relationships_police_sensitive'))
    when 'BROKER' then (select opened('relationships_broker'))
    when 'AGENCY_ONLY' then (select opened('relationships_agency_only')) end));

create policy kept on adoption_link
  using ((select wall_is_away()) or agency_id = any ((select kept('sealed_links'))::text[]));
create policy kept on adoption_opening
  using ((select wall_is_away()) or agency_id = any ((select kept('sealed_links'))::text[]));

-- Where nobody but the owner can be had the rules hold for the owner as well.
alter table status enable row level security, force row level security;
alter table event_entry enable row level security, force row level security;
alter table event_wording enable row level security, force row level security;
alter table visit enable row level security, force row level security;
alter table relationship enable row level security, force row level security;
alter table adoption_link enable row level security, force row level security;
alter table adoption_opening enable row level security, force row level security;

-- What is asked before there is a permit, each with as little as it needs. They put the wall away and back
-- by themselves: to have it done by a SET of the function takes a superuser.

-- Who stands how to a child is decided by whether a council has a word on it, not by which.
create function council_words(of_records uuid[])
returns table (record_id uuid, agency_id text, status boolean, begins date, ends date, arrival bigint)
language plpgsql stable rows 5 as $$
#variable_conflict use_column
declare
  was text := coalesce(current_setting('closeknit.wall', true), '');
  wall text := set_config('closeknit.wall', 'away', true);
begin
  return query
    select s.record_id, s.agency_id, true, s.start_first, coalesce(s.end_last - 1, 'infinity'::date), 0::bigint
      from status s join agency a on a.id = s.agency_id and a.kind = 'council'
     where s.record_id = any(of_records) and s.delete_date is null
    union all
    select i.record_id, i.agency_id, false, i.from_day, coalesce(i.to_day, 'infinity'::date), i.arrival
      from involvement i join agency a on a.id = i.agency_id and a.kind = 'council'
     where i.record_id = any(of_records) and i.withdrawn_on is null;
  wall := set_config('closeknit.wall', was, true);
end
$$;

-- On which records a council has a word on a day.
create function records_with_word(council text, on_day date) returns setof uuid
language plpgsql stable rows 1000 as $$
declare
  was text := coalesce(current_setting('closeknit.wall', true), '');
  wall text := set_config('closeknit.wall', 'away', true);
begin
  return query
    select s.record_id
      from status s join agency a on a.id = s.agency_id and a.kind = 'council'
     where s.agency_id = council and s.delete_date is null
       and on_day between s.start_first and coalesce(s.end_last - 1, 'infinity'::date)
    union
    select i.record_id
      from involvement i join agency a on a.id = i.agency_id and a.kind = 'council'
     where i.agency_id = council and i.withdrawn_on is null
       and on_day between i.from_day and coalesce(i.to_day, 'infinity'::date);
  wall := set_config('closeknit.wall', was, true);
end
$$;
create index status_agency on status (agency_id) where delete_date is null;

drop view council_word;

-- What the service weighs by itself and shows to nobody: whom a check tells, and what is urgent.
create function weighed_statuses(of_records uuid[]) returns setof status
language plpgsql stable rows 5 as $$
declare
  was text := coalesce(current_setting('closeknit.wall', true), '');
  wall text := set_config('closeknit.wall', 'away', true);
begin
  return query select * from status s where s.record_id = any(of_records) and s.delete_date is null;
  wall := set_config('closeknit.wall', was, true);
end
$$;

create function visits_going_on(of_records uuid[], since timestamp, until timestamp)
returns table (record_id uuid, setting text, handling text)
language plpgsql stable rows 5 as $$
#variable_conflict use_column
declare
  was text := coalesce(current_setting('closeknit.wall', true), '');
  wall text := set_config('closeknit.wall', 'away', true);
begin
  return query
    select v.record_id, v.setting, v.handling from visit v
     where v.record_id = any(of_records) and v.withdrawn_on is null and v.ended = ''
       and v.setting in ('EMERGENCY', 'MINOR_INJURY', 'WALK_IN')
       and v.planned is not true and v.kept = 'YES' and v.left_before_seen is not true
       and v.arrived_first + v.arrived_at between since and until;
  wall := set_config('closeknit.wall', was, true);
end
$$;
