import type { WorkingWindow } from '@coprod/planner';
import type { BoardLot, BoardRow } from './board-rows.ts';
import { timeAt, type TimeScale } from './time-scale.ts';

/** Heights of the drawing, in CSS pixels. */
export interface RowHeights {
  /** The axis on top. */
  readonly axis: number;
  readonly row: number;
  /** How far the rows are scrolled up. */
  readonly scrolled: number;
}

/** Index of the first entry for which `reached` is true, or the length; `reached` is false, then true, along the list. */
export const firstWhere = <T>(list: readonly T[], reached: (entry: T) => boolean): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && reached(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Which of the lots of a row touch a stretch of time: from the first index to before the second. */
export const lotsWithin = (lots: readonly BoardLot[], from: number, to: number): readonly [number, number] => [
  firstWhere(lots, (lot) => lot.to > from),
  firstWhere(lots, (lot) => lot.setupFrom >= to),
];

/** The same for working windows. */
export const windowsWithin = (
  windows: readonly WorkingWindow[],
  from: number,
  to: number,
): readonly [number, number] => [
  firstWhere(windows, (window) => window.to > from),
  firstWhere(windows, (window) => window.from >= to),
];

/** Which rows a drawing of some height shows: from the first index to before the second. */
export const rowsWithin = (count: number, heights: RowHeights, height: number): readonly [number, number] => [
  Math.max(0, Math.floor(heights.scrolled / heights.row)),
  Math.min(count, Math.ceil((heights.scrolled + height - heights.axis) / heights.row)),
];

/** The row at a height of the drawing, or -1: on the axis, or below the last line. */
export const rowAt = (count: number, heights: RowHeights, y: number): number => {
  if (y < heights.axis) return -1;
  const row = Math.floor((y - heights.axis + heights.scrolled) / heights.row);
  return row < count ? row : -1;
};

/** How many pixels beside a very short lot still mean it. */
const reach = 4;

/** The lot under a point, or the one that is within a few pixels of it. */
export const lotAt = (
  rows: readonly BoardRow[],
  scale: TimeScale,
  heights: RowHeights,
  x: number,
  y: number,
): BoardLot | undefined => {
  const lots = rows[rowAt(rows.length, heights, y)]?.lots;
  if (lots === undefined) return undefined;
  const at = timeAt(scale, x);
  const beside = reach / scale.perSecond;
  const after = firstWhere(lots, (lot) => lot.to > at);
  const distance = (lot: BoardLot): number => Math.max(lot.setupFrom - at, at - lot.to, 0);
  return [lots[after - 1], lots[after]]
    .filter((lot) => lot !== undefined)
    .filter((lot) => distance(lot) <= beside)
    .toSorted((a, b) => distance(a) - distance(b))[0];
};

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The lot to which a key leads: along its line, or to the lot of the next line that has one, at about the same time. */
export const lotToward = (rows: readonly BoardRow[], lot: BoardLot, direction: Direction): BoardLot | undefined => {
  const lots = rows[lot.row]?.lots ?? [];
  const place = lots.findIndex((entry) => entry.id === lot.id);
  if (direction === 'left') return lots[place - 1];
  if (direction === 'right') return lots[place + 1];
  if (direction === 'first') return lots[0];
  if (direction === 'last') return lots.at(-1);
  const step = direction === 'up' ? -1 : 1;
  for (let row = lot.row + step; row >= 0 && row < rows.length; row += step) {
    const there = rows[row]?.lots ?? [];
    if (there.length === 0) continue;
    const after = firstWhere(there, (entry) => entry.from >= lot.from);
    const [before, next] = [there[after - 1], there[after]];
    if (before === undefined || next === undefined) return before ?? next;
    return lot.from - before.from <= next.from - lot.from ? before : next;
  }
  return undefined;
};
