-- Who may change what about people and the organization, as the last fence behind the use cases; and lists that page by key.
-- Restrictive: on top of `inside`.

create policy administrator_changes on access.organization as restrictive for update to coprod_staff
  using ((select sec.has_role('administrator')));
create policy administrator_changes on access.membership as restrictive for update to coprod_staff
  using ((select sec.has_role('administrator')));
create policy administrator_adds on access.team as restrictive for insert to coprod_staff
  with check ((select sec.has_role('administrator')));
create policy administrator_changes on access.team as restrictive for update to coprod_staff
  using ((select sec.has_role('administrator')));
create policy keepers_add on access.customer as restrictive for insert to coprod_staff
  with check ((select sec.has_role('administrator')) or (select sec.has_role('quality-manager')) or (select sec.has_role('planner')));
create policy keepers_change on access.customer as restrictive for update to coprod_staff
  using ((select sec.has_role('administrator')) or (select sec.has_role('quality-manager')) or (select sec.has_role('planner')));
create policy own_only on access.api_key as restrictive for insert to coprod_staff
  with check (membership_id = (select sec.membership()));

-- A membership begins with an accepted invitation or with the founding: both are the system's acts, never one of a request.
revoke insert on access.membership from coprod_staff;

-- The link by which somebody chooses a new password is nobody's to read: who holds it is that person.
create policy no_links on access.mail as restrictive for select to coprod_staff using (about_kind is distinct from 'password-link');

create index membership_by_name on access.membership (organization_id, name, membership_id);
create index invitation_newest on access.invitation (organization_id, invited_at desc, invitation_id)
  where accepted_at is null and withdrawn_at is null;
create index api_key_by_name on access.api_key (organization_id, name, api_key_id);

-- With whom a customer competes is ours to know: it is not told to him, not even about himself.
revoke select on access.customer from coprod_customer;
grant select (organization_id, customer_id, name, language, added_at) on access.customer to coprod_customer;
