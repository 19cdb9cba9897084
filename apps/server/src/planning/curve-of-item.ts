import type { Release, ReleaseItem } from '@coprod/edi';
import {
  type DemandCurve,
  type DemandPoint,
  demandCurve,
  dueDay,
  exactly,
  horizonOf,
  receivedTotal,
  totalAt,
} from './demand-curve.ts';

/**
 * What a release asks of one item from now on, by what the message says that it is: the whole schedule of the item, the word that
 * nothing is asked of it any more, or amounts to be added to what was asked before (ASC X12 BFR05 = D).
 * @param before what the release before asked; a net change without it must not be applied
 * @returns `known` is false where no received cumulative says from where it counts
 */
export function curveOfItem(
  release: Release,
  item: ReleaseItem,
  documentDay: number,
  before: DemandCurve | undefined,
): DemandCurve & { readonly known: boolean } {
  if (item.action === 'deleted') {
    const received = receivedTotal(item);
    const base = received ?? (before === undefined ? 0 : totalAt(before, documentDay - 1));
    return { base, points: [], until: Math.max(documentDay, before?.until ?? 0), known: received !== null };
  }
  if (release.quantities === 'net-change' && before !== undefined)
    return { ...changedCurve(before, item, documentDay), known: true };
  return demandCurve(release, item, documentDay);
}

/** The curve before, with each amount added, or taken away, from the day on for which it is meant. */
function changedCurve(before: DemandCurve, item: ReleaseItem, documentDay: number): DemandCurve {
  const changes = item.schedule.map((line) => ({
    day: dueDay(line, documentDay),
    quantity: Number(line.quantity ?? 0),
    horizon: horizonOf[line.kind],
  }));
  const points = new Map<number, Omit<DemandPoint, 'total'>>(before.points.map((point) => [point.day, point]));
  for (const { day, horizon } of changes) points.set(day, { horizon, ...points.get(day), day, exact: true });
  const added = (day: number): number =>
    changes.reduce((sum, change) => (change.day <= day ? sum + change.quantity : sum), 0);
  return {
    base: before.base,
    points: [...points.values()]
      .toSorted((a, b) => a.day - b.day)
      .map((point) => ({ ...point, total: exactly(totalAt(before, point.day) + added(point.day)) })),
    until: Math.max(before.until, ...changes.map(({ day }) => day)),
  };
}
