-- What only the owner of the tables may do for the service: after many new rows the planner is told
-- that they are no longer as small as they were.
create function people_were_many() returns void
language plpgsql security definer set search_path from current as $$
begin
  analyze person_record, person_record_line, unsure_pair, match_decision;
end
$$;
