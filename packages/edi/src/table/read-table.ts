import { readNumber } from '../exact/quantity.ts';
import { NOWHERE, type Finding, type Place } from '../findings/finding.ts';
import { Reporter } from '../findings/reporter.ts';
import type { FindingCode } from '../findings/catalog.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { Party } from '../meaning/parts.ts';
import { newItem, ScheduleDraft, type DraftItem } from '../meaning/release-draft.ts';
import type { Release, ScheduleKind } from '../meaning/release.ts';
import { bucketFrom, type Bucket } from '../when/periods.ts';
import { startOf, type When } from '../when/when.ts';
import { tableDate, type DateOrder } from './table-dates.ts';

/**
 * What the columns of a customer's table are; made once by pointing, kept with the customer. Columns count from 0. Either each
 * row is one call-off (`date`, `quantity`), or each row is an item and its periods stand across (`across`).
 */
export interface TableMapping {
  /** Rows above the data; the last one of them holds the headings, and the periods where they stand across. */
  readonly headingRows: number;
  readonly customerItem: number;
  readonly supplierItem?: number;
  readonly order?: number;
  readonly shipTo?: number;
  readonly unloadingPoint?: number;
  readonly unit?: number;
  /** Received total of the item. */
  readonly received?: number;
  readonly date?: number;
  readonly quantity?: number;
  /** What the row's call-off is: its words are looked up in `kinds`. */
  readonly status?: number;
  /** Running total up to and with the row's call-off. */
  readonly cumulative?: number;
  /** What the numbers of `quantity` or `across` are, where they are running totals and no amounts. */
  readonly numbers?: 'amount' | 'cumulative';
  /** First and last column of the periods. */
  readonly across?: { readonly from: number; readonly to: number };
  readonly dateOrder: DateOrder;
  /** What a date stands for: the day, or the week or month that begins there. */
  readonly bucket?: Bucket;
  readonly decimalMark: '.' | ',';
  /** Kind by the words of the status column, in lower case; `*` for all others and where there is no such column. */
  readonly kinds: Readonly<Record<string, ScheduleKind>>;
}

/** What the table itself does not say. */
export interface TableHeading {
  readonly number: string | null;
  readonly date: When | null;
  readonly customer: Party | null;
  readonly supplier: Party | null;
}

export interface TableReading {
  readonly value: Release;
  readonly findings: readonly Finding[];
  readonly ok: boolean;
}

/** Reads a schedule out of the rows of a table; the place of a finding is the row (line) and column (element), from 1. */
export function readTable(
  rows: readonly (readonly string[])[],
  mapping: TableMapping,
  heading: TableHeading,
  limits: Limits = LIMITS,
): TableReading {
  return new TableReadingDraft(rows, mapping, limits).read(heading);
}

class TableReadingDraft {
  readonly #rows: readonly (readonly string[])[];
  readonly #mapping: TableMapping;
  readonly #limits: Limits;
  readonly #reporter: Reporter;
  readonly #draft = new ScheduleDraft();
  readonly #items = new Map<string, DraftItem>();
  #lines = 0;
  /** Day of the document: tells the year of a week that is written without one. */
  #near: string | null = null;

  constructor(rows: readonly (readonly string[])[], mapping: TableMapping, limits: Limits) {
    this.#rows = rows;
    this.#mapping = mapping;
    this.#limits = limits;
    this.#reporter = new Reporter(limits.findingsPerMessage);
  }

  read({ number, date, customer, supplier }: TableHeading): TableReading {
    const draft = this.#draft;
    this.#near = date ? startOf(date) : null;
    Object.assign(draft.document, { number, date, code: 'table', function: 'replace' });
    for (const party of [customer, supplier])
      if (party)
        draft.parties.push({
          ...party,
          address: [...party.address],
          contacts: [...party.contacts],
          references: [...party.references],
        });
    const periods = this.#periods();
    for (let r = this.#mapping.headingRows; r < this.#rows.length; r++) {
      if (this.#rows[r]!.every((cell) => cell.trim() === '')) continue;
      if (draft.items.length > this.#limits.itemsPerMessage || this.#lines > this.#limits.scheduleLinesPerMessage) {
        const what = this.#lines > this.#limits.scheduleLinesPerMessage ? 'schedule lines' : 'items';
        this.#report(
          'limit-exceeded',
          r,
          null,
          what,
          String(what === 'items' ? this.#limits.itemsPerMessage : this.#limits.scheduleLinesPerMessage),
        );
        break;
      }
      this.#row(r, periods);
    }
    const value = draft.finish('release', [], (code, segment, found, expected = null) =>
      this.#report(code, segment - 1, null, found, expected),
    );
    return { value, findings: this.#reporter.findings, ok: !this.#reporter.failed };
  }

  /** The periods across, by column; an unreadable heading is named once and its column left out. */
  #periods(): ReadonlyMap<number, When> {
    const periods = new Map<number, When>();
    const { across, headingRows } = this.#mapping;
    if (!across) return periods;
    for (let column = across.from; column <= across.to; column++) {
      const when = this.#date(headingRows - 1, column);
      if (when) periods.set(column, when);
    }
    return periods;
  }

  #row(r: number, periods: ReadonlyMap<number, When>): void {
    const mapping = this.#mapping;
    const item = this.#itemOf(r);
    if (!item) return;
    if (mapping.across) {
      for (const [column, when] of periods) if (this.#cell(r, column) !== '') this.#line(item, r, column, when);
    } else if (mapping.quantity !== undefined && this.#cell(r, mapping.quantity) !== '')
      this.#line(
        item,
        r,
        mapping.quantity,
        mapping.date === undefined || this.#cell(r, mapping.date) === '' ? null : this.#date(r, mapping.date),
      );
  }

  /** Rows of one item and place are one item, wherever they stand. */
  #itemOf(r: number): DraftItem | null {
    const mapping = this.#mapping;
    const text = (column: number | undefined): string => (column === undefined ? '' : this.#cell(r, column));
    const customerItem = text(mapping.customerItem);
    if (customerItem === '') {
      this.#report('item-without-number', r, mapping.customerItem, null);
      return null;
    }
    const [shipTo, unloading, order] = [text(mapping.shipTo), text(mapping.unloadingPoint), text(mapping.order)];
    const key = [customerItem, shipTo, unloading, order].join('\u0000');
    const known = this.#items.get(key);
    if (known) return known;
    const item = newItem(r + 1);
    item.ids.push({ tag: 'table', value: customerItem, role: 'customer' });
    const supplierItem = text(mapping.supplierItem);
    if (supplierItem !== '') item.ids.push({ tag: 'table', value: supplierItem, role: 'supplier' });
    item.order = order === '' ? null : { number: order, line: null };
    item.unit = text(mapping.unit) || null;
    item.unloadingPoint = unloading || null;
    if (shipTo !== '')
      item.shipTo = {
        role: 'ship-to',
        code: 'table',
        id: shipTo,
        agency: null,
        name: null,
        address: [],
        contacts: [],
        references: [],
      };
    const received =
      mapping.received === undefined || text(mapping.received) === '' ? null : this.#number(r, mapping.received);
    if (received !== null)
      item.cumulatives.push({
        kind: 'received',
        code: 'table',
        quantity: { amount: received, unit: item.unit },
        since: null,
        until: null,
        segment: r + 1,
      });
    this.#items.set(key, item);
    this.#draft.items.push(item);
    return item;
  }

  #line(item: DraftItem, r: number, column: number, when: When | null): void {
    const number = this.#number(r, column);
    if (number === null) return;
    if (number.startsWith('-')) this.#report('quantity-negative', r, column, number);
    const { status, kinds, numbers, cumulative } = this.#mapping;
    const total = cumulative === undefined || this.#cell(r, cumulative) === '' ? null : this.#number(r, cumulative);
    const word = status === undefined ? '' : this.#cell(r, status).toLowerCase();
    const kind = kinds[word] ?? kinds['*'];
    if (kind === undefined) this.#report('code-unknown', r, status ?? null, word, Object.keys(kinds).join(', '));
    this.#lines++;
    item.schedule.push({
      kind: kind ?? 'unstated',
      quantity: numbers === 'cumulative' ? null : number,
      cumulative: numbers === 'cumulative' ? number : total,
      unit: item.unit,
      when,
      at: null,
      code: word === '' ? 'table' : `table ${word}`,
      references: [],
      segment: r + 1,
    });
  }

  #number(r: number, column: number) {
    const cell = this.#cell(r, column);
    // Tables group digits by the mark that is not the decimal one, or by blanks: the mapping says which it is.
    const { decimalMark } = this.#mapping;
    const grouped =
      decimalMark === ','
        ? /^-?\d{1,3}(?:[. \u00A0\u202F]\d{3})+(?:,\d+)?$/
        : /^-?\d{1,3}(?:[, \u00A0\u202F]\d{3})+(?:\.\d+)?$/;
    const plain = grouped.test(cell)
      ? cell.replace(decimalMark === ',' ? /[. \u00A0\u202F]/g : /[, \u00A0\u202F]/g, '')
      : cell;
    const read = readNumber(plain, decimalMark);
    if ('value' in read && read.oddity !== 'mark') return read.value;
    this.#report('problem' in read ? `quantity-${read.problem}` : 'quantity-ambiguous', r, column, cell);
    return null;
  }

  #date(r: number, column: number): When | null {
    const cell = this.#cell(r, column);
    const when = tableDate(cell, this.#mapping.dateOrder, this.#near);
    if (when === null) this.#report('date-wrong', r, column, cell, this.#mapping.dateOrder);
    return when !== null && this.#mapping.bucket ? bucketFrom(when, this.#mapping.bucket).when : when;
  }

  #cell(r: number, column: number): string {
    return this.#rows[r]?.[column]?.trim() ?? '';
  }

  #report(
    code: FindingCode,
    r: number,
    column: number | null,
    found: string | null,
    expected: string | null = null,
  ): void {
    const place: Place = {
      ...NOWHERE,
      line: r + 1,
      segment: r + 1,
      segmentInMessage: r + 1,
      element: column === null ? null : column + 1,
    };
    this.#reporter.add(code, place, found, expected);
  }
}
