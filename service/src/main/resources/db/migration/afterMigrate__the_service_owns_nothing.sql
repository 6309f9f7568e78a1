-- Whoever migrates says as whom the service comes (closeknit.service): it may read and write rows. One
-- who owns the tables has no need of that.
do $$
declare
  service text := coalesce(current_setting('closeknit.service', true), '');
  one record;
begin
  if service in ('', current_user) then
    return;
  end if;
  -- Two instances that start at once would each change the same rights.
  perform pg_advisory_xact_lock(hashtext('closeknit rights'));
  if not has_schema_privilege(service, current_schema(), 'usage') then
    execute format('grant usage on schema %I to %I', current_schema(), service);
  end if;
  for one in
    select c.oid::regclass as name, c.relkind
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind in ('r', 'v', 'S')
       and pg_get_userbyid(c.relowner) = current_user and c.relname <> 'flyway_schema_history'
  loop
    if one.relkind = 'S' then
      if not has_sequence_privilege(service, one.name, 'usage') then
        execute format('grant usage on sequence %s to %I', one.name, service);
      end if;
    elsif not (has_table_privilege(service, one.name, 'select') and has_table_privilege(service, one.name, 'insert')
               and has_table_privilege(service, one.name, 'update') and has_table_privilege(service, one.name, 'delete')) then
      execute format('grant select, insert, update, delete on %s to %I', one.name, service);
    end if;
  end loop;
end
$$;
