import { createHash } from 'node:crypto';
import { canonicalJson } from '@coprod/ledger';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { announce } from '../core/live.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { type CatalogueRow, findCatalogue, lockCatalogue, wordsOf } from './catalogue-store.ts';
import { type Fate, judgeRows } from './judge-rows.ts';
import { type ColumnChoice, type RequirementTable, readRequirements } from './read-requirements.ts';
import { type CatalogueFacts, type EarlierWords, receiveRequirements } from './receive-requirement.ts';

/** A file, and which of its columns hold what where a person chose them. */
export type ImportFile = {
  readonly bytes: Uint8Array;
  readonly columns?: ColumnChoice | undefined;
  readonly named?: boolean | undefined;
};

export type Preview = Omit<RequirementTable, 'rows'> & {
  readonly rows: readonly Fate[];
  /** Stands for exactly these fates: what is confirmed is what was read, or it is refused. */
  readonly seal: string;
};

/**
 * What an import of a file would do, row by row. Writes nothing.
 * @refuses not-found (catalogue), unreadable-table
 */
export function previewImport(access: Access, catalogue: string, file: ImportFile): Promise<Result<Preview>> {
  return access.transaction(async (tx) => {
    const row = await findCatalogue(tx, access.organization.id, catalogue);
    return row === undefined
      ? refuse('not-found')
      : previewIn(file, await clausesUntilNow(tx, access.organization.id, row));
  });
}

function previewIn(file: ImportFile, until: Awaited<ReturnType<typeof clausesUntilNow>>): Result<Preview> {
  const read = readRequirements(file.bytes, file);
  if (!read.ok) return read;
  const words = (rows: ReadonlyMap<string, EarlierWords>) =>
    new Map([...rows].map(([clause, row]) => [clause, row.words]));
  const rows = judgeRows(read.value.rows, words(until.here), words(until.earlier));
  const seal = createHash('sha256').update(canonicalJson(rows)).digest('hex');
  return ok({ ...read.value, rows, seal });
}

/** How many clauses came new, with other words, and over from the edition before with the same words. */
export type Imported = {
  /** By which it can be taken back; null where nothing was written. */
  readonly id: string | null;
  readonly received: number;
  readonly changed: number;
  readonly carried: number;
};

/**
 * Writes what was previewed: all rows that are not the same and not refused, or none. The same file confirmed twice has one effect, for
 * its rows are then the same as those in force.
 * @refuses not-found, unreadable-table, changed-since-preview with `extra.preview`
 */
export function confirmImport(
  access: Access,
  catalogueId: string,
  file: ImportFile,
  seal: string,
): Promise<Result<Imported>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockCatalogue(tx, organization, catalogueId);
    const row = await findCatalogue(tx, organization, catalogueId);
    if (row === undefined) return refuse('not-found');
    const until = await clausesUntilNow(tx, organization, row);
    const preview = previewIn(file, until);
    if (!preview.ok) return preview;
    if (preview.value.seal !== seal) return refuse('changed-since-preview', {}, { preview: preview.value });
    const count = (fate: Fate['fate']): number => preview.value.rows.filter((r) => r.fate === fate).length;
    const taken = preview.value.rows.filter(({ fate }) => fate !== 'same' && fate !== 'refused');
    const importId = taken.length === 0 ? null : newId();
    await receiveRequirements(
      tx,
      access,
      catalogueFacts(row),
      taken.map((one) => ({ ...one, earlier: until.here.get(one.clause) ?? until.earlier.get(one.clause) ?? null })),
      importId,
    );
    await announceCatalogue(tx, row);
    return ok({ id: importId, received: count('new'), changed: count('changed'), carried: count('carried') });
  });
}

/** The clauses of a catalogue as they stand, and those of the edition that it replaces. */
export async function clausesUntilNow(
  tx: Transaction,
  organization: string,
  catalogue: Pick<CatalogueRow, 'catalogue_id' | 'replaces'>,
): Promise<Record<'here' | 'earlier', ReadonlyMap<string, EarlierWords>>> {
  const read = async (id: string, inThisEdition: boolean) =>
    new Map(
      (await wordsOf(tx, organization, id)).map((k): [string, EarlierWords] => [k.clause, { ...k, inThisEdition }]),
    );
  return {
    here: await read(catalogue.catalogue_id, true),
    earlier: catalogue.replaces === null ? new Map() : await read(catalogue.replaces, false),
  };
}

/** Tells those who look at the catalogue, its customer among them, that its clauses changed. */
export const announceCatalogue = (tx: Transaction, row: CatalogueRow): Promise<void> =>
  announce(tx, {
    organization: row.organization_id,
    subject: { kind: 'requirement', id: row.catalogue_id },
    customer: row.customer_id,
  });

export const catalogueFacts = (row: CatalogueRow): CatalogueFacts => ({
  id: row.catalogue_id,
  name: row.name,
  edition: row.edition,
  language: row.language,
  customer: { id: row.customer_id, name: row.customer },
});
