import type { TableHeadings, TableMapping } from '@coprod/edi';
import type { Insertable } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import type { Tables } from '../platform/tables.gen.ts';

/** A mapping that is in use, or was when a file came. */
export type KeptMapping = {
  readonly id: string;
  readonly customerId: string;
  readonly customer: string;
  readonly name: string;
  readonly mapping: TableMapping;
  readonly headings: TableHeadings;
  readonly addedAt: Temporal.Instant;
};

const mappings = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.table_mapping as m')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
    )
    .select(['m.mapping_id as id', 'm.customer_id as customerId', 'c.name as customer', 'm.name'])
    .select(['m.mapping', 'm.headings', 'm.added_at as addedAt'])
    .where('m.organization_id', '=', organization);

// What was checked when it was written comes back as it was.
const kept = (row: Awaited<ReturnType<ReturnType<typeof mappings>['execute']>>[number]): KeptMapping =>
  row as unknown as KeptMapping;

/** Mappings in use. Policy: inside on planning.table_mapping. */
export const listMappings = async (tx: Transaction, organization: string): Promise<readonly KeptMapping[]> =>
  (
    await mappings(tx, organization)
      .where('m.ended_at', 'is', null)
      .orderBy('c.name')
      .orderBy('m.name')
      .orderBy('m.mapping_id')
      .execute()
  ).map(kept);

/** One mapping, in use or ended. Policy: inside on planning.table_mapping. */
export async function findMapping(
  tx: Transaction,
  organization: string,
  mapping: string,
): Promise<KeptMapping | undefined> {
  const row = await mappings(tx, organization).where('m.mapping_id', '=', mapping).executeTakeFirst();
  return row === undefined ? undefined : kept(row);
}

/** Policy: inside on planning.table_mapping. */
export const insertMapping = (tx: Transaction, row: Insertable<Tables['planning.table_mapping']>) =>
  tx.insertInto('planning.table_mapping').values(row).execute();

/** Policy: inside on planning.table_mapping. */
export const endMapping = (tx: Transaction, organization: string, mapping: string, at: Temporal.Instant) =>
  tx
    .updateTable('planning.table_mapping')
    .set({ ended_at: at })
    .where('organization_id', '=', organization)
    .where('mapping_id', '=', mapping)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** How an interchange is read from now on. Policy: inside on planning.table_reading. */
export const setReading = (tx: Transaction, row: Insertable<Tables['planning.table_reading']>) => {
  const { mapping_id, sheet, document, document_day } = row;
  return tx
    .insertInto('planning.table_reading')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'interchange_id'])
        .doUpdateSet({ mapping_id, sheet: sheet ?? null, document, document_day }),
    )
    .execute();
};

/** How an interchange that is a table is read. Policies: inside on planning.table_reading, planning.table_mapping. */
export const findReading = (tx: Transaction, organization: string, interchange: string) =>
  tx
    .selectFrom('planning.table_reading')
    .select(['mapping_id', 'sheet', 'document', 'document_day'])
    .where('organization_id', '=', organization)
    .where('interchange_id', '=', interchange)
    .executeTakeFirst();
