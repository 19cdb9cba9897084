import { z } from 'zod';
import type { Access } from '../../access/access.ts';
import { bytes, routes } from '../../access/routes.ts';
import { ok } from '../../platform/result.ts';
import { id } from '../../platform/schemas.ts';
import { gapAnswer, presentGap } from '../plan/present-plan.ts';
import { standNow } from '../plan/situation.ts';
import { changePlant } from './change-plant.ts';
import { importSheet, previewSheet } from './import-sheet.ts';
import { plantRows } from './plant-store.ts';
import { type Column, type SheetName, sheetNames, sheets } from './sheets.ts';

const sheet = z.enum(sheetNames);
const sheetId = z.object({ sheet });
const cell = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const cells = z.record(z.string().max(60), cell);
const row = z.object({ id, cells }).meta({ id: 'PlantRow' });

const column = z
  .object({
    name: z.string(),
    kind: z.enum(['text', 'whole', 'decimal', 'flag', 'time', 'day', 'weekdays', 'moment']),
    /** In the reader's language, with its unit. */
    label: z.string(),
    key: z.boolean(),
    price: z.boolean(),
  })
  .meta({ id: 'PlantColumn' });

const fate = z
  .object({
    line: z.number().int(),
    fate: z.enum(['new', 'changed', 'same', 'refused']),
    cells,
    before: cells,
    faults: z.array(z.object({ column: z.string(), said: z.string(), why: z.string() })),
  })
  .meta({ id: 'PlantRowFate' });

/** Columns of a sheet as the reader may see them: prices are the planner's and the administrator's. */
const columnsFor = (name: SheetName, access: Access): readonly z.output<typeof column>[] => {
  const prices = access.roles.includes('planner') || access.roles.includes('administrator');
  return sheets[name]
    .filter(({ price }) => price !== true || prices)
    .map((one: Column) => ({
      name: one.name,
      kind: one.kind,
      label: one[access.language],
      key: one.key ?? false,
      price: one.price ?? false,
    }));
};

const mebibytes = (count: number): number => count * 1024 * 1024;

/** The plant, sheet by sheet: read, edited in place, taken in from tables. */
export const plantRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/plant',
    {
      summary: 'The sheets of the plant with their number of rows, and what is missing with what that stops',
      allow: ['organization:*'],
      answer: z.object({
        sheets: z.array(z.object({ sheet, rows: z.number().int() })),
        gaps: z.array(gapAnswer),
        /** Whether something can be planned as it stands. */
        plannable: z.boolean(),
      }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        const rows = await plantRows(tx, access.organization.id);
        const { problem, gaps } = await standNow(tx, access);
        // A price that one may not see is not missing.
        const visible = new Map(sheetNames.map((name) => [name, new Set(columnsFor(name, access).map((c) => c.name))]));
        return ok({
          sheets: sheetNames.map((name) => ({ sheet: name, rows: rows.filter((one) => one.sheet === name).length })),
          gaps: gaps
            .filter((gap) => gap.column === null || visible.get(gap.sheet)?.has(gap.column) === true)
            .map((gap) => presentGap(gap, access.language)),
          plannable: problem !== null,
        });
      }),
  );

  r.get(
    '/organizations/:organization/plant/:sheet',
    {
      summary: 'One sheet of the plant: its columns in the reader’s language and all of its rows',
      allow: ['organization:*'],
      params: sheetId,
      answer: z.object({ columns: z.array(column), rows: z.array(row) }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const rows = await plantRows(tx, access.organization.id, params.sheet);
        return ok({
          columns: columnsFor(params.sheet, access),
          rows: rows.map((one) => ({ id: one.id, cells: one.cells })),
        });
      }),
  );

  r.put(
    '/organizations/:organization/plant/:sheet',
    {
      summary: 'Change rows of a sheet, all or none: cells given are written, others stay; null cells remove the row',
      allow: ['organization:planner'],
      params: sheetId,
      body: z.strictObject({
        changes: z
          .array(z.strictObject({ id, cells: cells.nullable() }))
          .min(1)
          .max(5000),
      }),
      bodyLimit: mebibytes(8),
      answer: z.object({ rows: z.array(row) }),
    },
    async ({ access, params, body }) => {
      const changed = await changePlant(access, params.sheet, body.changes);
      return changed.ok ? ok({ rows: changed.value.rows.map((one) => ({ id: one.id, cells: one.cells })) }) : changed;
    },
  );

  r.post(
    '/organizations/:organization/plant/:sheet/import/preview',
    {
      summary: 'What an import of a table (CSV or XLSX) would do, row by row; writes nothing',
      allow: ['organization:planner'],
      params: sheetId,
      body: bytes(),
      bodyLimit: mebibytes(8),
      answer: z.object({
        columns: z.array(z.object({ said: z.string(), column: z.string().nullable() })),
        rows: z.array(fate),
        seal: z.string(),
      }),
    },
    ({ access, params, body }) => previewSheet(access, params.sheet, body),
  );

  r.post(
    '/organizations/:organization/plant/:sheet/import',
    {
      summary: 'Write what was previewed; the seal stands for exactly these fates',
      allow: ['organization:planner'],
      params: sheetId,
      query: z.object({ seal: z.string().regex(/^[0-9a-f]{64}$/) }),
      body: bytes(),
      bodyLimit: mebibytes(8),
      answer: z.object({ added: z.number().int(), changed: z.number().int() }),
    },
    ({ access, params, query, body }) => importSheet(access, params.sheet, body, query.seal),
  );
});
