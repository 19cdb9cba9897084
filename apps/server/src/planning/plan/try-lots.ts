import { type Costs, type Delivery, type Pin, type Violation, evaluate } from '@coprod/planner';
import type { Access } from '../../access/access.ts';
import { type Result, ok } from '../../platform/result.ts';
import { withPins } from './make-draft.ts';
import { type PinnedPlan, isLateDelivery } from './plan-store.ts';
import type { Planner } from './planner-pool.ts';
import { readPriced } from './present-plan.ts';

export type MovedLot = {
  readonly id: string;
  readonly line: string;
  readonly start: string;
  readonly pieces?: number | undefined;
};

export type Tried = {
  readonly plan: PinnedPlan;
  readonly costs: Costs;
  /** Term by term against the plan as it stood, in cents. */
  readonly difference: Costs;
  readonly violations: readonly Violation[];
  readonly deliveries: readonly Delivery[];
  readonly lateBefore: number;
  readonly lateNow: number;
};

/** Moves that the engine may make around what was moved: as many as fit well into the time in which a drop must answer. */
const steps = { 'as-is': 0, repair: 12_000 } as const;

/**
 * What it costs and breaks when lots stand elsewhere. `as-is`: what follows from the move and nothing else; `repair`: the rest of the plan
 * may move around it. The lots moved are held where they were put. Nothing is kept.
 * @refuses not-found, contradictory-pins
 */
export async function tryLots(
  access: Access,
  planner: Planner,
  plan: string,
  wish: {
    readonly lots: readonly MovedLot[];
    readonly pins: readonly Pin[] | null;
    readonly settle: 'as-is' | 'repair';
  },
): Promise<Result<Tried>> {
  const found = await access.transaction((tx) => readPriced(tx, access, plan));
  if (!found.ok) return found;
  const { problem, plan: before } = found.value;
  const moved = new Map(wish.lots.map((lot) => [lot.id, lot]));
  const pins = wish.pins ?? before.pins ?? [];
  const lots = before.lots.map((lot) => {
    const to = moved.get(lot.id);
    return to === undefined
      ? lot
      : { ...lot, line: to.line, start: to.start, setupStart: to.start, pieces: to.pieces ?? lot.pieces };
  });
  const held = [...moved.keys()].map((lot): Pin => ({ lot, line: true, start: true, pieces: true }));
  const asMoved = withPins(problem, {
    ...before,
    lots,
    pins: [...pins.filter(({ lot }) => !moved.has(lot)), ...held],
  });
  if (!asMoved.ok) return asMoved;
  // Its own price of change is left out of the way there, and counted at the end against the plan in force.
  const planned = await planner.ask({
    kind: 'plan',
    problem: asMoved.value,
    effort: { seed: 1, steps: steps[wish.settle], seconds: 0.25 },
  });
  const now = evaluate(problem, planned.plan);
  const then = evaluate(problem, before);
  const broken = new Set(now.violations.map(({ rule, at }) => `${rule} ${at}`));
  return ok({
    plan: { ...planned.plan, ...(pins.length === 0 ? {} : { pins }) },
    costs: now.costs,
    difference: differenceOf(now.costs, then.costs),
    violations: [
      ...now.violations,
      // A pin that cannot be kept is not broken against the plan in force, but against what was just wished.
      ...planned.violations.filter(({ rule, at }) => rule === 'pin' && !broken.has(`${rule} ${at}`)),
    ],
    deliveries: now.deliveries,
    lateBefore: then.deliveries.filter(isLateDelivery).length,
    lateNow: now.deliveries.filter(isLateDelivery).length,
  });
}

/** Each term of one price less that of another. */
export const differenceOf = (now: Costs, before: Costs): Costs =>
  Object.fromEntries(
    (Object.keys(now) as (keyof Costs)[]).map((term) => [term, now[term] - before[term]]),
  ) as unknown as Costs;
