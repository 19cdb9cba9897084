import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';

/**
 * The problem with `plan` as the plan that stands: what changes against it is priced by the problem's own price of change.
 * Lots that have begun are told by the lines themselves and are left out.
 */
export const withPrevious = (problem: Problem, plan: Plan): Problem => {
  const begun = new Set(problem.lines.map((line) => line.begun && (line.begun.id ?? `begun ${line.id}`)));
  const { centsPerChangedLot, halvingDays } = problem.previous ?? {};
  return {
    ...problem,
    previous: {
      lots: plan.lots
        .filter((lot) => !begun.has(lot.id))
        .map(({ id, line, item, pieces, heads, start }) => ({ id, line, item, pieces, heads, start })),
      overtime: plan.overtime,
      extraShifts: plan.extraShifts,
      outside: plan.outside,
      ...(centsPerChangedLot === undefined ? {} : { centsPerChangedLot }),
      ...(halvingDays === undefined ? {} : { halvingDays }),
    },
  };
};
