-- Roles, and the signed context that every policy reads.
--
--   coprod_request   logs in for requests; may do nothing itself, takes one of the next two inside a transaction
--   coprod_staff     what the organization side may do        } nologin; rows by row-level security,
--   coprod_customer  what a customer's side may do            } from the signed context
--   coprod_system    logs in for what runs in the system's name (sequencer, reminders); rows as well by the context
--   coprod_auth      logs in for sign-in; owns nothing but the schema auth
--   coprod_jobs      logs in for the job queue; owns nothing but the schema jobs
--   coprod_backup    what a backup reads: every row; nologin, granted to the owner alone
--
-- Roles belong to the whole cluster: another database (a test's, an earlier installation's) may have made them.

do $$
declare
  role text;
begin
  foreach role in array array['coprod_staff', 'coprod_customer', 'coprod_request', 'coprod_system', 'coprod_auth', 'coprod_jobs', 'coprod_backup'] loop
    if not exists (select from pg_roles where rolname = role) then
      begin
        execute format('create role %I %s %s', role,
          case when role in ('coprod_staff', 'coprod_customer', 'coprod_backup') then 'nologin' else 'login' end,
          case when role = 'coprod_backup' then 'inherit' else 'noinherit' end);
      exception when duplicate_object or unique_violation then
        null;  -- another database of the cluster, at the same moment
      end;
    end if;
  end loop;
end $$;

grant coprod_staff, coprod_customer, coprod_jobs to coprod_request;
grant coprod_jobs to coprod_system, coprod_backup;
do $$
begin
  -- A superuser needs no grant; an owner who only may make roles does.
  execute format('grant coprod_backup, coprod_jobs to %I', current_user);
end $$;
alter role coprod_auth set search_path = auth;

revoke all on schema public from public;

create schema if not exists sec;
revoke all on schema sec from public;
grant usage on schema sec to coprod_staff, coprod_customer, coprod_system;

create schema if not exists jobs;
grant usage, create on schema jobs to coprod_jobs;

-- The rights on the database itself are not copied with a template: called again for each copy (tests).
create function sec.close_database() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to coprod_request, coprod_system, coprod_auth, coprod_jobs', current_database());
end $$;
revoke all on function sec.close_database() from public;
select sec.close_database();

-- Called after the migrations: lets coprod_backup read every table, those with FORCE row security by a policy of their own.
create function sec.let_backup_read() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  at regclass;
  room text;
begin
  -- Two processes that start at once would change the same rows of the catalogue at once.
  perform pg_advisory_xact_lock(hashtext('coprod let_backup_read'));
  for room in select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'jobs') loop
    execute format('grant usage on schema %I to coprod_backup', room);
    execute format('grant select on all tables in schema %I to coprod_backup', room);
    execute format('grant select on all sequences in schema %I to coprod_backup', room);
  end loop;
  for at in
    select oid from pg_class c where relrowsecurity and relowner = current_user::regrole
      and not exists (select from pg_policy where polrelid = c.oid and polname = 'backup')
  loop
    -- The owner is a member of coprod_backup and would inherit the policy: he must have taken the role to see by it.
    execute format('create policy backup on %s for select to coprod_backup using (current_user = ''coprod_backup'')', at);
  end loop;
end $$;
revoke all on function sec.let_backup_read() from public;

-- The key as the two pads of HMAC (RFC 2104): the core function sha256() is then enough, no extension.
create table sec.context_key (
  id int primary key check (id = 1),
  ipad bytea not null check (length(ipad) = 64),
  opad bytea not null check (length(opad) = 64)
);
revoke all on sec.context_key from public;

do $$
declare
  -- 4 x 122 bits of the server's cryptographic random source.
  key bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  ipad bytea := key;
  opad bytea := key;
begin
  for i in 0..63 loop
    ipad := set_byte(ipad, i, get_byte(key, i) # 54);
    opad := set_byte(opad, i, get_byte(key, i) # 92);
  end loop;
  insert into sec.context_key values (1, ipad, opad);
end $$;

-- The checked parts of the context, or null: organization, customer, side, person, membership, roles, expires, backend pid.
-- A third argument '' of string_to_array turns absent parts into null; ''::uuid would raise 22P02.
create function sec.context() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  token text := current_setting('coprod.context', true);
  cut int;
  body text;
  part text[];
  key record;
begin
  if token is null or token = '' then return null; end if;
  cut := length(token) - 64;
  if cut < 2 then return null; end if;
  body := left(token, cut - 1);
  select ipad, opad into key from sec.context_key where id = 1;
  if encode(sha256(key.opad || sha256(key.ipad || convert_to(body, 'UTF8'))), 'hex') is distinct from substr(token, cut + 1) then
    return null;
  end if;
  part := string_to_array(body, '|', '');
  if array_length(part, 1) <> 8
    or part[7]::bigint < extract(epoch from clock_timestamp())
    or part[8]::int <> pg_backend_pid() then
    return null;
  end if;
  return part;
end $$;

-- Bodies in SQL-standard form are bound when they are made, so no search_path of a caller can change what they call.
-- The side is checked here and not only by the role: a customer's token opens nothing on the organization side.
create function sec.staff_organization() returns uuid stable parallel restricted
  return (select case when c[3] = 'organization' then c[1]::uuid end from sec.context() as t(c));
create function sec.customer_organization() returns uuid stable parallel restricted
  return (select case when c[3] = 'customer' and c[2] is not null then c[1]::uuid end from sec.context() as t(c));
create function sec.customer() returns uuid stable parallel restricted
  return (select case when c[3] = 'customer' then c[2]::uuid end from sec.context() as t(c));
create function sec.system_organization() returns uuid stable parallel restricted
  return (select case when c[3] = 'system' then c[1]::uuid end from sec.context() as t(c));
create function sec.person() returns uuid stable parallel restricted
  return (select c[4]::uuid from sec.context() as t(c));
create function sec.membership() returns uuid stable parallel restricted
  return (select c[5]::uuid from sec.context() as t(c));
create function sec.roles() returns text[] stable parallel restricted
  return (select coalesce(string_to_array(c[6], ','), '{}') from sec.context() as t(c));
create function sec.has_role(role text) returns boolean stable parallel restricted
  return role = any (sec.roles());

revoke all on all functions in schema sec from public;
grant execute on function
  sec.context(), sec.staff_organization(), sec.customer_organization(), sec.customer(), sec.system_organization(),
  sec.person(), sec.membership(), sec.roles(), sec.has_role(text)
to coprod_staff, coprod_customer, coprod_system;
