import type { Transaction } from '../../access/doors.ts';
import { json } from '../../platform/values.ts';
import type { Cells } from './cells.ts';
import { type SheetName, sheetNames, sheets } from './sheets.ts';

export type PlantRow = {
  readonly id: string;
  readonly sheet: SheetName;
  readonly key: string;
  /** Prices among them where the reader may see any. */
  readonly cells: Cells;
};

/** A whole plant, sheet by sheet, each in the order of its keys. */
export type Plant = Readonly<Record<SheetName, readonly PlantRow[]>>;

/** The rows of a plant, or of one sheet. Policies: inside on planning.plant_row, planner_or_administrator on planning.plant_price. */
export async function plantRows(
  tx: Transaction,
  organization: string,
  sheet?: SheetName,
): Promise<readonly PlantRow[]> {
  const rows = await tx
    .selectFrom('planning.plant_row as r')
    .leftJoin('planning.plant_price as p', (join) =>
      join.onRef('p.organization_id', '=', 'r.organization_id').onRef('p.row_id', '=', 'r.row_id'),
    )
    .select(['r.row_id', 'r.sheet', 'r.key', 'r.cells', 'p.cells as prices'])
    .where('r.organization_id', '=', organization)
    .$if(sheet !== undefined, (q) => q.where('r.sheet', '=', sheet!))
    .orderBy('r.sheet')
    .orderBy('r.key')
    .execute();
  return rows.map((row) => ({
    id: row.row_id,
    sheet: row.sheet as SheetName,
    key: row.key,
    cells: { ...(row.cells as Cells), ...(row.prices as Cells | null) },
  }));
}

/** The plant as it stands; see {@link plantRows}. */
export async function plantOf(tx: Transaction, organization: string): Promise<Plant> {
  const rows = await plantRows(tx, organization);
  return Object.fromEntries(
    sheetNames.map((name) => [name, rows.filter(({ sheet }) => sheet === name)]),
  ) as unknown as Plant;
}

/** What makes a row of a sheet this one. */
export const keyOfRow = (sheet: SheetName, cells: Cells): string =>
  JSON.stringify(sheets[sheet].filter(({ key }) => key).map(({ name }) => cells[name] ?? null));

/** Writes rows, new or changed, by two statements. Policies: inside, planner_adds and planner_changes; on prices planner_or_administrator. */
export async function writeRows(
  tx: Transaction,
  by: { readonly organization: string; readonly membership: string | null; readonly at: Temporal.Instant },
  rows: readonly { readonly id: string; readonly sheet: SheetName; readonly cells: Cells }[],
): Promise<void> {
  if (rows.length === 0) return;
  const counted = await countsOf(
    tx,
    by.organization,
    rows.map(({ id }) => id),
  );
  const part = (sheet: SheetName, cells: Cells, price: boolean): Cells =>
    Object.fromEntries(
      sheets[sheet].flatMap((column) => {
        const value = cells[column.name] ?? null;
        return (column.price ?? false) === price && value !== null ? [[column.name, value]] : [];
      }),
    );
  // A key may move from one row to another within one change: the rows let go of theirs first.
  await tx
    .updateTable('planning.plant_row')
    .set((eb) => ({ key: eb.cast<string>('row_id', 'text') }))
    .where('organization_id', '=', by.organization)
    .where(
      'row_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  await tx
    .insertInto('planning.plant_row')
    .values(
      rows.map(({ id, sheet, cells }) => ({
        organization_id: by.organization,
        row_id: id,
        sheet,
        key: keyOfRow(sheet, cells),
        cells: json(part(sheet, sheet === 'items' ? withCount(cells, counted.get(id), by.at) : cells, false)),
        changed_at: by.at,
        changed_by: by.membership,
      })),
    )
    .onConflict((c) =>
      c.columns(['organization_id', 'row_id']).doUpdateSet((eb) => ({
        key: eb.ref('excluded.key'),
        cells: eb.ref('excluded.cells'),
        changed_at: eb.ref('excluded.changed_at'),
        changed_by: eb.ref('excluded.changed_by'),
      })),
    )
    .execute();
  await tx
    .insertInto('planning.plant_price')
    .values(
      rows.map(({ id, sheet, cells }) => ({
        organization_id: by.organization,
        row_id: id,
        cells: json(part(sheet, cells, true)),
      })),
    )
    .onConflict((c) =>
      c.columns(['organization_id', 'row_id']).doUpdateSet((eb) => ({ cells: eb.ref('excluded.cells') })),
    )
    .execute();
}

/** Policies: inside and planner_removes on planning.plant_row. */
export async function removeRows(
  tx: Transaction,
  organization: string,
  sheet: SheetName,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('planning.plant_row')
    .where('organization_id', '=', organization)
    .where('sheet', '=', sheet)
    .where('row_id', 'in', ids)
    .execute();
}

/** Stocks and when they were counted, as written before. Policy: inside on planning.plant_row. */
async function countsOf(
  tx: Transaction,
  organization: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cells>> {
  const rows = await tx
    .selectFrom('planning.plant_row')
    .select(['row_id', 'cells'])
    .where('organization_id', '=', organization)
    .where('row_id', 'in', ids)
    .where('sheet', '=', 'items')
    .execute();
  return new Map(rows.map((row) => [row.row_id, row.cells as Cells]));
}

/** A stock that is written without the moment of its count was counted now. */
function withCount(cells: Cells, before: Cells | undefined, now: Temporal.Instant): Cells {
  const [stock, at] = [cells['stock'] ?? null, cells['stockAt'] ?? null];
  if (stock === null) return { ...cells, stockAt: null };
  const recounted = stock !== (before?.['stock'] ?? null) && at === (before?.['stockAt'] ?? null);
  return at === null || recounted ? { ...cells, stockAt: now.round('second').toString() } : cells;
}
