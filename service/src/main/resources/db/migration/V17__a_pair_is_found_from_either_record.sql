-- Each waiting pair twice, once from either of its records.
create view open_pair_of as
select o.id, o.left_id as record_id, o.right_id as other_id, o.weight from open_pair o
union all
select o.id, o.right_id as record_id, o.left_id as other_id, o.weight from open_pair o;
