-- Another with each change of who the agencies are and what they have agreed, in the transaction of
-- the change: whoever has read both under one version need not read them again under the same. By
-- chance and not counted, so that a change that was rolled back never has the version of another.
create table agreed (version uuid not null);
insert into agreed values (gen_random_uuid());

create function agreed_otherwise() returns trigger language plpgsql as $$
begin
  update agreed set version = gen_random_uuid();
  return null;
end
$$;

create trigger agreed_otherwise after insert or update or delete or truncate on agency
  for each statement execute function agreed_otherwise();
create trigger agreed_otherwise after insert or update or delete or truncate on agreement
  for each statement execute function agreed_otherwise();
create trigger agreed_otherwise after insert or update or delete or truncate on agreement_party
  for each statement execute function agreed_otherwise();
