-- Who has a draft open right now: told to those who write beside him, forgotten when he closes it or falls silent.
create table core.presence (
  organization_id uuid not null references access.organization,
  proposal_id uuid not null,
  membership_id uuid not null,
  block_id uuid,
  seen_at timestamptz not null,
  primary key (organization_id, proposal_id, membership_id),
  foreign key (organization_id, proposal_id) references core.proposal,
  foreign key (organization_id, membership_id) references access.membership
);

call sec.guard('core.presence');
grant select, insert, delete on core.presence to coprod_staff;
grant update (block_id, seen_at) on core.presence to coprod_staff;
