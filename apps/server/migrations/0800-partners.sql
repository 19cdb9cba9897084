-- Partners: whose files are read how, by which way they may come, and how they are answered. What was a partner until now is an
-- identification of one.

alter table planning.partner rename to identification;
alter table planning.identification rename column partner_id to identification_id;
alter index planning.partner_pkey rename to identification_pkey;
alter index planning.partner_once rename to identification_once;

-- One customer as his EDI sees him. A customer with two systems is two partners.
create table planning.partner (
  organization_id uuid not null references access.organization,
  partner_id uuid not null,
  customer_id uuid not null,
  -- Files of a partner in test are read, shown and answered as tests, and never applied.
  mode text not null default 'production' check (mode in ('test', 'production')),
  -- How his files are read: a profile by name, and what he does differently from it.
  profile text not null default 'standard',
  overrides jsonb not null default '{}',
  -- Whether a planner may put his files in by hand. By machine he comes by his own key or folder, where he has one.
  by_hand boolean not null default true,
  -- When he is told that a file could be read (CONTRL, 997 or 999), that its envelope was (TA1), that it was taken in (APERAK).
  answer_syntax text not null default 'never' check (answer_syntax in ('never', 'refusals', 'always')),
  answer_envelope text not null default 'never' check (answer_envelope in ('never', 'refusals', 'always')),
  answer_application text not null default 'never' check (answer_application in ('never', 'refusals', 'always')),
  x12_answer text not null default '997' check (x12_answer in ('997', '999')),
  -- What is written to him, and in whose name. Without our own identification, it is the recipient of his last file.
  family text not null default 'edifact' check (family in ('edifact', 'x12', 'vda')),
  directory text not null default '96A' check (length(directory) between 1 and 12),
  own_id text check (length(own_id) between 1 and 35),
  own_qualifier text not null default '' check (length(own_qualifier) <= 4),
  -- Into this folder below the outgoing one; without, he fetches or somebody downloads.
  folder_out text check (folder_out ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  added_by uuid,
  added_at timestamptz not null,
  primary key (organization_id, partner_id),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, added_by) references access.membership (organization_id, membership_id)
);
create index partner_of_customer on planning.partner (organization_id, customer_id);

-- Until now a customer was one partner. The owner of the tables is bound by their policies too: not while they move.
alter table planning.identification no force row level security;
insert into planning.partner (organization_id, partner_id, customer_id, added_at)
  select organization_id, gen_random_uuid(), customer_id, min(added_at) from planning.identification group by 1, 3;
alter table planning.identification
  add column partner_id uuid,
  -- `interchange`: UNB, ISA or VDA number of the sender; `group`: GS02, of whoever sends through the same mailbox.
  add column kind text not null default 'interchange' check (kind in ('interchange', 'group'));
update planning.identification i set partner_id = p.partner_id
  from planning.partner p where p.organization_id = i.organization_id and p.customer_id = i.customer_id;
alter table planning.identification alter column partner_id set not null;
alter table planning.identification
  add foreign key (organization_id, partner_id) references planning.partner,
  drop column customer_id;
alter table planning.identification force row level security;
drop index planning.identification_once;
create unique index identification_once on planning.identification (organization_id, sender, qualifier)
  where ended_at is null and kind = 'interchange';
create index identification_of_partner on planning.identification (organization_id, partner_id);

-- By which ways a partner's machine comes. A key or a folder is one partner's.
create table planning.way (
  organization_id uuid not null references access.organization,
  way_id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('key', 'folder')),
  api_key_id uuid,
  label text not null,
  folder text check (folder ~ '^[a-z0-9][a-z0-9._-]{0,63}$' and folder not in ('done', 'refused')),
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, way_id),
  foreign key (organization_id, partner_id) references planning.partner,
  foreign key (organization_id, api_key_id) references access.api_key,
  foreign key (organization_id, added_by) references access.membership (organization_id, membership_id),
  check ((kind = 'key') = (api_key_id is not null) and (kind = 'folder') = (folder is not null))
);
create unique index key_of_one_partner on planning.way (organization_id, api_key_id) where ended_at is null;
create unique index folder_of_one_partner on planning.way (organization_id, folder) where ended_at is null;
create index way_of_partner on planning.way (organization_id, partner_id);

alter table planning.file
  -- The machine's key, or the folder below the common one, by which the file came.
  add column way_key uuid,
  add column way_folder text;

alter table planning.interchange
  add column partner_id uuid,
  add column test boolean not null default false,
  -- Why it is in quarantine.
  add column reason text check (reason in ('changed', 'way-of-another', 'not-his-way', 'not-by-hand', 'group-sender')),
  add foreign key (organization_id, partner_id) references planning.partner,
  drop constraint interchange_state_check,
  add constraint interchange_state_check
    check (state in ('unknown-sender', 'unreadable', 'quarantined', 'received', 'applied', 'set-aside', 'test'));
alter table planning.interchange no force row level security;
update planning.interchange set reason = 'changed' where conflicts_with is not null;
alter table planning.interchange force row level security;

-- The same document again, under whatever control reference, has no second effect; a net change waits for what it changes.
alter table planning.release
  add column digest bytea,
  drop constraint release_state_check,
  add constraint release_state_check check (state in ('applied', 'late', 'kept', 'cancellation', 'without-base', 'repeated'));
create index release_of_thread on planning.release (organization_id, customer_id, thread, document_order);

-- What leaves: written in the transaction of what it tells, sent afterwards, once. Control numbers count per partner, without gap.
create table planning.outgoing (
  organization_id uuid not null references access.organization,
  outgoing_id uuid not null,
  partner_id uuid not null,
  customer_id uuid not null,
  number bigint not null,
  control_reference text not null,
  kind text not null check (kind in ('CONTRL', 'APERAK', '997', '999', 'TA1', 'DESADV', '856', '4913')),
  name text not null,
  bytes bytea not null,
  test boolean not null,
  -- The interchange that it answers, and which message of it, -1 for all.
  answers uuid,
  message int not null default -1,
  -- The number under which it stands in it: what an answer about a document names.
  document text,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent')),
  sent_at timestamptz,
  sent_by text check (sent_by in ('folder', 'pick-up', 'page')),
  -- What he said of it.
  verdict text check (verdict in ('received', 'accepted', 'rejected')),
  verdict_words text,
  verdict_by uuid,
  verdict_at timestamptz,
  primary key (organization_id, outgoing_id),
  unique (organization_id, partner_id, number),
  foreign key (organization_id, partner_id) references planning.partner,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, answers) references planning.interchange (organization_id, interchange_id),
  foreign key (organization_id, verdict_by) references planning.interchange (organization_id, interchange_id)
);
create unique index answered_once on planning.outgoing (organization_id, answers, kind, message) where answers is not null;
create index outgoing_by_document on planning.outgoing (organization_id, partner_id, document) where document is not null;
create index outgoing_newest on planning.outgoing (organization_id, made_at desc, outgoing_id desc);
create index outgoing_of_partner on planning.outgoing (organization_id, partner_id, made_at desc, outgoing_id desc);
create index outgoing_waiting on planning.outgoing (organization_id, partner_id) where state = 'waiting';

call sec.guard('planning.partner');
call sec.guard('planning.way');
call sec.guard('planning.outgoing');

grant select, insert on planning.partner, planning.way, planning.outgoing to coprod_staff, coprod_system;
grant update (mode, profile, overrides, by_hand, answer_syntax, answer_envelope, answer_application, x12_answer, family, directory,
  own_id, own_qualifier, folder_out) on planning.partner to coprod_staff;
grant update (ended_at) on planning.way to coprod_staff;
grant update (state, sent_at, sent_by) on planning.outgoing to coprod_staff, coprod_system;
grant update (verdict, verdict_words, verdict_by, verdict_at) on planning.outgoing to coprod_system;
grant update (partner_id, reason) on planning.interchange to coprod_staff, coprod_system;
grant update (state, replaces, outside, changes, applied_at) on planning.release to coprod_system;
