-- The plant as its planner keeps it, and the plans made of it. Nothing of it is a customer's to see but his promises.

-- One row of a sheet of the plant (planning/plant/sheets.ts tells which sheets and columns there are). A row may lack a value or name
-- an item that is not there: what that stops is said beside it, and never refused.
create table planning.plant_row (
  organization_id uuid not null references access.organization,
  row_id uuid not null,
  sheet text not null,
  -- What makes it this row and no other: its key columns, as a JSON list.
  key text not null,
  cells jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organization_id, row_id),
  unique (organization_id, sheet, key),
  foreign key (organization_id, changed_by) references access.membership (organization_id, membership_id)
);

-- The cells of a row that are prices: for the planner and the administrator alone.
create table planning.plant_price (
  organization_id uuid not null references access.organization,
  row_id uuid not null,
  cells jsonb not null,
  primary key (organization_id, row_id),
  foreign key (organization_id, row_id) references planning.plant_row on delete cascade
);

-- What a plan was made for: plant, demand, promises and the plan before, without its prices; once, however many plans stand on it.
create table planning.problem (
  organization_id uuid not null references access.organization,
  fingerprint bytea not null check (length(fingerprint) = 32),
  facts jsonb not null,
  primary key (organization_id, fingerprint)
);

-- The same with its prices.
create table planning.problem_price (
  organization_id uuid not null references access.organization,
  fingerprint bytea not null,
  problem jsonb not null,
  primary key (organization_id, fingerprint),
  foreign key (organization_id, fingerprint) references planning.problem
);

create table planning.plan (
  organization_id uuid not null references access.organization,
  plan_id uuid not null,
  number int not null,
  state text not null check (state in ('draft', 'in-force', 'replaced', 'discarded')),
  made_at timestamptz not null,
  because text not null check (because in ('release', 'person')),
  release_id uuid,
  customer_id uuid,
  made_by uuid,
  -- The plan that it starts from.
  base uuid,
  fingerprint bytea not null,
  plan jsonb not null,
  plan_sha256 bytea not null check (length(plan_sha256) = 32),
  -- When each demand leaves, which rules are broken, what could not be planned; without prices.
  outcome jsonb not null,
  late int not null,
  -- The rule versions by which it was made.
  rules jsonb not null,
  adopted_at timestamptz,
  adopted_by uuid,
  ended_at timestamptz,
  primary key (organization_id, plan_id),
  unique (organization_id, number),
  foreign key (organization_id, fingerprint) references planning.problem,
  foreign key (organization_id, release_id) references planning.release,
  foreign key (organization_id, customer_id) references access.customer,
  foreign key (organization_id, base) references planning.plan (organization_id, plan_id),
  foreign key (organization_id, made_by) references access.membership (organization_id, membership_id),
  foreign key (organization_id, adopted_by) references access.membership (organization_id, membership_id)
);
create unique index plan_in_force on planning.plan (organization_id) where state = 'in-force';
-- A draft for a release is made once for each plan in force, whoever asks for it how often.
create unique index draft_once on planning.plan (organization_id, release_id, base) nulls not distinct where because = 'release';
create index plan_newest on planning.plan (organization_id, made_at desc, plan_id desc);

create table planning.plan_cost (
  organization_id uuid not null references access.organization,
  plan_id uuid not null,
  costs jsonb not null,
  by_demand jsonb not null,
  primary key (organization_id, plan_id),
  foreign key (organization_id, plan_id) references planning.plan
);

-- A promise stands on an answer of the planner's, or on the plan that he adopted; a later plan may end it.
alter table planning.promise
  alter column reply_id drop not null,
  add column plan_id uuid,
  add column ended_at timestamptz,
  add foreign key (organization_id, plan_id) references planning.plan,
  add constraint promise_stands_on_one check (num_nonnulls(reply_id, plan_id) = 1);
create index promise_that_stands on planning.promise (organization_id, customer_id, item) where ended_at is null;

call sec.guard('planning.plant_row');
call sec.guard('planning.plant_price');
call sec.guard('planning.problem');
call sec.guard('planning.problem_price');
call sec.guard('planning.plan');
call sec.guard('planning.plan_cost');

create policy planner_adds on planning.plant_row as restrictive for insert to coprod_staff with check ((select sec.has_role('planner')));
create policy planner_changes on planning.plant_row as restrictive for update to coprod_staff using ((select sec.has_role('planner')));
create policy planner_removes on planning.plant_row as restrictive for delete to coprod_staff using ((select sec.has_role('planner')));
create policy planner_or_administrator on planning.plant_price as restrictive to coprod_staff
  using ((select sec.has_role('planner')) or (select sec.has_role('administrator'))) with check ((select sec.has_role('planner')));
create policy planner_or_administrator on planning.problem_price as restrictive to coprod_staff
  using ((select sec.has_role('planner')) or (select sec.has_role('administrator'))) with check ((select sec.has_role('planner')));
create policy planner_or_administrator on planning.plan_cost as restrictive to coprod_staff
  using ((select sec.has_role('planner')) or (select sec.has_role('administrator'))) with check ((select sec.has_role('planner')));

grant select on planning.plant_row, planning.plant_price to coprod_staff, coprod_system;
grant insert, delete on planning.plant_row, planning.plant_price to coprod_staff;
grant update (key, cells, changed_at, changed_by) on planning.plant_row to coprod_staff;
grant update (cells) on planning.plant_price to coprod_staff;
grant select, insert on planning.problem, planning.problem_price, planning.plan, planning.plan_cost to coprod_staff, coprod_system;
grant update (state, adopted_at, adopted_by, ended_at) on planning.plan to coprod_staff;
grant update (state, ended_at) on planning.plan to coprod_system;
grant update (ended_at) on planning.promise to coprod_staff;

-- A plan that was adopted stays so, or is replaced; what was thrown away or replaced does not come back.
create function planning.refuse_reviving_a_plan() returns trigger language plpgsql as $f$
begin
  if old.state in ('replaced', 'discarded') or (old.state = 'in-force' and new.state <> 'replaced') then
    raise exception 'the plan % is %', old.plan_id, old.state using errcode = 'CP007';
  end if;
  return new;
end $f$;
create trigger a_plan_goes_forward before update on planning.plan for each row execute function planning.refuse_reviving_a_plan();
