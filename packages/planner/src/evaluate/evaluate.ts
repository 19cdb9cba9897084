import { changePrice, changeShare, type StartPlace } from '../model/change-price.ts';
import type { Costs, Delivery, Plan, Violation } from '../model/plan.ts';
import { plantOf, type Plant } from '../model/plant.ts';
import type { Problem } from '../model/problem.ts';
import { checkLots, type JudgedLot } from './check-lots.ts';
import { readPlan } from './read-plan.ts';
import { checkShared, judgePeople } from './shared.ts';
import { judgeStock } from './stock.ts';

export interface Evaluation {
  readonly costs: Costs;
  /** Empty for a valid plan. */
  readonly violations: readonly Violation[];
  /** One for each demand due within the plan, in pegging order. */
  readonly deliveries: readonly Delivery[];
}

/**
 * Judges a plan against a problem: each rule broken, each cost, each delivery. It is slow and obvious on purpose, shares
 * no code with the search, and trusts nothing in the plan: every test of the search is checked against it.
 * The problem must be one that `validate` accepts.
 */
export const evaluate = (problem: Problem, plan: Plan): Evaluation => evaluatePlant(plantOf(problem), plan);

/** As {@link evaluate}, for a plant that has been resolved already. */
export const evaluatePlant = (plant: Plant, plan: Plan): Evaluation => {
  const read = readPlan(plant, plan);
  const { lots, violations } = checkLots(plant, read);
  const people = judgePeople(plant, read, lots);
  // Each item is judged by what concerns it alone: its lots, those it goes into, its demands.
  const lotsOf = Map.groupBy(lots, (lot) => lot.item);
  const demandsOf = Map.groupBy(plant.demands, (demand) => demand.item);
  const users = new Map<number, number[]>();
  for (const [index, item] of plant.items.entries())
    for (const part of item.parts) users.set(part.item, [...(users.get(part.item) ?? []), index]);
  const stocks = plant.items.map((_, index) => {
    const concerned = [index, ...(users.get(index) ?? [])].flatMap((item) => lotsOf.get(item) ?? []);
    return judgeStock(plant, index, concerned, demandsOf.get(index) ?? [], read.outside);
  });
  const sum = (pick: (stock: (typeof stocks)[number]) => number): number =>
    stocks.reduce((total, stock) => total + pick(stock), 0);

  const end = lots.reduce((latest, lot) => Math.max(latest, lot.end), 0);
  const terms = {
    changeovers: lots.reduce((total, lot) => total + lot.setupCents, 0),
    holding: sum((stock) => stock.holding),
    belowSafetyStock: sum((stock) => stock.belowSafetyStock),
    aboveMaximumStock: sum((stock) => stock.aboveMaximumStock),
    lateness: sum((stock) => stock.lateness),
    brokenPromises: sum((stock) => stock.brokenPromises),
    unserved: sum((stock) => stock.unserved),
    overtime: read.overtimeCents,
    extraShifts: read.extraShiftCents,
    temporaryWorkers: people.temporaryWorkers,
    movedPeople: people.movedPeople,
    outside: read.outsideCents,
    changedLots: priceOfChangedLots(plant, lots),
    lastEnd: Math.round(((plant.problem.lastEndCentsPerHour ?? 0) * end) / 3600),
  };
  return {
    costs: { ...terms, total: Object.values(terms).reduce((total, term) => total + term, 0) },
    violations: [
      ...read.violations,
      ...violations,
      ...checkShared(plant, lots),
      ...people.violations,
      ...stocks.flatMap((stock) => stock.violations),
    ],
    deliveries: stocks.flatMap((stock) => stock.deliveries),
  };
};

const priceOfChangedLots = (plant: Plant, lots: readonly JudgedLot[]): number => {
  if (plant.changedLot.cents === 0) return 0;
  const begun = new Set(plant.lines.flatMap((line) => (line.begun ? [line.begun.id] : [])));
  const place = (line: number, start: number): StartPlace => {
    const here = plant.lines[line];
    const shift = here?.continuous ? -1 : (here?.shifts.findLastIndex((entry) => entry.start <= start) ?? -1);
    return { shift, day: plant.clock.day(start) };
  };
  let total = 0;
  for (const old of plant.previous) {
    if (begun.has(old.id)) continue;
    const lot = lots.find((entry) => entry.id === old.id);
    const share = lot ? changeShare(old, place(old.line, old.start), { ...lot, ...place(lot.line, lot.start) }) : 1;
    total += Math.round(changePrice(plant, old.start) * share);
  }
  for (const lot of lots) {
    if (!begun.has(lot.id) && !plant.previous.some((old) => old.id === lot.id)) {
      total += Math.round(changePrice(plant, lot.start));
    }
  }
  return total;
};
