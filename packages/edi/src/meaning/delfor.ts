import type { Decimal } from '../exact/decimal.ts';
import type { DateRole } from '../profile/profile.ts';
import { codeOf } from '../syntax/segments.ts';
import { bucketFrom, type Bucket } from '../when/periods.ts';
import { endOf, range, startOf, text, type When } from '../when/when.ts';
import { TAG, type Draft, type EdifactContext } from './edifact-context.ts';
import type { Contact, NamedDate, Packaging, Party, Reference } from './parts.ts';
import { joinLines, newItem, type DraftItem, type DraftLine } from './release-draft.ts';
import type { Cumulative, Document, Receipt, Release, ScheduleKind } from './release.ts';

/** BGM 1225. */
const FUNCTIONS: Readonly<Record<string, Document['function']>> = {
  1: 'cancel',
  4: 'change',
  5: 'replace',
  7: 'duplicate',
  9: 'original',
};

// One for all lines without references: most have none.
const NONE: Reference[] = [];

/** UNS section D (detail). */
const DETAIL = codeOf('D');
const SUMMARY = codeOf('S');

/**
 * Reads a DELFOR, of any directory from D.96A on, into a release. Goes by what comes, not by the label: senders label
 * wrongly. Two orders exist for the status: SCC after its QTY (D.96A), or before a run of QTY (D.96B and later).
 */
export function readDelfor(context: EdifactContext): Release {
  return new DelforReading(context).read();
}

interface Status {
  readonly kind: ScheduleKind;
  readonly code: string;
  readonly bucket: Bucket | null;
}

class DelforReading {
  readonly c: EdifactContext;
  readonly document: Draft<Document> = {
    number: null,
    release: null,
    previousNumber: null,
    date: null,
    code: null,
    function: null,
  };
  readonly horizon: { from: When | null; to: When | null } = { from: null, to: null };
  readonly parties: Draft<Party>[] = [];
  readonly references: Draft<Reference>[] = [];
  readonly dates: NamedDate[] = [];
  readonly remarks: string[] = [];
  readonly items: DraftItem[] = [];
  lines = 0;

  /** SCC stands before the quantities it is about. */
  #statusFirst = false;
  #detail = false;
  #anyStatus = false;
  /** Delivery point of a NAD before the items it is for. */
  #point: DraftItem | null = null;
  /** The item as LIN opened it, and the one now filled: the same, or a delivery point of it. */
  #line: DraftItem | null = null;
  #item: DraftItem | null = null;
  #party: Draft<Party> | null = null;
  #contact: Draft<Contact> | null = null;
  #status: Status | null = null;
  /** What a DTM or RFF after a quantity is about. */
  #quantity: DraftLine | null = null;
  #fact: Draft<Cumulative> | Draft<Receipt> | null = null;
  #reference: Draft<Reference> | null = null;
  #packaging: Draft<Packaging> | null = null;

  constructor(context: EdifactContext) {
    this.c = context;
  }

  read(): Release {
    const { c } = this;
    const { from, to } = c.message;
    this.#statusFirst = this.#orderOfStatus(from, to);
    c.enter(from);
    for (let s = from + 1; s <= to; s++) {
      const tag = c.enter(s);
      if (tag !== TAG.UNT || s !== to) this.#segment(tag, s);
      if (this.lines > c.limits.scheduleLinesPerMessage || this.items.length > c.limits.itemsPerMessage) {
        const what = this.items.length > c.limits.itemsPerMessage ? 'items' : 'schedule lines';
        const most = what === 'items' ? c.limits.itemsPerMessage : c.limits.scheduleLinesPerMessage;
        c.report('limit-exceeded', null, null, what, String(most));
        break;
      }
    }
    return this.#release();
  }

  /** Votes over the whole message, and says so when the label promised the other order. */
  #orderOfStatus(from: number, to: number): boolean {
    const { c } = this;
    let afterQuantity = 0;
    let beforeQuantity = 0;
    for (let s = from + 1; s < to; s++) {
      if (c.s.tag(s) !== TAG.SCC) continue;
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
        return this.#readQuantity(s);
      case TAG.DTM:
        return this.#readDate();
      case TAG.SCC:
        return this.#readStatus();
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
        return this.#readPackaging();
      case TAG.CTA:
        return this.#readContact();
      case TAG.COM:
        return this.c.communication(this.#contact);
      case TAG.UNS:
        return this.#section();
      case TAG.GIS:
      case TAG.GEI:
        return this.#group();
      default:
        return this.c.keep(this.#item?.rest ?? this.c.rest);
    }
  }

  #readDocument(): void {
    const { s } = this.c;
    // C002 1001, C106 1004; from D.97A on 1004 is a component, before it an element: the same place.
    this.document.code = s.value(1, 1);
    this.document.number = s.value(2, 1);
    const code = s.text(3);
    this.document.function = code === '' ? null : (FUNCTIONS[code] ?? 'other');
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
    if (this.#item) this.#item.parties.push(party);
    else if (this.#point && this.#detail) this.#point.parties.push(party);
    else this.parties.push(party);
  }

  #leadsToQuantity(s: number): boolean {
    for (let i = s; i <= this.c.message.to; i++) {
      const tag = this.c.tag(i);
      if (tag === TAG.QTY || tag === TAG.SCC) return true;
      if (tag === TAG.LIN || tag === TAG.GIS || tag === TAG.GEI || tag === TAG.UNS || tag === TAG.UNT) return false;
    }
    return false;
  }

  #deliveryPoint(party: Draft<Party>): void {
    this.#point = newItem(this.c.number);
    this.#point.shipTo = party;
    this.#party = party;
  }

  #deliveryPointOfItem(party: Draft<Party>): void {
    const line = this.#line!;
    // The first delivery point fills the item itself, unless the item has a schedule of its own: that is their sum.
    if (line.shipTo === null || (this.#item === line && line.schedule.length === 0 && !this.#pointUsed)) {
      if (line.schedule.length === 0) {
        line.shipTo = party;
        this.#item = line;
        this.#pointUsed = true;
        this.#party = party;
        return this.#forget();
      }
    }
    if (line.schedule.length > 0 && !this.#pointUsed) line.summary = true;
    this.#pointUsed = true;
    const item = newItem(this.c.number);
    Object.assign(item, {
      line: line.line,
      ids: line.ids,
      customerItem: line.customerItem,
      supplierItem: line.supplierItem,
      engineeringLevel: line.engineeringLevel,
      description: line.description,
      order: line.order,
    });
    item.shipTo = party;
    this.items.push(item);
    this.#item = item;
    this.#party = party;
    this.#forget();
  }
  /** A delivery point inside the item has been met. */
  #pointUsed = false;

  /** What comes next is not about the quantity before it. */
  #forget(): void {
    this.#quantity = null;
    this.#fact = null;
    this.#status = null;
    this.#reference = null;
    this.#packaging = null;
  }

  #openItem(): void {
    const { s } = this.c;
    this.#closeItem();
    const point = this.#point;
    const item = newItem(this.c.number);
    item.line = s.value(1);
    if (point) {
      item.shipTo = point.shipTo;
      item.unloadingPoint = point.unloadingPoint;
      item.locations.push(...point.locations);
      item.parties.push(...point.parties);
      item.remarks.push(...point.remarks);
      item.references.push(...point.references);
    }
    const id = this.c.itemId(3);
    if (id) item.ids.push(id);
    this.items.push(item);
    this.#line = this.#item = item;
    this.#pointUsed = false;
    this.#party = null;
    this.#contact = null;
    this.#forget();
  }

  #closeItem(): void {
    this.#line = this.#item = null;
    this.#contact = null;
    this.#forget();
  }

  #moreNumbers(): void {
    if (!this.#item) return this.c.keep();
    for (let e = 2; e <= Math.min(this.c.s.elements, 6); e++) {
      const id = this.c.itemId(e);
      if (id) this.#item.ids.push(id);
    }
  }

  #readLocation(): void {
    const target = this.#item ?? this.#point;
    const found = this.c.locations();
    if (target && (this.#item || this.#detail)) {
      for (const place of found) {
        target.locations.push(place);
        if (place.role === 'unloading-point') target.unloadingPoint ??= place.id;
      }
      return;
    }
    // In the heading a place belongs to the party before it: that of the ship-to is everybody's unloading point.
    if (this.#party?.role === 'ship-to') this.#headingPlaces.push(...found);
    else this.c.keep();
  }
  readonly #headingPlaces: DraftItem['locations'] = [];

  #readText(): void {
    const words = this.c.freeText();
    if (words === '') return this.c.keep(this.#item?.rest ?? this.c.rest);
    (this.#item?.remarks ?? (this.#detail ? this.#point?.remarks : undefined) ?? this.remarks).push(words);
  }

  #readDescription(): void {
    const { s } = this.c;
    const words = [s.text(3, 4), s.text(3, 5)].filter((w) => w !== '').join(' ');
    if (!this.#item || words === '') return this.c.keep(this.#item?.rest ?? this.c.rest);
    this.#item.description = this.#item.description ? `${this.#item.description} ${words}` : words;
  }

  #readContact(): void {
    this.#contact = this.c.contact();
    if (this.#item && !this.#party) this.#item.contacts.push(this.#contact);
    else if (this.#party) this.#party.contacts.push(this.#contact);
    else this.c.keep();
  }

  #readPackaging(): void {
    const { s } = this.c;
    if (!this.#item) return this.c.keep();
    const count = s.size(1) > 0 ? this.c.decimal(1, 1) : null;
    this.#packaging = { type: s.value(3, 1), count, perPack: null, references: [] };
    this.#item.packaging.push(this.#packaging);
    this.#quantity = null;
    this.#fact = null;
  }

  #readStatus(): void {
    const { c } = this;
    const { s } = c;
    const code = s.text(1);
    const kind = c.profile.codes.status.get(s.code(1));
    if (kind === undefined && code !== '') c.report('code-unknown', 1, 1, code, 'SCC 4017');
    this.#anyStatus = true;
    const pattern = s.text(3, 1);
    const status: Status = {
      kind: kind ?? 'unstated',
      code: `SCC ${code}${pattern === '' ? '' : ` ${pattern}`}`,
      bucket: c.profile.codes.frequencies.get(s.code(3, 1)) ?? null,
    };
    if (this.#statusFirst) {
      this.#status = status;
      this.#quantity = null;
      this.#fact = null;
      this.#reference = null;
    } else if (this.#quantity) {
      this.#bucket = status.bucket;
      // A backorder or urgent quantity stays one, whatever the plan status.
      if (this.#quantity.kind === 'unstated') this.#quantity.kind = status.kind;
      this.#quantity.code =
        this.#quantity.kind === status.kind ? status.code : `${this.#quantity.code}, ${status.code}`;
    } else if (this.#fact && this.#item && 'since' in this.#fact) {
      // A cumulative with a status is a schedule line in cumulative form.
      const fact = this.#fact;
      this.#item.cumulatives.pop();
      this.#quantity = this.#addLine(status.kind, null, fact.quantity.amount, fact.quantity.unit, status.code);
      this.#bucket = status.bucket;
      this.#fact = null;
    } else c.keep(this.#item?.rest ?? c.rest);
  }

  #addLine(
    kind: ScheduleKind,
    quantity: Decimal | null,
    cumulative: Decimal | null,
    unit: string | null,
    code: string,
  ): DraftLine {
    const line: DraftLine = {
      kind,
      quantity,
      cumulative,
      unit,
      when: null,
      at: null,
      code,
      references: NONE,
      segment: this.c.number,
    };
    this.#item!.schedule.push(line);
    this.lines++;
    return line;
  }

  #readQuantity(s: number): void {
    const { c } = this;
    const item = this.#item;
    if (!item) return c.keep();
    this.#quantity = null;
    this.#fact = null;
    this.#reference = null;
    this.#bucket = this.#statusFirst ? (this.#status?.bucket ?? null) : null;
    const amount = c.decimal(1, 2);
    if (amount === null) return c.keep(item.rest);
    if (amount.charCodeAt(0) === 45) c.report('quantity-negative', 1, 2, amount);
    const code = c.s.code(1, 1);
    const role = c.profile.codes.quantities.get(code);
    const unit = c.s.short(1, 3);
    switch (role) {
      case 'schedule':
      case 'backlog':
      case 'immediate': {
        if (this.#packaging && role === 'schedule' && !this.#isSchedule(s)) return this.#packed(amount, unit);
        this.#packaging = null;
        const status = this.#statusFirst ? this.#status : null;
        const kind = role === 'schedule' ? (status?.kind ?? 'unstated') : role;
        const from =
          role === 'schedule'
            ? (status?.code ?? `QTY ${c.s.text(1, 1)}`)
            : `QTY ${c.s.text(1, 1)}${status ? `, ${status.code}` : ''}`;
        this.#quantity = this.#addLine(kind, amount, null, unit, from);
        return;
      }
      case 'cumulative':
      case 'cumulative-scheduled':
        if (this.#statusFirst && this.#status) {
          this.#quantity = this.#addLine(this.#status.kind, null, amount, unit, this.#status.code);
          return;
        }
        return this.#addFact(role === 'cumulative' ? 'unspecified' : 'scheduled', amount, unit);
      case 'cumulative-received':
        return this.#addFact('received', amount, unit);
      case 'cumulative-ordered':
        return this.#addFact('ordered', amount, unit);
      case 'cumulative-despatched':
        return this.#addFact('despatched', amount, unit);
      case 'received-before-reset':
        return this.#addFact('received-before-reset', amount, unit);
      case 'scheduled-before-start':
        return this.#addFact('scheduled-before-start', amount, unit);
      case 'cumulative-previous':
        return this.#addFact('previous', amount, unit);
      case 'received':
      case 'despatched': {
        const receipt: Draft<Receipt> = {
          kind: role,
          code: c.s.text(1, 1),
          quantity: { amount, unit },
          note: null,
          noteDate: null,
          when: null,
          segment: c.number,
        };
        item.receipts.push(receipt);
        this.#fact = receipt;
        return;
      }
      case 'per-pack':
        return this.#packed(amount, unit);
      case 'kept':
        return c.keep(item.rest);
      case undefined:
        c.report('code-unknown', 1, 1, c.s.text(1, 1), 'QTY 6063');
        return c.keep(item.rest);
    }
  }

  /** A plain quantity behind PAC is one of the schedule when a status or date follows it. */
  #isSchedule(s: number): boolean {
    const next = this.c.tag(s + 1);
    return next === TAG.SCC || next === TAG.DTM || this.#status !== null;
  }

  #packed(amount: Decimal, unit: string | null): void {
    if (!this.#packaging) {
      this.#packaging = { type: null, count: null, perPack: null, references: [] };
      this.#item!.packaging.push(this.#packaging);
    }
    this.#packaging.perPack = { amount, unit };
  }

  #addFact(kind: Cumulative['kind'], amount: Decimal, unit: string | null): void {
    const fact: Draft<Cumulative> = {
      kind,
      code: this.c.s.text(1, 1),
      quantity: { amount, unit },
      since: null,
      until: null,
      segment: this.c.number,
    };
    this.#item!.cumulatives.push(fact);
    this.#fact = fact;
  }

  #readReference(): void {
    const reference = this.c.reference();
    const role = this.c.profile.codes.references.get(this.c.s.code(1, 1)) ?? 'kept';
    this.#reference = reference;
    if (this.#fact && 'note' in this.#fact) {
      if (role === 'note' || this.#fact.note === null) this.#fact.note = reference.number;
      return;
    }
    if (this.#quantity) {
      this.#quantity.references = [...this.#quantity.references, reference];
      return;
    }
    const item = this.#item;
    if (item) {
      item.references.push(reference);
      if (role === 'order') item.order ??= { number: reference.number, line: reference.line };
      return;
    }
    if (this.#party) {
      this.#party.references.push(reference);
      return;
    }
    if (this.#point && this.#detail) {
      this.#point.references.push(reference);
      return;
    }
    this.references.push(reference);
    if (role === 'release') this.document.release ??= reference.number;
    if (role === 'previous-release') this.document.previousNumber ??= reference.number;
  }

  #readDate(): void {
    const { c } = this;
    const when = c.date();
    if (when === null) return c.keep(this.#item?.rest ?? c.rest);
    const code = c.s.code(1, 1);
    const role = c.profile.codes.dates.get(code);
    if (this.#reference && (role === 'reference' || !this.#quantity)) {
      this.#reference.date ??= when;
      if (this.#fact && 'note' in this.#fact) this.#fact.noteDate ??= when;
      return;
    }
    if (this.#quantity) return this.#dateOfLine(this.#quantity, when, role);
    if (this.#fact) return this.#dateOfFact(this.#fact, when, role);
    const named = { code: c.s.text(1, 1), when };
    if (this.#item) this.#item.dates.push(named);
    else if (this.#detail && this.#point) this.#point.dates.push(named);
    else this.#dateOfHeading(named, role);
  }

  #dateOfHeading(named: NamedDate, role: DateRole | undefined): void {
    if (role === 'document') this.document.date ??= named.when;
    else if (role === 'horizon-start') this.horizon.from ??= named.when;
    else if (role === 'horizon-end') this.horizon.to ??= named.when;
    else this.dates.push(named);
  }

  #dateOfLine(line: DraftLine, when: When, role: DateRole | undefined): void {
    switch (role) {
      case 'at-delivery':
      case 'at-despatch':
      case 'at':
        if (line.when && line.at !== null && text(line.when) !== text(when)) break;
        line.when = this.#wholePeriod(when);
        line.at = role === 'at' ? null : role === 'at-delivery' ? 'delivery' : 'despatch';
        return;
      case 'from':
      case 'horizon-start':
      case 'to':
      case 'horizon-end':
        return this.#boundOfLine(line, when, role === 'from' || role === 'horizon-start');
      default:
        break;
    }
    // A second date of delivery, or one that says nothing about the call-off: kept, never applied in silence.
    this.c.report('date-meaningless', 1, 1, this.c.s.text(1, 1));
    this.c.keep(this.#item!.rest);
  }

  /** A day with a weekly or monthly frequency stands for the whole week or month. */
  #wholePeriod(when: When): When {
    if (this.#bucket === null || when.kind !== 'day') return when;
    const period = bucketFrom(when, this.#bucket);
    if (period.odd) this.c.reportOnce('period-start-odd', 1, 2, text(when), text(period.when));
    return period.when;
  }
  /** Frequency that holds for the quantity being read. */
  #bucket: Bucket | null = null;

  /** First and last delivery (64 and 63) come in either order. */
  #boundOfLine(line: DraftLine, when: When, first: boolean): void {
    line.at ??= 'delivery';
    if (line.when === null) {
      line.when = when;
      this.#open = first ? 'to' : 'from';
      return;
    }
    const from = first ? when : line.when;
    const to = first ? line.when : when;
    const whole = range(from, to);
    if (whole === null || this.#open === (first ? 'to' : 'from')) {
      if (whole === null && startOf(from) > endOf(to))
        this.c.report('date-range-reversed', 1, 2, `${text(from)}/${text(to)}`);
      else this.c.report('date-meaningless', 1, 1, this.c.s.text(1, 1));
      return this.c.keep(this.#item!.rest);
    }
    line.when = whole;
  }
  /** Which end of the line's period is still to come. */
  #open: 'from' | 'to' = 'to';

  #dateOfFact(fact: Draft<Cumulative> | Draft<Receipt>, when: When, role: DateRole | undefined): void {
    if ('since' in fact) {
      if (role === 'count-start' || role === 'from') fact.since ??= when;
      else if (role === 'count-end' || role === 'to' || fact.until === null) fact.until = when;
      else this.c.keep(this.#item!.rest);
      return;
    }
    if (role === 'count-start') return this.c.keep(this.#item!.rest);
    if (role === 'reference') fact.noteDate ??= when;
    else fact.when ??= when;
  }

  #release(): Release {
    const { c } = this;
    const customer = this.#partyOf('customer') ?? this.#partyOf('issuer');
    const supplier = this.#partyOf('supplier') ?? this.#partyOf('recipient');
    const shipTo = this.#partyOf('ship-to');
    c.at = c.message.from;
    if (this.document.number === null) c.report('document-number-missing', null, null, null);
    if (this.document.date === null) c.report('document-date-missing', null, null, null);
    if (this.items.length === 0) c.report('no-items', null, null, null);
    else if (!this.#anyStatus && this.lines > 0) c.report('line-without-status', null, null, null);
    if (!customer) c.report('customer-unclear', null, null, null);
    for (const item of this.items) this.#finish(item, shipTo);
    const { from, to } = this.horizon;
    if (from && to && startOf(from) > endOf(to)) c.report('horizon-reversed', null, null, text(to), text(from));
    return {
      kind: 'release',
      document: this.document,
      horizon: this.horizon,
      quantities: this.#form(),
      customer,
      supplier,
      parties: this.parties,
      references: this.references,
      dates: this.dates,
      remarks: this.remarks,
      items: this.items,
      rest: c.rest,
    };
  }

  #partyOf(role: Party['role']): Party | null {
    return this.parties.find((p) => p.role === role) ?? null;
  }

  #form(): Release['quantities'] {
    let discrete = false;
    let cumulative = false;
    for (const { schedule } of this.items)
      for (const line of schedule) {
        discrete ||= line.quantity !== null;
        cumulative ||= line.cumulative !== null;
      }
    return discrete ? 'discrete' : cumulative ? 'cumulative' : null;
  }

  #finish(item: DraftItem, shipTo: Party | null): void {
    const { c } = this;
    c.at = c.message.from + item.segment - 1;
    item.shipTo ??= shipTo;
    if (item.locations.length === 0 && item.unloadingPoint === null) {
      item.locations.push(...this.#headingPlaces);
      item.unloadingPoint = this.#headingPlaces.find((p) => p.role === 'unloading-point')?.id ?? null;
    }
    joinLines(item);
    const untagged = item.ids.find((id) => id.tag === '');
    item.customerItem ??= item.ids.find((id) => id.role === 'customer')?.value ?? null;
    item.supplierItem ??= item.ids.find((id) => id.role === 'supplier')?.value ?? null;
    item.engineeringLevel ??= item.ids.find((id) => id.role === 'level')?.value ?? null;
    if (item.customerItem === null && untagged) {
      c.report('item-number-untagged', null, null, untagged.value);
      item.customerItem = untagged.value;
    }
    if (item.ids.length === 0) c.report('item-without-number', null, null, null);
    if (item.shipTo === null && item.unloadingPoint === null) c.report('ship-to-missing', null, null, null);
    item.unit = unitOf(item);
    for (const line of item.schedule) {
      if (line.when !== null || line.kind === 'backlog' || line.kind === 'immediate' || line.kind === 'stop') continue;
      c.at = c.message.from + line.segment - 1;
      c.report('line-without-date', null, null, line.quantity ?? line.cumulative);
    }
  }
}

function unitOf(item: DraftItem): string | null {
  let unit: string | null = null;
  const all = [...item.cumulatives.map((f) => f.quantity.unit), ...item.receipts.map((f) => f.quantity.unit)];
  for (const line of item.schedule) all.push(line.unit);
  for (const one of all) {
    if (one === null) continue;
    if (unit !== null && unit !== one) return null;
    unit = one;
  }
  return unit;
}

/** UNH S009 0054 so that releases sort: `96A` as `1996A`... kept short: years below 70 sort after `99B`. */
function directoryOf(c: EdifactContext): string {
  const release = c.s.load(c.message.from).text(2, 3).toUpperCase();
  if (!/^\d\d[A-Z]$/.test(release)) return '';
  return +release.slice(0, 2) < 70 ? `~${release}` : release;
}
