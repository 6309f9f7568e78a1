-- The involvements that nobody has confirmed, beside each record of the same child on which a
-- council has said something: what that council may be asked to confirm.
create view unconfirmed_beside as
select own.id as record_id, own.agency_id as council, i.id as involvement_id, i.from_day, i.to_day, i.arrival
  from person_record own
  join agency a on a.id = own.agency_id and a.kind = 'council'
  join person_record other on other.child_id = own.child_id and other.agency_id <> own.agency_id
                          and other.withdrawn_on is null
  join involvement i on i.record_id = other.id and i.withdrawn_on is null and i.confirmed_at is null
 where own.withdrawn_on is null;
