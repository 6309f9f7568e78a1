-- Two records of one person wait only when the later one was changed, or somebody doubts that it is of
-- that person.
create or replace view open_pair as
select p.id, p.left_id, p.right_id, p.cause, p.weight, p.raised_at,
       l.child_id as left_child, r.child_id as right_child
  from unsure_pair p
  join person_record l on l.id = p.left_id
  join person_record r on r.id = p.right_id
 where l.withdrawn_on is null and r.withdrawn_on is null
   and (l.child_id <> r.child_id or p.cause in ('CHANGED', 'DOUBTED'))
   and not exists (select from match_decision d
                    where d.pair_id = p.id and d.kind in ('SAME', 'DIFFERENT') and d.undone_at is null);
