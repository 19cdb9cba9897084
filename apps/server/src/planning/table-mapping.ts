import type { TableHeadings, TableMapping } from '@coprod/edi';
import { z } from 'zod';

const column = z.number().int().min(0).max(999);
const kind = z.enum(['immediate', 'backlog', 'firm', 'production', 'material', 'forecast', 'stop', 'unstated']);

/** A mapping as it is sent and kept: {@link TableMapping}, with bounds. */
export const tableMapping = z
  .strictObject({
    headingRows: z.number().int().min(0).max(50),
    customerItem: column,
    supplierItem: column.optional(),
    order: column.optional(),
    shipTo: column.optional(),
    unloadingPoint: column.optional(),
    unit: column.optional(),
    received: column.optional(),
    date: column.optional(),
    quantity: column.optional(),
    cumulative: column.optional(),
    status: column.optional(),
    numbers: z.enum(['amount', 'cumulative']).optional(),
    across: z.strictObject({ from: column, to: column }).optional(),
    dateOrder: z.enum(['day-month-year', 'month-day-year', 'year-month-day']),
    bucket: z.enum(['week', 'four-weeks', 'month', 'quarter', 'year']).optional(),
    decimalMark: z.enum(['.', ',']),
    kinds: z.record(z.string().max(100), kind),
  })
  .refine(
    (m) => (m.across === undefined ? m.quantity !== undefined : m.across.from <= m.across.to && m.headingRows > 0),
    {
      message: 'a column of quantities, or periods across below their headings',
    },
  )
  .meta({ id: 'TableMapping' });

type Rows = readonly (readonly string[])[];

/** The columns that a mapping names, apart from the periods. */
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
] as const satisfies readonly (keyof TableMapping)[];

/** What stands above the columns that were pointed at; empty where the table has no headings. */
export function headingsOf(rows: Rows, mapping: TableMapping): TableHeadings {
  const head = mapping.headingRows === 0 ? undefined : rows[mapping.headingRows - 1];
  const headings: Partial<Record<keyof TableMapping, string>> = {};
  if (head === undefined) return headings;
  for (const name of COLUMNS) {
    const at = mapping[name];
    if (at !== undefined) headings[name] = head[at]?.trim() ?? '';
  }
  return headings;
}

/** Whether a table has the headings of this mapping where they were: then it is one of the same kind. */
export function isHeadedAlike(rows: Rows, mapping: TableMapping, headings: TableHeadings): boolean {
  const here = Object.entries(headingsOf(rows, mapping));
  return (
    here.some(([, heading]) => heading !== '') &&
    here.every(([name, heading]) => heading === (headings as Readonly<Record<string, string>>)[name])
  );
}

/** The periods across as this file has them: horizons move, and are longer in one month than in another. */
export function fittedTo(rows: Rows, mapping: TableMapping): TableMapping {
  if (mapping.across === undefined) return mapping;
  const head = rows[mapping.headingRows - 1] ?? [];
  const named = new Set(COLUMNS.map((name) => mapping[name]));
  const { from } = mapping.across;
  let to = from;
  while (to + 1 < head.length && head[to + 1]!.trim() !== '' && !named.has(to + 1)) to++;
  return { ...mapping, across: { from, to } };
}
