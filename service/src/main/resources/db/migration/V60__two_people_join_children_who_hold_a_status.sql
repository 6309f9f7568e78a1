-- PROPOSED: somebody says that two records are of one person, and a second person has to agree. It
-- links nothing, and comes to follow the decision that answers it, so that it is undone with that.
alter table match_decision drop constraint match_decision_kind_check;
alter table match_decision add constraint match_decision_kind_check
  check (kind in ('JOINED', 'UNSURE', 'SAME', 'DIFFERENT', 'CANNOT_TELL', 'PROPOSED'));
create unique index match_proposal_stands on match_decision (pair_id)
  where kind = 'PROPOSED' and undone_at is null;
