import { createHash } from 'node:crypto';
import { canonicalJson } from '@coprod/ledger';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findCatalogue, lockCatalogue, wordsOf } from './certification-store.ts';
import { type Fate, judgeRows } from './judge-rows.ts';
import { readRequirements } from './read-requirements.ts';
import { type CatalogueFacts, receiveRequirement } from './receive-requirement.ts';

export type Preview = {
  readonly rows: readonly Fate[];
  /** Stands for exactly these fates: what is confirmed is what was read, or it is refused. */
  readonly seal: string;
};

/**
 * What an import of a file would do, row by row. Writes nothing.
 * @refuses not-found (catalogue), unreadable-table
 */
export function previewImport(access: Access, catalogue: string, file: Uint8Array): Promise<Result<Preview>> {
  return access.transaction((tx) => previewIn(tx, access, catalogue, file));
}

async function previewIn(
  tx: Transaction,
  access: Access,
  catalogue: string,
  file: Uint8Array,
): Promise<Result<Preview>> {
  if ((await findCatalogue(tx, access.organization.id, catalogue)) === undefined) return refuse('not-found');
  const read = readRequirements(file);
  if (!read.ok) return read;
  const known = await wordsOf(tx, access.organization.id, catalogue);
  const rows = judgeRows(read.value, new Map(known.map((row) => [row.clause, row.words])));
  const seal = createHash('sha256').update(canonicalJson(rows)).digest('hex');
  return ok({ rows, seal });
}

/**
 * Writes what was previewed: new and changed rows, all or none. The same file confirmed twice has one effect, for its rows are then
 * the same as those in force.
 * @refuses not-found, unreadable-table, changed-since-preview with `extra.preview`
 */
export function confirmImport(
  access: Access,
  catalogueId: string,
  file: Uint8Array,
  seal: string,
): Promise<Result<{ readonly received: number; readonly changed: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockCatalogue(tx, organization, catalogueId);
    const preview = await previewIn(tx, access, catalogueId, file);
    if (!preview.ok) return preview;
    if (preview.value.seal !== seal) return refuse('changed-since-preview', {}, { preview: preview.value });
    const row = (await findCatalogue(tx, organization, catalogueId))!;
    const catalogue = catalogueFacts(row);
    const known = new Map((await wordsOf(tx, organization, catalogueId)).map((k) => [k.clause, k]));
    const taken = preview.value.rows.filter((r) => r.fate === 'new' || r.fate === 'changed');
    for (const one of taken) await receiveRequirement(tx, access, catalogue, one, known.get(one.clause) ?? null);
    return ok({
      received: taken.filter((r) => r.fate === 'new').length,
      changed: taken.filter((r) => r.fate === 'changed').length,
    });
  });
}

export const catalogueFacts = (row: NonNullable<Awaited<ReturnType<typeof findCatalogue>>>): CatalogueFacts => ({
  id: row.catalogue_id,
  name: row.name,
  edition: row.edition,
  language: row.language,
  customer: { id: row.customer_id, name: row.customer },
});
