import type { FindingCode } from '../findings/catalog.ts';
import { startOfOddWeek, weekFrom } from '../when/periods.ts';
import { endOf, epochDay, startOf, text, type When } from '../when/when.ts';
import { askContradictions } from './contradictions.ts';
import type { Draft } from './message-context.ts';
import type { Location, NamedDate, Party, Reference, Rest } from './parts.ts';
import type { CallOff, Document, Release, ReleaseItem, ScheduleLine } from './release.ts';

export type DraftLine = Draft<ScheduleLine>;
export type DraftItem = Omit<Draft<ReleaseItem>, 'schedule'> & { schedule: DraftLine[] };

/** Says something about segment `segment` of the message (its header is 1). */
export type Say = (code: FindingCode, segment: number, found: string | null, expected?: string | null) => void;

/** An item of which nothing is known yet. */
export const newItem = (segment: number): DraftItem => ({
  line: null,
  ids: [],
  customerItem: null,
  supplierItem: null,
  engineeringLevel: null,
  description: null,
  order: null,
  release: null,
  action: null,
  sequence: null,
  shipTo: null,
  unloadingPoint: null,
  locations: [],
  parties: [],
  contacts: [],
  references: [],
  dates: [],
  remarks: [],
  unit: null,
  cumulatives: [],
  receipts: [],
  authorizations: [],
  schedule: [],
  packaging: [],
  summary: false,
  rest: [],
  segment,
});

/** A VDA call-off with a special date, such as `514 999999`. */
const REST_OF_PLAN = /^5\d\d \d{6}$/;

/** A delivery schedule or call-off that is being read, whatever the family. */
export class ScheduleDraft {
  readonly document: Draft<Document> = {
    number: null,
    release: null,
    previousNumber: null,
    date: null,
    code: null,
    function: null,
  };
  readonly horizon: { from: When | null; to: When | null } = { from: null, to: null };
  quantities: Release['quantities'] = null;
  readonly parties: Draft<Party>[] = [];
  readonly references: Draft<Reference>[] = [];
  readonly dates: NamedDate[] = [];
  readonly remarks: string[] = [];
  readonly items: DraftItem[] = [];
  /** Places of the heading: those of every item that has none of its own. */
  readonly places: Location[] = [];

  /** Completes the items, says what is missing, and gives the schedule. */
  finish(kind: 'release', rest: readonly Rest[], say: Say): Release;
  finish(kind: 'call-off', rest: readonly Rest[], say: Say): CallOff;
  finish(kind: 'release' | 'call-off', rest: readonly Rest[], say: Say): Release | CallOff {
    const customer = this.#party('customer') ?? this.#party('issuer');
    const supplier = this.#party('supplier') ?? this.#party('recipient');
    if (this.document.number === null) say('document-number-missing', 1, null);
    if (this.document.date === null) say('document-date-missing', 1, null);
    if (this.items.length === 0) say('no-items', 1, null);
    if (!customer) say('customer-unclear', 1, null);
    const shipTo = this.#party('ship-to');
    for (const item of this.items) this.#complete(item, shipTo, say);
    const { from, to } = this.horizon;
    if (from && to && startOf(from) > endOf(to)) say('horizon-reversed', 1, text(to), text(from));
    const { document, horizon, parties, references, dates, remarks, items } = this;
    const quantities = this.quantities ?? this.#form();
    return {
      kind,
      document,
      horizon,
      quantities,
      customer,
      supplier,
      parties,
      references,
      dates,
      remarks,
      items,
      rest,
    };
  }

  #party(role: Party['role']): Party | null {
    return this.parties.find((p) => p.role === role) ?? null;
  }

  #form(): Release['quantities'] {
    let cumulative = false;
    for (const { schedule } of this.items)
      for (const line of schedule) {
        if (line.quantity !== null) return 'discrete';
        cumulative ||= line.cumulative !== null;
      }
    return cumulative ? 'cumulative' : null;
  }

  #complete(item: DraftItem, shipTo: Party | null, say: Say): void {
    item.shipTo ??= shipTo;
    if (item.locations.length === 0 && item.unloadingPoint === null && this.places.length > 0) {
      item.locations = [...this.places];
      item.unloadingPoint = this.places.find((p) => p.role === 'unloading-point')?.id ?? null;
    }
    joinLines(item);
    wholeWeeks(item.schedule);
    nameItem(item, say);
    if (item.shipTo === null && item.unloadingPoint === null && !item.summary)
      say('ship-to-missing', item.segment, null);
    item.unit ??= unitOf(item);
    askContradictions(item, this.document, say);
    for (const line of item.schedule) {
      if (line.when !== null || line.kind === 'backlog' || line.kind === 'immediate' || line.kind === 'stop') continue;
      // VDA has a date of its own for the rest behind the last date.
      if (REST_OF_PLAN.test(line.code)) continue;
      say('line-without-date', line.segment, line.quantity ?? line.cumulative);
    }
  }
}

/** Which of its numbers are the customer's and the supplier's; an untagged number is taken as the customer's, and said. */
export function nameItem(
  item: Pick<DraftItem, 'ids' | 'customerItem' | 'supplierItem' | 'engineeringLevel' | 'segment'>,
  say: Say,
): void {
  if (item.ids.length === 0) say('item-without-number', item.segment, null);
  for (const { role, value } of item.ids) {
    if (role === 'customer') item.customerItem ??= value;
    else if (role === 'supplier') item.supplierItem ??= value;
    else if (role === 'level') item.engineeringLevel ??= value;
  }
  if (item.customerItem !== null) return;
  // A number of nobody's (untagged, or an article number such as EN) is how the customer calls it, if he gives no other.
  const untagged =
    item.ids.find((id) => id.tag === '') ??
    (item.supplierItem === null ? item.ids.find((id) => id.role === 'other') : undefined);
  if (!untagged) return;
  say('item-number-untagged', item.segment, untagged.value);
  item.customerItem = untagged.value;
}

/** Some senders give each period twice, as amount and as cumulative: neighbours of one date and kind become one line. */
function joinLines(item: DraftItem): void {
  const { schedule } = item;
  if (!schedule.some((line) => line.quantity === null)) return;
  const joined: DraftLine[] = [];
  for (const line of schedule) {
    const last = joined.at(-1);
    const halves =
      last &&
      (last.quantity === null) !== (line.quantity === null) &&
      (last.cumulative === null) !== (line.cumulative === null);
    if (halves && last.kind === line.kind && last.when && line.when && text(last.when) === text(line.when)) {
      last.quantity ??= line.quantity;
      last.cumulative ??= line.cumulative;
      last.references = [...last.references, ...line.references];
    } else joined.push(line);
  }
  item.schedule = joined;
}

/**
 * Weeks of some customers begin on a Saturday, or on any other day: where the next week begins seven days behind, both have
 * seven days, and are not cut short at a Sunday.
 */
function wholeWeeks(schedule: readonly DraftLine[]): void {
  let last: { line: DraftLine; start: string } | null = null;
  for (const line of schedule) {
    const start = line.when === null ? null : startOfOddWeek(line.when);
    if (start === null) continue;
    if (last && epochDay(start) - epochDay(last.start) === 7) {
      last.line.when = weekFrom(last.start);
      line.when = weekFrom(start);
    }
    last = { line, start };
  }
}

/** The unit of an item's quantities, where all that state one agree. */
function unitOf(item: DraftItem): string | null {
  let unit: string | null = null;
  for (const list of [item.cumulatives, item.receipts])
    for (const { quantity } of list) {
      if (quantity.unit !== null && unit !== null && unit !== quantity.unit) return null;
      unit ??= quantity.unit;
    }
  for (const line of item.schedule) {
    if (line.unit !== null && unit !== null && unit !== line.unit) return null;
    unit ??= line.unit;
  }
  return unit;
}
