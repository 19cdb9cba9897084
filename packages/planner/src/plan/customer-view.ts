import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Offer } from './counter-offer.ts';

/** The whole of what a customer may learn from a plan. A field that is not here is not for him. */
export interface CustomerView {
  readonly customer: string;
  readonly deliveries: readonly {
    readonly demand: string;
    readonly item: string;
    readonly asked: { readonly pieces: number; readonly latestDispatch: string };
    readonly promised: readonly { readonly at: string; readonly pieces: number }[];
    /** Pieces for which there is no date within the plan. */
    readonly withoutDate: number;
    readonly late: boolean;
  }[];
  readonly offers: readonly {
    readonly kind: Offer['kind'];
    readonly demands: readonly {
      readonly demand: string;
      readonly item: string;
      readonly pieces: number;
      readonly latestDispatch: string;
    }[];
  }[];
}

/**
 * His promised dates and quantities and his offers, built field by field: no cost, no cause, no line, no lot, nothing
 * of anybody else. A reason is left out on purpose: "the line is full" would tell him how much others have ordered.
 */
export const customerView = (
  problem: Problem,
  plan: Plan,
  customer: string,
  offers: readonly Offer[] = [],
): CustomerView => ({
  customer,
  deliveries: evaluate(problem, plan)
    .deliveries.filter((delivery) => delivery.customer === customer)
    .map(({ demand, item, latestDispatch, parts, unservedPieces, complete }) => ({
      demand,
      item,
      asked: { pieces: parts.reduce((sum, part) => sum + part.pieces, unservedPieces), latestDispatch },
      promised: parts.map(({ at, pieces }) => ({ at, pieces })),
      withoutDate: unservedPieces,
      late: complete === null || Temporal.Instant.compare(complete, latestDispatch) > 0,
    }))
    .toSorted((a, b) => (a.demand < b.demand ? -1 : 1)),
  offers: offers.map(({ kind, demands }) => ({
    kind,
    demands: demands.map(({ id, item, pieces, latestDispatch }) => ({ demand: id, item, pieces, latestDispatch })),
  })),
});
