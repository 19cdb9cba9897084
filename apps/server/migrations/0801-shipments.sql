-- Shipments: what was promised leaves, announced and labelled, and is counted against what the customer says he has received.

-- How we ship: the company prefix that GS1 gave us, and the place that goods leave. The newest row counts.
create table planning.shipping (
  organization_id uuid not null references access.organization,
  shipping_id uuid not null,
  gs1_prefix text not null check (gs1_prefix ~ '^[0-9]{7,12}$'),
  ship_from text not null check (length(ship_from) between 1 and 200),
  said_at timestamptz not null,
  primary key (organization_id, shipping_id)
);

create table planning.shipment (
  organization_id uuid not null references access.organization,
  shipment_id uuid not null,
  customer_id uuid not null,
  partner_id uuid,
  -- Number of the delivery note, counted per organization.
  note text not null,
  ship_to text not null,
  ship_to_name text not null,
  unloading_point text,
  carrier text,
  state text not null check (state in ('prepared', 'announced')),
  made_at timestamptz not null,
  made_by uuid not null,
  left_at timestamptz,
  -- The despatch advice that announced it; null where no partner was to be written to.
  outgoing_id uuid,
  primary key (organization_id, shipment_id),
  unique (organization_id, note),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, partner_id) references planning.partner,
  foreign key (organization_id, outgoing_id) references planning.outgoing,
  foreign key (organization_id, made_by) references access.membership (organization_id, membership_id)
);
create index shipment_newest on planning.shipment (organization_id, made_at desc, shipment_id desc);
create index shipment_of_customer on planning.shipment (organization_id, customer_id, made_at desc, shipment_id desc);

create table planning.shipment_line (
  organization_id uuid not null references access.organization,
  shipment_id uuid not null,
  line int not null,
  customer_id uuid not null,
  -- The release line that asked for it, whose numbers the despatch advice repeats.
  release_id uuid not null,
  release_line int not null,
  promise_id uuid,
  item text not null,
  description text,
  unit text,
  quantity numeric not null check (quantity > 0),
  per_pack numeric not null check (per_pack > 0),
  pack_type text,
  -- Shipped in all of this item to this place, with this shipment; null until it has left.
  total numeric,
  primary key (organization_id, shipment_id, line),
  foreign key (organization_id, shipment_id) references planning.shipment,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, release_id, release_line) references planning.release_line,
  foreign key (organization_id, promise_id) references planning.promise
);
create index shipment_line_of_promise on planning.shipment_line (organization_id, promise_id) where promise_id is not null;

-- One container with its label. A serial shipping container code is used once.
create table planning.handling_unit (
  organization_id uuid not null references access.organization,
  shipment_id uuid not null,
  unit int not null,
  customer_id uuid not null,
  line int not null,
  sscc text not null check (sscc ~ '^[0-9]{18}$'),
  quantity numeric not null,
  primary key (organization_id, shipment_id, unit),
  unique (organization_id, sscc),
  foreign key (organization_id, shipment_id, line) references planning.shipment_line,
  foreign key (organization_id, customer_id) references access.customer
);

-- Shipped in all, per item and place of delivery, since the customer began to count.
create table planning.shipped_total (
  organization_id uuid not null references access.organization,
  customer_id uuid not null,
  ship_to text not null,
  item text not null,
  total numeric not null,
  since date,
  primary key (organization_id, customer_id, ship_to, item),
  foreign key (organization_id, customer_id) references access.customer
);

-- What we count and what he counts cannot both be true: asked with both numbers, never corrected in silence.
create table planning.total_question (
  organization_id uuid not null references access.organization,
  question_id uuid not null,
  customer_id uuid not null,
  ship_to text not null,
  item text not null,
  release_id uuid not null,
  -- Up to this delivery note of ours, the last one that he names.
  note text,
  shipped numeric not null,
  received numeric not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  reason text,
  primary key (organization_id, question_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, release_id) references planning.release,
  foreign key (organization_id, answered_by) references access.membership (organization_id, membership_id)
);
create unique index one_question_at_a_time on planning.total_question (organization_id, customer_id, ship_to, item)
  where answered_at is null;

call sec.guard('planning.shipping');
call sec.guard('planning.shipment');
call sec.guard('planning.shipment_line');
call sec.guard('planning.handling_unit');
call sec.guard('planning.shipped_total');
call sec.guard('planning.total_question');

-- A customer sees what has left for him; a shipment that is being prepared is not announced yet.
create policy customer_reads on planning.shipment for select to coprod_customer
  using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()) and state = 'announced');
create policy customer_reads on planning.shipment_line for select to coprod_customer
  using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()) and total is not null);
create policy customer_reads on planning.handling_unit for select to coprod_customer
  using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer())
    and exists (select from planning.shipment s where s.organization_id = handling_unit.organization_id
      and s.shipment_id = handling_unit.shipment_id));

grant select, insert on planning.shipping, planning.shipment, planning.shipment_line, planning.handling_unit, planning.shipped_total,
  planning.total_question to coprod_staff, coprod_system;
grant update (state, left_at, outgoing_id, partner_id) on planning.shipment to coprod_staff, coprod_system;
grant update (total) on planning.shipment_line to coprod_staff, coprod_system;
grant update (total, since) on planning.shipped_total to coprod_staff, coprod_system;
grant update (answered_at, answered_by, reason) on planning.total_question to coprod_staff;
grant select on planning.shipment, planning.shipment_line, planning.handling_unit to coprod_customer;
