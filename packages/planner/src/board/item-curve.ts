import type { Delivery, Plan } from '../model/plan.ts';
import type { Plant } from '../model/plant.ts';

/** A quantity that holds from `at` (seconds from the start of the plan) until the next step. */
export interface Step {
  readonly at: number;
  readonly pieces: number;
}

/** How one item goes through the plan. Each curve begins at 0 seconds and has one step for each instant. */
export interface ItemCurve {
  /** Made and come in, less what has fallen due; below zero is what is owed. */
  readonly stock: readonly Step[];
  /** Cumulative quantity that the customers ask for, and that leaves as planned, from the start of the plan. */
  readonly asked: readonly Step[];
  readonly leaving: readonly Step[];
  readonly safetyPieces: number | null;
  readonly maximumPieces: number | null;
}

/** Stock and cumulative quantities of one item. @param deliveries as `evaluate` gives them for this plan */
export const itemCurve = (plant: Plant, plan: Plan, deliveries: readonly Delivery[], id: string): ItemCurve => {
  const index = plant.items.findIndex((entry) => entry.id === id);
  const item = plant.items[index];
  if (item === undefined) throw new Error(`no item ${id}`);
  const { at } = plant.clock;
  const asked = plant.demands
    .filter((demand) => demand.item === index)
    .map((demand) => ({ at: Math.max(0, demand.due), pieces: demand.pieces }));
  const made = plan.lots
    .filter((lot) => lot.item === id)
    .map((lot) => ({ at: at(lot.end) + item.transfer, pieces: lot.pieces }));
  const bought = plan.outside
    .filter((order) => order.item === id)
    .map((order) => ({ at: at(order.arrival), pieces: order.pieces }));
  const used = plan.lots.flatMap((lot) => {
    const user = plant.items.find((entry) => entry.id === lot.item);
    const part = user?.parts.find((entry) => entry.item === index);
    return part === undefined ? [] : [{ at: at(lot.start), pieces: -Math.ceil(lot.pieces * part.perPiece) }];
  });
  const owed = asked.map((need) => ({ at: need.at, pieces: -need.pieces }));
  const left = deliveries
    .filter((delivery) => delivery.item === id)
    .flatMap((delivery) => delivery.parts.map((part) => ({ at: Math.max(0, at(part.at)), pieces: part.pieces })));
  return {
    stock: steps(item.opening, [...made, ...bought, ...used, ...owed]),
    asked: steps(0, asked),
    leaving: steps(0, left),
    safetyPieces: item.safety?.pieces ?? null,
    maximumPieces: item.ceiling?.pieces ?? null,
  };
};

/** Running sum of changes, from a first value. */
const steps = (first: number, changes: readonly Step[]): Step[] => {
  const found: { at: number; pieces: number }[] = [{ at: 0, pieces: first }];
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    const pieces = (last?.pieces ?? 0) + change.pieces;
    if (last?.at === change.at) last.pieces = pieces;
    else found.push({ at: change.at, pieces });
  }
  return found;
};
