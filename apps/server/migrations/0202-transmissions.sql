-- What a transmission needs beyond 0201: what was prepared and read before it is signed, pictures that went along, a second signature.

alter table core.disclosure
  add column needs_second boolean not null default false,
  add column second_at timestamptz,
  add foreign key (organization_id, second_by) references access.membership (organization_id, membership_id),
  add check (second_by is null or second_by <> granted_by);
grant update (second_by, second_at) on core.disclosure to coprod_staff;
-- What waits for a second signature is not granted, and no customer learns of it.
create policy only_what_is_granted on core.disclosure as restrictive for select to coprod_customer
  using (not needs_second or second_by is not null);

-- The very bytes that will leave, kept from the preview to the signature. Pictures are those that the customer may open.
create table core.prepared_transmission (
  organization_id uuid not null references access.organization,
  prepared_id uuid not null,
  rule_id uuid not null,
  version int not null,
  customer_id uuid not null,
  document jsonb not null,
  bytes bytea not null,
  sha256 bytea not null,
  pdf bytea not null,
  pdf_sha256 bytea not null,
  blocks jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  primary key (organization_id, prepared_id),
  foreign key (organization_id, rule_id, version) references core.rule_version,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, prepared_by) references access.membership (organization_id, membership_id)
);
create index prepared_by_whom on core.prepared_transmission (organization_id, prepared_by, rule_id);

create table core.transmission_file (
  organization_id uuid not null references access.organization,
  transmission_id uuid not null,
  file_id uuid not null,
  customer_id uuid not null,
  primary key (organization_id, transmission_id, file_id),
  foreign key (organization_id, transmission_id) references core.transmission,
  foreign key (organization_id, file_id) references core.file,
  foreign key (organization_id, customer_id) references access.customer
);
create index transmission_file_of_file on core.transmission_file (organization_id, file_id);

call sec.guard('core.prepared_transmission');
call sec.guard('core.transmission_file');
call sec.guard_customer('core.transmission_file');
-- A customer opens the pictures that were handed over to him, no other file.
create policy customer_reads_what_he_got on core.file for select to coprod_customer
  using (organization_id = (select sec.customer_organization()) and exists (
    select from core.transmission_file f where f.organization_id = file.organization_id and f.file_id = file.file_id));

grant select, insert, delete on core.prepared_transmission to coprod_staff, coprod_system;
grant select, insert on core.transmission_file to coprod_staff, coprod_system;
grant select on core.transmission_file, core.file to coprod_customer;
create index transmission_waiting on core.transmission (organization_id, transmitted_at) where acknowledged_at is null and superseded_by is null;
