-- Expectations that technicians bring from customers, gathered into themes, and the answers that go back.
--
-- Who brought an expectation stands in voice.capture, which nobody reads but himself: no list can count or rank by person.
-- Who said it stands in voice.speaker, apart from the words, so that words cited without a name have none beside them.

create schema voice;
grant usage on schema voice to coprod_staff, coprod_customer, coprod_system;

create table voice.theme (
  organization_id uuid not null references access.organization,
  theme_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  language text not null check (language in ('en', 'fr')),
  state text not null default 'open' check (state in ('open', 'proposed', 'answered')),
  -- Counted anew at each joining, by voice.weigh: whoever reads the list sees the same weight, whatever words he may see.
  customers int not null default 0,
  expectations int not null default 0,
  sites int not null default 0,
  counted_only int not null default 0,
  made_at timestamptz not null,
  primary key (organization_id, theme_id)
);
create index theme_by_weight on voice.theme (organization_id, customers desc, theme_id desc);

create table voice.expectation (
  organization_id uuid not null references access.organization,
  -- Made on the phone: what is sent twice has one effect.
  expectation_id uuid not null,
  team_id uuid,
  words text not null check (length(words) <= 10000),
  words_language text not null check (words_language in ('en', 'fr')),
  consent text not null check (consent in ('by-name', 'without-name', 'none')),
  happened_at timestamptz not null,
  received_at timestamptz not null,
  -- Until then only the technician's peers see it.
  lead_from timestamptz not null,
  heard int not null default 1,
  photos int not null default 0,
  theme_id uuid,
  intervention_id uuid,
  cited_at timestamptz,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, expectation_id),
  foreign key (organization_id, team_id) references access.team,
  foreign key (organization_id, theme_id) references voice.theme,
  foreign key (organization_id, intervention_id) references core.intervention
);
create index expectation_newest on voice.expectation (organization_id, received_at desc, expectation_id desc);
create index expectation_of_team on voice.expectation (organization_id, team_id, received_at desc, expectation_id desc);
create index expectation_of_theme on voice.expectation (organization_id, theme_id, received_at desc) where theme_id is not null;
create index expectation_of_intervention on voice.expectation (organization_id, intervention_id) where intervention_id is not null;

create table voice.speaker (
  organization_id uuid not null,
  expectation_id uuid not null,
  -- Null where a household is only named.
  customer_id uuid,
  customer_label text not null check (length(customer_label) <= 200),
  site text not null default '' check (length(site) <= 200),
  -- The same for the same customer: what is counted. It outlives the name.
  who uuid not null,
  primary key (organization_id, expectation_id),
  foreign key (organization_id, expectation_id) references voice.expectation,
  foreign key (organization_id, customer_id) references access.customer
);
create index speaker_of_customer on voice.speaker (organization_id, customer_id) where customer_id is not null;

create table voice.capture (
  organization_id uuid not null,
  expectation_id uuid not null,
  captured_by uuid not null,
  contact_mail text,
  contact_phone text,
  -- Over the salt and what was sent: tells a repeated capture from another one under the same id, and stands in the ledger.
  digest bytea,
  salt bytea,
  primary key (organization_id, expectation_id),
  foreign key (organization_id, expectation_id) references voice.expectation,
  foreign key (organization_id, captured_by) references access.membership (organization_id, membership_id)
);

-- The technician's own professional view: a field of its own, never merged with the customer's words.
create table voice.technician_view (
  organization_id uuid not null,
  expectation_id uuid not null,
  view text not null check (length(view) between 1 and 10000),
  view_language text not null check (view_language in ('en', 'fr')),
  primary key (organization_id, expectation_id),
  foreign key (organization_id, expectation_id) references voice.expectation
);

create table voice.photo (
  organization_id uuid not null,
  photo_id uuid not null,
  expectation_id uuid not null,
  media_type text not null,
  -- Null once the words were withdrawn.
  bytes bytea,
  sent_sha256 bytea,
  kept_at timestamptz not null,
  primary key (organization_id, photo_id),
  foreign key (organization_id, expectation_id) references voice.expectation
);
create index photo_of_expectation on voice.photo (organization_id, expectation_id);

-- "I heard the same": each once; only the sum is shown.
create table voice.heard (
  organization_id uuid not null,
  expectation_id uuid not null,
  membership_id uuid not null,
  heard_at timestamptz not null,
  primary key (organization_id, expectation_id, membership_id),
  foreign key (organization_id, expectation_id) references voice.expectation,
  foreign key (organization_id, membership_id) references access.membership
);

create table voice.consent_change (
  organization_id uuid not null,
  consent_change_id uuid not null,
  expectation_id uuid not null,
  before text not null check (before in ('by-name', 'without-name', 'none')),
  after text not null check (after in ('by-name', 'without-name', 'none')),
  asked_by text not null check (asked_by in ('technician', 'customer')),
  reason text not null default '' check (length(reason) <= 1000),
  changed_at timestamptz not null,
  primary key (organization_id, consent_change_id),
  foreign key (organization_id, expectation_id) references voice.expectation
);
create index consent_change_of_expectation on voice.consent_change (organization_id, expectation_id, changed_at);

-- Each joining of an expectation to a theme. A split is a joining that came from another theme; undoing one leads back there.
create table voice.joining (
  organization_id uuid not null,
  joining_id uuid not null,
  theme_id uuid not null,
  expectation_id uuid not null,
  from_theme_id uuid,
  because text[] not null default '{}',
  joined_by uuid not null,
  joined_at timestamptz not null,
  undone_at timestamptz,
  primary key (organization_id, joining_id),
  foreign key (organization_id, theme_id) references voice.theme,
  foreign key (organization_id, from_theme_id) references voice.theme (organization_id, theme_id),
  foreign key (organization_id, expectation_id) references voice.expectation,
  foreign key (organization_id, joined_by) references access.membership (organization_id, membership_id)
);
create index joining_of_theme on voice.joining (organization_id, theme_id, joined_at desc);
create unique index joining_once on voice.joining (organization_id, expectation_id) where undone_at is null;

create table voice.theme_proposal (
  organization_id uuid not null,
  theme_id uuid not null,
  proposal_id uuid not null,
  begun_at timestamptz not null,
  primary key (organization_id, theme_id, proposal_id),
  foreign key (organization_id, theme_id) references voice.theme,
  foreign key (organization_id, proposal_id) references core.proposal
);
create index theme_of_proposal on voice.theme_proposal (organization_id, proposal_id);

-- What went back to somebody who was cited: exactly these bytes, until he withdraws his words.
create table voice.answer (
  organization_id uuid not null,
  answer_id uuid not null,
  expectation_id uuid not null,
  proposal_id uuid not null,
  decision_id uuid not null,
  customer_id uuid,
  language text not null check (language in ('en', 'fr')),
  rule_title text not null,
  bytes bytea,
  sha256 bytea,
  entry_id uuid not null,
  token_hash bytea not null,
  mailed boolean not null default false,
  answered_at timestamptz not null,
  seen_at timestamptz,
  contested_at timestamptz,
  contest_words text check (length(contest_words) <= 5000),
  reply text check (length(reply) <= 5000),
  replied_at timestamptz,
  primary key (organization_id, answer_id),
  unique (organization_id, expectation_id, decision_id),
  foreign key (organization_id, expectation_id) references voice.expectation,
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, decision_id) references core.decision,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, entry_id) references core.ledger_entry
);
create unique index answer_by_token on voice.answer (organization_id, token_hash);
create index answer_of_decision on voice.answer (organization_id, decision_id);
create index answer_of_customer on voice.answer (organization_id, customer_id, answered_at desc) where customer_id is not null;
create index answer_contested on voice.answer (organization_id, contested_at) where contested_at is not null and replied_at is null;

call sec.guard('voice.theme');
call sec.guard('voice.joining');
call sec.guard('voice.theme_proposal');

do $do$
declare
  guarded text;
  -- Peers at once, whoever brought it always, the lead when the peers' days are over. `expectation` is the row in question.
  team constant text := $s$(
    (expectation.team_id is not distinct from (select m.team_id from access.membership m
        where m.organization_id = (select sec.staff_organization()) and m.membership_id = (select sec.membership()))
      and case when (select sec.has_role('team-lead')) then expectation.lead_from <= now() else (select sec.has_role('technician')) end)
    or exists (select from voice.capture mine where mine.organization_id = expectation.organization_id and mine.expectation_id = expectation.expectation_id))$s$;
  seen constant text := $s$exists (select from voice.expectation expectation
    where expectation.organization_id = %1$I.organization_id and expectation.expectation_id = %1$I.expectation_id%2$s)$s$;
begin
  foreach guarded in array array['expectation', 'speaker', 'capture', 'technician_view', 'photo', 'heard', 'consent_change', 'answer'] loop
    execute format('alter table voice.%I enable row level security', guarded);
    execute format('alter table voice.%I force row level security', guarded);
    execute format($s$create policy system on voice.%I to coprod_system
      using (organization_id = (select sec.system_organization())) with check (organization_id = (select sec.system_organization()))$s$, guarded);
    execute format($s$create policy staff_writes on voice.%I for insert to coprod_staff
      with check (organization_id = (select sec.staff_organization()))$s$, guarded);
    if guarded <> 'capture' then
      execute format($s$create policy staff_changes on voice.%I for update to coprod_staff
        using (organization_id = (select sec.staff_organization()))$s$, guarded);
    end if;
  end loop;

  create policy own on voice.capture for select to coprod_staff
    using (organization_id = (select sec.staff_organization()) and captured_by = (select sec.membership()));
  create policy own on voice.heard for select to coprod_staff
    using (organization_id = (select sec.staff_organization()) and membership_id = (select sec.membership()));
  create policy own_taken_back on voice.heard for delete to coprod_staff
    using (organization_id = (select sec.staff_organization()) and membership_id = (select sec.membership()));

  -- The others see what is joined to a theme and may be cited.
  execute format($s$create policy team_or_joined on voice.expectation for select to coprod_staff
    using (organization_id = (select sec.staff_organization()) and ((theme_id is not null and consent <> 'none') or %s))$s$, team);
  execute format($s$create policy team_or_named on voice.speaker for select to coprod_staff
    using (organization_id = (select sec.staff_organization()) and %s)$s$,
    format(seen, 'speaker', format(' and (expectation.consent = ''by-name'' or %s)', team)));
  foreach guarded in array array['technician_view', 'photo'] loop
    execute format($s$create policy team_only on voice.%I for select to coprod_staff
      using (organization_id = (select sec.staff_organization()) and %s)$s$, guarded, format(seen, guarded, ' and ' || team));
  end loop;
  foreach guarded in array array['consent_change', 'answer'] loop
    execute format($s$create policy with_the_expectation on voice.%I for select to coprod_staff
      using (organization_id = (select sec.staff_organization()) and %s)$s$, guarded, format(seen, guarded, ''));
  end loop;
end $do$;

-- A customer reads his own words once they are cited, and what he was answered.
call sec.guard_customer('voice.speaker');
call sec.guard_customer('voice.answer');
create policy customer_reads on voice.expectation for select to coprod_customer
  using (organization_id = (select sec.customer_organization()) and cited_at is not null and exists (
    select from voice.speaker s where s.organization_id = expectation.organization_id and s.expectation_id = expectation.expectation_id));

-- The weight of a theme: over all its expectations, also those whose words the caller may not see. Counts only: one reviewed door.
create policy owner_reads on voice.expectation for select to current_user using (true);
create policy owner_reads on voice.speaker for select to current_user using (true);
create function voice.weigh(theme uuid) returns table (customers int, expectations int, sites int, counted_only int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $f$
  select count(distinct s.who)::int, count(*)::int, count(distinct (s.who, lower(s.site))) filter (where s.site <> '')::int,
    count(*) filter (where e.consent = 'none')::int
  from voice.expectation e
  join voice.speaker s on s.organization_id = e.organization_id and s.expectation_id = e.expectation_id
  where e.organization_id = sec.inside() and e.theme_id = theme
$f$;
revoke all on function voice.weigh(uuid) from public;
grant execute on function voice.weigh(uuid) to coprod_staff, coprod_system;

grant select, insert on voice.theme, voice.joining, voice.theme_proposal, voice.expectation, voice.speaker, voice.capture, voice.technician_view,
  voice.photo, voice.heard, voice.consent_change to coprod_staff, coprod_system;
grant update (title, state, customers, expectations, sites, counted_only) on voice.theme to coprod_staff, coprod_system;
grant delete on voice.heard to coprod_staff;
grant update (undone_at) on voice.joining to coprod_staff;
grant update (heard, photos, theme_id, intervention_id, cited_at, consent) on voice.expectation to coprod_staff;
grant update (words, consent, withdrawn_at, answered_at) on voice.expectation to coprod_system;
grant update (customer_label, site) on voice.speaker to coprod_system;
grant update (because) on voice.joining to coprod_system;
grant update (contact_mail, contact_phone, digest, salt) on voice.capture to coprod_system;
grant update (bytes, sent_sha256) on voice.photo to coprod_system;
-- To whom an answer went is not told to the organization side: the words may be cited without a name.
grant select (organization_id, answer_id, expectation_id, proposal_id, decision_id, language, rule_title, mailed, answered_at, seen_at, contested_at,
  contest_words, reply, replied_at) on voice.answer to coprod_staff;
grant update (token_hash, reply, replied_at) on voice.answer to coprod_staff;
grant select, insert on voice.answer to coprod_system;
grant update (bytes, sha256, seen_at, contested_at, contest_words, reply) on voice.answer to coprod_system;
grant select (organization_id, expectation_id, words, words_language, consent, happened_at, received_at, cited_at, answered_at, withdrawn_at)
  on voice.expectation to coprod_customer;
grant select on voice.speaker, voice.answer to coprod_customer;

-- The words of a customer are verbatim: they may be withdrawn by erasing them, never rewritten.
create trigger words_are_verbatim before update on voice.expectation for each row execute function core.refuse_rewriting_words();
