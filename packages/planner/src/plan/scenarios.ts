import type { Costs } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { plan, replan, type PlanOptions, type Planned } from './plan.ts';
import type { Plan } from '../model/plan.ts';

export interface Scenario {
  readonly name: string;
  readonly problem: Problem;
}

export interface ScenarioResult extends Planned {
  readonly name: string;
  /** Each cost less that of the first scenario. */
  readonly difference: Costs;
  readonly lateDemands: number;
}

/** Plans several variants of a plant with the same seed and steps, from the same last plan where one is given, side by side. */
export const scenarios = async (
  variants: readonly Scenario[],
  options: PlanOptions & { readonly last?: Plan } = {},
): Promise<ScenarioResult[]> => {
  const { last, ...rest } = options;
  const results: ScenarioResult[] = [];
  for (const { name, problem } of variants) {
    const planned = last ? await replan(problem, last, rest) : await plan(problem, rest);
    const base = results[0]?.costs ?? planned.costs;
    const difference = { ...planned.costs };
    for (const term of costTerms) difference[term] = planned.costs[term] - base[term];
    results.push({ name, ...planned, difference, lateDemands: planned.deliveries.filter(isLate).length });
  }
  return results;
};

const costTerms = [
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
  'total',
] as const satisfies readonly (keyof Costs)[];

/** Whether a demand is not complete at its latest dispatch. */
export const isLate = (delivery: Planned['deliveries'][number]): boolean => lateSeconds(delivery) > 0;

/** How late a demand is complete, in seconds; infinite while pieces are missing at the end of the plan. */
export const lateSeconds = (delivery: Planned['deliveries'][number]): number =>
  delivery.complete === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, epoch(delivery.complete) - epoch(delivery.latestDispatch));

const epoch = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds / 1000;
