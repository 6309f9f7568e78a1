-- Each first waits for others that ask the same at the same moment and only then reads, so that it
-- sees what they have done: a statement of a volatile function has its own view of the data.

-- Counts a child once a day for an asker; true when it is beyond the daily number.
create function opened_too_many(who text, on_day date, whom uuid, daily int) returns boolean
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('daily ' || who));
  if (select count(*) from child_opened where actor = who and day = on_day and child_id <> whom) >= daily then
    return true;
  end if;
  insert into child_opened (actor, day, child_id) values (who, on_day, whom) on conflict do nothing;
  return false;
end
$$;

-- The shown access of an author to one of these records that stands for a new one.
create function standing_access(who text, child uuid, records uuid[], since timestamptz) returns uuid
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('access ' || who || ' ' || child));
  return (select id from enquiry
           where record_id = any(records) and asked_at > since and author = who and shown
           order by asked_at limit 1);
end
$$;

-- What the same look was answered.
create function answer_of_same_look(which text, since timestamptz)
returns table (body text, answered text)
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext(which));
  return query select g.body, g.answered from given_answer g
                where g.look = which and g.given_at > since order by g.given_at desc, g.id limit 1;
end
$$;
