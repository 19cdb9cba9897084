import type { Costs, Delivery, Evaluation, Plan, Violation } from '@coprod/planner';

/** What one plan costs, breaks and delays beyond another one of the same plant. */
export interface PlanDifference {
  /** Cents by term, only those that differ, the greatest first; `total` apart. */
  readonly terms: readonly { readonly term: CostTerm; readonly cents: number }[];
  readonly total: number;
  readonly broken: readonly Violation[];
  /** Demands late now that were in time before, and the other way round. */
  readonly newlyLate: readonly Delivery[];
  readonly inTimeAgain: readonly Delivery[];
}

export type CostTerm = Exclude<keyof Costs, 'total'>;

export const differenceOf = (before: Evaluation, after: Evaluation): PlanDifference => {
  const { total, ...rest } = after.costs;
  const terms = costTerms
    .map((term) => ({ term, cents: rest[term] - before.costs[term] }))
    .filter(({ cents }) => cents !== 0)
    .toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
  const known = new Set(before.violations.map(keyOf));
  const lateBefore = lateIds(before);
  const lateAfter = lateIds(after);
  return {
    terms,
    total: total - before.costs.total,
    broken: after.violations.filter((violation) => !known.has(keyOf(violation))),
    newlyLate: after.deliveries.filter(({ demand }) => lateAfter.has(demand) && !lateBefore.has(demand)),
    inTimeAgain: after.deliveries.filter(({ demand }) => !lateAfter.has(demand) && lateBefore.has(demand)),
  };
};

export const costTerms = [
  'changeovers',
  'holding',
  'belowSafetyStock',
  'aboveMaximumStock',
  'lateness',
  'brokenPromises',
  'unserved',
  'overtime',
  'extraShifts',
  'temporaryWorkers',
  'movedPeople',
  'outside',
  'changedLots',
  'lastEnd',
] as const satisfies readonly CostTerm[];

const keyOf = ({ rule, at }: Violation): string => `${rule} ${at}`;

const lateIds = ({ deliveries }: Evaluation): Set<string> =>
  new Set(deliveries.filter(isLate).map(({ demand }) => demand));

/** Whether something of a demand leaves after its latest dispatch, or not at all. */
export const isLate = ({ complete, latestDispatch }: Delivery): boolean =>
  complete === null || Temporal.Instant.compare(complete, latestDispatch) > 0;

/** Days that a demand is complete too late, begun ones counted whole; null while pieces are missing at the end of the plan. */
export const daysLate = ({ complete, latestDispatch }: Delivery): number | null =>
  complete === null
    ? null
    : Math.max(0, Math.ceil(Temporal.Instant.from(complete).since(latestDispatch).total('hours') / 24));

/** How many lots of `after` stand elsewhere than in `before`, are new, or are gone. */
export const lotsMoved = (before: Plan, after: Plan): number => {
  const old = new Map(before.lots.map((lot) => [lot.id, lot]));
  let moved = 0;
  for (const lot of after.lots) {
    const was = old.get(lot.id);
    if (was?.line !== lot.line || was.pieces !== lot.pieces || Temporal.Instant.compare(was.start, lot.start) !== 0)
      moved++;
    old.delete(lot.id);
  }
  return moved + old.size;
};
