import { codeOf } from '../syntax/segments.ts';
import { TAG, type EdifactContext } from './edifact-context.ts';
import type { Draft } from './message-context.ts';
import { FUNCTIONS } from './edifact-heading.ts';
import type { Contact, Party, Reference } from './parts.ts';
import { QuantityReading } from './quantity-reading.ts';
import { newItem, ScheduleDraft, type DraftItem } from './release-draft.ts';
import type { CallOff, ItemAction, Release } from './release.ts';

/** LIN 1229. */
const ACTIONS: Readonly<Record<string, ItemAction>> = { 1: 'added', 2: 'deleted', 3: 'changed', 4: 'unchanged' };
/** UNS sections: detail and summary. */
const DETAIL = codeOf('D');
const SUMMARY = codeOf('S');

/**
 * Reads a DELFOR, of any directory from D.96A on, into a release. Goes by what comes, not by the label: senders label
 * wrongly. Two orders exist for the status: SCC after its QTY (D.96A), or before a run of QTY (D.96B and later).
 */
export function readDelfor(context: EdifactContext): Release {
  const reading = new ScheduleReading(context, false);
  return reading.read().finish('release', context.rest, context.say);
}

/** Reads a DELJIT into a call-off: the same, with sequences around the items. A line without a status is firm. */
export function readDeljit(context: EdifactContext): CallOff {
  const reading = new ScheduleReading(context, true);
  const draft = reading.read();
  // A date at the sequence or at the item holds for its quantities, where they have none of their own.
  for (const item of draft.items) {
    const date = item.dates.find((d) => context.profile.tables.dates[d.code]?.startsWith('at-'));
    if (date) for (const line of item.schedule) line.when ??= date.when;
  }
  return draft.finish('call-off', context.rest, context.say);
}

/** Segments that end the question whether quantities follow. */
const DECISIVE: ReadonlySet<number> = new Set([TAG.QTY, TAG.SCC, TAG.LIN, TAG.GIS, TAG.GEI, TAG.UNS, TAG.UNT]);

class ScheduleReading {
  readonly c: EdifactContext;
  readonly draft = new ScheduleDraft();
  readonly #callOff: boolean;
  readonly #quantities: QuantityReading;
  /** Behind UNS, GIS, GEI or SEQ: no longer in the heading. */
  #detail = false;
  /** What stands before the items it is for: a delivery point (NAD), a sequence (SEQ). */
  #point: DraftItem | null = null;
  /** The item as LIN opened it; `#quantities.item` is that, or a delivery point of it. */
  #line: DraftItem | null = null;
  /** A delivery point inside the item has been met. */
  #pointUsed = false;
  #party: Draft<Party> | null = null;
  #contact: Draft<Contact> | null = null;
  #reference: Draft<Reference> | null = null;

  constructor(context: EdifactContext, callOff: boolean) {
    this.c = context;
    this.#callOff = callOff;
    const first = callOff ? false : this.#orderOfStatus(context.message.from, context.message.to);
    this.#quantities = new QuantityReading(context, first, callOff ? 'firm' : 'unstated');
  }

  get #item(): DraftItem | null {
    return this.#quantities.item;
  }

  read(): ScheduleDraft {
    const { c, draft } = this;
    const { from, to } = c.message;
    const { itemsPerMessage, scheduleLinesPerMessage } = c.limits;
    c.enter(from);
    for (let s = from + 1; s <= to; s++) {
      const tag = c.enter(s);
      if (tag !== TAG.UNT || s !== to) this.#segment(tag, s);
      if (draft.items.length > itemsPerMessage) {
        c.report('limit-exceeded', null, null, 'items', String(itemsPerMessage));
        break;
      }
      if (this.#quantities.lines > scheduleLinesPerMessage) {
        c.report('limit-exceeded', null, null, 'schedule lines', String(scheduleLinesPerMessage));
        break;
      }
    }
    if (!this.#callOff && !this.#quantities.anyStatus && this.#quantities.lines > 0)
      c.say('line-without-status', 1, null);
    return draft;
  }

  /** Votes over the whole message, and says so when the label promised the other order. */
  #orderOfStatus(from: number, to: number): boolean {
    const { c } = this;
    let afterQuantity = 0;
    let beforeQuantity = 0;
    for (let s = from + 1; s < to; s++) {
      if (c.s.tags[s] !== TAG.SCC) continue;
      if (c.tag(s - 1) === TAG.QTY) afterQuantity++;
      if (c.tag(s + 1) === TAG.QTY) beforeQuantity++;
    }
    const release = directoryOf(c);
    const labelled = release > '96A';
    const first = beforeQuantity === afterQuantity ? labelled : beforeQuantity > afterQuantity;
    if (first !== labelled && release !== '') {
      c.at = from;
      c.report('status-order', 2, 3, first ? 'SCC QTY' : 'QTY SCC', first ? 'QTY SCC' : 'SCC QTY');
    }
    return first;
  }

  #segment(tag: number, s: number): void {
    switch (tag) {
      case TAG.QTY:
        this.#reference = null;
        return this.#quantities.quantity(s);
      case TAG.DTM:
        return this.#readDate();
      case TAG.SCC:
        this.#reference = null;
        return this.#quantities.status();
      case TAG.RFF:
        return this.#readReference();
      case TAG.LIN:
        return this.#openItem();
      case TAG.PIA:
        return this.#moreNumbers();
      case TAG.NAD:
        return this.#readParty(s);
      case TAG.LOC:
        return this.#readLocation();
      case TAG.FTX:
        return this.#readText();
      case TAG.IMD:
        return this.#readDescription();
      case TAG.BGM:
        return this.#readDocument();
      case TAG.PAC:
        this.#reference = null;
        return this.#quantities.packaging();
      case TAG.CTA:
        return this.#readContact();
      case TAG.COM:
        return this.c.communication(this.#contact);
      case TAG.UNS:
        return this.#section();
      case TAG.GIS:
      case TAG.GEI:
        return this.#group();
      case TAG.SEQ:
        // Some senders put the sequences into the item: its quantities stay those of the item.
        return this.#line && this.#leadsToQuantity(s + 1) ? this.c.keep(this.#line.rest) : this.#sequence();
      default:
        return this.c.keep((this.#item ?? this.#point)?.rest ?? this.c.rest);
    }
  }

  #readDocument(): void {
    const { s } = this.c;
    const { document } = this.draft;
    // C002 1001, C106 1004; from D.97A on 1004 is a component, before it an element: the same place.
    document.code = s.value(1, 1);
    document.number = s.value(2, 1);
    const code = s.text(3);
    document.function = code === '' ? null : (FUNCTIONS[code] ?? 'other');
  }

  #section(): void {
    const section = this.c.s.code(1);
    this.#closeItem();
    this.#point = null;
    this.#party = null;
    this.#detail = section === DETAIL || (section !== SUMMARY && !this.#detail);
  }

  /** GIS or GEI opens a group of delivery points and items. */
  #group(): void {
    this.#closeItem();
    this.#point = null;
    this.#party = null;
    this.#detail = true;
  }

  /** SEQ: status and number of a sequence; what follows up to LIN holds for its items. */
  #sequence(): void {
    const { s } = this.c;
    this.#group();
    this.#point = newItem(this.c.number);
    this.#point.sequence = s.value(2, 1);
    if (s.size(1) > 0) this.#point.references.push({ code: 'SEQ', number: s.text(1), line: null, date: null });
  }

  #readParty(s: number): void {
    const party = this.c.party();
    this.#contact = null;
    this.#reference = null;
    if (this.#line && party.role === 'ship-to') {
      // Behind an item: a delivery point of it if quantities follow, else the point of the items that follow.
      if (this.#leadsToQuantity(s + 1)) return this.#deliveryPointOfItem(party);
      this.#closeItem();
      return this.#deliveryPoint(party);
    }
    if (!this.#line && this.#detail && party.role === 'ship-to') return this.#deliveryPoint(party);
    this.#party = party;
    ((this.#item ?? (this.#detail ? this.#point : null))?.parties ?? this.draft.parties).push(party);
  }

  /** Whether quantities come before the next item. What was found is kept: a hostile message asks at each segment. */
  #leadsToQuantity(s: number): boolean {
    if (s > this.#decides.at) {
      const { to } = this.c.message;
      let at = s;
      while (at <= to && !DECISIVE.has(this.c.tag(at))) at++;
      const tag = this.c.tag(at);
      this.#decides = { at, quantity: tag === TAG.QTY || tag === TAG.SCC };
    }
    return this.#decides.quantity;
  }
  /** The next segment that says whether quantities follow, and what it says. */
  #decides = { at: -1, quantity: false };

  #deliveryPoint(party: Draft<Party>): void {
    this.#point = newItem(this.c.number);
    this.#point.shipTo = party;
    this.#party = party;
  }

  /** Product driven: the item comes first, and its delivery points inside of it. */
  #deliveryPointOfItem(party: Draft<Party>): void {
    const line = this.#line!;
    this.#party = party;
    this.#quantities.forget();
    // The first delivery point fills the item itself, unless it has a schedule already: that is the sum over all points.
    if (!this.#pointUsed && line.schedule.length === 0) {
      line.shipTo = party;
      this.#pointUsed = true;
      return;
    }
    if (!this.#pointUsed) line.summary = true;
    this.#pointUsed = true;
    const { ids, order, description, action } = line;
    const item: DraftItem = {
      ...newItem(this.c.number),
      line: line.line,
      ids,
      order,
      description,
      action,
      shipTo: party,
    };
    this.draft.items.push(item);
    this.#quantities.item = item;
  }

  #openItem(): void {
    const { s } = this.c;
    this.#closeItem();
    const point = this.#point;
    const item = newItem(this.c.number);
    item.line = s.value(1);
    item.action = s.size(2) === 0 ? null : (ACTIONS[s.text(2)] ?? 'other');
    if (point) {
      item.shipTo = point.shipTo;
      item.sequence = point.sequence;
      item.unloadingPoint = point.unloadingPoint;
      item.locations.push(...point.locations);
      item.parties.push(...point.parties);
      item.remarks.push(...point.remarks);
      item.references.push(...point.references);
      item.dates.push(...point.dates);
      item.rest.push(...point.rest);
    }
    const id = this.c.itemId(3);
    if (id) item.ids.push(id);
    this.draft.items.push(item);
    this.#line = this.#quantities.item = item;
    this.#pointUsed = false;
    this.#party = null;
  }

  #closeItem(): void {
    this.#line = this.#quantities.item = null;
    this.#contact = null;
    this.#reference = null;
    this.#quantities.forget();
  }

  #moreNumbers(): void {
    if (!this.#item) return this.c.keep();
    for (let e = 2; e <= Math.min(this.c.s.elements, 6); e++) {
      const id = this.c.itemId(e);
      if (id) this.#item.ids.push(id);
    }
  }

  #readLocation(): void {
    const target = this.#item ?? (this.#detail ? this.#point : null);
    const found = this.c.locations();
    if (target) {
      for (const place of found) {
        target.locations.push(place);
        if (place.role === 'unloading-point') target.unloadingPoint ??= place.id;
      }
      return;
    }
    // In the heading a place belongs to the party before it: that of the ship-to is everybody's unloading point.
    if (this.#party?.role === 'ship-to') this.draft.places.push(...found);
    else this.c.keep();
  }

  #readText(): void {
    const words = this.c.freeText();
    if (words === '') return this.c.keep(this.#item?.rest ?? this.c.rest);
    (this.#item?.remarks ?? (this.#detail ? this.#point?.remarks : undefined) ?? this.draft.remarks).push(words);
  }

  #readDescription(): void {
    const { s } = this.c;
    const texts = [s.text(3, 4), s.text(3, 5)];
    // Some begin the text one component early, in place of an agency, which has three letters at most.
    if (texts[0] === '' && s.size(3, 3) > 3) texts.splice(0, 2, s.text(3, 3));
    const words = texts.filter((w) => w !== '').join(' ');
    if (!this.#item || words === '') return this.c.keep(this.#item?.rest ?? this.c.rest);
    this.#item.description = this.#item.description ? `${this.#item.description} ${words}` : words;
  }

  #readContact(): void {
    this.#contact = this.c.contact();
    if (this.#item && !this.#party) this.#item.contacts.push(this.#contact);
    else if (this.#party) this.#party.contacts.push(this.#contact);
    else this.c.keep();
  }

  #readReference(): void {
    const reference = this.c.reference();
    const role = this.c.profile.codes.references.get(this.c.s.code(1, 1)) ?? 'kept';
    this.#reference = reference;
    if (this.#quantities.takesReference(reference, role === 'note')) return;
    const item = this.#item;
    if (item) {
      item.references.push(reference);
      if (role === 'order') item.order ??= { number: reference.number, line: reference.line };
      if (role === 'release') item.release ??= reference.number;
      return;
    }
    if (this.#detail && this.#point) {
      this.#point.references.push(reference);
      return;
    }
    if (this.#party) {
      this.#party.references.push(reference);
      return;
    }
    const { document, references } = this.draft;
    references.push(reference);
    if (role === 'release') document.release ??= reference.number;
    if (role === 'previous-release') document.previousNumber ??= reference.number;
  }

  #readDate(): void {
    const { c } = this;
    const item = this.#item;
    const when = c.date(this.#quantities.scheduling);
    if (when === null) return c.keep(item?.rest ?? c.rest);
    const role = c.profile.codes.dates.get(c.s.code(1, 1));
    const reference = this.#reference;
    if (reference && reference.date === null && (role === 'reference' || !this.#quantities.scheduling)) {
      reference.date = when;
      this.#quantities.noteDate(when);
      return;
    }
    if (this.#quantities.takesDate(when, role)) return;
    const named = { code: c.s.text(1, 1), when };
    const { document, horizon, dates } = this.draft;
    const target = item ?? (this.#detail ? this.#point : null);
    if (target) target.dates.push(named);
    else if (role === 'document') document.date ??= when;
    else if (role === 'horizon-start') horizon.from ??= when;
    else if (role === 'horizon-end') horizon.to ??= when;
    else dates.push(named);
  }
}

/** UNH S009 0054 so that releases sort as text: years of this century come after `99B`. '' when it is none. */
function directoryOf(c: EdifactContext): string {
  const release = c.s.load(c.message.from).text(2, 3).toUpperCase();
  if (!/^\d\d[A-Z]$/.test(release)) return '';
  return +release.slice(0, 2) < 70 ? `~${release}` : release;
}
