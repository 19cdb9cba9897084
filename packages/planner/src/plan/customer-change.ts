import type { Demand, Problem } from '../model/problem.ts';

/** What one customer now asks for: all his demands, in place of those that the problem holds. */
export interface CustomerChange {
  readonly customer: string;
  readonly demands: readonly Demand[];
}

/** The problem with the demands of some customers replaced, their cumulative schedules included. */
export const withChanges = (problem: Problem, changes: readonly CustomerChange[]): Problem => {
  const customers = new Set(changes.map((change) => change.customer));
  return {
    ...problem,
    demands: [
      ...(problem.demands ?? []).filter((demand) => !customers.has(demand.customer)),
      ...changes.flatMap((change) => change.demands.map((demand) => ({ ...demand, customer: change.customer }))),
    ],
    schedules: (problem.schedules ?? []).filter((schedule) => !customers.has(schedule.customer)),
  };
};
