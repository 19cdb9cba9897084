import { type DemandCurve, type Horizon, exactly, horizonAt, lifted, totalAt } from './demand-curve.ts';

/** One week of one item: what was asked and what is asked, as amounts of the week and as totals at its end. */
export type WeekCompared = {
  /** Its Monday, and its Sunday, in days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  readonly horizon: Horizon;
  /** Null where the release before said nothing of this week: what is new is not a change. */
  readonly was: number | null;
  readonly asked: number;
  readonly wasTotal: number | null;
  readonly askedTotal: number;
};

/** `earlier`, `later`: only the moment changed; the total is the same at the end of what both releases cover. */
export type Drift = 'more' | 'less' | 'earlier' | 'later' | 'same' | 'new';

/**
 * Compares a curve with the one before, week by week, from the week of the document on. The difference is zero when only time passed
 * and goods moved, since both are totals since the same reset.
 */
export function compareWeeks(
  curve: DemandCurve,
  before: DemandCurve | undefined,
  documentDay: number,
): readonly WeekCompared[] {
  const first = mondayOf(documentDay);
  const weeks: WeekCompared[] = [];
  const last = curve.until;
  let wasBefore = before === undefined ? null : totalAt(before, first - 1);
  // Up to the first week both count from the same stock of what was asked: what is behind shows as asked in this week.
  let askedBefore = wasBefore ?? totalAt(curve, first - 1);
  for (let from = first; from <= last; from += 7) {
    const to = from + 6;
    const askedTotal = totalAt(curve, to);
    const covered = before !== undefined && from <= before.until;
    const wasTotal = covered ? totalAt(before, to) : null;
    weeks.push({
      from,
      to,
      horizon: horizonAt(curve, from),
      was: wasTotal === null || wasBefore === null ? null : exactly(wasTotal - wasBefore),
      asked: exactly(askedTotal - askedBefore),
      wasTotal,
      askedTotal,
    });
    wasBefore = wasTotal;
    askedBefore = askedTotal;
  }
  return weeks;
}

/** What the whole difference of one item amounts to. */
export function driftOf(weeks: readonly WeekCompared[]): Drift {
  const both = weeks.filter((w) => w.wasTotal !== null);
  if (both.length === 0) return 'new';
  const differences = both.map((w) => exactly(w.askedTotal - w.wasTotal!));
  const end = differences.at(-1)!;
  if (end > 0) return 'more';
  if (end < 0) return 'less';
  const sum = differences.reduce((total, d) => total + d, 0);
  return sum > 0 ? 'earlier' : sum < 0 ? 'later' : 'same';
}

/**
 * Makes a curve comparable with the one before where totals do not count from the same moment: no received cumulative was sent, or
 * the count was reset in between. It then agrees with the one before on the day before the document, and says nothing of the past.
 */
export const anchored = (curve: DemandCurve, before: DemandCurve, documentDay: number): DemandCurve =>
  lifted(curve, exactly(totalAt(before, documentDay - 1) - totalAt(curve, documentDay - 1)));

/** The Monday of a day's week; 1970-01-01 was a Thursday. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);
