import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { announce } from '../../core/live.ts';
import type { Language } from '../../platform/language.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { type Cell, type CellFault, type Cells, checkCell } from './cells.ts';
import { type PlantRow, keyOfRow, plantRows, removeRows, writeRows } from './plant-store.ts';
import { type SheetName, sheets } from './sheets.ts';

/** Rows of one sheet at most: the grid shows and the planner reads all of them. */
export const mostRows = 20_000;

/** What becomes of one row of a sheet: new cells over the old ones, or no row. */
export type RowChange = { readonly id: string; readonly cells: Cells | null };

/** Why a change is not taken. */
export type RowFault = {
  readonly id: string;
  readonly column: string;
  readonly why: CellFault | 'missing-key' | 'twice' | 'unknown-column';
};

/**
 * Changes rows of a sheet, all or none. Cells that a change does not name stay as they are.
 * @refuses plant-cells with each fault at its row and column; too-many-rows
 */
export function changePlant(
  access: Access,
  sheet: SheetName,
  changes: readonly RowChange[],
): Promise<Result<{ readonly rows: readonly PlantRow[] }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockPlant(tx, organization);
    const before = await plantRows(tx, organization, sheet);
    const judged = judgeChanges(sheet, before, changes, access.language);
    if (judged.faults.length > 0) return refuse('plant-cells', {}, { faults: judged.faults });
    if (judged.after > mostRows) return refuse('too-many-rows', { most: mostRows });
    await removeRows(tx, organization, sheet, judged.removed);
    await writeRows(
      tx,
      { organization, membership: access.membership, at: access.now() },
      judged.written.map((row) => ({ ...row, sheet })),
    );
    await announcePlant(tx, organization);
    const ids = new Set(judged.written.map(({ id }) => id));
    const after = await plantRows(tx, organization, sheet);
    return ok({ rows: after.filter(({ id }) => ids.has(id)) });
  });
}

/** What a set of changes would make of a sheet, and what is wrong with it. Pure. */
export function judgeChanges(
  sheet: SheetName,
  before: readonly PlantRow[],
  changes: readonly RowChange[],
  language: Language,
): {
  readonly written: readonly { readonly id: string; readonly cells: Cells }[];
  readonly removed: readonly string[];
  readonly faults: readonly RowFault[];
  readonly after: number;
} {
  const faults: RowFault[] = [];
  const rows = new Map(before.map((row) => [row.id, row.cells]));
  const written = new Map<string, Cells>();
  const removed = new Set<string>();
  for (const { id, cells } of changes) {
    if (cells === null) {
      removed.add(id);
      rows.delete(id);
      written.delete(id);
      continue;
    }
    removed.delete(id);
    const next = mergeCells(sheet, id, rows.get(id) ?? {}, cells, faults, language);
    rows.set(id, next);
    written.set(id, next);
  }
  const keys = new Map<string, string>();
  for (const [id, cells] of rows) {
    if (!written.has(id)) keys.set(keyOfRow(sheet, cells), id);
  }
  for (const [id, cells] of written) {
    // A number that makes part of the key may be empty (a crew that is not counted); a name may not.
    for (const { name, key, kind } of sheets[sheet])
      if (key && kind !== 'whole' && (cells[name] ?? null) === null)
        faults.push({ id, column: name, why: 'missing-key' });
    const key = keyOfRow(sheet, cells);
    if (keys.has(key)) faults.push({ id, column: sheets[sheet][0]!.name, why: 'twice' });
    keys.set(key, id);
  }
  return {
    written: [...written].map(([id, cells]) => ({ id, cells })),
    removed: [...removed],
    faults,
    after: rows.size,
  };
}

function mergeCells(
  sheet: SheetName,
  id: string,
  before: Cells,
  cells: Cells,
  faults: RowFault[],
  language: Language,
): Cells {
  const next: Record<string, Cell> = { ...before };
  for (const [name, value] of Object.entries(cells)) {
    const column = sheets[sheet].find((one) => one.name === name);
    if (column === undefined) {
      faults.push({ id, column: name, why: 'unknown-column' });
      continue;
    }
    const read = checkCell(column, value, language);
    if ('fault' in read) faults.push({ id, column: name, why: read.fault });
    else next[name] = read.value;
  }
  return next;
}

/** Two people who change one plant wait for each other: a row is judged by the rows that are there. */
export const lockPlant = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.plant_row')
    .select('row_id')
    .where('organization_id', '=', organization)
    .orderBy('row_id')
    .limit(1)
    .forUpdate()
    .execute();

export const announcePlant = (tx: Transaction, organization: string): Promise<void> =>
  announce(tx, { organization, subject: { kind: 'plant', id: organization }, customer: null });
