import type { Demand, Firmness, Lateness } from '@coprod/planner';
import { type DemandCurve, type Horizon, dayOf } from '../demand-curve.ts';
import type { Gap } from './gaps.ts';
import type { PlantRow } from './plant-store.ts';
import { cents, numberIn, textIn } from './read-row.ts';

/** What a customer asks of one item by his newest release, and what is on its way to him. */
export type Asked = {
  readonly customer: string;
  readonly item: string;
  readonly curve: DemandCurve;
  readonly inTransit: number;
  /** Day of the release that asks. */
  readonly documentDay: number;
};

/** A promise that stands: what was asked for a day, and the day on which it is to leave us and arrive. */
export type Promised = {
  readonly customer: string;
  readonly item: string;
  readonly askedOn: string;
  readonly promisedOn: string;
};

/** The start, end and zone of a plan. */
export type Span = { readonly start: Temporal.Instant; readonly end: Temporal.Instant; readonly timeZone: string };

/**
 * What customers ask, as demands of a plan: for each of them and each item the net need by day, cumulative asked less received and in
 * transit, in whole pieces, each day moved back by the transit. What was due before the start is due at once; but what was to leave
 * after the release was written and before the stock was counted has left, or the stock would still hold it.
 * @param counted when the stock of an item was counted, where it was
 * @param terms rows of the sheet `customers`: by name, `*` for all others
 */
export function demandsOf(
  asked: readonly Asked[],
  promises: readonly Promised[],
  terms: readonly PlantRow[],
  counted: (item: string) => Temporal.Instant | undefined,
  span: Span,
): { readonly demands: readonly Demand[]; readonly gaps: readonly Gap[] } {
  const merged = new Map<string, Demand>();
  const gaps: Gap[] = [];
  const promised = new Map(promises.map((one) => [demandId(one.customer, one.item, one.askedOn), one]));
  for (const line of asked) {
    const term = termFor(terms, line.customer);
    let overdue = 0;
    let overdueSince = '';
    let shipped = 0;
    let shippedUntil = '';
    const count = counted(line.item);
    for (const { day, pieces, horizon } of netNeeds(line)) {
      const on = dayOf(day);
      const leaves = leavesOn(on, term, span.timeZone);
      if (Temporal.Instant.compare(leaves, span.end) > 0) break;
      if (count !== undefined && day > line.documentDay && Temporal.Instant.compare(leaves, count) < 0) {
        shipped += pieces;
        shippedUntil = on.toString();
        continue;
      }
      if (Temporal.Instant.compare(leaves, span.start) < 0) {
        overdue += pieces;
        overdueSince ||= on.toString();
      }
      const id = demandId(line.customer, line.item, on.toString());
      const before = merged.get(id);
      const promise = promised.get(id);
      merged.set(id, {
        id,
        customer: line.customer,
        item: line.item,
        pieces: pieces + (before?.pieces ?? 0),
        latestDispatch: later(leaves, span.start).toString(),
        firmness: firmnessOf[horizon],
        lateness: latenessOf(term),
        ...unservedOf(term),
        ...(promise === undefined ? {} : promiseOf(promise, term, span)),
      });
    }
    const say = (code: Gap['code'], pieces: number, day: string): void => {
      const values = { customer: line.customer, pieces, item: line.item, day };
      gaps.push({ sheet: 'customers', row: term?.id ?? null, column: null, effect: 'assumed', code, values });
    };
    if (shipped > 0) say('taken-as-shipped', shipped, shippedUntil);
    if (overdue > 0) say('asked-in-the-past', overdue, overdueSince);
  }
  return { demands: [...merged.values()], gaps };
}

/** Stands for what a customer asks of an item for a day, from plan to plan. */
export const demandId = (customer: string, item: string, askedOn: string): string =>
  JSON.stringify([customer, item, askedOn]);

/** The day for which a demand was asked. */
export const askedOn = (id: string): string => String((JSON.parse(id) as readonly unknown[])[2]);

/** What is still to be delivered, day by day. */
function netNeeds({
  curve,
  inTransit,
}: Asked): readonly { readonly day: number; readonly pieces: number; readonly horizon: Horizon }[] {
  const had = curve.base + inTransit;
  let before = 0;
  return curve.points.flatMap(({ day, total, horizon }) => {
    // The cumulative is rounded up and not each part: the sum of many parts must not grow by rounding.
    const needed = Math.ceil(Math.max(0, total - had) - 1e-9);
    const pieces = needed - before;
    before = Math.max(before, needed);
    return pieces > 0 ? [{ day, pieces, horizon }] : [];
  });
}

/** The instant at which goods leave that are asked for a day: transit is counted in working days back. */
export function leavesOn(day: Temporal.PlainDate, term: PlantRow | undefined, timeZone: string): Temporal.Instant {
  let leaves = day;
  for (let left = numberIn(term, 'transitDays') ?? 0; left > 0; left--) {
    do leaves = leaves.subtract({ days: 1 });
    while (leaves.dayOfWeek > 5);
  }
  const time = textIn(term, 'dispatch') ?? '14:00';
  const at = Temporal.PlainTime.from(time === '24:00' ? '23:59' : time);
  return leaves.toZonedDateTime({ timeZone, plainTime: at }).toInstant();
}

/** The day on which goods arrive that leave at an instant: the other way round. */
export function arrivesOn(leaves: Temporal.Instant, term: PlantRow | undefined, timeZone: string): Temporal.PlainDate {
  const first = leaves.toZonedDateTimeISO(timeZone).toPlainDate();
  let day = first;
  // The first day whose own dispatch is not before: what leaves at 16:00 goes with the truck of the next day.
  for (let tried = 0; tried < 60 && Temporal.Instant.compare(leavesOn(day, term, timeZone), leaves) < 0; tried++)
    day = day.add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day;
}

export const termFor = (terms: readonly PlantRow[], customer: string): PlantRow | undefined =>
  terms.find(({ cells }) => cells['customer'] === customer) ?? terms.find(({ cells }) => cells['customer'] === '*');

const firmnessOf: Readonly<Record<Horizon, Firmness>> = {
  firm: 'firm',
  production: 'production',
  material: 'material',
  forecast: 'forecast',
  unstated: 'forecast',
};

function latenessOf(term: PlantRow | undefined): Lateness {
  const step = cents(term, 'lateStep');
  return {
    centsPerPieceDay: cents(term, 'latePerPieceDay') ?? 100,
    ...(step === undefined
      ? {}
      : { steps: [{ afterHours: numberIn(term, 'lateStepHours') ?? 0, cents: Math.round(step) }] }),
  };
}

function unservedOf(term: PlantRow | undefined): { unservedCentsPerPiece?: number } {
  const unserved = cents(term, 'unserved');
  return unserved === undefined ? {} : { unservedCentsPerPiece: Math.round(unserved) };
}

function promiseOf(promise: Promised, term: PlantRow | undefined, span: Span): Pick<Demand, 'promise'> {
  const broken = cents(term, 'brokenPromise');
  if (broken === undefined) return {};
  const at = leavesOn(Temporal.PlainDate.from(promise.promisedOn), term, span.timeZone);
  return { promise: { at: later(at, span.start).toString(), brokenCents: Math.round(broken) } };
}

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;
