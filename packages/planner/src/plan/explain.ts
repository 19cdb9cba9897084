import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { plan, replan, type PlanOptions, type Planned } from './plan.ts';
import { causesFor, relaxed, type Cause } from './relaxations.ts';
import { lateSeconds } from './scenarios.ts';

export interface ProvenCause extends Cause {
  /** Cost of the demand (lateness, promise, pieces not served) as planned with this cause taken away. */
  readonly costCents: number;
  readonly lateSeconds: number;
  /** Whether the demand is then in time, or later by less than before. */
  readonly effect: 'cures' | 'shortens' | 'none';
}

export interface Explanation {
  readonly demand: string;
  /** As the plan stands. */
  readonly lateSeconds: number;
  readonly costCents: number;
  /** All causes tried, the strongest first; the first one is the cause named, if it has an effect. */
  readonly causes: readonly ProvenCause[];
  readonly named: ProvenCause | null;
  /** Whether the plan was late for want of search: the same plant planned again serves the demand in time. */
  readonly curedBySearch: boolean;
}

/**
 * Why a demand is late: each cause that could be is taken away alone, the plant is planned again with the same effort,
 * and what that does to the demand is compared with planning again without taking anything away.
 * Returns null for a demand that the plan serves in time or does not hold.
 */
export const explain = async (
  problem: Problem,
  last: Plan,
  demand: string,
  options: PlanOptions = {},
): Promise<Explanation | null> => {
  const effort = { ...options, steps: options.steps ?? 30_000 };
  const now = evaluate(problem, last).deliveries.find((delivery) => delivery.demand === demand);
  if (now === undefined || lateSeconds(now) === 0) return null;
  const of = (planned: Planned): { costCents: number; lateSeconds: number } => {
    const delivery = planned.deliveries.find((entry) => entry.demand === demand);
    return { costCents: delivery?.costCents ?? 0, lateSeconds: delivery ? lateSeconds(delivery) : 0 };
  };
  const control = of(await replan(problem, last, effort));
  const causes: ProvenCause[] = [];
  for (const cause of causesFor(problem, now.item)) {
    const changed = relaxed(problem, cause);
    // A frozen zone or a pin binds what the last plan holds; the rest may be planned anew, and the better of both counts.
    const again = of(await replan(changed, last, effort));
    const anew = again.lateSeconds > 0 && control.lateSeconds > 0 ? of(await plan(changed, effort)) : again;
    const best = anew.lateSeconds < again.lateSeconds || anew.costCents < again.costCents ? anew : again;
    const effect = best.lateSeconds === 0 ? 'cures' : best.costCents < control.costCents ? 'shortens' : 'none';
    causes.push({ ...cause, ...best, effect: control.lateSeconds === 0 ? 'none' : effect });
  }
  const ranked = causes.toSorted((a, b) => a.costCents - b.costCents || a.lateSeconds - b.lateSeconds);
  const first = ranked[0];
  return {
    demand,
    lateSeconds: lateSeconds(now),
    costCents: now.costCents,
    causes: ranked,
    named: first && first.effect !== 'none' ? first : null,
    curedBySearch: control.lateSeconds === 0,
  };
};
