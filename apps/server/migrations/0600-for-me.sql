-- "For me": what a person put off until a day, and what he finds again of what he did today.

create table core.put_off (
  organization_id uuid not null references access.organization,
  membership_id uuid not null,
  act text not null,
  subject_kind text not null,
  subject_id text not null check (length(subject_id) <= 60),
  until date not null,
  put_off_at timestamptz not null,
  primary key (organization_id, membership_id, act, subject_kind, subject_id),
  foreign key (organization_id, membership_id) references access.membership
);
alter table core.put_off enable row level security;
alter table core.put_off force row level security;
-- One's own list: nobody else sees what somebody puts off.
create policy own on core.put_off to coprod_staff
  using (organization_id = (select sec.staff_organization()) and membership_id = (select sec.membership()))
  with check (organization_id = (select sec.staff_organization()) and membership_id = (select sec.membership()));
grant select, insert, update, delete on core.put_off to coprod_staff;

-- "Read" may be taken back by who said it; what a team works by, and what it does differently, stays said.
create policy own_reading on core.use_report as restrictive for delete to coprod_staff
  using (kind = 'read' and membership_id = (select sec.membership()));
grant delete on core.use_report to coprod_staff;

create index use_report_of_member on core.use_report (organization_id, membership_id, said_at desc);
create index use_report_of_team on core.use_report (organization_id, team_id) where team_id is not null;
create index intervention_answered_by on core.intervention (organization_id, answered_by, answered_at desc) where answered_by is not null;
create index remark_by on core.remark (organization_id, said_by, said_at desc);
create index answer_by on core.answer (organization_id, said_by, said_at desc);
create index voice_on_proposal_by on core.voice_on_proposal (organization_id, membership_id, given_at desc);
create index decision_by on core.decision (organization_id, decided_by, decided_at desc);
create index intervention_of_customer_by_way on core.intervention (organization_id, customer_id, channel, state);
