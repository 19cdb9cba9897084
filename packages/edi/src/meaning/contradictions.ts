import { add, compare, subtract, Sum, type Decimal } from '../exact/decimal.ts';
import { endOf, startOf, text, type When } from '../when/when.ts';
import type { DraftItem, Say } from './release-draft.ts';
import type { Document, ReleaseItem, ScheduleLine } from './release.ts';

/**
 * Recomputes totals and periods of an item, and asks where the message contradicts itself: a question with both numbers,
 * never a correction. One question of a kind an item.
 */
export function askContradictions(item: DraftItem, document: Document, say: Say): void {
  const { schedule } = item;
  if (schedule.length === 0) return;
  askOrder(schedule, say);
  if (schedule.some((line) => line.cumulative !== null)) askRunningTotal(schedule, say);
  if (item.authorizations.length > 0) askGoAheads(item, say);
  askReceipt(item, say);
  askPast(schedule, document.date, say);
}

/** Periods must follow one another: a week that holds a day of the line before it may count that day twice. */
function askOrder(schedule: readonly ScheduleLine[], say: Say): void {
  let last: ScheduleLine | null = null;
  for (const line of schedule) {
    if (line.when === null) continue;
    if (last?.when && overlaps(last.when, line.when) && last.kind === line.kind) {
      say('periods-overlap', line.segment, text(line.when), text(last.when));
      return;
    }
    last = line;
  }
}

/** Both include a common day, and are not the same. Days and weeks, by far the most, are compared without computing. */
function overlaps(a: When, b: When): boolean {
  if (a === b || a.kind === 'instant' || b.kind === 'instant') return false;
  if (a.kind === 'day' && b.kind === 'day') return false;
  if (a.kind === 'week' && b.kind === 'week') return false;
  if (a.kind === 'month' && b.kind === 'month') return false;
  return text(a) !== text(b) && startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

/** Cumulative of a line = cumulative of the line before + its quantity; and it never falls. */
function askRunningTotal(schedule: readonly ScheduleLine[], say: Say): void {
  let last: Decimal | null = null;
  for (const line of schedule) {
    const { cumulative, quantity } = line;
    if (cumulative === null) {
      last = last !== null && quantity !== null ? add(last, quantity) : null;
      continue;
    }
    if (last !== null && quantity !== null && cumulative !== add(last, quantity)) {
      say('cumulative-contradicts', line.segment, cumulative, add(last, quantity));
      return;
    }
    if (last !== null && quantity === null && compare(cumulative, last) < 0) {
      say('cumulative-falls', line.segment, cumulative, last);
      return;
    }
    last = cumulative;
  }
}

/** A go-ahead up to a date should be the received total and what is called off until then. */
function askGoAheads(item: DraftItem, say: Say): void {
  const received = item.cumulatives.find((c) => c.kind === 'received')?.quantity.amount;
  if (received === undefined || item.schedule.some((line) => line.quantity === null)) return;
  for (const { cumulative, to, kind, segment } of item.authorizations) {
    if (cumulative === null || to === null) continue;
    const limit = endOf(to);
    const sum = new Sum(received);
    for (const { when, quantity, kind } of item.schedule) {
      // Without a date, only what is due already is certain to be due before the limit.
      const due = when === null ? kind === 'backlog' || kind === 'immediate' : endOf(when) <= limit;
      if (quantity !== null && due) sum.add(quantity);
    }
    // What the customer has in transit is in the go-ahead and not in the received total: only the other way is odd.
    if (compare(cumulative, received) < 0) say('authorization-below-received', segment, cumulative, received);
    else if (compare(sum.value, cumulative) > 0)
      say('authorization-contradicts', segment, `${kind} ${cumulative}`, sum.value);
  }
}

/** The last receipt is part of the total it is reported with. */
function askReceipt(item: Pick<ReleaseItem, 'cumulatives' | 'receipts'>, say: Say): void {
  const total = item.cumulatives.find((c) => c.kind === 'received');
  const last = item.receipts.find((r) => r.kind === 'received');
  if (!total || !last || (total.since && last.when && startOf(last.when) < startOf(total.since))) return;
  if (compare(last.quantity.amount, total.quantity.amount) > 0)
    say('receipt-above-total', last.segment, last.quantity.amount, total.quantity.amount);
}

/** A call-off for a day long before the document is backlog that does not say so. */
function askPast(schedule: readonly ScheduleLine[], date: When | null, say: Say): void {
  if (date === null) return;
  const today = startOf(date);
  for (const { when, kind, quantity, segment } of schedule) {
    if (when === null || quantity === null || quantity === '0' || kind === 'backlog' || kind === 'immediate') continue;
    if (endOf(when) >= today) return;
    say('line-in-the-past', segment, `${quantity} ${text(when)}`, today);
    return;
  }
}

/** What two releases say of one item's received total that cannot both be true. */
export interface TotalQuestion {
  readonly customerItem: string | null;
  readonly kind: 'total-fell' | 'reset-moved' | 'total-missing';
  readonly before: string;
  readonly after: string;
}

/**
 * Compares the received totals of a release with those of the one before it: a total may fall only when its count has
 * begun anew, and must not disappear. `before` and `after` are the two numbers, or dates of reset.
 */
export function compareTotals(before: readonly ReleaseItem[], after: readonly ReleaseItem[]): TotalQuestion[] {
  const questions: TotalQuestion[] = [];
  const key = (item: ReleaseItem): string =>
    `${item.customerItem}\u0000${item.shipTo?.id ?? ''}\u0000${item.unloadingPoint ?? ''}`;
  const known = new Map(before.map((item) => [key(item), item]));
  for (const item of after) {
    const old = known.get(key(item))?.cumulatives.find((c) => c.kind === 'received');
    if (!old) continue;
    const now = item.cumulatives.find((c) => c.kind === 'received');
    const ask = (kind: TotalQuestion['kind'], a: string, b: string): void => {
      questions.push({ customerItem: item.customerItem, kind, before: a, after: b });
    };
    if (!now) {
      ask('total-missing', old.quantity.amount, '');
      continue;
    }
    const [since, sinceNow] = [old.since && startOf(old.since), now.since && startOf(now.since)];
    const reset = since !== null && sinceNow !== null && sinceNow > since;
    if (since !== null && sinceNow !== null && sinceNow < since) ask('reset-moved', since, sinceNow);
    else if (!reset && compare(now.quantity.amount, old.quantity.amount) < 0)
      ask('total-fell', old.quantity.amount, now.quantity.amount);
  }
  return questions;
}

/** What is under way: shipped by us less received by the customer, both counted since the same day. */
export const inTransit = (shipped: Decimal, received: Decimal): Decimal => subtract(shipped, received);
