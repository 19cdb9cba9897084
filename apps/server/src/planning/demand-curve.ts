import { type Release, type ReleaseItem, type ScheduleKind, type ScheduleLine, whens } from '@coprod/edi';

/** How binding a call-off is; what carries no date (backlog, immediate need) is firm. */
export type Horizon = 'firm' | 'production' | 'material' | 'forecast' | 'unstated';

/**
 * What is required of one agreement line, cumulatively since the last reset: D(t) = received + call-offs until t. Days are counted
 * since 1970-01-01, quantities in the line's unit.
 */
export type DemandCurve = {
  /** D before the first point. */
  readonly base: number;
  readonly points: readonly DemandPoint[];
  /** The last day of which the release says anything. */
  readonly until: number;
};

export type DemandPoint = {
  readonly day: number;
  readonly total: number;
  readonly horizon: Horizon;
  /** True at the end of a call-off's period; inside a week or a month the total is only our spreading over its working days. */
  readonly exact: boolean;
};

export const dayNumber = (date: Temporal.PlainDate | string): number => whens.epochDay(date.toString());
export const dayOf = (day: number): Temporal.PlainDate => epoch.add({ days: day });

const epoch = Temporal.PlainDate.from('1970-01-01');

/**
 * The curve of one item of a release. Backlog and immediate need come first, on the day of the document. A received cumulative that
 * was not sent is not taken for 0: `base` is then null and the caller anchors the curve.
 */
export function demandCurve(
  release: Release,
  item: ReleaseItem,
  documentDay: number,
): DemandCurve & { known: boolean } {
  const received = receivedTotal(item);
  let total = received ?? 0;
  const points: DemandPoint[] = [];
  const base = total;
  for (const line of item.schedule.toSorted((a, b) => startOf(a, documentDay) - startOf(b, documentDay))) {
    if (line.kind === 'stop') continue;
    const amount =
      line.quantity !== null && release.quantities !== 'cumulative'
        ? Number(line.quantity)
        : line.cumulative !== null
          ? Math.max(0, exactly(Number(line.cumulative) - total))
          : 0;
    const horizon = horizonOf[line.kind];
    const days = workingDays(startOf(line, documentDay), endOf(line, documentDay));
    days.forEach((day, index) => {
      const share = index === days.length - 1 ? amount : Math.floor((amount * (index + 1)) / days.length);
      points.push({ day, total: exactly(total + share), horizon, exact: index === days.length - 1 });
    });
    total = exactly(total + amount);
  }
  const to = release.horizon.to;
  const last = points.at(-1)?.day ?? documentDay;
  return {
    base,
    points: joined(points),
    until: to === null ? last : Math.max(last, dayNumber(whens.endOf(to))),
    known: received !== null,
  };
}

/** D at the end of a day. */
export function totalAt(curve: DemandCurve, day: number): number {
  const point = pointAt(curve, day);
  return point === undefined ? curve.base : point.total;
}

/** The horizon in which a day lies: that of the next call-off, since it is what the day's goods are for. */
export function horizonAt(curve: DemandCurve, day: number): Horizon {
  return curve.points.find((p) => p.day >= day)?.horizon ?? curve.points.at(-1)?.horizon ?? 'unstated';
}

/** Lifts a whole curve: for releases without a received cumulative, and over a reset. */
export const lifted = (curve: DemandCurve, by: number): DemandCurve => ({
  base: exactly(curve.base + by),
  points: curve.points.map((p) => ({ ...p, total: exactly(p.total + by) })),
  until: curve.until,
});

/** The received cumulative as printed in the release; null where it was not sent. */
export function receivedTotal(item: ReleaseItem): number | null {
  const received = item.cumulatives.filter((c) => c.kind === 'received').at(-1);
  return received === undefined ? null : Number(received.quantity.amount);
}

/** Quantities have at most three decimals in every unit of the trade; binary fractions must not look like changes. */
export const exactly = (quantity: number): number => Math.round(quantity * 1000) / 1000;

export const horizonOf: Readonly<Record<ScheduleKind, Horizon>> = {
  immediate: 'firm',
  backlog: 'firm',
  firm: 'firm',
  production: 'production',
  material: 'material',
  forecast: 'forecast',
  stop: 'unstated',
  unstated: 'unstated',
};

/** The day by whose end a call-off is to be there in full: the last working day of its period. */
export const dueDay = (line: ScheduleLine, documentDay: number): number =>
  workingDays(startOf(line, documentDay), endOf(line, documentDay)).at(-1) ?? documentDay;

const startOf = (line: ScheduleLine, documentDay: number): number =>
  line.when === null ? documentDay : dayNumber(whens.startOf(line.when));
const endOf = (line: ScheduleLine, documentDay: number): number =>
  line.when === null ? documentDay : dayNumber(whens.endOf(line.when));

/** Monday to Friday between two days; all days where there is none of these. */
function workingDays(from: number, to: number): readonly number[] {
  const days = Array.from({ length: Math.min(to - from + 1, 3660) }, (_, index) => from + index);
  // 1970-01-01 was a Thursday.
  const working = days.filter((day) => (((day + 3) % 7) + 7) % 7 < 5);
  return working.length === 0 ? days : working;
}

/** Several call-offs on one day are one step; it is exact once the last of them is whole. */
function joined(points: readonly DemandPoint[]): readonly DemandPoint[] {
  const sorted = points.toSorted((a, b) => a.day - b.day || a.total - b.total);
  const steps: DemandPoint[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (const point of sorted) {
    highest = Math.max(highest, point.total);
    const step = { ...point, total: highest };
    if (steps.at(-1)?.day === point.day) steps.pop();
    steps.push(step);
  }
  return steps;
}

function pointAt(curve: DemandCurve, day: number): DemandPoint | undefined {
  let low = 0;
  let high = curve.points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve.points[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  return curve.points[low - 1];
}
