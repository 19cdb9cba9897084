import { createHash } from 'node:crypto';
import { canonicalJson } from '@coprod/ledger';
import type { Access } from '../../access/access.ts';
import { newId } from '../../platform/ids.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { type Cell, type CellFault, type Cells, readCell } from './cells.ts';
import { announcePlant, lockPlant, mostRows } from './change-plant.ts';
import { type PlantRow, keyOfRow, plantRows, writeRows } from './plant-store.ts';
import { readTable } from './read-table.ts';
import { type Column, type SheetName, sheets } from './sheets.ts';

/** What would become of one row of a file. */
export type RowFate = {
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly fate: 'new' | 'changed' | 'same' | 'refused';
  readonly cells: Cells;
  /** What stands in the cells that would change. */
  readonly before: Cells;
  /** Why it is refused, cell by cell, with what stands there. */
  readonly faults: readonly {
    readonly column: string;
    readonly said: string;
    readonly why: CellFault | 'missing-key' | 'twice';
  }[];
};

export type SheetPreview = {
  /** Columns of the file in their order; null where the sheet has none of this name. */
  readonly columns: readonly { readonly said: string; readonly column: string | null }[];
  readonly rows: readonly RowFate[];
  /** Stands for exactly these fates: what is confirmed is what was read, or it is refused. */
  readonly seal: string;
};

/**
 * What an import of a table would do, row by row. Rows of the sheet that the file does not name stay; so do cells whose column it has
 * not. Writes nothing.
 * @refuses unreadable-table, no-known-column, too-many-rows
 */
export async function previewSheet(access: Access, sheet: SheetName, bytes: Uint8Array): Promise<Result<SheetPreview>> {
  const table = await readTable(bytes, mostRows);
  if (!table.ok) return table;
  return access.transaction(async (tx) =>
    judgeTable(sheet, table.value, await plantRows(tx, access.organization.id, sheet), access.language),
  );
}

/**
 * Writes what was previewed. The same file confirmed twice has one effect.
 * @refuses those of {@link previewSheet}; changed-since-preview with `extra.preview`
 */
export async function importSheet(
  access: Access,
  sheet: SheetName,
  bytes: Uint8Array,
  seal: string,
): Promise<Result<{ readonly added: number; readonly changed: number }>> {
  const table = await readTable(bytes, mostRows);
  if (!table.ok) return table;
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockPlant(tx, organization);
    const before = await plantRows(tx, organization, sheet);
    const preview = judgeTable(sheet, table.value, before, access.language);
    if (!preview.ok) return preview;
    if (preview.value.seal !== seal) return refuse('changed-since-preview', {}, { preview: preview.value });
    const rowOf = new Map(before.map((row) => [row.key, row]));
    const taken = preview.value.rows.filter(({ fate }) => fate === 'new' || fate === 'changed');
    if (before.length + taken.length > mostRows) return refuse('too-many-rows', { most: mostRows });
    const written = taken.map(({ cells }) => {
      const known = rowOf.get(keyOfRow(sheet, cells));
      return { id: known?.id ?? newId(), sheet, cells: { ...known?.cells, ...cells } };
    });
    for (let from = 0; from < written.length; from += 1000)
      await writeRows(
        tx,
        { organization, membership: access.membership, at: access.now() },
        written.slice(from, from + 1000),
      );
    if (written.length > 0) await announcePlant(tx, organization);
    return ok({
      added: taken.filter(({ fate }) => fate === 'new').length,
      changed: taken.filter(({ fate }) => fate === 'changed').length,
    });
  });
}

type Table = { readonly head: readonly string[]; readonly rows: readonly { line: number; cells: readonly string[] }[] };

/** The fate of each row of a table. Pure. @refuses no-known-column */
export function judgeTable(
  sheet: SheetName,
  table: Table,
  before: readonly PlantRow[],
  language: 'en' | 'fr',
): Result<SheetPreview> {
  const columns = table.head.map((said) => ({ said, column: columnNamed(sheet, said) }));
  const keys = sheets[sheet].filter(({ key, kind }) => key && kind !== 'whole');
  const missing = keys.find((key) => !columns.some(({ column }) => column === key));
  if (missing !== undefined) return refuse('no-known-column', { column: missing[language] });
  const rowOf = new Map(before.map((row) => [row.key, row]));
  const seen = new Set<string>();
  const rows = table.rows.map(({ line, cells: said }): RowFate => {
    const cells: Record<string, Cell> = {};
    const faults: RowFate['faults'][number][] = [];
    for (const [at, { column }] of columns.entries()) {
      if (column === null) continue;
      const read = readCell(column, said[at] ?? '', language);
      if ('fault' in read) faults.push({ column: column.name, said: said[at] ?? '', why: read.fault });
      else cells[column.name] = read.value;
    }
    for (const { name } of keys)
      if ((cells[name] ?? null) === null && !faults.some((fault) => fault.column === name))
        faults.push({ column: name, said: '', why: 'missing-key' });
    const key = keyOfRow(sheet, cells);
    if (faults.length === 0 && seen.has(key)) faults.push({ column: keys[0]!.name, said: '', why: 'twice' });
    seen.add(key);
    if (faults.length > 0) return { line, fate: 'refused', cells, before: {}, faults };
    const known = rowOf.get(key);
    if (known === undefined) return { line, fate: 'new', cells, before: {}, faults };
    const changed = Object.keys(cells).filter((name) => (known.cells[name] ?? null) !== cells[name]);
    return {
      line,
      fate: changed.length === 0 ? 'same' : 'changed',
      cells,
      before: Object.fromEntries(changed.map((name) => [name, known.cells[name] ?? null])),
      faults,
    };
  });
  const seal = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(rows))))
    .digest('hex');
  return ok({ columns: columns.map(({ said, column }) => ({ said, column: column?.name ?? null })), rows, seal });
}

/** A column by its name in the program or its heading in either language, written as people write headings. */
function columnNamed(sheet: SheetName, said: string): Column | null {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replaceAll(/[^\p{Letter}\p{Number}*]/gu, '')
      .toLowerCase();
  const bare = (text: string): string => plain(text.replace(/\([^)]*\)/g, ''));
  const wanted = plain(said);
  if (wanted === '') return null;
  const columns = sheets[sheet];
  return (
    columns.find(({ name, en, fr }) => [name, en, fr].some((one) => plain(one) === wanted)) ??
    columns.find(({ en, fr }) => [en, fr].some((one) => bare(one) === bare(said))) ??
    null
  );
}
