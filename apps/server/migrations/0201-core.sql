-- What the three ways in share: interventions, rules and their versions, proposals, decisions, transmissions.

-- Running numbers per organization: R-31, P-118, I-204; T- counts per customer.
create table core.counter (
  organization_id uuid not null references access.organization,
  name text not null,
  value int not null,
  primary key (organization_id, name)
);

create table core.file (
  organization_id uuid not null references access.organization,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  sha256 bytea not null,
  kept_at timestamptz not null default now(),
  primary key (organization_id, file_id)
);

create table core.intervention (
  organization_id uuid not null references access.organization,
  intervention_id uuid not null,
  number int not null,
  channel text not null check (channel in ('certification', 'voice', 'planning')),
  customer_id uuid,
  customer_label text,
  words text not null,
  words_language text not null,
  source_kind text not null,
  source_id uuid,
  consent text not null default 'by-name' check (consent in ('by-name', 'without-name', 'none')),
  happened_at timestamptz not null,
  received_at timestamptz not null,
  brought_by uuid,
  state text not null default 'open' check (state in ('open', 'offered', 'answered', 'refused', 'withdrawn')),
  due_at timestamptz,
  assigned_to uuid,
  answer text,
  answer_language text,
  answered_at timestamptz,
  answered_by uuid,
  primary key (organization_id, intervention_id),
  unique (organization_id, number),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, brought_by) references access.membership (organization_id, membership_id),
  foreign key (organization_id, assigned_to) references access.membership (organization_id, membership_id),
  foreign key (organization_id, answered_by) references access.membership (organization_id, membership_id)
);
create index intervention_newest on core.intervention (organization_id, received_at desc, intervention_id desc);
create index intervention_of_customer on core.intervention (organization_id, customer_id, received_at desc);
create index intervention_open on core.intervention (organization_id, due_at) where state in ('open', 'offered');

create table core.rule (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  number int not null,
  label text not null,
  kind text not null check (kind in ('procedure', 'planning', 'service')),
  regulation text not null check (regulation in ('control', 'autonomous', 'joint')),
  title text not null,
  language text not null check (language in ('en', 'fr')),
  customer_id uuid,
  owner_id uuid not null,
  review_on date,
  version int not null default 0,
  withdrawn_at timestamptz,
  made_at timestamptz not null default now(),
  primary key (organization_id, rule_id),
  unique (organization_id, number),
  unique (organization_id, label),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, owner_id) references access.membership (organization_id, membership_id)
);
create index rule_by_kind on core.rule (organization_id, kind, number);

create table core.proposal (
  organization_id uuid not null references access.organization,
  proposal_id uuid not null,
  number int not null,
  rule_id uuid not null,
  base_version int not null,
  title text not null,
  why text not null default '',
  state text not null check (state in ('draft', 'open', 'decided', 'refused', 'withdrawn')),
  method text not null check (method in ('by-owner', 'by-consent')),
  term timestamptz,
  regulation text not null check (regulation in ('control', 'autonomous', 'joint')),
  effect_hours text not null default '',
  effect_pace text not null default '',
  effect_mobility text not null default '',
  effect_autonomy text not null default '',
  proposed_by uuid not null,
  begun_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (organization_id, proposal_id),
  unique (organization_id, number),
  foreign key (organization_id, rule_id) references core.rule,
  foreign key (organization_id, proposed_by) references access.membership (organization_id, membership_id)
);
create index proposal_of_rule on core.proposal (organization_id, rule_id, number);
create index proposal_newest on core.proposal (organization_id, begun_at desc, proposal_id desc);

-- A draft is kept block by block, each with its own revision: two people on one draft meet at a block, never over a whole text.
create table core.draft_block (
  organization_id uuid not null references access.organization,
  proposal_id uuid not null,
  block_id uuid not null,
  rank text not null collate "C",
  kind text not null check (kind in ('heading', 'paragraph', 'list', 'table', 'picture')),
  content jsonb not null,
  secret boolean not null default false,
  from_block_id uuid,
  revision int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  removed boolean not null default false,
  primary key (organization_id, proposal_id, block_id),
  foreign key (organization_id, proposal_id) references core.proposal
);

create table core.draft_parameter (
  organization_id uuid not null references access.organization,
  proposal_id uuid not null,
  name text not null,
  value jsonb not null,
  revision int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  primary key (organization_id, proposal_id, name),
  foreign key (organization_id, proposal_id) references core.proposal
);

-- Which customer's words a proposal answers; with a block or parameter: precisely where.
create table core.proposal_intervention (
  organization_id uuid not null references access.organization,
  proposal_id uuid not null,
  intervention_id uuid not null,
  block_id uuid,
  parameter text,
  linked_by uuid not null,
  linked_at timestamptz not null default now(),
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, intervention_id) references core.intervention
);
create unique index proposal_intervention_once on core.proposal_intervention
  (organization_id, proposal_id, intervention_id, coalesce(block_id, organization_id), coalesce(parameter, ''));
create index proposal_of_intervention on core.proposal_intervention (organization_id, intervention_id);

-- Arguments and objections, each objection answered in its own row.
create table core.remark (
  organization_id uuid not null references access.organization,
  remark_id uuid not null,
  proposal_id uuid not null,
  kind text not null check (kind in ('argument', 'objection')),
  ground text check (ground in ('hours', 'pace', 'mobility', 'autonomy', 'other')),
  block_id uuid,
  block_text text,
  words text not null check (length(words) between 1 and 10000),
  said_by uuid not null,
  said_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (organization_id, remark_id),
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, said_by) references access.membership (organization_id, membership_id)
);
create index remark_of_proposal on core.remark (organization_id, proposal_id, said_at);

create table core.answer (
  organization_id uuid not null references access.organization,
  answer_id uuid not null,
  remark_id uuid not null,
  words text not null check (length(words) between 1 and 10000),
  said_by uuid not null,
  said_at timestamptz not null default now(),
  primary key (organization_id, answer_id),
  foreign key (organization_id, remark_id) references core.remark,
  foreign key (organization_id, said_by) references access.membership (organization_id, membership_id)
);
create index answer_of_remark on core.answer (organization_id, remark_id);

-- Where each person stands on an open proposal: consents, or silent (no row). Objecting is a remark.
create table core.voice_on_proposal (
  organization_id uuid not null references access.organization,
  proposal_id uuid not null,
  membership_id uuid not null,
  given_at timestamptz not null default now(),
  in_name_of uuid,
  primary key (organization_id, proposal_id, membership_id),
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, membership_id) references access.membership,
  foreign key (organization_id, in_name_of) references access.customer (organization_id, customer_id)
);

create table core.decision (
  organization_id uuid not null references access.organization,
  decision_id uuid not null,
  proposal_id uuid not null,
  rule_id uuid not null,
  version int,
  outcome text not null check (outcome in ('adopted', 'refused')),
  method text not null check (method in ('by-owner', 'by-consent')),
  reasons text not null,
  decided_by uuid not null,
  in_whose_name text not null,
  meaning text not null,
  credential text not null check (credential in ('password', 'passkey', 'demo')),
  content_sha256 bytea not null,
  decided_at timestamptz not null,
  primary key (organization_id, decision_id),
  unique (organization_id, proposal_id),
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, decided_by) references access.membership (organization_id, membership_id)
);

create table core.rule_version (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  regulation text not null,
  proposal_id uuid not null,
  decision_id uuid not null,
  in_force_from timestamptz not null,
  primary key (organization_id, rule_id, version),
  foreign key (organization_id, rule_id) references core.rule,
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, decision_id) references core.decision
);

-- Every version holds all its blocks; `changed` says that the block reads otherwise than in the version before.
create table core.block_version (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  version int not null,
  block_id uuid not null,
  position int not null,
  kind text not null check (kind in ('heading', 'paragraph', 'list', 'table', 'picture')),
  content jsonb not null,
  secret boolean not null,
  changed boolean not null,
  from_block_id uuid,
  primary key (organization_id, rule_id, version, block_id),
  foreign key (organization_id, rule_id, version) references core.rule_version
);
create index block_version_changes on core.block_version (organization_id, rule_id, block_id, version) where changed;

create table core.parameter_version (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  version int not null,
  name text not null,
  value jsonb not null,
  changed boolean not null,
  primary key (organization_id, rule_id, version, name),
  foreign key (organization_id, rule_id, version) references core.rule_version
);

-- "We work by this version", "I apply it differently here, because": said by those who apply the rule, newest counts.
create table core.use_report (
  organization_id uuid not null references access.organization,
  use_report_id uuid not null,
  rule_id uuid not null,
  version int not null,
  membership_id uuid not null,
  team_id uuid,
  kind text not null check (kind in ('in-use', 'differently', 'read')),
  because text not null default '',
  block_id uuid,
  said_at timestamptz not null default now(),
  primary key (organization_id, use_report_id),
  foreign key (organization_id, rule_id, version) references core.rule_version,
  foreign key (organization_id, membership_id) references access.membership,
  foreign key (organization_id, team_id) references access.team
);
create index use_report_of_rule on core.use_report (organization_id, rule_id, said_at desc);

-- An act of the program or of a person under rules, and the versions it used. An act without them cannot be committed.
create table core.act (
  organization_id uuid not null references access.organization,
  act_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  customer_id uuid,
  acted_at timestamptz not null default now(),
  primary key (organization_id, act_id),
  foreign key (organization_id, customer_id) references access.customer
);
create index act_of_subject on core.act (organization_id, subject_id);

create table core.act_rule (
  organization_id uuid not null references access.organization,
  act_id uuid not null,
  rule_id uuid not null,
  version int not null,
  parameters jsonb not null,
  primary key (organization_id, act_id, rule_id),
  foreign key (organization_id, act_id) references core.act,
  foreign key (organization_id, rule_id, version) references core.rule_version
);
create index act_of_rule on core.act_rule (organization_id, rule_id, act_id);

create function core.refuse_an_act_without_rules() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $f$
begin
  if not exists (select from core.act_rule r where r.organization_id = new.organization_id and r.act_id = new.act_id) then
    raise exception 'the act % names no rule version', new.act_id using errcode = 'CP003';
  end if;
  return null;
end $f$;
revoke all on function core.refuse_an_act_without_rules() from public;
create constraint trigger an_act_names_its_rules after insert on core.act deferrable initially deferred
  for each row execute function core.refuse_an_act_without_rules();

-- What was handed to a customer: the exact bytes, and what became of them.
create table core.transmission (
  organization_id uuid not null references access.organization,
  transmission_id uuid not null,
  number int not null,
  customer_id uuid not null,
  subject_kind text not null check (subject_kind in ('rule', 'answer', 'statement')),
  rule_id uuid,
  version int,
  title text not null,
  language text not null,
  document jsonb not null,
  bytes bytea not null,
  sha256 bytea not null,
  pdf bytea,
  pdf_sha256 bytea,
  entry_id uuid not null,
  transmitted_by uuid not null,
  transmitted_at timestamptz not null,
  seen_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  acknowledged_name text,
  acknowledgement_due_on date,
  superseded_by uuid,
  primary key (organization_id, transmission_id),
  unique (organization_id, customer_id, number),
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, rule_id, version) references core.rule_version,
  foreign key (organization_id, entry_id) references core.ledger_entry,
  foreign key (organization_id, transmitted_by) references access.membership (organization_id, membership_id),
  foreign key (organization_id, acknowledged_by) references access.membership (organization_id, membership_id)
);
create index transmission_of_rule on core.transmission (organization_id, rule_id, version);
create index transmission_newest on core.transmission (organization_id, transmitted_at desc, transmission_id desc);
create index transmission_of_customer on core.transmission (organization_id, customer_id, transmitted_at desc);

-- Which blocks were open or granted in a transmission: what lineage may tell of it.
create table core.transmission_block (
  organization_id uuid not null references access.organization,
  transmission_id uuid not null,
  block_id uuid not null,
  disclosed boolean not null,
  primary key (organization_id, transmission_id, block_id),
  foreign key (organization_id, transmission_id) references core.transmission
);
create index transmission_of_block on core.transmission_block (organization_id, block_id);

-- One secret block granted to one customer under an agreement.
create table core.disclosure (
  organization_id uuid not null references access.organization,
  disclosure_id uuid not null,
  rule_id uuid not null,
  block_id uuid not null,
  customer_id uuid not null,
  agreement text not null check (length(agreement) between 1 and 500),
  granted_by uuid not null,
  second_by uuid,
  granted_at timestamptz not null default now(),
  until date,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organization_id, disclosure_id),
  foreign key (organization_id, rule_id) references core.rule,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, granted_by) references access.membership (organization_id, membership_id)
);
create unique index disclosure_once on core.disclosure (organization_id, block_id, customer_id) where revoked_at is null;

-- What can be found by searching, and by whom: the organization, one of its teams, or one customer.
create table core.search_document (
  organization_id uuid not null references access.organization,
  subject_kind text not null,
  subject_id uuid not null,
  audience text not null,
  label text not null,
  title text not null,
  body text not null,
  words tsvector generated always as (
    setweight(to_tsvector('simple', label || ' ' || title), 'A') || setweight(to_tsvector('simple', body), 'B')) stored,
  changed_at timestamptz not null default now(),
  primary key (organization_id, subject_kind, subject_id, audience)
);
create index search_document_words on core.search_document using gin (words);

-- `@@` is not leakproof, so under row security the index would not be used: this function does the check itself and is the one reviewed door.
create function core.search(query text, most int) returns table (subject_kind text, subject_id uuid, label text, title text, passage text, rank real)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
declare
  inside uuid := sec.staff_organization();
  outside uuid := sec.customer_organization();
  here uuid := coalesce(inside, outside);
  mine text[];
  wanted tsquery;
begin
  if here is null then return; end if;
  if inside is not null then
    select array['organization'] || coalesce(array_agg('team:' || m.team_id) filter (where m.team_id is not null), '{}') into mine
      from access.membership m where m.organization_id = here and m.membership_id = sec.membership();
  else
    mine := array['customer:' || sec.customer()];
  end if;
  select string_agg(quote_literal(word) || ':*', ' & ')::tsquery into wanted
    from regexp_split_to_table(lower(left(query, 200)), '[^[:alnum:]]+') word where word <> '';
  if wanted is null then return; end if;
  return query select d.subject_kind, d.subject_id, d.label, d.title, left(d.body, 200), ts_rank(d.words, wanted)
    from core.search_document d
    where d.organization_id = here and d.audience = any (mine) and d.words @@ wanted
    order by ts_rank(d.words, wanted) desc, d.changed_at desc limit least(most, 50);
end $f$;
revoke all on function core.search(text, int) from public;
grant execute on function core.search(text, int) to coprod_staff, coprod_customer;

-- A customer's words are put before searchers in his own transaction. He may not read the table, so `on conflict` is closed to him:
-- this function adds what is new and never replaces what is there.
create function core.add_search_document(kind text, subject uuid, audience text, label text, title text, body text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $f$
  insert into core.search_document (organization_id, subject_kind, subject_id, audience, label, title, body)
  select sec.customer_organization(), kind, subject, audience, label, title, body
  where sec.customer_organization() is not null
  on conflict do nothing
$f$;
revoke all on function core.add_search_document(text, uuid, text, text, text, text) from public;
grant execute on function core.add_search_document(text, uuid, text, text, text, text) to coprod_customer;

call sec.guard('core.counter');
call sec.guard('core.file');
call sec.guard('core.intervention');
call sec.guard('core.rule');
call sec.guard('core.proposal');
call sec.guard('core.draft_block');
call sec.guard('core.draft_parameter');
call sec.guard('core.proposal_intervention');
call sec.guard('core.remark');
call sec.guard('core.answer');
call sec.guard('core.voice_on_proposal');
call sec.guard('core.decision');
call sec.guard('core.rule_version');
call sec.guard('core.block_version');
call sec.guard('core.parameter_version');
call sec.guard('core.use_report');
call sec.guard('core.act');
call sec.guard('core.act_rule');
call sec.guard('core.transmission');
call sec.guard('core.transmission_block');
call sec.guard('core.disclosure');
call sec.guard('core.search_document');
-- Definer functions run as the owner, whom FORCE holds: these policies are what they need, no more.
create policy owner_reads on core.act_rule for select to current_user using (true);
create policy owner_searches on core.search_document for select to current_user using (true);
create policy owner_adds on core.search_document for insert to current_user with check (true);
create policy owner_reads on access.membership for select to current_user using (true);

-- A customer sees his own interventions, what was transmitted to him, and what was granted to him. Never a rule, a draft or a debate.
call sec.guard_customer('core.intervention');
call sec.guard_customer('core.transmission');
call sec.guard_customer('core.disclosure');
create policy customer_writes on core.intervention for insert to coprod_customer
  with check (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()));
create policy customer_answers on core.intervention for update to coprod_customer
  using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()));
create policy customer_sees_and_acknowledges on core.transmission for update to coprod_customer
  using (organization_id = (select sec.customer_organization()) and customer_id = (select sec.customer()));
create policy customer_counts on core.counter to coprod_customer
  using (organization_id = (select sec.customer_organization()) and name = 'intervention')
  with check (organization_id = (select sec.customer_organization()) and name = 'intervention');

grant select, insert on core.counter, core.file, core.intervention, core.rule, core.proposal, core.draft_block, core.draft_parameter,
  core.proposal_intervention, core.remark, core.answer, core.voice_on_proposal, core.decision, core.rule_version, core.block_version,
  core.parameter_version, core.use_report, core.act, core.act_rule, core.transmission, core.transmission_block, core.disclosure,
  core.search_document to coprod_staff, coprod_system;
grant update on core.counter, core.search_document to coprod_staff, coprod_system;
grant delete on core.search_document, core.proposal_intervention, core.voice_on_proposal to coprod_staff, coprod_system;
grant update (state, due_at, assigned_to, answer, answer_language, answered_at, answered_by, consent, words, customer_label) on core.intervention to coprod_staff, coprod_system;
grant update (title, owner_id, review_on, version, regulation, withdrawn_at) on core.rule to coprod_staff, coprod_system;
grant update (title, why, state, method, term, regulation, base_version, effect_hours, effect_pace, effect_mobility, effect_autonomy, opened_at, closed_at)
  on core.proposal to coprod_staff, coprod_system;
grant update (rank, kind, content, secret, from_block_id, revision, changed_by, changed_at, removed) on core.draft_block to coprod_staff, coprod_system;
grant update (value, revision, changed_by, changed_at) on core.draft_parameter to coprod_staff, coprod_system;
grant update (withdrawn_at) on core.remark to coprod_staff;
grant update (superseded_by, pdf, pdf_sha256) on core.transmission to coprod_staff, coprod_system;
grant update (revoked_at, revoked_by) on core.disclosure to coprod_staff;
grant select, insert on core.intervention, core.counter to coprod_customer;
grant update (value) on core.counter to coprod_customer;
grant update (state, consent) on core.intervention to coprod_customer;
grant select on core.transmission, core.disclosure to coprod_customer;
grant update (seen_at, acknowledged_at, acknowledged_by, acknowledged_name) on core.transmission to coprod_customer;

-- What is closed stays closed, whatever a program tries: a decided proposal and its draft take no change.
create function core.refuse_changing_what_is_closed() returns trigger language plpgsql as $f$
begin
  if old.state in ('decided', 'refused', 'withdrawn') then
    raise exception 'proposal % is closed', old.proposal_id using errcode = 'CP004';
  end if;
  return new;
end $f$;
create trigger closed_stays_closed before update on core.proposal for each row execute function core.refuse_changing_what_is_closed();

create function core.refuse_changing_a_closed_draft() returns trigger language plpgsql as $f$
begin
  if exists (select from core.proposal p where p.organization_id = new.organization_id and p.proposal_id = new.proposal_id
             and p.state in ('decided', 'refused', 'withdrawn')) then
    raise exception 'proposal % is closed', new.proposal_id using errcode = 'CP004';
  end if;
  return new;
end $f$;
create trigger closed_draft_stays before insert or update on core.draft_block for each row execute function core.refuse_changing_a_closed_draft();
create trigger closed_draft_stays before insert or update on core.draft_parameter for each row execute function core.refuse_changing_a_closed_draft();

-- The words of a customer are verbatim: they may be withdrawn by erasing them, never rewritten.
create function core.refuse_rewriting_words() returns trigger language plpgsql as $f$
begin
  if new.words <> old.words and new.words <> '' then raise exception 'the customer''s words are never edited' using errcode = 'CP005'; end if;
  return new;
end $f$;
create trigger words_are_verbatim before update on core.intervention for each row execute function core.refuse_rewriting_words();

-- Sent, seen and acknowledged happen once.
create function core.refuse_unsaying() returns trigger language plpgsql as $f$
begin
  if (old.seen_at is not null and new.seen_at is distinct from old.seen_at)
    or (old.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at)
    or (old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by) then
    raise exception 'transmission % : what happened stays', old.transmission_id using errcode = 'CP006';
  end if;
  return new;
end $f$;
create trigger what_happened_stays before update on core.transmission for each row execute function core.refuse_unsaying();
