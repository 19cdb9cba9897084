-- Organizations, the customers they serve, the people who act for either, and how they come in.

create schema access;
grant usage on schema access to coprod_staff, coprod_customer, coprod_system, coprod_auth;

-- The organization in which the caller works, be it a person of it or a job in the system's name.
create function sec.inside() returns uuid language sql stable parallel restricted
  as $f$ select coalesce(sec.staff_organization(), sec.system_organization()) $f$;

-- The standard protection of a table that holds the organization's own rows. Customers see nothing of it unless a policy says so.
create procedure sec.guard(guarded regclass) language plpgsql as $p$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($s$create policy inside on %s to coprod_staff, coprod_system
    using (organization_id = (select sec.inside())) with check (organization_id = (select sec.inside()))$s$, guarded);
end $p$;

-- Lets a customer read the rows that carry his number.
create procedure sec.guard_customer(guarded regclass) language plpgsql as $p$
begin
  execute format($s$create policy customer_reads on %s for select to coprod_customer
    using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()))$s$, guarded);
end $p$;

revoke all on function sec.inside() from public;
revoke all on procedure sec.guard(regclass), sec.guard_customer(regclass) from public;
grant execute on function sec.inside() to coprod_staff, coprod_customer, coprod_system;

create table access.organization (
  organization_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('en', 'fr')),
  time_zone text not null,
  ways_in text[] not null check (ways_in <@ array['certification', 'voice', 'planning'] and cardinality(ways_in) > 0),
  demo boolean not null default false,
  founded_at timestamptz not null default now()
);

create table access.customer (
  organization_id uuid not null references access.organization,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  conflict_class text,
  language text not null default 'en' check (language in ('en', 'fr')),
  added_at timestamptz not null default now(),
  primary key (organization_id, customer_id),
  unique (organization_id, name)
);

create table access.team (
  organization_id uuid not null references access.organization,
  team_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  primary key (organization_id, team_id),
  unique (organization_id, name)
);

create table access.membership (
  organization_id uuid not null references access.organization,
  membership_id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('organization', 'customer')),
  customer_id uuid,
  team_id uuid,
  name text not null check (length(name) between 1 and 200),
  email text not null,
  roles text[] not null,
  since timestamptz not null default now(),
  ended_at timestamptz,
  primary key (organization_id, membership_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, team_id) references access.team,
  check ((side = 'customer') = (customer_id is not null)),
  check (cardinality(roles) > 0 and roles <@ case side
    when 'organization' then array['administrator', 'quality-manager', 'planner', 'team-lead', 'technician', 'member']
    else array['auditor', 'scheduler', 'approver', 'reader'] end)
);
create unique index membership_once on access.membership (organization_id, person_id, side, coalesce(customer_id, organization_id)) where ended_at is null;
create index membership_of_person on access.membership (person_id) where ended_at is null;
create index membership_of_customer on access.membership (organization_id, customer_id);

create table access.invitation (
  organization_id uuid not null references access.organization,
  invitation_id uuid not null,
  email text not null,
  name text not null,
  side text not null check (side in ('organization', 'customer')),
  customer_id uuid,
  team_id uuid,
  roles text[] not null,
  token_hash bytea not null unique,
  invited_by uuid not null,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, invitation_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, team_id) references access.team,
  foreign key (organization_id, invited_by) references access.membership (organization_id, membership_id),
  check ((side = 'customer') = (customer_id is not null))
);

-- A key for a machine. Only its hash is kept; it can do what its membership can, within its scopes.
create table access.api_key (
  organization_id uuid not null references access.organization,
  api_key_id uuid not null,
  membership_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  hint text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['read', 'write', 'edi'] and cardinality(scopes) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_on date,
  primary key (organization_id, api_key_id),
  foreign key (organization_id, membership_id) references access.membership
);
create index api_key_of_membership on access.api_key (organization_id, membership_id);

-- Mail that left or would leave: the outbox page shows it where no SMTP server is configured.
create table access.mail (
  organization_id uuid not null references access.organization,
  mail_id uuid not null,
  recipient text not null,
  customer_id uuid,
  subject text not null,
  body text not null,
  about_kind text,
  about_id uuid,
  written_at timestamptz not null default now(),
  sent_at timestamptz,
  failure text,
  attempts int not null default 0,
  primary key (organization_id, mail_id),
  foreign key (organization_id, customer_id) references access.customer
);
create index mail_newest on access.mail (organization_id, written_at desc, mail_id);

-- The one-time link printed at the first start, so that nobody who finds the port first takes the house.
create table access.welcome (
  token_hash bytea primary key,
  made_at timestamptz not null default now(),
  used_at timestamptz
);

call sec.guard('access.organization');
call sec.guard('access.customer');
call sec.guard('access.team');
call sec.guard('access.membership');
call sec.guard('access.invitation');
call sec.guard('access.api_key');
call sec.guard('access.mail');
alter table access.welcome enable row level security;
alter table access.welcome force row level security;

create policy customer_reads on access.organization for select to coprod_customer
  using (organization_id = (select sec.customer_organization()));
call sec.guard_customer('access.customer');
call sec.guard_customer('access.membership');
create policy customer_own_keys on access.api_key to coprod_customer
  using (organization_id = (select sec.customer_organization()) and membership_id = (select sec.membership()))
  with check (organization_id = (select sec.customer_organization()) and membership_id = (select sec.membership()));
-- Mail, invitations and keys are the administrator's; the system sends and counts. Restrictive: on top of `inside`.
create policy administrator_only on access.mail as restrictive for select to coprod_staff using ((select sec.has_role('administrator')));
create policy administrator_or_own on access.api_key as restrictive for select to coprod_staff
  using ((select sec.has_role('administrator')) or membership_id = (select sec.membership()));
create policy inviters on access.invitation as restrictive to coprod_staff
  using ((select sec.has_role('administrator')) or (side = 'customer' and ((select sec.has_role('quality-manager')) or (select sec.has_role('planner')))));

-- Who is at the door is found out before there is a context: the sign-in role may look people up, nothing else.
create policy sign_in_reads on access.organization for select to coprod_auth using (true);
create policy sign_in_reads on access.customer for select to coprod_auth using (true);
create policy sign_in_reads on access.membership for select to coprod_auth using (true);
create policy sign_in_reads on access.invitation for select to coprod_auth using (true);
create policy sign_in_reads on access.api_key for select to coprod_auth using (true);
create policy sign_in_writes on access.welcome to coprod_auth using (true) with check (true);

grant select on access.organization, access.customer, access.team, access.membership, access.invitation, access.api_key, access.mail to coprod_staff, coprod_system;
grant update (name, language, time_zone, ways_in) on access.organization to coprod_staff;
grant insert on access.customer, access.team, access.membership, access.invitation, access.api_key, access.mail to coprod_staff, coprod_system;
grant update (name, conflict_class, language) on access.customer to coprod_staff;
grant update (name) on access.team to coprod_staff;
grant update (roles, team_id, ended_at, name) on access.membership to coprod_staff, coprod_system;
grant update (accepted_at, withdrawn_at) on access.invitation to coprod_staff, coprod_system;
grant update (revoked_at, last_used_on) on access.api_key to coprod_staff, coprod_system;
grant update (sent_at, failure, attempts) on access.mail to coprod_system;
grant insert on access.organization to coprod_system;
grant select on access.organization, access.customer, access.membership to coprod_customer;
grant select, insert on access.api_key to coprod_customer;
grant update (revoked_at) on access.api_key to coprod_customer;
grant select on access.organization, access.customer, access.membership, access.invitation, access.api_key to coprod_auth;
grant select, insert, update on access.welcome to coprod_auth;
