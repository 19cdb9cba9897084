import type { Release, ReleaseItem, ScheduleLine } from '../meaning/release.ts';
import { startOf, text, type When } from '../when/when.ts';
import { itemsToWrite, Losses } from '../write/written.ts';
import type { TableMapping } from './read-table.ts';

/** A schedule as rows, the mapping that reads them again (its periods across may have moved), and what has no column. */
export interface TableWritten {
  readonly rows: readonly (readonly string[])[];
  readonly mapping: TableMapping;
  readonly lost: readonly string[];
}

/** Columns of a table of our own: all that a row can say, one call-off each. */
export const OWN_TABLE: TableMapping = {
  headingRows: 1,
  customerItem: 0,
  supplierItem: 1,
  shipTo: 2,
  unloadingPoint: 3,
  order: 4,
  status: 5,
  date: 6,
  quantity: 7,
  cumulative: 8,
  unit: 9,
  received: 10,
  dateOrder: 'year-month-day',
  decimalMark: '.',
  kinds: {
    immediate: 'immediate',
    backlog: 'backlog',
    firm: 'firm',
    production: 'production',
    material: 'material',
    forecast: 'forecast',
    stop: 'stop',
    '*': 'unstated',
  },
};

/** Headings by the column that a mapping names; what the customer's own file is headed with, or words of a language. */
export type TableHeadings = Readonly<Partial<Record<keyof TableMapping, string>>>;

/**
 * Writes a schedule in the columns of a mapping: the table that this customer sends, or {@link OWN_TABLE}. Periods stand as ISO 8601
 * writes them (`2026-11-24`, `2026-W48`, `2026-12`), because everybody reads them alike.
 */
export function writeTable(release: Release, mapping: TableMapping, headings: TableHeadings = {}): TableWritten {
  const losses = new Losses();
  const items = itemsToWrite(release.items, losses);
  const across = mapping.across && periodsOf(items.map(([, item]) => item));
  const used: TableMapping =
    mapping.across && across
      ? { ...mapping, across: { from: mapping.across.from, to: mapping.across.from + Math.max(across.length, 1) - 1 } }
      : mapping;
  const rows: string[][] = Array.from({ length: mapping.headingRows }, () => []);
  const head = rows.at(-1);
  if (head) {
    for (const name of COLUMNS) put(head, used[name], headings[name] ?? name);
    for (const [n, when] of (across ?? []).entries()) put(head, used.across!.from + n, text(when));
  }
  for (const [i, item] of items) {
    const path = `items[${i}]`;
    if (across) rows.push(rowAcross(item, used, across, path, losses));
    else for (const line of item.schedule) rows.push(rowOf(item, line, used, path, losses));
    for (const name of ['receipts', 'authorizations', 'packaging', 'remarks'] as const)
      losses.check(`${path}.${name}`, item[name]);
  }
  return { rows: rows.map(filled), mapping: used, lost: losses.paths };
}

/** Columns that a mapping may name, apart from the periods. */
const COLUMNS = [
  'customerItem',
  'supplierItem',
  'order',
  'shipTo',
  'unloadingPoint',
  'unit',
  'received',
  'date',
  'quantity',
  'cumulative',
  'status',
] as const;

function rowOf(item: ReleaseItem, line: ScheduleLine, mapping: TableMapping, path: string, losses: Losses): string[] {
  const row = itemCells(item, mapping, line.unit);
  put(row, mapping.date, line.when ? text(line.when) : '');
  if (mapping.date === undefined || !readable(line.when)) losses.check(`${path}.schedule.when`, line.when);
  put(row, mapping.quantity, number(mapping.numbers === 'cumulative' ? line.cumulative : line.quantity, mapping));
  if (mapping.numbers !== 'cumulative') put(row, mapping.cumulative, number(line.cumulative, mapping));
  const word = wordOf(line, mapping);
  if (word === null) losses.check(`${path}.schedule.kind`, line.kind);
  else put(row, mapping.status, word === '*' ? '' : word);
  return row;
}

function rowAcross(
  item: ReleaseItem,
  mapping: TableMapping,
  periods: readonly When[],
  path: string,
  losses: Losses,
): string[] {
  const row = itemCells(item, mapping, null);
  for (const line of item.schedule) {
    const column = line.when === null ? -1 : periods.findIndex((when) => text(when) === text(line.when!));
    const at = mapping.across!.from + column;
    if (column < 0 || row[at] !== undefined || wordOf(line, mapping) === null) losses.check(`${path}.schedule`, line);
    else row[at] = number(mapping.numbers === 'cumulative' ? line.cumulative : line.quantity, mapping);
  }
  return row;
}

function itemCells(item: ReleaseItem, mapping: TableMapping, unit: string | null): string[] {
  const row: string[] = [];
  const received = item.cumulatives.find((c) => c.kind === 'received')?.quantity.amount ?? null;
  put(row, mapping.customerItem, item.customerItem ?? '');
  put(row, mapping.supplierItem, item.supplierItem ?? '');
  put(row, mapping.order, item.order?.number ?? '');
  put(row, mapping.shipTo, item.shipTo?.id ?? '');
  put(row, mapping.unloadingPoint, item.unloadingPoint ?? '');
  put(row, mapping.unit, unit ?? item.unit ?? '');
  put(row, mapping.received, number(received, mapping));
  return row;
}

/** The word of the status column that stands for a line's kind; `*` where none is needed, null where there is none. */
function wordOf(line: ScheduleLine, mapping: TableMapping): string | null {
  return Object.entries(mapping.kinds).find(([, kind]) => kind === line.kind)?.[0] ?? null;
}

/** All periods of the items, in their order. */
const periodsOf = (items: readonly ReleaseItem[]): When[] => {
  const byText = new Map<string, When>();
  for (const { schedule } of items)
    for (const { when } of schedule) if (when !== null && readable(when)) byText.set(text(when), when);
  return [...byText.values()].toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
};

const readable = (when: When | null): boolean =>
  when === null || when.kind === 'day' || when.kind === 'week' || when.kind === 'month';

const number = (amount: string | null, { decimalMark }: TableMapping): string =>
  amount === null ? '' : decimalMark === ',' ? amount.replace('.', ',') : amount;

function put(row: string[], column: number | undefined, cell: string): void {
  if (column !== undefined) row[column] = cell;
}

/** Without holes. */
const filled = (row: readonly string[]): string[] => Array.from(row, (cell: string | undefined) => cell ?? '');
