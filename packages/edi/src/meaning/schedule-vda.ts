import { ZERO, type Decimal, wholeDecimal } from '../exact/decimal.ts';
import { UNVERIFIED } from '../grammar/vda-records.ts';
import { bucketFrom } from '../when/periods.ts';
import { fullYear } from '../when/edifact-dates.ts';
import { day, endOf, instant, text, type When } from '../when/when.ts';
import { vdaDay, vdaPeriod } from '../when/vda-dates.ts';
import { basicProfile } from '../profile/profile.ts';
import type { Draft } from './message-context.ts';
import type { Party, Reference } from './parts.ts';
import { newItem, ScheduleDraft, type DraftItem, type DraftLine } from './release-draft.ts';
import type { CallOff, Receipt, Release, ScheduleKind } from './release.ts';
import { vdaNumber, type VdaContext } from './vda-context.ts';

/** Reads a VDA 4905 (511 to 519) into a release. */
export function read4905(context: VdaContext): Release {
  return new VdaSchedule(context).read().finish('release', context.rest, context.say);
}

/** Reads a VDA 4915 (551 to 559) into a call-off; its layout is not confirmed by a source, and is said so. */
export function read4915(context: VdaContext): CallOff {
  return new VdaSchedule(context).read().finish('call-off', context.rest, context.say);
}

// One for all lines: VDA has no references of a line.
const NONE: Reference[] = [];

class VdaSchedule {
  readonly c: VdaContext;
  readonly draft = new ScheduleDraft();
  #reset: When | null = null;
  #item: DraftItem | null = null;
  #unit: string | null = null;
  /** Behind the mark 555555 dates are period codes. */
  #periods = false;
  /** Record in which 000000 has said that no call-off follows; 0 where none has. */
  #ended = 0;
  #interval = '';
  /** Days are the first of a week or month. */
  #bucketed = false;
  /** Dates with a special meaning, as numbers. */
  readonly #special: ReadonlySet<number>;
  /** Period codes that were met. */
  readonly #known = new Map<number, When | null>();
  #lines = 0;
  /** Receipts with implied decimals that make fractions of pieces: then the sender has none. */
  readonly #fractions: { receipt: Draft<Receipt>; plain: Decimal; segment: number }[] = [];
  readonly #receipts: { receipt: Draft<Receipt>; plain: Decimal; segment: number }[] = [];

  constructor(context: VdaContext) {
    this.c = context;
    this.#special = new Set(Object.keys(context.profile.tables.vdaDates).map(Number));
  }

  read(): ScheduleDraft {
    const { c, draft } = this;
    let unverified = false;
    c.walk((tag) => {
      if (UNVERIFIED.has(tag)) unverified = true;
      if (this.#lines > c.limits.scheduleLinesPerMessage || draft.items.length > c.limits.itemsPerMessage) return;
      this.#record(tag.charAt(2), tag);
    });
    if (this.#lines > c.limits.scheduleLinesPerMessage)
      c.reportAt('limit-exceeded', null, 'schedule lines', String(c.limits.scheduleLinesPerMessage));
    if (draft.items.length > c.limits.itemsPerMessage)
      c.reportAt('limit-exceeded', null, 'items', String(c.limits.itemsPerMessage));
    this.#endItem();
    if (unverified) c.say('layout-unverified', 1, tagless(c));
    this.#withoutDecimals();
    for (const item of draft.items) this.#firmness(item);
    const releases = new Set(draft.items.map((item) => item.release));
    if (releases.size === 1) draft.document.release = draft.items[0]?.release ?? null;
    draft.quantities = this.#lines > 0 ? 'discrete' : null;
    return draft;
  }

  #record(kind: string, tag: string): void {
    switch (kind) {
      case '1':
        return this.#head();
      case '2':
        return this.#openItem();
      case '3':
        this.#received();
        return this.#calls();
      case '4':
        return this.#calls();
      case '5':
        if (tag === '515') return this.#goAheads();
        return this.#texts();
      case '7':
        return this.#packaging();
      case '6':
      case '8':
        return this.#texts();
      case '9':
        return;
      default:
        this.c.keep();
    }
  }

  #head(): void {
    const { c } = this;
    const { document, parties } = this.draft;
    document.number = c.value('number');
    document.previousNumber = c.value('previous');
    document.date = c.date('date');
    document.code = c.tag;
    document.function = 'replace';
    this.#reset = c.date('reset');
    parties.push(partyOf('customer', c.tag, c.value('customer')), partyOf('supplier', c.tag, c.value('supplier')));
  }

  #openItem(): void {
    const { c } = this;
    this.#endItem();
    const item = newItem(c.number);
    this.#item = item;
    this.#periods = false;
    this.#unit = c.value('unit');
    this.#interval = c.text('interval');
    this.#bucketed = c.profile.tables.vdaIntervals[this.#interval] !== undefined;
    item.unit = this.#unit;
    item.release = c.value('release');
    const plant = c.value('plant');
    if (plant !== null) item.shipTo = partyOf('ship-to', `${c.tag} plant`, plant);
    const [customer, supplier] = [c.value('customerItem'), c.value('supplierItem')];
    if (customer !== null) item.ids.push({ tag: 'customer', value: customer, role: 'customer' });
    if (supplier !== null) item.ids.push({ tag: 'supplier', value: supplier, role: 'supplier' });
    const order = c.value('order');
    if (order !== null) item.order = { number: order, line: null };
    item.unloadingPoint = c.value('unloading');
    for (const [name, role] of [
      ['unloading', 'unloading-point'],
      ['storage', 'storage'],
      ['pointOfUse', 'point-of-use'],
      ['plant', 'plant'],
    ] as const) {
      const id = c.value(name);
      if (id !== null) item.locations.push({ role, code: name, id, name: null });
    }
    for (const name of ['previousRelease', 'sign', 'production', 'material', 'usage', 'account']) {
      const number = c.value(name);
      if (number !== null)
        item.references.push({
          code: name,
          number,
          line: null,
          date: name === 'previousRelease' ? c.date('previousDate') : null,
        });
    }
    const date = c.date('releaseDate');
    if (date !== null) item.dates.push({ code: 'releaseDate', when: date });
    this.draft.items.push(item);
  }

  /** 513: the last receipt and the received total. */
  #received(): void {
    const { c } = this;
    const item = this.#item;
    if (!item) return c.keep();
    const when = c.date('receipt');
    const amount = c.filled('quantity');
    const note = c.value('note');
    if (amount !== null) {
      const receipt: Draft<Receipt> = {
        kind: 'received',
        code: c.tag,
        quantity: { amount, unit: this.#unit },
        note: note !== null && /^0+$/.test(note) ? null : note,
        noteDate: c.date('noteDate'),
        when,
        segment: c.number,
      };
      item.receipts.push(receipt);
      const entry = { receipt, plain: vdaNumber(c.text('quantity'), 0) ?? amount, segment: c.number };
      this.#receipts.push(entry);
      if (amount.includes('.') && PIECES.has(this.#unit ?? '')) this.#fractions.push(entry);
    }
    const total = c.decimal('cumulative');
    if (total !== null)
      item.cumulatives.push({
        kind: 'received',
        code: c.tag,
        quantity: { amount: total, unit: this.#unit },
        since: this.#reset,
        until: when,
        segment: c.number,
      });
  }

  /** Half a piece was never received: such a sender writes whole numbers, in all his records. */
  #withoutDecimals(): void {
    const [first] = this.#fractions;
    if (!first) return;
    this.c.say('implied-decimals-dropped', first.segment, first.receipt.quantity.amount, first.plain);
    for (const { receipt, plain } of this.#receipts) receipt.quantity = { ...receipt.quantity, amount: plain };
  }

  /** Pairs of date and quantity, or triples of date, time and quantity. */
  #calls(): void {
    const { c } = this;
    const timed = c.field('timedCalls');
    const field = timed ?? c.field('calls');
    if (!field || !this.#item) {
      if (field) c.reportAt('quantity-outside-item', null, c.tag);
      return c.keep();
    }
    const width = timed ? 19 : 15;
    for (let from = field.from; from + width - 1 <= field.to; from += width) {
      // By far the most are a plain date and a plain quantity: no text is made of them.
      if (!timed && this.#plainCall(from)) continue;
      const date = c.raw(from, from + 5);
      const time = timed ? c.raw(from + 6, from + 9) : '';
      const quantity = c.raw(from + width - 9, from + width - 1);
      if (date === '' && (quantity === '' || /^0+$/.test(quantity))) continue;
      this.#call(date, time, quantity, from, width);
    }
  }

  /** A date or period code without special meaning and a quantity, all digits; false for anything else. */
  #plainCall(from: number): boolean {
    const { c } = this;
    const date = c.digits(from, from + 5);
    const amount = c.digits(from + 6, from + 14);
    if (date < 0 || amount < 0 || this.#special.has(date)) return false;
    let when: When | null | undefined;
    if (this.#periods) {
      when = this.#known.get(date);
      if (when === undefined) this.#known.set(date, (when = vdaPeriod(String(date).padStart(6, '0'), c.profile.pivot)));
    } else {
      if (this.#bucketed) return false;
      const year = fullYear(Math.floor(date / 10_000), c.profile.pivot);
      when = day(year, Math.floor(date / 100) % 100, date % 100);
    }
    if (when === null) return false;
    this.#add('unstated', wholeDecimal(amount), when, this.#periods ? '555555' : '');
    return true;
  }

  #call(date: string, time: string, digits: string, from: number, width: number): void {
    const { c } = this;
    const amount = digits === '' ? null : vdaNumber(digits, 0);
    if (amount === null && digits !== '') c.reportAt('quantity-wrong', from + width - 9, digits);
    const special = c.profile.tables.vdaDates[date];
    if (special !== undefined && special !== 'end') this.#unconfirmed(date, special, from);
    if (special === 'end') {
      // Zeros fill the rest of the records; a quantity among them is one without a date, and not passed over.
      this.#ended = c.number;
      if (amount === null || amount === '0') return;
      c.reportAt('date-special', from, date);
      return this.#add('unstated', amount, null, date);
    }
    if (special === 'periods') {
      this.#periods = true;
      return;
    }
    if (amount === null) return c.reportAt('quantity-missing', from + width - 9, null);
    if (special !== undefined) return this.#add(special, amount, null, date);
    // 111111 is a day in 2011; the other six of a kind are none.
    if (/^([2-9])\1{5}$/.test(date)) return c.reportAt('date-special', from, date);
    const when = this.#periods ? vdaPeriod(date, c.profile.pivot) : this.#dated(date, time);
    if (when === null) return c.reportAt('date-wrong', from, date, this.#periods ? 'YYMM00, YY00WW, YYWWWW' : 'YYMMDD');
    this.#add('unstated', amount, when, this.#periods ? '555555' : '');
  }

  /** A special date that only common usage explains, not the customer's profile: said once each. */
  #unconfirmed(date: string, meaning: string, from: number): void {
    if (this.#named.has(date) || this.c.profile.origin('vdaDates', date) !== basicProfile.name) return;
    this.#named.add(date);
    this.c.reportAt('code-unconfirmed', from, date, meaning);
  }
  readonly #named = new Set<string>();

  #dated(date: string, time: string): When | null {
    const on = vdaDay(date, this.c.profile.pivot);
    if (on === null) return null;
    if (/^\d{4}$/.test(time) && time !== '0000') return instant(on, +time.slice(0, 2), +time.slice(2)) ?? on;
    const bucket = this.c.profile.tables.vdaIntervals[this.#interval];
    if (!bucket) return on;
    const period = bucketFrom(on, bucket);
    if (period.odd && !this.#oddSaid) {
      this.#oddSaid = true;
      this.c.reportAt('period-start-odd', null, text(on), text(period.when));
    }
    return period.when;
  }
  #oddSaid = false;

  #add(kind: ScheduleKind, quantity: Decimal, when: When | null, code: string): void {
    if (this.#lastCode !== code || this.#lastTag !== this.c.tag) {
      [this.#lastCode, this.#lastTag] = [code, this.c.tag];
      this.#codeText = code === '' ? this.c.tag : `${this.c.tag} ${code}`;
    }
    const line: DraftLine = {
      kind,
      quantity,
      cumulative: null,
      unit: this.#unit,
      when,
      at: null,
      code: this.#codeText,
      references: NONE,
      segment: this.c.number,
    };
    this.#item!.schedule.push(line);
    this.#lines++;
  }

  // The text of the codes is the same for many lines: made once for all of them.
  #lastCode = '?';
  #lastTag = '';
  #codeText = '';

  /** An item of which nothing is said but that no call-off follows has come to an end. */
  #endItem(): void {
    const item = this.#item;
    if (item && this.#ended > 0 && item.schedule.length === 0)
      item.schedule.push({
        kind: 'stop',
        quantity: ZERO,
        cumulative: null,
        unit: item.unit,
        when: null,
        at: null,
        code: '000000',
        references: NONE,
        segment: this.#ended,
      });
    this.#ended = 0;
  }

  /** 515: production and material release, horizon, the total before the reset. */
  #goAheads(): void {
    const { c } = this;
    const item = this.#item;
    if (!item) return c.keep();
    for (const kind of ['production', 'material'] as const) {
      const [from, to, cumulative] = [c.date(`${kind}From`), c.date(`${kind}To`), c.filled(`${kind}Cumulative`)];
      if (from || to || cumulative) item.authorizations.push({ kind, from, to, cumulative, segment: c.number });
    }
    const horizon = c.date('horizon');
    if (horizon) {
      this.draft.horizon.to ??= horizon;
      item.dates.push({ code: 'horizon', when: horizon });
    }
    const before = c.filled('beforeReset');
    if (before !== null)
      item.cumulatives.push({
        kind: 'received-before-reset',
        code: '515',
        quantity: { amount: before, unit: this.#unit },
        since: null,
        until: this.#reset,
        segment: c.number,
      });
    for (const [name, role] of [['pointOfUse', 'point-of-use']] as const) {
      const id = c.value(name);
      if (id !== null) item.locations.push({ role, code: name, id, name: null });
    }
    for (const name of ['intermediate', 'subSupplier']) {
      const number = c.value(name);
      if (number !== null) item.references.push({ code: name, number, line: null, date: null });
    }
  }

  /** How firm a call-off is follows from the releases of 515; without them nothing was said. */
  #firmness(item: DraftItem): void {
    const callOff = this.c.message.segments.tagText(this.c.message.from).startsWith('55');
    const limit = (kind: 'production' | 'material'): string | null => {
      const to = item.authorizations.find((a) => a.kind === kind)?.to;
      return to ? endOf(to) : null;
    };
    const [production, material] = [limit('production'), limit('material')];
    for (const line of item.schedule) {
      if (line.kind !== 'unstated' || line.when === null) continue;
      if (callOff) line.kind = 'firm';
      else if (production !== null && endOf(line.when) <= production) line.kind = 'production';
      else if (material !== null && endOf(line.when) <= material) line.kind = 'material';
      else if (production !== null || material !== null) line.kind = 'forecast';
    }
  }

  #packaging(): void {
    const { c } = this;
    const item = this.#item;
    if (!item) return c.keep();
    const capacity = c.filled('capacity');
    const supplierPack = c.value('supplierPack');
    item.packaging.push({
      type: c.value('customerPack'),
      count: null,
      perPack: capacity === null ? null : { amount: capacity, unit: this.#unit },
      references: supplierPack === null ? [] : [{ code: 'supplierPack', number: supplierPack, line: null, date: null }],
    });
  }

  #texts(): void {
    const words = ['text1', 'text2', 'text3'].map((name) => this.c.text(name)).filter((t) => t !== '');
    if (words.length > 0) (this.#item?.remarks ?? this.draft.remarks).push(words.join('\n'));
  }
}

/** Units of whole pieces, as VDA writes them. */
const PIECES = new Set(['ST', 'PC', 'PCE', 'EA']);

const tagless = (c: VdaContext): string =>
  c.message.segments.tagText(c.message.from).startsWith('55') ? 'VDA 4915' : 'VDA';

function partyOf(role: Party['role'], code: string, id: string | null): Draft<Party> {
  return { role, code, id, agency: null, name: null, address: [], contacts: [], references: [] };
}
