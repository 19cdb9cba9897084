-- Planning, first path: files of customers, their releases against the last ones, and how each change was answered.

create schema planning;
grant usage on schema planning to coprod_staff, coprod_customer, coprod_system;

-- By which identification a customer signs his files (UNB 0004 and 0007, ISA05 and 06, VDA 511 field 3).
create table planning.partner (
  organization_id uuid not null references access.organization,
  partner_id uuid not null,
  customer_id uuid not null,
  sender text not null check (length(sender) between 1 and 100),
  qualifier text not null default '',
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, partner_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, added_by) references access.membership (organization_id, membership_id)
);
create unique index partner_once on planning.partner (organization_id, sender, qualifier) where ended_at is null;

-- One file, its bytes as they came. The same bytes are one row, however often they come.
create table planning.file (
  organization_id uuid not null references access.organization,
  file_id uuid not null,
  sha256 bytea not null,
  -- Stored outside of the row and as they are, so that one interchange is read without the whole file.
  bytes bytea not null,
  name text not null,
  came_by text not null check (came_by in ('page', 'post', 'folder')),
  received_at timestamptz not null,
  received_by uuid,
  -- How many interchanges stand in it; what is no interchange counts as one that cannot be read.
  parts int not null,
  primary key (organization_id, file_id),
  unique (organization_id, sha256),
  foreign key (organization_id, received_by) references access.membership (organization_id, membership_id)
);
alter table planning.file alter column bytes set storage external;

-- One interchange, once, in however many files it came: bytes `from_byte` up to `to_byte` of the first of them.
create table planning.interchange (
  organization_id uuid not null references access.organization,
  interchange_id uuid not null,
  file_id uuid not null,
  part int not null,
  from_byte int not null,
  to_byte int not null,
  -- Of its own bytes, without blanks around it: the same interchange alone or among others.
  sha256 bytea not null,
  received_at timestamptz not null,
  family text,
  sender text,
  qualifier text not null default '',
  control_reference text,
  customer_id uuid,
  state text not null check (state in ('unknown-sender', 'unreadable', 'quarantined', 'received', 'applied', 'set-aside')),
  -- Why it could not be read: the finding, with segment and position in the interchange.
  finding jsonb,
  -- The interchange that came before under the same control reference.
  conflicts_with uuid,
  decided_at timestamptz,
  decided_by uuid,
  primary key (organization_id, interchange_id),
  unique (organization_id, sha256),
  foreign key (organization_id, file_id) references planning.file,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, conflicts_with) references planning.interchange (organization_id, interchange_id),
  foreign key (organization_id, decided_by) references access.membership (organization_id, membership_id)
);
create index interchange_newest on planning.interchange (organization_id, received_at desc, interchange_id desc);
create index interchange_by_reference on planning.interchange (organization_id, sender, qualifier, control_reference);
create index interchange_to_apply on planning.interchange (organization_id, customer_id) where state = 'received';

-- What stands in a file, in its order.
create table planning.file_part (
  organization_id uuid not null references access.organization,
  file_id uuid not null,
  part int not null,
  interchange_id uuid not null,
  primary key (organization_id, file_id, part),
  foreign key (organization_id, file_id) references planning.file,
  foreign key (organization_id, interchange_id) references planning.interchange
);

create table planning.release (
  organization_id uuid not null references access.organization,
  release_id uuid not null,
  interchange_id uuid not null,
  message int not null,
  customer_id uuid not null,
  -- Releases of one thread replace each other: same plant of the customer.
  thread text not null,
  kind text not null check (kind in ('release', 'call-off')),
  document text not null,
  document_day date not null,
  -- The order of documents within a thread, as text that sorts.
  document_order text not null collate "C",
  message_type text not null,
  place text,
  -- Only 'applied' counts; the others are kept with the reason why they do not.
  state text not null check (state in ('applied', 'late', 'kept', 'cancellation', 'without-base')),
  replaces uuid,
  outside int not null default 0,
  changes int not null default 0,
  content jsonb not null,
  received_at timestamptz not null,
  applied_at timestamptz not null,
  primary key (organization_id, release_id),
  unique (organization_id, interchange_id, message),
  foreign key (organization_id, interchange_id) references planning.interchange,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, replaces) references planning.release (organization_id, release_id)
);
create index release_newest on planning.release (organization_id, applied_at desc, release_id desc);
create index release_of_customer on planning.release (organization_id, customer_id, applied_at desc, release_id desc);

create table planning.release_line (
  organization_id uuid not null references access.organization,
  release_id uuid not null,
  line int not null,
  customer_id uuid not null,
  -- Agreement line: place of delivery, item, order.
  line_key text not null,
  item text not null,
  description text,
  unit text,
  totals jsonb not null,
  curve jsonb not null,
  weeks jsonb not null,
  outside int not null,
  intervention_id uuid,
  -- The planner has accepted what this line asks: from here on it is the reference.
  agreed boolean not null default false,
  primary key (organization_id, release_id, line),
  foreign key (organization_id, release_id) references planning.release,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, intervention_id) references core.intervention
);
create index release_line_history on planning.release_line (organization_id, customer_id, line_key, release_id);
create index release_line_of_intervention on planning.release_line (organization_id, intervention_id) where intervention_id is not null;

-- How the planner answered an intervention: accepted, refused, or an offer that the customer takes or rejects.
create table planning.reply (
  organization_id uuid not null references access.organization,
  reply_id uuid not null,
  customer_id uuid not null,
  intervention_id uuid not null,
  release_id uuid not null,
  line int not null,
  item text not null,
  unit text,
  kind text not null check (kind in ('accept', 'refuse', 'offer')),
  asked jsonb not null,
  lines jsonb not null,
  words text not null,
  language text not null,
  -- The rule version by which he does so, as it was then: the customer sees no rule itself.
  rule jsonb,
  state text not null check (state in ('given', 'offered', 'taken', 'rejected')),
  made_at timestamptz not null,
  made_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  answer_words text,
  primary key (organization_id, reply_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, intervention_id) references core.intervention,
  foreign key (organization_id, release_id, line) references planning.release_line,
  foreign key (organization_id, made_by) references access.membership (organization_id, membership_id),
  foreign key (organization_id, answered_by) references access.membership (organization_id, membership_id)
);
create index reply_newest on planning.reply (organization_id, customer_id, made_at desc, reply_id desc);
create index reply_of_intervention on planning.reply (organization_id, intervention_id);
create unique index one_offer_at_a_time on planning.reply (organization_id, intervention_id) where state = 'offered';

create table planning.promise (
  organization_id uuid not null references access.organization,
  promise_id uuid not null,
  customer_id uuid not null,
  reply_id uuid not null,
  item text not null,
  unit text,
  asked_on date not null,
  asked_quantity numeric not null,
  promised_on date not null,
  promised_quantity numeric not null,
  made_at timestamptz not null,
  primary key (organization_id, promise_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, reply_id) references planning.reply
);
create index promise_newest on planning.promise (organization_id, made_at desc, promise_id desc);
create index promise_of_customer on planning.promise (organization_id, customer_id, made_at desc, promise_id desc);
create index promise_of_reply on planning.promise (organization_id, reply_id);

call sec.guard('planning.partner');
call sec.guard('planning.file');
call sec.guard('planning.interchange');
call sec.guard('planning.file_part');
call sec.guard('planning.release');
call sec.guard('planning.release_line');
call sec.guard('planning.reply');
call sec.guard('planning.promise');

-- A customer sees his own releases, what was answered to them, and what was promised to him; never a file of anybody, nor a partner.
call sec.guard_customer('planning.release');
call sec.guard_customer('planning.release_line');
call sec.guard_customer('planning.reply');
call sec.guard_customer('planning.promise');
create policy customer_takes_or_rejects on planning.reply for update to coprod_customer
  using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()) and state = 'offered')
  with check (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()) and state in ('taken', 'rejected'));
create policy customer_takes on planning.promise for insert to coprod_customer
  with check (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()));

grant select, insert on planning.partner, planning.file, planning.interchange, planning.file_part, planning.release, planning.release_line,
  planning.reply, planning.promise to coprod_staff, coprod_system;
grant update (ended_at) on planning.partner to coprod_staff;
grant update (state, customer_id, conflicts_with, decided_at, decided_by) on planning.interchange to coprod_staff, coprod_system;
grant update (agreed) on planning.release_line to coprod_staff;
grant select on planning.release, planning.release_line, planning.reply, planning.promise to coprod_customer;
grant update (state, answered_at, answered_by, answer_words) on planning.reply to coprod_customer;
grant insert on planning.promise to coprod_customer;

-- What was answered stays answered.
create function planning.refuse_answering_twice() returns trigger language plpgsql as $f$
begin
  if old.state <> 'offered' then raise exception 'the offer % has been answered', old.reply_id using errcode = 'CP007'; end if;
  return new;
end $f$;
create trigger an_answer_stays before update on planning.reply for each row execute function planning.refuse_answering_twice();
