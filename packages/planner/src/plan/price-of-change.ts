import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { Random } from '../search/random.ts';
import { withChanges, type CustomerChange } from './customer-change.ts';
import { replan, type PlanOptions, type Planned } from './plan.ts';
import { isLate, lateSeconds } from './scenarios.ts';
import { splitByLargestRest, shapley } from './shapley.ts';
import { withPrevious } from './with-previous.ts';

export interface PriceOfChange {
  /** Cheapest plan with the change less cheapest plan without it, in cents; negative when the change relieves the plant. */
  readonly cents: number;
  readonly overtimeMinutes: number;
  readonly extraShifts: number;
  /** Demands of customers who change nothing that get late, or later. */
  readonly othersLater: readonly { readonly demand: string; readonly customer: string }[];
  readonly before: Planned;
  readonly after: Planned;
  /** By customer; whole cents that add up to `cents`. */
  readonly shares: readonly { readonly customer: string; readonly cents: number; readonly standardError: number }[];
}

export interface PriceOptions extends PlanOptions {
  /** Orders of customers sampled where there are more than eight. Default 40. */
  readonly samples?: number;
}

/** Up to so many customers the split looks at every coalition. */
const exactCustomers = 8;

/**
 * What the changes of some customers cost the plant, and how that is split among them (Shapley value: the mean, over all
 * orders in which they could have asked, of what each adds). Both plans start from `last` with the same effort, and each plan
 * found is tried on the other side too, so that an improvement that has nothing to do with the change is counted on both.
 */
export const priceOfChange = async (
  problem: Problem,
  last: Plan,
  changes: readonly CustomerChange[],
  options: PriceOptions = {},
): Promise<PriceOfChange> => {
  const effort = { ...options, steps: options.steps ?? 30_000 };
  const plans: Plan[] = [last];
  const replanned = new Map<string, Planned>();
  const planFor = async (members: readonly CustomerChange[]): Promise<Planned> => {
    const key = JSON.stringify(members.map(({ customer }) => customer));
    const known = replanned.get(key);
    if (known) return known;
    const found = await replan(withChanges(problem, members), last, effort);
    plans.push(found.plan);
    replanned.set(key, found);
    return found;
  };
  const total = (members: readonly CustomerChange[]): number => {
    const judgedProblem = withPrevious(withChanges(problem, members), last);
    let best = Number.POSITIVE_INFINITY;
    for (const candidate of plans) {
      const { costs, violations } = evaluate(judgedProblem, candidate);
      if (violations.length === 0 || plans.length === 1) best = Math.min(best, costs.total);
    }
    return best;
  };

  const before = await planFor([]);
  const after = await planFor(changes);
  const random = new Random(options.seed ?? 1);
  const coalitions = await shapley(changes.length, exactCustomers, options.samples ?? 40, random, async (members) => {
    await planFor(members.map((index) => changes[index]).filter((change) => change !== undefined));
  });
  // Prices are taken once all plans are known: each coalition may use any of them.
  const costs = new Map<string, number>();
  const costOf = (members: readonly number[]): number => {
    const key = members.join(',');
    let known = costs.get(key);
    if (known === undefined) {
      known = total(members.map((index) => changes[index]).filter((change) => change !== undefined));
      costs.set(key, known);
    }
    return known;
  };
  const values = coalitions(costOf);
  const cents = costOf(changes.map((_, index) => index)) - costOf([]);
  const whole = splitByLargestRest(
    values.map(({ mean }) => mean),
    cents,
  );
  const changed = new Set(changes.map((change) => change.customer));
  const lateBefore = new Map(before.deliveries.map((delivery) => [delivery.demand, lateSeconds(delivery)]));
  const minutes = (planned: Planned): number => planned.plan.overtime.reduce((sum, entry) => sum + entry.minutes, 0);
  return {
    cents,
    overtimeMinutes: minutes(after) - minutes(before),
    extraShifts: after.plan.extraShifts.length - before.plan.extraShifts.length,
    othersLater: after.deliveries
      .filter((delivery) => !changed.has(delivery.customer) && isLate(delivery))
      .filter((delivery) => lateSeconds(delivery) > (lateBefore.get(delivery.demand) ?? 0))
      .map(({ demand, customer }) => ({ demand, customer })),
    before,
    after,
    shares: changes.map(({ customer }, index) => ({
      customer,
      cents: whole[index] ?? 0,
      standardError: values[index]?.standardError ?? 0,
    })),
  };
};
