import type { components } from '../../api.gen.ts';

export type TableMapping = components['schemas']['TableMapping'];
export type Firmness = TableMapping['kinds'][string];

/** What a column can be pointed at as. */
export const columnRoles = [
  'customerItem',
  'supplierItem',
  'order',
  'shipTo',
  'unloadingPoint',
  'unit',
  'received',
  'status',
] as const;
const rowRoles = ['date', 'quantity', 'cumulative'] as const;
const acrossRoles = ['firstPeriod', 'lastPeriod'] as const;
export type ColumnRole = (typeof columnRoles)[number] | (typeof rowRoles)[number] | (typeof acrossRoles)[number];

/** The roles that there are where each row is a call-off, or where the periods stand across. */
export const rolesOf = (layout: TableDraft['layout']): readonly ColumnRole[] => [
  ...columnRoles,
  ...(layout === 'rows' ? rowRoles : acrossRoles),
];

/** What a planner has pointed at so far. */
export interface TableDraft {
  readonly layout: 'rows' | 'across';
  readonly headingRows: number;
  /** By column, counted from 0. */
  readonly roles: Readonly<Record<number, ColumnRole>>;
  readonly dateOrder: TableMapping['dateOrder'];
  readonly decimalMark: TableMapping['decimalMark'];
  readonly bucket: 'day' | 'week' | 'month';
  readonly numbers: 'amount' | 'cumulative';
  /** What a call-off is whose word says nothing, or where there is no such column. */
  readonly otherwise: Firmness;
  /** By the words of the status column, in lower case. */
  readonly words: Readonly<Record<string, Firmness>>;
}

export const emptyDraft: TableDraft = {
  layout: 'rows',
  headingRows: 1,
  roles: {},
  dateOrder: 'day-month-year',
  decimalMark: ',',
  bucket: 'day',
  numbers: 'amount',
  otherwise: 'unstated',
  words: {},
};

/** Gives a column a role, which no other column has then; null takes it away. */
export function pointAt(draft: TableDraft, column: number, role: ColumnRole | null): TableDraft {
  const roles = Object.fromEntries(
    Object.entries(draft.roles).filter(([at, held]) => Number(at) !== column && held !== role),
  );
  return { ...draft, roles: role === null ? roles : { ...roles, [column]: role } };
}

/** The mapping that was pointed at; null while an item or a quantity is missing. */
export function mappingOf(draft: TableDraft, columns: number): TableMapping | null {
  const at = new Map(Object.entries(draft.roles).map(([column, role]) => [role, Number(column)]));
  const customerItem = at.get('customerItem');
  if (customerItem === undefined) return null;
  const kinds = at.has('status') ? { ...draft.words, '*': draft.otherwise } : { '*': draft.otherwise };
  const mapping = {
    headingRows: draft.headingRows,
    customerItem,
    dateOrder: draft.dateOrder,
    decimalMark: draft.decimalMark,
    kinds,
    ...(draft.bucket === 'day' ? {} : { bucket: draft.bucket }),
    ...(draft.numbers === 'amount' ? {} : { numbers: draft.numbers }),
    ...columnsOf(at, draft.layout),
  };
  if (draft.layout === 'rows') return at.has('quantity') ? mapping : null;
  const from = at.get('firstPeriod');
  if (from === undefined || draft.headingRows === 0) return null;
  return { ...mapping, across: { from, to: Math.max(from, at.get('lastPeriod') ?? columns - 1) } };
}

function columnsOf(
  at: ReadonlyMap<ColumnRole, number>,
  layout: TableDraft['layout'],
): Partial<Record<Exclude<ColumnRole, 'firstPeriod' | 'lastPeriod'>, number>> {
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const role of [...columnRoles, ...(layout === 'rows' ? rowRoles : [])]) {
    const column = at.get(role);
    if (column !== undefined) columns[role] = column;
  }
  return columns;
}

/** The different words of the status column, in the order in which they come. */
export function wordsOf(draft: TableDraft, rows: readonly (readonly string[])[]): readonly string[] {
  const column = Object.entries(draft.roles).find(([, role]) => role === 'status')?.[0];
  if (column === undefined) return [];
  const words = rows.slice(draft.headingRows).map((row) => row[Number(column)]?.trim().toLowerCase() ?? '');
  return [...new Set(words)].filter((word) => word !== '').slice(0, 20);
}

/** As spreadsheets name it: A for 0, AA for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
