import type { Decimal } from '../exact/decimal.ts';
import type { DateRole } from '../profile/profile.ts';
import { bucketFrom, type Bucket } from '../when/periods.ts';
import { endOf, range, startOf, text, type When } from '../when/when.ts';
import { TAG, type EdifactContext } from './edifact-context.ts';
import type { Draft } from './message-context.ts';
import type { Packaging, Reference } from './parts.ts';
import type { DraftItem, DraftLine } from './release-draft.ts';
import type { Cumulative, Receipt, ScheduleKind } from './release.ts';

// One for all lines without references: most have none.
const NONE: Reference[] = [];

interface Status {
  readonly kind: ScheduleKind;
  readonly code: string;
  readonly bucket: Bucket | null;
}

/** Reads what QTY, SCC, and the DTM and RFF behind them, say about one item: totals, receipts and the schedule. */
export class QuantityReading {
  readonly c: EdifactContext;
  /** SCC stands before the quantities that it is about. */
  readonly statusFirst: boolean;
  /** Kind of a line without a status. */
  readonly #unstated: ScheduleKind;
  /** The item that is being filled; null outside of items. */
  item: DraftItem | null = null;
  /** A status has been met. */
  anyStatus = false;
  /** Schedule lines so far. */
  lines = 0;
  #status: Status | null = null;
  /** What a DTM or RFF after a quantity is about. */
  #quantity: DraftLine | null = null;
  #fact: Draft<Cumulative> | Draft<Receipt> | null = null;
  #packaging: Draft<Packaging> | null = null;
  /** Frequency that holds for the quantity being read. */
  #bucket: Bucket | null = null;
  #oddSaid = false;
  /** Which end of the line's period is still to come. */
  #open: 'from' | 'to' = 'to';

  constructor(context: EdifactContext, statusFirst: boolean, unstated: ScheduleKind) {
    this.c = context;
    this.statusFirst = statusFirst;
    this.#unstated = unstated;
  }

  /** What comes next is not about the quantity before it. */
  forget(): void {
    this.#quantity = null;
    this.#fact = null;
    this.#status = null;
    this.#packaging = null;
  }

  /** The reference in the loaded RFF, if it belongs to a quantity. */
  takesReference(reference: Draft<Reference>, isNote: boolean): boolean {
    if (this.#fact && 'note' in this.#fact) {
      if (isNote || this.#fact.note === null) this.#fact.note = reference.number;
      return true;
    }
    if (!this.#quantity) return false;
    this.#quantity.references = [...this.#quantity.references, reference];
    return true;
  }

  /** The date of a reference that belongs to a receipt: that of the delivery note. */
  noteDate(when: When): void {
    if (this.#fact && 'note' in this.#fact) this.#fact.noteDate ??= when;
  }

  /** A schedule quantity is being read: a date behind it is one of its own. */
  get scheduling(): boolean {
    return this.#quantity !== null;
  }

  /** The date in the loaded DTM, if it belongs to a quantity. */
  takesDate(when: When, role: DateRole | undefined): boolean {
    if (this.#quantity) this.#dateOfLine(this.#quantity, when, role);
    else if (this.#fact) this.#dateOfFact(this.#fact, when, role);
    else return false;
    return true;
  }

  /** The loaded PAC. */
  packaging(): void {
    const { s } = this.c;
    if (!this.item) return this.c.keep();
    const count = s.size(1) > 0 ? this.c.decimal(1, 1) : null;
    this.#packaging = { type: s.value(3, 1), count, perPack: null, references: [] };
    this.item.packaging.push(this.#packaging);
    this.#quantity = null;
    this.#fact = null;
  }

  /** The loaded SCC. */
  status(): void {
    const { c } = this;
    const { s } = c;
    const code = s.text(1);
    const kind = c.profile.codes.status.get(s.code(1));
    if (kind === undefined && code !== '') c.report('code-unknown', 1, 1, code, 'SCC 4017');
    this.anyStatus = true;
    const pattern = s.text(3, 1);
    const status: Status = {
      kind: kind ?? 'unstated',
      code: `SCC ${code}${pattern === '' ? '' : ` ${pattern}`}`,
      bucket: c.profile.codes.frequencies.get(s.code(3, 1)) ?? null,
    };
    if (this.statusFirst) {
      this.#status = status;
      this.#quantity = null;
      this.#fact = null;
    } else if (this.#quantity) {
      this.#bucket = status.bucket;
      // A backorder or urgent quantity stays one, whatever the plan status.
      if (this.#quantity.kind === this.#unstated) this.#quantity.kind = status.kind;
      this.#quantity.code =
        this.#quantity.kind === status.kind ? status.code : `${this.#quantity.code}, ${status.code}`;
    } else if (this.#fact && this.item && 'since' in this.#fact) {
      // A cumulative with a status is a schedule line in cumulative form.
      const fact = this.#fact;
      this.item.cumulatives.pop();
      this.#quantity = this.#addLine(status.kind, null, fact.quantity.amount, fact.quantity.unit, status.code);
      this.#bucket = status.bucket;
      this.#fact = null;
    } else c.keep(this.item?.rest ?? c.rest);
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
    this.item!.schedule.push(line);
    this.lines++;
    return line;
  }

  /** The loaded QTY, segment `s`. */
  quantity(s: number): void {
    const { c } = this;
    const item = this.item;
    if (!item) {
      c.report('quantity-outside-item', null, null, c.s.text(1, 2));
      return c.keep();
    }
    this.#quantity = null;
    this.#fact = null;
    this.#bucket = this.statusFirst ? (this.#status?.bucket ?? null) : null;
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
        const status = this.statusFirst ? this.#status : null;
        const kind = role === 'schedule' ? (status?.kind ?? this.#unstated) : role;
        const from =
          role === 'schedule'
            ? (status?.code ?? `QTY ${c.s.text(1, 1)}`)
            : `QTY ${c.s.text(1, 1)}${status ? `, ${status.code}` : ''}`;
        this.#quantity = this.#addLine(kind, amount, null, unit, from);
        return;
      }
      case 'cumulative':
      case 'cumulative-scheduled':
        if (this.statusFirst && this.#status) {
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
      case 'in-transit':
        return this.#addFact('in-transit', amount, unit);
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
      this.item!.packaging.push(this.#packaging);
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
    this.item!.cumulatives.push(fact);
    this.#fact = fact;
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
    this.c.keep(this.item!.rest);
  }

  /** A day with a weekly or monthly frequency stands for the whole week or month. */
  #wholePeriod(when: When): When {
    if (this.#bucket === null || when.kind !== 'day') return when;
    const period = bucketFrom(when, this.#bucket);
    if (period.odd && !this.#oddSaid) {
      this.#oddSaid = true;
      this.c.report('period-start-odd', 1, 2, text(when), text(period.when));
    }
    return period.when;
  }

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
      return this.c.keep(this.item!.rest);
    }
    line.when = whole;
  }

  #dateOfFact(fact: Draft<Cumulative> | Draft<Receipt>, when: When, role: DateRole | undefined): void {
    if ('since' in fact) {
      if (role === 'count-start' || role === 'from') fact.since ??= when;
      else if (role === 'count-end' || role === 'to' || fact.until === null) fact.until = when;
      else this.c.keep(this.item!.rest);
      return;
    }
    if (role === 'count-start') return this.c.keep(this.item!.rest);
    if (role === 'reference') fact.noteDate ??= when;
    else fact.when ??= when;
  }
}
