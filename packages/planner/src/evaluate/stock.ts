import type { Delivery, Violation } from '../model/plan.ts';
import type { Plant } from '../model/plant.ts';
import type { PlantDemand } from '../model/demands.ts';
import type { JudgedLot } from './check-lots.ts';

interface Part {
  readonly at: number;
  readonly pieces: number;
}

interface Need {
  readonly demand: PlantDemand | null;
  /** Lot that takes the pieces as its component, where `demand` is null. */
  readonly lot: string;
  readonly due: number;
  readonly pieces: number;
}

export interface StockJudgement {
  readonly holding: number;
  readonly belowSafetyStock: number;
  readonly aboveMaximumStock: number;
  readonly lateness: number;
  readonly brokenPromises: number;
  readonly unserved: number;
  readonly deliveries: readonly Delivery[];
  readonly violations: readonly Violation[];
}

const daySeconds = 86_400;

/**
 * Pieces of one item, first come first served (`lots` holds at least its own and those that use it, `demands` its own): supplies in order of availability go to needs in order of due time.
 * A part leaves when it is due and available, and not smaller than the smallest part agreed (or the rest of the demand).
 */
export const judgeStock = (
  plant: Plant,
  itemIndex: number,
  lots: readonly JudgedLot[],
  demands: Plant['demands'],
  outside: readonly { readonly item: number; readonly pieces: number; readonly arrival: number }[],
): StockJudgement => {
  const item = plant.items[itemIndex];
  if (item === undefined) throw new Error(`no item ${itemIndex}`);
  const { horizon } = plant.clock;
  const supplies = [
    ...lots.filter((lot) => lot.item === itemIndex).map((lot) => ({ at: lot.end + item.transfer, pieces: lot.pieces })),
    ...outside
      .filter((order) => order.item === itemIndex)
      .map((order) => ({ at: order.arrival, pieces: order.pieces })),
  ]
    .filter((supply) => supply.at <= horizon)
    .toSorted((a, b) => a.at - b.at);
  if (item.opening > 0) supplies.unshift({ at: 0, pieces: item.opening });
  const needs = needsOf(plant, itemIndex, lots, demands);

  // One supply per piece would be the plainest; ranges of the cumulative count are the same and affordable.
  const left = supplies.map((supply) => supply.pieces);
  const sum = { lateness: 0, brokenPromises: 0, unserved: 0 };
  const deliveries: Delivery[] = [];
  const violations: Violation[] = [];
  let held = 0;
  for (const need of needs) {
    const taken: { at: number; available: number; pieces: number }[] = [];
    let missing = need.pieces;
    for (const [index, supply] of supplies.entries()) {
      const pieces = Math.min(missing, left[index] ?? 0);
      if (pieces === 0) continue;
      left[index] = (left[index] ?? 0) - pieces;
      missing -= pieces;
      taken.push({ at: Math.max(need.due, supply.at), available: supply.at, pieces });
    }
    const { parts, waiting } = shipments(taken, need.demand?.smallestPart ?? 1, missing);
    for (const { available, pieces } of taken) held -= available * pieces;
    for (const { at, pieces } of parts) held += at * pieces;
    held += waiting * horizon;
    if (need.demand) {
      const cost = judgeDemand(need.demand, parts, missing + waiting, horizon);
      sum.lateness += cost.lateness;
      sum.brokenPromises += cost.brokenPromise;
      sum.unserved += cost.unserved;
      deliveries.push(deliveryOf(plant, need.demand, parts, missing + waiting, cost));
    } else if (missing > 0 || parts.some((part) => part.at > need.due)) {
      violations.push({ rule: 'component-short', at: need.lot, detail: `${item.id} is not there when the lot starts` });
    }
  }
  for (const [index, supply] of supplies.entries()) held += (left[index] ?? 0) * (horizon - supply.at);

  const levels = levelsOf(item.opening, supplies, needs, horizon);
  const { safety, ceiling } = item;
  let below = 0;
  let above = 0;
  for (const { level, seconds } of levels) {
    if (safety) below += Math.max(0, safety.pieces - level) * seconds;
    if (ceiling) above += Math.max(0, level - ceiling.pieces) * seconds;
  }
  return {
    ...sum,
    holding: Math.round((held * item.holding) / daySeconds),
    belowSafetyStock: Math.round((below * (safety?.price ?? 0)) / daySeconds),
    aboveMaximumStock: Math.round((above * (ceiling?.price ?? 0)) / daySeconds),
    deliveries,
    violations,
  };
};

/** Customers' demands and what lots of other items take, in pegging order; at one instant the lots come first. */
const needsOf = (plant: Plant, itemIndex: number, lots: readonly JudgedLot[], demands: Plant['demands']): Need[] => {
  const taken = lots.flatMap((lot): Need[] => {
    const part = plant.items[lot.item]?.parts.find((entry) => entry.item === itemIndex);
    if (part === undefined) return [];
    const pieces = Math.ceil((lot.pieces + lot.lost) * part.perPiece);
    return [{ demand: null, lot: lot.id, due: lot.start, pieces }];
  });
  const asked = demands.map((demand): Need => ({ demand, lot: '', due: demand.due, pieces: demand.pieces }));
  return [...taken, ...asked].toSorted((a, b) => a.due - b.due);
};

/** Groups what was taken into parts that may leave; what is too small to leave alone waits. */
const shipments = (
  taken: readonly { readonly at: number; readonly pieces: number }[],
  smallest: number,
  missing: number,
): { readonly parts: readonly Part[]; readonly waiting: number } => {
  const parts: Part[] = [];
  let waiting = 0;
  for (const [index, chunk] of taken.entries()) {
    waiting += chunk.pieces;
    const last = index === taken.length - 1;
    if (!last && taken[index + 1]?.at === chunk.at) continue;
    if (waiting >= smallest || (last && missing === 0)) {
      parts.push({ at: chunk.at, pieces: waiting });
      waiting = 0;
    }
  }
  return { parts, waiting };
};

interface DemandCost {
  readonly lateness: number;
  readonly brokenPromise: number;
  readonly unserved: number;
}

const judgeDemand = (demand: PlantDemand, parts: readonly Part[], absent: number, horizon: number): DemandCost => {
  let pieceSeconds = absent * (horizon - demand.due);
  let complete = absent > 0 ? horizon : demand.due;
  for (const part of parts) {
    pieceSeconds += part.pieces * (part.at - demand.due);
    complete = Math.max(complete, part.at);
  }
  let lateness = Math.round((pieceSeconds * demand.price) / daySeconds);
  for (const step of demand.steps) if (complete - demand.due > step.after) lateness += step.cents;
  const broken = demand.promise !== null && (absent > 0 || complete > demand.promise.at);
  return { lateness, brokenPromise: broken ? (demand.promise?.cents ?? 0) : 0, unserved: absent * demand.unserved };
};

const deliveryOf = (
  plant: Plant,
  demand: PlantDemand,
  parts: readonly Part[],
  absent: number,
  cost: DemandCost,
): Delivery => {
  const last = parts.at(-1);
  return {
    demand: demand.id,
    customer: demand.customer,
    item: plant.items[demand.item]?.id ?? '',
    latestDispatch: plant.clock.instant(demand.due),
    parts: parts.map((part) => ({ at: plant.clock.instant(part.at), pieces: part.pieces })),
    unservedPieces: absent,
    complete: absent > 0 || last === undefined ? null : plant.clock.instant(last.at),
    costCents: cost.lateness + cost.brokenPromise + cost.unserved,
  };
};

/** The stock as everybody on the floor counts it: made or come in, less what has fallen due; never below zero. */
const levelsOf = (
  opening: number,
  supplies: readonly Part[],
  needs: readonly Need[],
  horizon: number,
): { readonly level: number; readonly seconds: number }[] => {
  const changes = [
    ...supplies.slice(opening > 0 ? 1 : 0).map((supply) => ({ at: supply.at, pieces: supply.pieces })),
    ...needs.map((need) => ({ at: Math.min(horizon, Math.max(0, need.due)), pieces: -need.pieces })),
  ].toSorted((a, b) => a.at - b.at);
  const levels: { level: number; seconds: number }[] = [];
  let net = opening;
  let since = 0;
  for (const change of [...changes, { at: horizon, pieces: 0 }]) {
    levels.push({ level: Math.max(0, net), seconds: change.at - since });
    since = change.at;
    net += change.pieces;
  }
  return levels;
};
