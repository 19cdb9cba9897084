import type { Firmness, Lateness, Problem } from './problem.ts';
import type { Clock } from './shifts.ts';

export interface PlantDemand {
  readonly id: string;
  readonly customer: string;
  readonly item: number;
  readonly pieces: number;
  /** Latest dispatch, seconds from the start; negative when it is overdue already. */
  readonly due: number;
  readonly price: number;
  readonly steps: readonly { readonly after: number; readonly cents: number }[];
  readonly unserved: number;
  readonly smallestPart: number;
  readonly promise: { readonly at: number; readonly cents: number } | null;
}

const ranks: Record<Firmness, number> = { firm: 0, production: 1, material: 2, forecast: 3 };

/**
 * All demands due within the plan, from orders and from cumulative curves, in pegging order:
 * pieces of an item go to the earliest latest dispatch first; then the firmer, then the dearer, then by id.
 */
export const demandsOf = (problem: Problem, clock: Clock, itemAt: ReadonlyMap<string, number>): PlantDemand[] => {
  const common = (lateness: Lateness | undefined, unserved: number | undefined) => {
    const price = lateness?.centsPerPieceDay ?? 0;
    return {
      price,
      steps: (lateness?.steps ?? [])
        .map((step) => ({ after: Math.round(step.afterHours * 3600), cents: step.cents }))
        .toSorted((a, b) => a.after - b.after),
      unserved: unserved ?? Math.max(1000, Math.round(30 * price)),
    };
  };
  const orders = (problem.demands ?? []).map((demand) => ({
    id: demand.id,
    customer: demand.customer,
    item: itemAt.get(demand.item) ?? -1,
    pieces: demand.pieces,
    due: clock.at(demand.latestDispatch),
    rank: ranks[demand.firmness ?? 'firm'],
    ...common(demand.lateness, demand.unservedCentsPerPiece),
    smallestPart: demand.noSplit ? demand.pieces : Math.min(demand.pieces, demand.smallestPartPieces ?? 1),
    promise: demand.promise ? { at: clock.at(demand.promise.at), cents: demand.promise.brokenCents } : null,
  }));
  const nets = (problem.schedules ?? []).flatMap((schedule) => {
    let covered = schedule.receivedPieces + schedule.inTransitPieces;
    return schedule.points.flatMap((point, index) => {
      const pieces = Math.max(0, point.cumulativePieces - covered);
      covered += pieces;
      if (pieces === 0) return [];
      return [
        {
          id: `${schedule.id}#${index}`,
          customer: schedule.customer,
          item: itemAt.get(schedule.item) ?? -1,
          pieces,
          due: clock.at(point.latestDispatch),
          rank: ranks[point.firmness ?? 'firm'],
          ...common(schedule.lateness, schedule.unservedCentsPerPiece),
          smallestPart: Math.min(pieces, schedule.smallestPartPieces ?? 1),
          promise: null,
        },
      ];
    });
  });
  return [...orders, ...nets]
    .filter((demand) => demand.due <= clock.horizon)
    .toSorted(
      (a, b) => a.item - b.item || a.due - b.due || a.rank - b.rank || b.price - a.price || (a.id < b.id ? -1 : 1),
    );
};
