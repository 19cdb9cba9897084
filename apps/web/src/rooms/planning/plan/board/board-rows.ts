import type { Delivery, Plan, Problem, WorkingWindow } from '@coprod/planner';

/** One lot as it is drawn, found and read out. Times are seconds from the start of the plan. */
export interface BoardLot {
  readonly id: string;
  /** Index of its line. */
  readonly row: number;
  readonly item: string;
  /** Setup family; empty where the item has none. */
  readonly family: string;
  readonly pieces: number;
  readonly heads: number;
  readonly setupFrom: number;
  readonly from: number;
  readonly to: number;
  /** Pieces of it leave later than they were asked for. */
  readonly late: boolean;
  /** It has begun and stands where it stands. */
  readonly begun: boolean;
  readonly frozen: boolean;
  readonly pinned: boolean;
  /** It is not in the plan compared with, or stands elsewhere there. */
  readonly moved: boolean;
}

export interface BoardRow {
  readonly line: string;
  /** In order of time; none lies over another. */
  readonly lots: readonly BoardLot[];
  readonly windows: readonly WorkingWindow[];
  readonly frozenUntil: number;
}

interface RowsInput {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly deliveries: readonly Delivery[];
  readonly windows: readonly (readonly WorkingWindow[])[];
  readonly pinned: ReadonlySet<string>;
  /** The plan in force; null where there is none, and nothing counts as moved. */
  readonly base: Plan | null;
}

/** Seconds from the start of the plan to an instant. */
export const secondsFrom = (start: string): ((instant: string) => number) => {
  const first = Temporal.Instant.from(start).epochMilliseconds;
  return (instant) => (Temporal.Instant.from(instant).epochMilliseconds - first) / 1000;
};

/** A plan as rows of lots, in the order of the lines of the problem. */
export const rowsOf = ({ problem, plan, deliveries, windows, pinned, base }: RowsInput): BoardRow[] => {
  const at = secondsFrom(problem.start);
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const rowOf = new Map(problem.lines.map((line, index) => [line.id, index]));
  const before = base && new Map(base.lots.map((lot) => [lot.id, lot]));
  const begun = new Set(problem.lines.flatMap((line) => (line.begun ? [line.begun.id ?? `begun ${line.id}`] : [])));
  const frozenUntil = problem.lines.map((line) => (line.frozenUntil === undefined ? 0 : at(line.frozenUntil)));
  const lateAt = lateSupplies(deliveries, at);
  const lots: BoardLot[][] = problem.lines.map(() => []);
  for (const lot of plan.lots) {
    const row = rowOf.get(lot.line);
    if (row === undefined) continue;
    const item = items.get(lot.item);
    const old = before?.get(lot.id);
    const from = at(lot.start);
    const to = at(lot.end);
    lots[row]?.push({
      id: lot.id,
      row,
      item: lot.item,
      family: item?.family ?? '',
      pieces: lot.pieces,
      heads: lot.heads,
      setupFrom: at(lot.setupStart),
      from,
      to,
      late: lateAt.has(`${lot.item} ${to + Math.round((item?.transferMinutes ?? 0) * 60)}`),
      begun: begun.has(lot.id),
      frozen: from < (frozenUntil[row] ?? 0),
      pinned: pinned.has(lot.id),
      moved:
        before !== null &&
        !begun.has(lot.id) &&
        (old?.line !== lot.line || at(old.start) !== from || old.pieces !== lot.pieces),
    });
  }
  return problem.lines.map((line, row) => ({
    line: line.id,
    lots: (lots[row] ?? []).toSorted((a, b) => a.from - b.from),
    windows: windows[row] ?? [],
    frozenUntil: frozenUntil[row] ?? 0,
  }));
};

/** Item and moment of each part that leaves too late: it leaves when the lot that it waited for is there. */
const lateSupplies = (deliveries: readonly Delivery[], at: (instant: string) => number): Set<string> => {
  const found = new Set<string>();
  for (const { item, latestDispatch, parts } of deliveries) {
    const due = at(latestDispatch);
    for (const part of parts) {
      const leaves = at(part.at);
      if (leaves > due) found.add(`${item} ${leaves}`);
    }
  }
  return found;
};
