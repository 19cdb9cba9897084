import { createHash } from 'node:crypto';
import type { Costs, Delivery, Evaluation, Pin, Plan, Problem, Violation } from '@coprod/planner';
import type { Selectable } from 'kysely';
import type { Transaction } from '../../access/doors.ts';
import { nextNumber } from '../../core/counter.ts';
import { newId } from '../../platform/ids.ts';
import { decodeKey, toPage } from '../../platform/key-page.ts';
import type { Tables } from '../../platform/tables.gen.ts';
import { json } from '../../platform/values.ts';
import type { Gap } from '../plant/gaps.ts';

/** A plan with the pins that a person set on its lots. */
export type PinnedPlan = Plan & { readonly pins?: readonly Pin[] };

/** What a plan leads to, without a price. */
export type Outcome = {
  readonly violations: readonly Violation[];
  readonly deliveries: readonly Omit<Delivery, 'costCents'>[];
  readonly gaps: readonly Gap[];
};

/** A rule version by which something was done. */
export type UsedRule = { readonly id: string; readonly label: string; readonly version: number };

export type NewPlan = {
  readonly because: 'release' | 'person';
  readonly release: string | null;
  readonly customer: string | null;
  readonly base: string | null;
  readonly problem: Problem;
  readonly plan: PinnedPlan;
  readonly evaluation: Evaluation;
  readonly gaps: readonly Gap[];
  readonly rules: readonly UsedRule[];
};

export type PlanRow = Selectable<Tables['planning.plan']>;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Prices and what they say about customers do not belong to the facts of a plan. */
const withoutPrices = (problem: Problem): unknown =>
  JSON.parse(
    JSON.stringify(problem, (name, value: unknown) =>
      /cents/i.test(name) || name === 'lateness' || name === 'promise' ? undefined : value,
    ),
  );

/** Whether a demand leaves after it should. */
export const isLateDelivery = (delivery: Omit<Delivery, 'costCents'>): boolean =>
  delivery.complete === null || Temporal.Instant.compare(delivery.complete, delivery.latestDispatch) > 0;

/**
 * Writes a draft. Policies: inside on the tables of plans; prices by the planner or the system.
 * @returns its id; undefined where the draft for this release and base is there already
 */
export async function insertPlan(
  tx: Transaction,
  by: { readonly organization: string; readonly membership: string | null; readonly at: Temporal.Instant },
  made: NewPlan,
): Promise<string | undefined> {
  const { organization } = by;
  const id = newId();
  const problem = JSON.stringify(made.problem);
  const plan = JSON.stringify(made.plan);
  const fingerprint = sha256(problem);
  const key = { organization_id: organization, fingerprint };
  await tx
    .insertInto('planning.problem')
    .values({ ...key, facts: json(withoutPrices(made.problem)) })
    .onConflict((c) => c.doNothing())
    .execute();
  await tx
    .insertInto('planning.problem_price')
    .values({ ...key, problem })
    .onConflict((c) => c.doNothing())
    .execute();
  const outcome: Outcome = {
    violations: made.evaluation.violations,
    deliveries: made.evaluation.deliveries.map(({ costCents: _price, ...delivery }) => delivery),
    gaps: made.gaps,
  };
  const written = await tx
    .insertInto('planning.plan')
    .values({
      organization_id: organization,
      plan_id: id,
      number: await nextNumber(tx, organization, 'plan'),
      state: 'draft',
      made_at: by.at,
      because: made.because,
      release_id: made.release,
      customer_id: made.customer,
      made_by: by.membership,
      base: made.base,
      fingerprint,
      plan,
      plan_sha256: sha256(plan),
      outcome: json(outcome),
      late: made.evaluation.deliveries.filter(isLateDelivery).length,
      rules: json(made.rules),
    })
    .onConflict((c) => c.doNothing())
    .returning('plan_id')
    .executeTakeFirst();
  if (written === undefined) return undefined;
  await tx
    .insertInto('planning.plan_cost')
    .values({
      organization_id: organization,
      plan_id: id,
      costs: json(made.evaluation.costs),
      by_demand: json(Object.fromEntries(made.evaluation.deliveries.map((d) => [d.demand, d.costCents]))),
    })
    .execute();
  return id;
}

/** The plan in force, or nothing; locked where somebody is about to replace it. Policy: inside on planning.plan. */
export const planInForce = (tx: Transaction, organization: string): Promise<PlanRow | undefined> =>
  tx
    .selectFrom('planning.plan')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('state', '=', 'in-force')
    .executeTakeFirst();

/** Policy: inside on planning.plan. */
export const findPlan = (tx: Transaction, organization: string, plan: string): Promise<PlanRow | undefined> =>
  tx
    .selectFrom('planning.plan')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('plan_id', '=', plan)
    .executeTakeFirst();

/** The newest draft that stands for a release; or any plan made for it. Policy: inside on planning.plan. */
export const planForRelease = (tx: Transaction, organization: string, release: string): Promise<PlanRow | undefined> =>
  tx
    .selectFrom('planning.plan')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('release_id', '=', release)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The problem with its prices; undefined to who may not see them. Policy: planner_or_administrator on planning.problem_price. */
export async function pricedProblem(
  tx: Transaction,
  organization: string,
  fingerprint: Uint8Array,
): Promise<Problem | undefined> {
  const row = await tx
    .selectFrom('planning.problem_price')
    .select('problem')
    .where('organization_id', '=', organization)
    .where('fingerprint', '=', Buffer.from(fingerprint))
    .executeTakeFirst();
  return row?.problem as Problem | undefined;
}

/** The problem without prices. Policy: inside on planning.problem. */
export async function factsOf(tx: Transaction, organization: string, fingerprint: Uint8Array): Promise<Problem> {
  const row = await tx
    .selectFrom('planning.problem')
    .select('facts')
    .where('organization_id', '=', organization)
    .where('fingerprint', '=', Buffer.from(fingerprint))
    .executeTakeFirstOrThrow();
  return row.facts as Problem;
}

/** Costs of a plan; undefined to who may not see prices. Policy: planner_or_administrator on planning.plan_cost. */
export async function costsOf(
  tx: Transaction,
  organization: string,
  plan: string,
): Promise<{ readonly costs: Costs; readonly byDemand: Readonly<Record<string, number>> } | undefined> {
  const row = await tx
    .selectFrom('planning.plan_cost')
    .select(['costs', 'by_demand'])
    .where('organization_id', '=', organization)
    .where('plan_id', '=', plan)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { costs: row.costs as Costs, byDemand: row.by_demand as Readonly<Record<string, number>> };
}

/** Plans with who and what they were made for, newest first. Policy: inside on planning.plan and what it names. */
export async function listPlans(
  tx: Transaction,
  organization: string,
  filter: {
    readonly plan?: string | undefined;
    readonly state?: PlanRow['state'] | undefined;
    readonly release?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await tx
    .selectFrom('planning.plan as p')
    .leftJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.release_id', '=', 'p.release_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .leftJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'p.organization_id').onRef('m.membership_id', '=', 'p.made_by'),
    )
    .leftJoin('access.membership as a', (join) =>
      join.onRef('a.organization_id', '=', 'p.organization_id').onRef('a.membership_id', '=', 'p.adopted_by'),
    )
    .leftJoin('planning.plan as b', (join) =>
      join.onRef('b.organization_id', '=', 'p.organization_id').onRef('b.plan_id', '=', 'p.base'),
    )
    .leftJoin('planning.plan_cost as k', (join) =>
      join.onRef('k.organization_id', '=', 'p.organization_id').onRef('k.plan_id', '=', 'p.plan_id'),
    )
    .select(['p.plan_id', 'p.number', 'p.state', 'p.made_at', 'p.because', 'p.release_id', 'r.document', 'p.late'])
    .select([
      'c.name as customer',
      'm.name as person',
      'p.base',
      'b.number as base_number',
      'p.adopted_at',
      'p.ended_at',
    ])
    .select(['a.name as adopted_by', 'k.costs'])
    .where('p.organization_id', '=', organization)
    .$if(filter.plan !== undefined, (q) => q.where('p.plan_id', '=', filter.plan!))
    .$if(filter.state !== undefined, (q) => q.where('p.state', '=', filter.state!))
    .$if(filter.release !== undefined, (q) => q.where('p.release_id', '=', filter.release!))
    .$if(key !== undefined, (q) =>
      q.where((eb) =>
        eb(eb.refTuple('p.made_at', 'p.plan_id'), '<', eb.tuple(Temporal.Instant.from(key![0]!), key![1]!)),
      ),
    )
    .orderBy('p.made_at', 'desc')
    .orderBy('p.plan_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.made_at.toString(), row.plan_id]);
}
