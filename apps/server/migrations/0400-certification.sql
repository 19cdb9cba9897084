-- Certification, first path: what customers require, clause by clause, and the blocks that answer it.

create schema certification;
grant usage on schema certification to coprod_staff, coprod_customer, coprod_system;

-- What one customer requires under one name and edition: "Tarvel supplier standard, edition 4", from a contract or a message.
create table certification.catalogue (
  organization_id uuid not null references access.organization,
  catalogue_id uuid not null,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  edition text not null check (length(edition) between 1 and 100),
  language text not null check (language in ('en', 'fr')),
  source text not null default '',
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (organization_id, catalogue_id),
  unique (organization_id, customer_id, name, edition),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, made_by) references access.membership (organization_id, membership_id)
);

-- A clause in the customer's words. Changed words are a new row and a new intervention; the earlier one says by what it was replaced.
create table certification.requirement (
  organization_id uuid not null references access.organization,
  requirement_id uuid not null,
  catalogue_id uuid not null,
  customer_id uuid not null,
  clause text not null check (length(clause) between 1 and 60),
  clause_key text not null collate "C",
  words text not null check (length(words) between 1 and 10000),
  source text not null default '',
  intervention_id uuid not null,
  entry_id uuid not null,
  received_at timestamptz not null,
  replaced_by uuid,
  not_applicable_because text,
  owner_id uuid,
  primary key (organization_id, requirement_id),
  foreign key (organization_id, catalogue_id) references certification.catalogue,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, intervention_id) references core.intervention,
  foreign key (organization_id, entry_id) references core.ledger_entry,
  foreign key (organization_id, owner_id) references access.membership (organization_id, membership_id)
);
create unique index requirement_once on certification.requirement (organization_id, catalogue_id, clause) where replaced_by is null;
create index requirement_in_order on certification.requirement (organization_id, catalogue_id, clause_key, requirement_id) where replaced_by is null;
create index requirement_of_intervention on certification.requirement (organization_id, intervention_id);

-- Which block answers which clause. A block keeps its identity through versions, so the link outlives each; `partly` is the judgement
-- of who linked.
create table certification.answer (
  organization_id uuid not null references access.organization,
  requirement_id uuid not null,
  block_id uuid not null,
  rule_id uuid not null,
  partly boolean not null default false,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (organization_id, requirement_id, block_id),
  foreign key (organization_id, requirement_id) references certification.requirement,
  foreign key (organization_id, rule_id) references core.rule,
  foreign key (organization_id, linked_by) references access.membership (organization_id, membership_id)
);
create index answer_of_block on certification.answer (organization_id, rule_id, block_id);

call sec.guard('certification.catalogue');
call sec.guard('certification.requirement');
call sec.guard('certification.answer');
call sec.guard_customer('certification.catalogue');
call sec.guard_customer('certification.requirement');

grant select, insert on certification.catalogue, certification.requirement, certification.answer to coprod_staff, coprod_system;
grant update (replaced_by, not_applicable_because, owner_id) on certification.requirement to coprod_staff, coprod_system;
grant update (partly) on certification.answer to coprod_staff, coprod_system;
grant delete on certification.answer to coprod_staff, coprod_system;
grant select on certification.catalogue, certification.requirement to coprod_customer;
