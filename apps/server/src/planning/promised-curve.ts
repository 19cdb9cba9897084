import type { WeekCompared } from './compare-releases.ts';
import { type DemandCurve, type DemandPoint, dayNumber, exactly, horizonAt, totalAt } from './demand-curve.ts';

/**
 * What was agreed in the place of what was asked: the curve of a release in which the amounts of some weeks give way to those that
 * were promised for them. Later releases are judged against it. Where less was promised than asked, it stays below for good.
 * @param weeks of the release, those that were answered
 * @param promised what was promised for all of them together; a day may lie outside of these weeks
 */
export function promisedCurve(
  curve: DemandCurve,
  weeks: readonly Pick<WeekCompared, 'from' | 'to' | 'asked'>[],
  promised: readonly { readonly on: string; readonly quantity: number }[],
): DemandCurve {
  const given = promised.map(({ on, quantity }) => ({ day: dayNumber(on), quantity }));
  const total = (day: number): number => {
    let sum = totalAt(curve, day);
    for (const week of weeks) {
      // Inside a week nothing of what was asked counts yet, so that the curve lies flat between what was promised.
      if (day >= week.from) sum -= week.asked - (totalAt(curve, week.to) - totalAt(curve, Math.min(day, week.to)));
    }
    for (const { day: on, quantity } of given) if (on <= day) sum += quantity;
    return exactly(sum);
  };
  const points = new Map<number, Omit<DemandPoint, 'total'>>();
  const mark = (day: number, exact: boolean): void =>
    void points.set(day, { day, horizon: horizonAt(curve, day), exact });
  for (const { day, exact } of curve.points)
    if (!weeks.some((week) => day >= week.from && day <= week.to)) mark(day, exact);
  for (const { from, to } of weeks) [from, to].forEach((day) => mark(day, true));
  for (const { day } of given) mark(day, true);
  return {
    base: curve.base,
    points: [...points.values()]
      .toSorted((a, b) => a.day - b.day)
      .map((point) => ({ ...point, total: total(point.day) })),
    until: Math.max(curve.until, ...given.map(({ day }) => day)),
  };
}
