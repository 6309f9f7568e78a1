-- The agency whose administrators may add others, and the number for whoever gets no answer.
alter table installation
  add column operator text references agency,
  add column no_answer_phone text not null default '';

-- Until now no page added a second agency: with real people the only one is the first.
update installation
   set operator = (select min(id) from agency having count(*) = 1)
 where not made_up;
