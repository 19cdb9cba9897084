-- The ledger: one per organization. An entry is written in the business transaction, without a place; the sequencer gives places in
-- batches and signs checkpoints. The proof of an entry is its commitment; its body lies beside it and can be erased.

create schema core;
grant usage on schema core to coprod_staff, coprod_customer, coprod_system;

create table core.ledger_entry (
  organization_id uuid not null references access.organization,
  entry_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  customer_id uuid,
  membership_id uuid,
  written_at timestamptz not null,
  commitment bytea not null check (length(commitment) = 32),
  position bigint,
  primary key (organization_id, entry_id),
  unique (organization_id, position),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, membership_id) references access.membership
);
create index ledger_entry_waiting on core.ledger_entry (organization_id, written_at, entry_id) where position is null;
create index ledger_entry_of_subject on core.ledger_entry (organization_id, subject_id);
create index ledger_entry_of_customer on core.ledger_entry (organization_id, customer_id, position) where customer_id is not null;

-- The canonical JSON (RFC 8785) and the salt. Erasing one leaves every proof intact.
create table core.ledger_body (
  organization_id uuid not null,
  entry_id uuid not null,
  customer_id uuid,
  body text not null,
  salt bytea not null,
  primary key (organization_id, entry_id),
  foreign key (organization_id, entry_id) references core.ledger_entry
);

-- Hashes of complete subtrees (RFC 9162, 2.1): level 0 holds the leaves.
create table core.ledger_node (
  organization_id uuid not null references access.organization,
  level int not null check (level between 0 and 62),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (organization_id, level, index)
);

create table core.ledger_checkpoint (
  organization_id uuid not null references access.organization,
  size bigint not null,
  root bytea not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (organization_id, size)
);

create table core.ledger_key (
  organization_id uuid not null references access.organization,
  key_name text not null,
  public_key bytea not null,
  sealed_private_key bytea not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, key_name)
);

-- Present only when what is stored no longer matches what was signed: then the organization is read-only.
create table core.ledger_difference (
  organization_id uuid not null references access.organization,
  found_at timestamptz not null default now(),
  position bigint not null,
  what text not null,
  primary key (organization_id, found_at)
);

create function core.refuse_writing_after_a_difference() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $f$
declare at bigint;
begin
  select position into at from core.ledger_difference where organization_id = new.organization_id order by found_at limit 1;
  if at is not null then raise exception 'the ledger differs at entry %', at using errcode = 'CP001', detail = at::text; end if;
  return new;
end $f$;
revoke all on function core.refuse_writing_after_a_difference() from public;
create trigger read_only_after_a_difference before insert on core.ledger_entry for each row execute function core.refuse_writing_after_a_difference();

-- A place is given once and never taken back.
create function core.refuse_moving_an_entry() returns trigger language plpgsql as $f$
begin
  if old.position is not null or new.position is null then raise exception 'an entry keeps its place' using errcode = 'CP002'; end if;
  return new;
end $f$;
create trigger an_entry_keeps_its_place before update on core.ledger_entry for each row execute function core.refuse_moving_an_entry();

call sec.guard('core.ledger_entry');
call sec.guard('core.ledger_body');
call sec.guard('core.ledger_node');
call sec.guard('core.ledger_checkpoint');
call sec.guard('core.ledger_key');
call sec.guard('core.ledger_difference');
-- The trigger reads differences for every writer, a customer included: it runs as the owner, whom FORCE would hold.
create policy owner_reads on core.ledger_difference for select to current_user using (true);

call sec.guard_customer('core.ledger_entry');
call sec.guard_customer('core.ledger_body');
create policy customer_writes on core.ledger_entry for insert to coprod_customer
  with check (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()));
create policy customer_writes on core.ledger_body for insert to coprod_customer
  with check (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()));
-- Hashes and checkpoints tell nothing but that the ledger grows; a customer needs them to witness it.
create policy customer_reads on core.ledger_node for select to coprod_customer using (organization_id = (select sec.customer_organization()));
create policy customer_reads on core.ledger_checkpoint for select to coprod_customer using (organization_id = (select sec.customer_organization()));

grant select on core.ledger_entry, core.ledger_body, core.ledger_node, core.ledger_checkpoint to coprod_staff, coprod_customer, coprod_system;
grant select on core.ledger_difference to coprod_staff, coprod_system;
grant insert on core.ledger_entry, core.ledger_body to coprod_staff, coprod_customer, coprod_system;
grant update (position) on core.ledger_entry to coprod_system;
grant delete on core.ledger_body to coprod_system;
grant insert on core.ledger_node, core.ledger_checkpoint, core.ledger_difference to coprod_system;
grant select, insert on core.ledger_key to coprod_system;
