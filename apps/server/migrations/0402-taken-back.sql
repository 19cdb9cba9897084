-- An import that went wrong is taken back while nothing has been built on it. Rows stay, for the ledger speaks of them; they stand no more.

alter table certification.requirement
  add column import_id uuid,
  add column taken_back_at timestamptz,
  add column stands boolean not null generated always as (replaced_by is null and taken_back_at is null) stored;
grant update (taken_back_at) on certification.requirement to coprod_staff, coprod_system;

drop index certification.requirement_once;
create unique index requirement_once on certification.requirement (organization_id, catalogue_id, clause) where stands;
drop index certification.requirement_in_order;
create index requirement_in_order on certification.requirement (organization_id, catalogue_id, clause_key, requirement_id) where stands;
drop index certification.catalogue_of_customer;
create index requirement_of_customer on certification.requirement (organization_id, customer_id, clause_key) where stands;
create index requirement_of_import on certification.requirement (organization_id, import_id) where import_id is not null;
