import type { Decimal } from '../exact/decimal.ts';
import { add, ZERO } from '../exact/decimal.ts';
import { codeOf } from '../syntax/segments.ts';
import { bucketFrom, type Bucket } from '../when/periods.ts';
import { endOf, range, startOf, text, type When } from '../when/when.ts';
import type { Draft } from './message-context.ts';
import type { Party, Reference } from './parts.ts';
import { newItem, ScheduleDraft, type DraftItem, type DraftLine } from './release-draft.ts';
import type { CallOff, Cumulative, Receipt, Release, ScheduleKind } from './release.ts';
import { PURPOSES, timeOf, X12, type X12Context } from './x12-context.ts';

/** Reads an 830 planning schedule into a release. */
export function read830(context: X12Context): Release {
  return new X12Schedule(context).read().finish('release', context.rest, context.say);
}

/** Reads an 862 shipping schedule into a call-off. */
export function read862(context: X12Context): CallOff {
  return new X12Schedule(context).read().finish('call-off', context.rest, context.say);
}

// One for all lines without references: most have none.
const NONE: Reference[] = [];
const CUMULATIVE = codeOf('02');

/** What the codes of an FST say. */
interface LineCodes {
  readonly status: number;
  readonly timing: number;
  readonly pattern: string;
  readonly kind: ScheduleKind;
  readonly unknown: boolean;
  readonly bucket: Bucket | undefined;
  readonly text: string;
}
const NO_CODES: LineCodes = {
  status: -1,
  timing: -1,
  pattern: '',
  kind: 'unstated',
  unknown: false,
  bucket: undefined,
  text: '',
};

class X12Schedule {
  readonly c: X12Context;
  readonly draft = new ScheduleDraft();
  /** BFR05 or BSS11: what FST01 says. */
  #form: 'discrete' | 'cumulative' | 'net-change' = 'discrete';
  /** BFR04 or BSS04: whether dates are of delivery or of despatch. */
  #at: DraftLine['at'] = null;
  #item: DraftItem | null = null;
  #party: Draft<Party> | null = null;
  #unit: string | null = null;
  #line: DraftLine | null = null;
  /** Day of the FST that JIT splits by time, and what its parts add up to. */
  #split: { whole: DraftLine; day: When | null; sum: Decimal } | null = null;
  /** The line that SDQ divides, and what its parts add up to. */
  #division: { whole: DraftLine; sum: Decimal } | null = null;
  /** Places of the item that SDQ names, and its lines that were divided among them. */
  readonly #places = new Map<string, DraftItem>();
  readonly #wholes = new Set<DraftLine>();
  #shipped: Draft<Receipt> | Draft<Cumulative> | null = null;
  #pattern = '';
  #lines = 0;
  /** LIN segments: an item at several places is one of them. */
  #counted = 0;

  constructor(context: X12Context) {
    this.c = context;
  }

  read(): ScheduleDraft {
    const { c, draft } = this;
    c.walk((tag) => {
      if (draft.items.length > c.limits.itemsPerMessage)
        return c.reportOnce('limit-exceeded', null, null, 'items', String(c.limits.itemsPerMessage));
      if (this.#lines > c.limits.scheduleLinesPerMessage)
        return c.reportOnce('limit-exceeded', null, null, 'schedule lines', String(c.limits.scheduleLinesPerMessage));
      this.#segment(tag);
    });
    this.#endSplit();
    this.#endDivision();
    draft.quantities = this.#form;
    return draft;
  }

  #segment(tag: number): void {
    const { c, draft } = this;
    const { s } = c;
    const item = this.#item;
    switch (tag) {
      case X12.FST:
        return this.#forecast();
      case X12.JIT:
        return this.#timed();
      case X12.LIN:
        return this.#openItem();
      case X12.BFR:
        return this.#planning();
      case X12.BSS:
        return this.#shipping();
      case X12.N1:
        return this.#readParty();
      case X12.N2:
      case X12.N3:
      case X12.N4:
        return c.address(this.#party);
      case X12.REF:
        return this.#readReference();
      case X12.SHP:
        return this.#readShipped();
      case X12.ATH:
        return this.#authorization();
      case X12.UIT:
      case X12.UNT:
        this.#unit = s.value(1, 1);
        if (item) item.unit = this.#unit;
        return;
      case X12.SDP:
        this.#pattern =
          s.code(1) === codeOf('Y') || s.size(1) === 0
            ? ''
            : `, SDP ${s.text(1)}${s.size(2) > 0 ? ` ${s.text(2)}` : ''}`;
        return;
      case X12.PID:
      case X12.J2X: {
        const words = tag === X12.PID ? s.value(5) : s.value(2);
        if (item && words) item.description = item.description ? `${item.description} ${words}` : words;
        else c.keep(item?.rest ?? c.rest);
        return;
      }
      case X12.PO4:
        if (!item) return c.keep();
        return this.#packaging(item);
      case X12.PER: {
        const contact = c.contact();
        if (this.#party) this.#party.contacts.push(contact);
        else if (item) item.contacts.push(contact);
        else c.keep();
        return;
      }
      case X12.NTE:
        (item?.remarks ?? draft.remarks).push(s.text(2));
        return;
      case X12.DTM: {
        const when = c.moment(2, 3);
        if (when) this.#date(when);
        else c.keep(item?.rest ?? c.rest);
        return;
      }
      case X12.SDQ:
        return this.#divided();
      case X12.CTT:
        return this.#count();
      default:
        c.keep(item?.rest ?? c.rest);
    }
  }

  /** CTT01: how many LIN segments there are. */
  #count(): void {
    const { c } = this;
    this.#endSplit();
    c.keep();
    const stated = c.s.text(1);
    if (stated !== '' && Number(stated) !== this.#counted)
      c.report('item-count-differs', 1, null, stated, String(this.#counted));
  }

  /** PO4: packs inside, size and unit of a pack, kind of packaging. */
  #packaging(item: DraftItem): void {
    const { c } = this;
    const { s } = c;
    const amount = s.size(1) > 0 ? c.decimal(1, 1) : null;
    const perPack = amount === null ? null : { amount, unit: this.#unit };
    item.packaging.push({ type: s.value(4), count: null, perPack, references: [] });
  }

  #date(when: When): void {
    const { c, draft } = this;
    const code = c.s.text(1);
    const role = c.profile.codes.x12Dates.get(c.s.code(1));
    if (this.#item) this.#item.dates.push({ code, when });
    else if (role === 'document') draft.document.date ??= when;
    else if (role === 'horizon-start') draft.horizon.from ??= when;
    else if (role === 'horizon-end') draft.horizon.to ??= when;
    else draft.dates.push({ code, when });
  }

  /** BFR heads a planning schedule. */
  #planning(): void {
    const { c } = this;
    const { s } = c;
    const { document, horizon } = this.draft;
    document.function = PURPOSES[s.text(1)] ?? (s.size(1) > 0 ? 'other' : null);
    document.number = s.value(2) ?? s.value(3);
    document.release = s.value(3);
    document.code = s.value(4);
    this.#conditions(s.text(4), s.text(5));
    horizon.from = c.day(6);
    horizon.to = c.day(7);
    document.date = c.day(8);
    if (s.size(11) > 0) this.draft.references.push({ code: 'PO', number: s.text(11), line: null, date: null });
    if (s.size(10) > 0) this.draft.references.push({ code: 'CT', number: s.text(10), line: null, date: null });
  }

  /** BSS heads a shipping schedule. */
  #shipping(): void {
    const { c } = this;
    const { s } = c;
    const { document, horizon } = this.draft;
    document.function = PURPOSES[s.text(1)] ?? (s.size(1) > 0 ? 'other' : null);
    document.number = s.value(2);
    document.release = s.value(7);
    document.code = s.value(4);
    this.#conditions(s.text(4), s.text(11));
    document.date = c.day(3);
    horizon.from = c.day(5);
    horizon.to = c.day(6);
    if (s.size(10) > 0) this.draft.references.push({ code: 'PO', number: s.text(10), line: null, date: null });
    if (s.size(9) > 0) this.draft.references.push({ code: 'CT', number: s.text(9), line: null, date: null });
  }

  /** Element 675: DL by delivery, SH by shipment. Element 676: A discrete, C cumulative, D net change, R replacement. */
  #conditions(basis: string, form: string): void {
    this.#at = basis === 'DL' ? 'delivery' : basis === 'SH' ? 'despatch' : null;
    this.#form = form === 'C' ? 'cumulative' : form === 'D' ? 'net-change' : 'discrete';
  }

  #openItem(): void {
    const { c } = this;
    this.#endSplit();
    this.#endDivision();
    this.#counted++;
    const item = newItem(c.number);
    item.line = c.s.value(1);
    const { ids, order, orderLine, release } = c.itemIds();
    item.ids = ids;
    item.order = order === null ? null : { number: order, line: orderLine };
    item.release = release;
    this.draft.items.push(item);
    this.#item = item;
    this.#party = null;
    this.#line = null;
    this.#shipped = null;
    this.#pattern = '';
    this.#unit = null;
  }

  #readParty(): void {
    const party = this.c.party();
    this.#party = party;
    const item = this.#item;
    if (item && party.role === 'ship-to' && item.shipTo !== null && item.schedule.length > 0) {
      // A further place behind call-offs: what follows is for it, and not to be added to the place before.
      const { ids, order, release, description, unit } = item;
      this.#endSplit();
      this.#endDivision();
      this.#line = this.#shipped = null;
      this.#item = {
        ...newItem(this.c.number),
        line: item.line,
        ids,
        order,
        release,
        description,
        unit,
        shipTo: party,
      };
      this.draft.items.push(this.#item);
      return;
    }
    if (!this.#item) this.draft.parties.push(party);
    else if (party.role === 'ship-to' && this.#item.shipTo === null) this.#item.shipTo = party;
    else this.#item.parties.push(party);
  }

  #readReference(): void {
    const { c } = this;
    const reference = c.reference();
    const role = c.profile.codes.x12References.get(c.s.code(1)) ?? 'kept';
    if (this.#shipped) {
      if ('note' in this.#shipped && role === 'note') this.#shipped.note ??= reference.number;
      else this.#item?.references.push(reference);
      return;
    }
    if (this.#line) {
      this.#line.references = [...this.#line.references, reference];
      return;
    }
    const item = this.#item;
    if (reference.code === 'DK') {
      const place = { role: 'unloading-point', code: 'DK', id: reference.number, name: null } as const;
      if (item) {
        item.locations.push(place);
        item.unloadingPoint ??= place.id;
      } else this.draft.places.push(place);
      return;
    }
    if (reference.code === 'LF' && item) {
      item.locations.push({ role: 'point-of-use', code: 'LF', id: reference.number, name: null });
      return;
    }
    if (item) {
      item.references.push(reference);
      if (role === 'order') item.order ??= { number: reference.number, line: null };
      if (role === 'release') item.release ??= reference.number;
    } else if (this.#party) this.#party.references.push(reference);
    else {
      this.draft.references.push(reference);
      if (role === 'release') this.draft.document.release ??= reference.number;
    }
  }

  #forecast(): void {
    const { c } = this;
    const { s } = c;
    this.#endSplit();
    this.#shipped = null;
    this.#party = null;
    this.#line = null;
    const item = this.#item;
    if (!item) {
      c.report('quantity-outside-item', null, null, s.text(1));
      return c.keep();
    }
    const amount = c.decimal(1, 1);
    if (amount === null) return c.keep(item.rest);
    if (amount.charCodeAt(0) === 45 && this.#form !== 'net-change') c.report('quantity-negative', 1, null, amount);
    const codes = this.#codesOf(s.code(2), s.code(3));
    if (codes.unknown) c.report('code-unknown', 2, null, s.text(2), 'FST02 (680)');
    const line: DraftLine = {
      kind: codes.kind,
      quantity: this.#form === 'cumulative' ? null : amount,
      cumulative: this.#form === 'cumulative' ? amount : null,
      unit: this.#unit,
      when: this.#period(codes.bucket),
      at: s.elements < 6 ? this.#at : this.#basis(),
      code: codes.text,
      references: s.size(9) > 0 ? [{ code: s.text(8), number: s.text(9), line: null, date: null }] : NONE,
      segment: c.number,
    };
    item.schedule.push(line);
    this.#line = line;
    this.#lines++;
  }

  /** What the codes of a line say; the same ones come again and again, and are looked up once. */
  #codesOf(status: number, timing: number): LineCodes {
    const last = this.#codes;
    if (
      last.status === status &&
      last.timing === timing &&
      last.pattern === this.#pattern &&
      status >= 0 &&
      timing >= 0
    )
      return last;
    const { s, profile } = this.c;
    const kind = profile.codes.x12Status.get(status);
    return (this.#codes = {
      status,
      timing,
      pattern: this.#pattern,
      kind: kind ?? 'unstated',
      unknown: kind === undefined && s.text(2) !== '',
      bucket: profile.codes.x12Frequencies.get(timing),
      text: `FST ${s.text(2)} ${s.text(3)}${this.#pattern}`,
    });
  }
  #codes: LineCodes = NO_CODES;

  /** FST04 to FST07: a day, a bucket that begins there, a period with its end, or a moment. */
  #period(bucket: LineCodes['bucket']): When | null {
    const { c } = this;
    const { s } = c;
    const from = c.day(4, true);
    if (from === null) return null;
    if (s.size(5) > 0) {
      const to = c.day(5, true);
      const whole = range(from, to);
      if (whole) return whole;
      if (to && startOf(from) > endOf(to)) c.report('date-range-reversed', 5, null, `${text(from)}/${text(to)}`);
      return from;
    }
    if (s.size(7) > 0) return timeOf(from, s.text(7)) ?? from;
    if (bucket === undefined) return from;
    const period = bucketFrom(from, bucket);
    if (period.odd) c.reportOnce('period-start-odd', 4, null, text(from), text(period.when));
    return period.when;
  }

  #basis(): DraftLine['at'] {
    const role = this.c.profile.codes.x12Dates.get(this.c.s.code(6));
    return role === 'at-delivery' ? 'delivery' : role === 'at-despatch' ? 'despatch' : this.#at;
  }

  /** JIT splits the quantity of its FST by time: it is not added to it. */
  #timed(): void {
    const { c } = this;
    const item = this.#item;
    const amount = c.decimal(1, 1);
    const whole = this.#split?.whole ?? this.#line;
    if (!item || !whole || amount === null || whole.quantity === null) return c.keep(item?.rest ?? c.rest);
    const first = this.#split === null;
    const on = first ? whole.when : this.#split!.day;
    const moment = on === null ? null : timeOf(on, c.s.text(2));
    if (first) {
      this.#split = { whole: { ...whole }, day: whole.when, sum: amount };
      item.schedule.pop();
    } else this.#split!.sum = add(this.#split!.sum, amount);
    const line: DraftLine = { ...whole, quantity: amount, when: moment ?? on, segment: c.number };
    item.schedule.push(line);
    this.#line = line;
    this.#lines++;
  }

  /** SDQ divides the quantity of the FST before it among places: each is an item of its own, the whole their sum. */
  #divided(): void {
    const { c } = this;
    const { s } = c;
    const item = this.#item;
    const whole = this.#line;
    if (!item || !whole || this.#split) {
      c.report('division-without-line', null, null, s.tagText(c.at));
      return c.keep(item?.rest ?? c.rest);
    }
    c.reportOnce('quantity-divided', null, null, s.tagText(c.at));
    const division = this.#division?.whole === whole ? this.#division : { whole, sum: ZERO };
    this.#division = division;
    this.#wholes.add(whole);
    for (let e = 3; e < Math.min(s.elements, 22); e += 2) {
      const id = s.text(e);
      const amount = id === '' ? null : c.decimal(e + 1, 1);
      if (amount === null) continue;
      division.sum = add(division.sum, amount);
      this.#placeOf(item, id, s.value(2)).schedule.push({
        ...whole,
        quantity: whole.quantity === null ? null : amount,
        cumulative: whole.cumulative === null ? null : amount,
        unit: s.short(1) ?? whole.unit,
        segment: c.number,
      });
      this.#lines++;
    }
  }

  /** The item at one of the places among which its quantities are divided. */
  #placeOf(item: DraftItem, id: string, agency: string | null): DraftItem {
    let place = this.#places.get(id);
    if (!place) {
      const { line, ids, order, release, description, unit } = item;
      const shipTo = {
        role: 'ship-to',
        code: 'SDQ',
        id,
        agency,
        name: null,
        address: [],
        contacts: [],
        references: [],
      };
      place = { ...newItem(this.c.number), line, ids, order, release, description, unit, shipTo: shipTo as Party };
      if (item.shipTo) place.parties.push(item.shipTo);
      this.#places.set(id, place);
      this.draft.items.push(place);
    }
    return place;
  }

  /** What was divided is not to be added to its parts: the item is their sum, or keeps only what was not divided. */
  #endDivision(): void {
    const item = this.#item;
    if (item && this.#wholes.size > 0) {
      const undivided = item.schedule.filter((line) => !this.#wholes.has(line));
      if (undivided.length === 0) item.summary = true;
      else item.schedule = undivided;
    }
    this.#places.clear();
    this.#wholes.clear();
  }

  #endSplit(): void {
    const division = this.#division;
    this.#division = null;
    const given = division && (division.whole.quantity ?? division.whole.cumulative);
    if (division && given && division.sum !== given)
      this.c.say('split-differs', division.whole.segment, division.sum, given);
    const split = this.#split;
    this.#split = null;
    if (split && split.sum !== split.whole.quantity)
      this.c.say('split-differs', split.whole.segment, split.sum, split.whole.quantity);
  }

  /** SHP01: 01 the last delivery, 02 the total; SHP03 whether received or shipped. */
  #readShipped(): void {
    const { c } = this;
    const { s } = c;
    this.#endSplit();
    this.#line = null;
    this.#party = null;
    this.#shipped = null;
    const item = this.#item;
    if (!item || s.size(2) === 0) return c.keep(item?.rest ?? c.rest);
    const amount = c.decimal(2, 1);
    if (amount === null) return c.keep(item.rest);
    const quantity = { amount, unit: this.#unit };
    const code = `SHP ${s.text(1)} ${s.text(3)}`.trim();
    const shipped = c.profile.codes.x12Dates.get(s.code(3)) === 'at-despatch';
    if (s.code(1) === CUMULATIVE) {
      const total: Draft<Cumulative> = {
        kind: shipped ? 'despatched' : 'received',
        code,
        quantity,
        since: c.day(4),
        until: c.day(6),
        segment: c.number,
      };
      item.cumulatives.push(total);
      this.#shipped = total;
    } else {
      const last: Draft<Receipt> = {
        kind: shipped ? 'despatched' : 'received',
        code,
        quantity,
        note: null,
        noteDate: null,
        when: c.moment(4, 5),
        segment: c.number,
      };
      item.receipts.push(last);
      this.#shipped = last;
    }
  }

  #authorization(): void {
    const { c } = this;
    const { s } = c;
    const item = this.#item;
    const role = c.profile.codes.x12Authorizations.get(s.code(1));
    if (!item || role === undefined || role === 'kept') return c.keep(item?.rest ?? c.rest);
    const amount = s.size(3) > 0 ? c.decimal(3, 1) : s.size(4) > 0 ? c.decimal(4, 1) : null;
    if (role === 'scheduled-before-start') {
      if (amount === null) return c.keep(item.rest);
      item.cumulatives.push({
        kind: role,
        code: 'ATH PQ',
        quantity: { amount, unit: this.#unit },
        since: c.day(5),
        until: c.day(2),
        segment: c.number,
      });
    } else
      item.authorizations.push({ kind: role, from: c.day(5), to: c.day(2), cumulative: amount, segment: c.number });
  }
}
