import { type Demand, type Item, type Previous, type Problem, validate } from '@coprod/planner';
import { type Asked, type Promised, demandsOf } from './asked.ts';
import { type CarriedOver, type Standing, carryOver, piecesMade } from './carry-over.ts';
import { flexibilityOf } from './flexibility-of.ts';
import { type Gap, emptyCells } from './gaps.ts';
import { itemsOf } from './items-of.ts';
import { linesOf } from './lines-of.ts';
import type { Plant } from './plant-store.ts';
import { given, numberIn, textIn, wholeCents } from './read-row.ts';
import { sheetNames } from './sheets.ts';

/** All that a plan is made of. */
export type Situation = {
  readonly plant: Plant;
  readonly asked: readonly Asked[];
  readonly promises: readonly Promised[];
  readonly inForce: Standing | null;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  /** What rules in force say: hours of overtime a week on a line, days in which lots are fixed. */
  readonly rules: { readonly overtimeHours: number | undefined; readonly frozenDays: number | undefined };
};

/**
 * The plant and what is asked of it as one planning problem, beginning now, with the plan in force as the previous one. What is missing
 * or contradicts itself is left out and named, and the rest is planned; the problem is null where nothing is left that could be.
 */
export function problemOf(situation: Situation): { readonly problem: Problem | null; readonly gaps: readonly Gap[] } {
  const { plant, timeZone, rules, inForce } = situation;
  const terms = plant.plant[0];
  const start = situation.now.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const end = start
    .toZonedDateTimeISO(timeZone)
    .add({ days: numberIn(terms, 'daysAhead') ?? 20 })
    .toInstant();
  const today = start.toZonedDateTimeISO(timeZone).startOfDay();
  const counts = new Map(plant.items.map((row) => [textIn(row, 'item'), textIn(row, 'stockAt')]));
  const countedAt = (item: string): Temporal.Instant | undefined => {
    const at = counts.get(item);
    return at === undefined ? undefined : Temporal.Instant.from(at);
  };
  const asWritten = itemsOf(plant, start, timeZone);
  // What the plan in force has made since the stock was counted is there as well.
  const made = {
    ...asWritten,
    items: asWritten.items.map((item) => {
      const since = countedAt(item.id);
      if (inForce === null || since === undefined) return item;
      const more = piecesMade(inForce, item.id, since, start);
      return { ...item, openingStockPieces: (item.openingStockPieces ?? 0) + more };
    }),
  };
  const {
    lines,
    calendars,
    setters,
    gaps: ofLines,
  } = linesOf(plant, (days) => {
    const fixed = days ?? rules.frozenDays;
    // Nothing is fixed before there is a plan.
    return fixed === undefined || inForce === null ? undefined : today.add({ days: fixed }).toInstant().toString();
  });
  const { flexibility, gaps: ofLadder } = flexibilityOf(
    plant,
    lines,
    calendars,
    new Set(made.items.map(({ id }) => id)),
    rules.overtimeHours,
  );
  const asked = demandsOf(situation.asked, situation.promises, plant.customers, countedAt, { start, end, timeZone });
  const makes = new Set(lines.flatMap((line) => line.runs.map(({ item }) => item)));
  const bought = new Set((flexibility.outside ?? []).map(({ item }) => item));
  const { demands, gaps: ofDemand } = plannable(
    asked.demands,
    made.items,
    (item) => makes.has(item) || bought.has(item),
    plant,
  );
  const gaps = [
    ...sheetNames.flatMap((sheet) => emptyCells(sheet, plant[sheet])),
    ...made.gaps,
    ...ofLines,
    ...ofLadder,
    ...asked.gaps,
    ...ofDemand,
  ];
  if (made.items.length === 0) gaps.unshift(nothing('items', 'no-items'));
  if (lines.length === 0) gaps.unshift(nothing('lines', 'no-lines'));
  if (made.items.length === 0 || lines.length === 0) return { problem: null, gaps };

  const price = given({
    centsPerChangedLot: wholeCents(terms, 'changedLot'),
    halvingDays: numberIn(terms, 'halvingDays'),
  });
  const carried: Partial<CarriedOver> = inForce === null ? {} : carryOver(inForce, start, lines, made.items, price);
  const problem: Problem = {
    format: 'coprod-planning-problem/1',
    currency: 'EUR',
    timeZone,
    start: start.toString(),
    end: end.toString(),
    items: made.items,
    lines: carried.lines ?? lines,
    calendars,
    components: made.components,
    setters,
    demands,
    flexibility,
    ...(carried.previous === undefined ? {} : { previous: carried.previous }),
    ...(carried.pins === undefined ? {} : { pins: carried.pins }),
  };
  return judged(problem, plant, gaps);
}

const nothing = (sheet: 'items' | 'lines', code: 'no-items' | 'no-lines'): Gap => ({
  sheet,
  row: null,
  column: null,
  effect: 'stops',
  code,
  values: {},
});

/** Demands of items that can be made; of the others it is said why not. */
function plannable(
  demands: readonly Demand[],
  items: readonly Item[],
  isMade: (item: string) => boolean,
  plant: Plant,
): { readonly demands: readonly Demand[]; readonly gaps: readonly Gap[] } {
  const rowOf = new Map(plant.items.map((row) => [String(row.cells['item']), row.id]));
  const left = new Map<string, Gap>();
  const kept = demands.filter((demand) => {
    const row = rowOf.get(demand.item) ?? null;
    if (row !== null && isMade(demand.item)) return true;
    const key = row === null ? JSON.stringify([demand.customer, demand.item]) : demand.item;
    const pieces = Number(left.get(key)?.values['pieces'] ?? 0) + demand.pieces;
    left.set(key, {
      sheet: row === null ? 'items' : 'runs',
      row: null,
      column: row === null ? null : 'item',
      effect: 'stops',
      code: row === null ? 'item-unknown' : 'no-line',
      values: { item: demand.item, customer: demand.customer, pieces },
    });
    return false;
  });
  const parts = new Set(items.flatMap((item) => (item.bill ?? []).map(({ of }) => of)));
  const unmade = items.filter(({ id }) => parts.has(id) && !isMade(id));
  return {
    demands: kept,
    gaps: [
      ...left.values(),
      ...unmade.map(({ id }): Gap => ({
        sheet: 'runs',
        row: null,
        column: 'item',
        effect: 'stops',
        code: 'no-line-for-part',
        values: { item: id },
      })),
    ],
  };
}

/** What the planner itself finds at fault is left out where it can be: pins, the previous plan, a rung; else nothing is planned. */
function judged(
  problem: Problem,
  plant: Plant,
  gaps: readonly Gap[],
): { problem: Problem | null; gaps: readonly Gap[] } {
  const found = validate(problem);
  if (found.ok) return { problem: found.problem, gaps };
  const named = found.faults.map((fault): Gap => {
    const [, list, index] = fault.path.split('/');
    const row = list === 'items' ? plant.items[Number(index)] : undefined;
    return {
      sheet: list === 'items' ? 'items' : list === 'flexibility' ? 'overtime' : 'lines',
      row: row?.id ?? null,
      column: null,
      effect: 'stops',
      code: 'not-plannable',
      values: { what: fault.en, quoi: fault.fr },
    };
  });
  const at = (list: string): boolean => found.faults.some(({ path }) => path.startsWith(`/${list}`));
  const without: Problem = {
    ...problem,
    pins: at('pins') || at('previous') ? [] : (problem.pins ?? []),
    ...(at('previous') ? { previous: { lots: [] } satisfies Previous } : {}),
    ...(at('flexibility') ? { flexibility: {} } : {}),
  };
  const again = validate(without);
  return { problem: again.ok ? again.problem : null, gaps: [...named, ...gaps] };
}
