-- What a check asks is about a few rows each time. PostgreSQL would plan every question for the
-- very records anew, which takes longer than to answer it; until the transaction ends it uses the
-- plan that it has.
create or replace function answer_of_same_look(which text, since timestamptz)
returns table (body text, answered text)
language plpgsql as $$
begin
  perform set_config('plan_cache_mode', 'force_generic_plan', true);
  perform pg_advisory_xact_lock(hashtext(which));
  -- Not blank, said again: a plan for any look would not use the index of those that are not.
  return query select g.body, g.answered from given_answer g
                where g.look = which and g.look <> '' and g.given_at > since order by g.given_at desc, g.id limit 1;
end
$$;

-- Keeps an asking about a child, shown unless the same author's of the last day stands for it; and
-- says which one stands.
create function keep_asking(asking uuid, at timestamptz, of_child uuid, of_record uuid, records uuid[],
                            since timestamptz, who text, name text, role text, agency text, reason text,
                            there text)
returns uuid
language plpgsql as $$
declare
  standing uuid := standing_access(who, of_child, records, since);
begin
  insert into enquiry (id, asked_at, record_id, author, author_name, author_role, agency_id, why,
                       presence, shown)
  values (asking, at, of_record, who, name, role, agency, reason, there, standing is null);
  return coalesce(standing, asking);
end
$$;
