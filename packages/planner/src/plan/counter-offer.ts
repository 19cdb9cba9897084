import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan } from '../model/plan.ts';
import type { Demand, Problem } from '../model/problem.ts';
import { withChanges, type CustomerChange } from './customer-change.ts';
import { replan, type PlanOptions, type Planned } from './plan.ts';
import { lateSeconds } from './scenarios.ts';
import { withPrevious } from './with-previous.ts';

/** What waiting and what going without weighs for the customer. */
export interface OfferWeights {
  readonly perPieceDayLater: number;
  readonly perPieceLess: number;
}

export interface Offer {
  readonly kind: 'later' | 'part-now' | 'less';
  /** His demands as offered, in place of those he asked for. */
  readonly demands: readonly Demand[];
  /** What he gives, by his weights. */
  readonly given: number;
  /** The plan that proves it: all of the offer in time, and nobody else later than without his change. */
  readonly planned: Planned;
}

/**
 * The least that a customer would have to give so that everybody else is served as before: later dates, a part now and
 * the rest later, or fewer pieces. Each offer is planned by the detailed engine before it is returned; an offer that does
 * not hold is not returned. Empty when his change fits as it is, or when nothing that he could give would make it fit.
 */
export const counterOffer = async (
  problem: Problem,
  last: Plan,
  change: CustomerChange,
  weights: OfferWeights = { perPieceDayLater: 1, perPieceLess: 10 },
  options: PlanOptions = {},
): Promise<Offer[]> => {
  const effort = { ...options, steps: options.steps ?? 20_000 };
  const reference = await replan(problem, last, effort);
  const lateBefore = new Map(reference.deliveries.map((delivery) => [delivery.demand, lateSeconds(delivery)]));
  const holds = (planned: Planned): boolean =>
    planned.violations.length === 0 &&
    planned.deliveries.every((delivery) => {
      const allowed = delivery.customer === change.customer ? 0 : (lateBefore.get(delivery.demand) ?? 0);
      return lateSeconds(delivery) <= allowed;
    });
  let possible: Planned | null = null;
  const verify = async (demands: readonly Demand[]): Promise<Planned | null> => {
    const asked = withChanges(problem, [{ ...change, demands }]);
    if (possible) {
      const judged = evaluate(withPrevious(asked, last), possible.plan);
      const planned = { ...possible, ...judged };
      if (holds(planned)) return planned;
    }
    // That it can be done is asked, not whether being late would be cheaper: lateness is made dear for everybody.
    const planned = await replan({ ...asked, demands: (asked.demands ?? []).map(precious) }, last, effort);
    return holds(planned) ? planned : null;
  };
  if (await verify(change.demands)) return [];

  // Everybody else's lateness priced so high that he comes last: what he then gets is what the plant can give.
  const yielding = withChanges(problem, [{ ...change, demands: change.demands.map(divisible) }]);
  const first = {
    ...yielding,
    demands: (yielding.demands ?? []).map((demand) =>
      demand.customer === change.customer ? demand : precious(demand),
    ),
  };
  possible = await replan(first, last, effort);
  const got = new Map(possible.deliveries.map((delivery) => [delivery.demand, delivery]));
  const drafts: { kind: Offer['kind']; demands: Demand[] }[] = [
    { kind: 'later', demands: change.demands.flatMap((demand) => later(demand, got.get(demand.id), problem)) },
    { kind: 'part-now', demands: change.demands.flatMap((demand) => partNow(demand, got.get(demand.id), problem)) },
    { kind: 'less', demands: change.demands.flatMap((demand) => less(demand, got.get(demand.id))) },
  ];
  const offers: Offer[] = [];
  for (const { kind, demands } of drafts) {
    const proof = await verify(demands);
    if (proof === null) continue;
    const smaller = await tightened(change.demands, demands, proof, verify);
    const offer = { kind, ...smaller, given: givenBy(change.demands, smaller.demands, weights) };
    if (!offers.some((other) => JSON.stringify(other.demands) === JSON.stringify(offer.demands))) offers.push(offer);
  }
  return offers.toSorted((a, b) => a.given - b.given);
};

const divisible = (demand: Demand): Demand => ({
  ...demand,
  noSplit: false,
  smallestPartPieces: 1,
  lateness: { centsPerPieceDay: Math.max(100, demand.lateness?.centsPerPieceDay ?? 0) },
});

const precious = (demand: Demand): Demand => ({
  ...demand,
  lateness: { ...demand.lateness, centsPerPieceDay: 1000 * Math.max(100, demand.lateness?.centsPerPieceDay ?? 0) },
});

type Got = Planned['deliveries'][number] | undefined;

/** All of it, at the moment at which the last piece can leave. */
const later = (demand: Demand, got: Got, problem: Problem): Demand[] => {
  if (got === undefined || lateSeconds(got) === 0) return [demand];
  return [{ ...demand, latestDispatch: got.complete ?? problem.end }];
};

/** What can leave in time, and the rest when it can. */
const partNow = (demand: Demand, got: Got, problem: Problem): Demand[] => {
  if (got === undefined || lateSeconds(got) === 0) return [demand];
  const inTime = piecesInTime(got);
  if (inTime === 0 || inTime >= demand.pieces) return later(demand, got, problem);
  return [
    { ...demand, pieces: inTime },
    { ...demand, id: `${demand.id} rest`, pieces: demand.pieces - inTime, latestDispatch: got.complete ?? problem.end },
  ];
};

/** Only what can leave in time. */
const less = (demand: Demand, got: Got): Demand[] => {
  if (got === undefined || lateSeconds(got) === 0) return [demand];
  const inTime = piecesInTime(got);
  return inTime === 0 ? [] : [{ ...demand, pieces: inTime }];
};

const piecesInTime = (got: NonNullable<Got>): number => {
  const due = Temporal.Instant.from(got.latestDispatch);
  return got.parts
    .filter((part) => Temporal.Instant.compare(part.at, due) <= 0)
    .reduce((sum, part) => sum + part.pieces, 0);
};

/** Gives back to the customer, demand by demand, what he need not give: the date he asked for, or half the way to it. */
const tightened = async (
  asked: readonly Demand[],
  offered: readonly Demand[],
  proof: Planned,
  verify: (demands: readonly Demand[]) => Promise<Planned | null>,
): Promise<{ demands: readonly Demand[]; planned: Planned }> => {
  let best: { demands: readonly Demand[]; planned: Planned } = { demands: offered, planned: proof };
  for (const wanted of asked) {
    for (let halving = 0; halving < 3; halving++) {
      const index = best.demands.findIndex((demand) => demand.id === wanted.id);
      const now = best.demands[index];
      if (now === undefined || now.latestDispatch === wanted.latestDispatch) break;
      const [from, to] = [wanted.latestDispatch, now.latestDispatch].map(
        (at) => Temporal.Instant.from(at).epochMilliseconds,
      );
      const middle = halving === 0 ? from : Math.round(((from ?? 0) + (to ?? 0)) / 2 / 60_000) * 60_000;
      const nearer = Temporal.Instant.fromEpochMilliseconds(middle ?? 0).toString();
      const demands = best.demands.with(index, { ...now, latestDispatch: nearer });
      const planned = await verify(demands);
      if (planned) best = { demands, planned };
    }
  }
  return best;
};

const givenBy = (asked: readonly Demand[], offered: readonly Demand[], weights: OfferWeights): number => {
  let given = 0;
  for (const demand of asked) {
    const parts = offered.filter((entry) => entry.id === demand.id || entry.id === `${demand.id} rest`);
    const pieces = parts.reduce((sum, part) => sum + part.pieces, 0);
    given += Math.max(0, demand.pieces - pieces) * weights.perPieceLess;
    for (const part of parts) {
      const late =
        Temporal.Instant.from(part.latestDispatch).epochMilliseconds -
        Temporal.Instant.from(demand.latestDispatch).epochMilliseconds;
      given += (Math.max(0, late) / 86_400_000) * part.pieces * weights.perPieceDayLater;
    }
  }
  return given;
};
