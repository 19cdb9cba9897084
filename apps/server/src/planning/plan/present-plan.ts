import type { Pin, Plan, Problem } from '@coprod/planner';
import { z } from 'zod';
import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import type { Language } from '../../platform/language.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { id, instant } from '../../platform/schemas.ts';
import { type Gap, gapInWords } from '../plant/gaps.ts';
import {
  type Outcome,
  type PinnedPlan,
  type PlanRow,
  type UsedRule,
  costsOf,
  factsOf,
  findPlan,
  listPlans,
  pricedProblem,
} from './plan-store.ts';

const cents = z.number().int();
/** Each term of the price of a plan, in cents. */
export const costs = z
  .object({
    changeovers: cents,
    holding: cents,
    belowSafetyStock: cents,
    aboveMaximumStock: cents,
    lateness: cents,
    brokenPromises: cents,
    unserved: cents,
    overtime: cents,
    extraShifts: cents,
    temporaryWorkers: cents,
    movedPeople: cents,
    outside: cents,
    changedLots: cents,
    lastEnd: cents,
    total: cents,
  })
  .meta({ id: 'PlanCosts' });

const lot = z.object({
  id: z.string().max(300),
  line: z.string().max(200),
  item: z.string().max(200),
  pieces: z.number().int().min(1).max(1e9),
  heads: z.number().int().min(0).max(1000).default(0),
  setupStart: z.iso.datetime({ offset: true }),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
});
export const pin = z.object({
  lot: z.string().max(300),
  line: z.boolean().optional(),
  order: z.boolean().optional(),
  start: z.boolean().optional(),
  pieces: z.boolean().optional(),
});
const shiftOfLine = { line: z.string().max(200), date: z.iso.date(), shift: z.string().max(200) };

/** A plan as the engine gives it out (packages/planner, model/plan.ts), with the pins set on its lots. */
export const planDocument = z
  .object({
    format: z.literal('coprod-plan/1'),
    lots: z.array(lot).max(20_000),
    overtime: z.array(z.object({ ...shiftOfLine, minutes: z.number().int().min(0).max(1440) })).max(10_000),
    extraShifts: z.array(z.object(shiftOfLine)).max(10_000),
    outside: z
      .array(
        z.object({
          item: z.string().max(200),
          pieces: z.number().int().min(1).max(1e9),
          arrival: z.iso.datetime({ offset: true }),
        }),
      )
      .max(10_000),
    pins: z.array(pin).max(20_000).optional(),
  })
  .meta({ id: 'PlanDocument' });

export const movedLot = lot.pick({ id: true, line: true, start: true }).extend({
  pieces: z.number().int().min(1).max(1e9).optional(),
});

export const violation = z
  .object({ rule: z.string(), at: z.string(), detail: z.string() })
  .meta({ id: 'PlanViolation' });

export const gapAnswer = z
  .object({
    sheet: z.string(),
    row: id.nullable(),
    column: z.string().nullable(),
    effect: z.enum(['stops', 'assumed']),
    text: z.string(),
  })
  .meta({ id: 'PlantGap' });

export const presentGap = (gap: Gap, language: Language): z.output<typeof gapAnswer> => ({
  sheet: gap.sheet,
  row: gap.row,
  column: gap.column,
  effect: gap.effect,
  text: gapInWords(gap, language),
});

export const planRow = z
  .object({
    id,
    number: z.number().int(),
    state: z.enum(['draft', 'in-force', 'replaced', 'discarded']),
    madeAt: instant,
    /** What it was made for: a release of a customer, or a person who moved it or planned anew. */
    because: z.object({
      kind: z.enum(['release', 'person']),
      release: z.object({ id, document: z.string() }).nullable(),
      customer: z.string().nullable(),
      person: z.string().nullable(),
    }),
    base: z.object({ id, number: z.number().int() }).nullable(),
    /** Demands that leave later than they should. */
    late: z.number().int(),
    /** In cents; null to who may not see prices. */
    totalCents: z.number().int().nullable(),
    adoptedAt: instant.nullable(),
    adoptedBy: z.string().nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Plan' });

const delivery = z
  .object({
    demand: z.string(),
    customer: z.string(),
    item: z.string(),
    latestDispatch: z.string(),
    parts: z.array(z.object({ at: z.string(), pieces: z.number().int() })),
    unservedPieces: z.number().int(),
    complete: z.string().nullable(),
    costCents: z.number().int().nullable(),
  })
  .meta({ id: 'PlanDelivery' });

export const wholePlan = planRow
  .extend({
    /** A planning problem (packages/planner, model/problem.ts); without any price to who may not see them. */
    problem: z.record(z.string(), z.unknown()),
    plan: planDocument,
    costs: costs.nullable(),
    violations: z.array(violation),
    deliveries: z.array(delivery),
    gaps: z.array(gapAnswer),
    rules: z.array(z.object({ id, label: z.string(), version: z.number().int() })),
  })
  .meta({ id: 'WholePlan' });

export const presentPlan = (row: Awaited<ReturnType<typeof listPlans>>['rows'][number]): z.output<typeof planRow> => ({
  id: row.plan_id,
  number: row.number,
  state: row.state,
  madeAt: row.made_at,
  because: {
    kind: row.because,
    release: row.release_id === null ? null : { id: row.release_id, document: row.document ?? '' },
    customer: row.customer,
    person: row.person,
  },
  base: row.base === null ? null : { id: row.base, number: row.base_number ?? 0 },
  late: row.late,
  totalCents: row.costs === null ? null : (row.costs as { readonly total: number }).total,
  adoptedAt: row.adopted_at,
  adoptedBy: row.adopted_by,
  endedAt: row.ended_at,
});

/**
 * A plan with all that belongs to it, prices as far as the reader may see them.
 * @refuses not-found
 */
export async function readWhole(
  tx: Transaction,
  access: Access,
  plan: string,
): Promise<Result<z.output<typeof wholePlan>>> {
  const organization = access.organization.id;
  const { rows } = await listPlans(tx, organization, { plan, limit: 1 });
  const row = await findPlan(tx, organization, plan);
  if (rows[0] === undefined || row === undefined) return refuse('not-found');
  const priced = await pricedProblem(tx, organization, row.fingerprint);
  const price = await costsOf(tx, organization, plan);
  const outcome = row.outcome as Outcome;
  return ok({
    ...presentPlan(rows[0]),
    problem: (priced ?? (await factsOf(tx, organization, row.fingerprint))) as unknown as Record<string, unknown>,
    plan: row.plan as z.output<typeof planDocument>,
    costs: price?.costs ?? null,
    violations: [...outcome.violations],
    deliveries: outcome.deliveries.map((one) => ({
      ...one,
      parts: [...one.parts],
      costCents: price?.byDemand[one.demand] ?? null,
    })),
    gaps: outcome.gaps.map((gap) => presentGap(gap, access.language)),
    rules: [...(row.rules as readonly UsedRule[])],
  });
}

/** What the planner works on: a plan with its priced problem. @refuses not-found */
export async function readPriced(
  tx: Transaction,
  access: Access,
  plan: string,
): Promise<Result<{ readonly row: PlanRow; readonly problem: Problem; readonly plan: PinnedPlan }>> {
  const row = await findPlan(tx, access.organization.id, plan);
  if (row === undefined) return refuse('not-found');
  const problem = await pricedProblem(tx, access.organization.id, row.fingerprint);
  return problem === undefined ? refuse('not-found') : ok({ row, problem, plan: row.plan as PinnedPlan });
}

/** What came over the wire as a plan of the engine: absent fields are absent there, never undefined. */
export const asPlan = (document: z.output<typeof planDocument>): PinnedPlan => {
  const { pins, ...plan } = document;
  return { ...(plan as Plan), ...(pins === undefined ? {} : { pins: asPins(pins) }) };
};

export const asPins = (pins: readonly z.output<typeof pin>[]): readonly Pin[] =>
  pins.map((one) => JSON.parse(JSON.stringify(one)) as Pin);
