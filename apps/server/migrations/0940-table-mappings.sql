-- Schedules in tables, of customers who send no EDI: what the columns are, said once by pointing at them.

create table planning.table_mapping (
  organization_id uuid not null references access.organization,
  mapping_id uuid not null,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- What was pointed at, and how the cells are read; never changed: a new one is made, and this one ended.
  mapping jsonb not null,
  -- The headings of the columns that were pointed at: a file with the same ones is read by this mapping.
  headings jsonb not null,
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, mapping_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, added_by) references access.membership (organization_id, membership_id)
);

-- By which mapping an interchange that is a table is read, and what the table itself does not say.
create table planning.table_reading (
  organization_id uuid not null references access.organization,
  interchange_id uuid not null,
  mapping_id uuid not null,
  sheet text,
  document text not null,
  document_day date not null,
  primary key (organization_id, interchange_id),
  foreign key (organization_id, interchange_id) references planning.interchange,
  foreign key (organization_id, mapping_id) references planning.table_mapping
);

call sec.guard('planning.table_mapping');
call sec.guard('planning.table_reading');

grant select, insert on planning.table_mapping, planning.table_reading to coprod_staff, coprod_system;
grant update (ended_at) on planning.table_mapping to coprod_staff;

-- A table that could not be read is read again, once it is known how.
grant update (mapping_id, sheet, document, document_day) on planning.table_reading to coprod_staff, coprod_system;
grant update (family, finding, control_reference) on planning.interchange to coprod_staff, coprod_system;
