import { type Insertable, type Updateable, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import type { Tables } from '../platform/tables.gen.ts';
import type { InterchangeState, QuarantineReason } from './decide-interchange.ts';

/** Files of one organization are taken one after the other, so that two arrivals at once know of each other. */
export async function lockReception(tx: Transaction, organization: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`planning.interchange ${organization}`}, 0))`.execute(tx);
}

/** Releases of one customer are applied by one job at a time. */
export async function lockCustomer(tx: Transaction, organization: string, customer: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`planning.release ${organization} ${customer}`}, 0))`.execute(
    tx,
  );
}

/** The file with exactly these bytes. Policy: inside on planning.file. */
export const findFile = (tx: Transaction, organization: string, sha256: Buffer) =>
  tx
    .selectFrom('planning.file')
    .select(['file_id', 'received_at'])
    .where('organization_id', '=', organization)
    .where('sha256', '=', sha256)
    .executeTakeFirst();

/** Policy: inside on planning.file. */
export const insertFile = (tx: Transaction, row: Insertable<Tables['planning.file']>) =>
  tx.insertInto('planning.file').values(row).execute();

/** Policy: inside on planning.file_part. */
export const insertPart = (tx: Transaction, row: Insertable<Tables['planning.file_part']>) =>
  tx.insertInto('planning.file_part').values(row).execute();

/** The interchange of exactly these bytes, in whichever file it came first. Policy: inside on planning.interchange. */
export const findBySha256 = (tx: Transaction, organization: string, sha256: Buffer) =>
  tx
    .selectFrom('planning.interchange')
    .select(['interchange_id', 'state', 'reason'])
    .where('organization_id', '=', organization)
    .where('sha256', '=', sha256)
    .executeTakeFirst();

/** A file as it came. Policy: inside on planning.file. */
export const findFileBytes = (tx: Transaction, organization: string, file: string) =>
  tx
    .selectFrom('planning.file')
    .select(['name', 'bytes'])
    .where('organization_id', '=', organization)
    .where('file_id', '=', file)
    .executeTakeFirst();

/** What stands in a file and what became of it, in its order. Policies: inside on planning.file_part, planning.interchange. */
export const partsOf = (tx: Transaction, organization: string, file: string) =>
  tx
    .selectFrom('planning.file_part as p')
    .innerJoin('planning.interchange as i', (join) =>
      join.onRef('i.organization_id', '=', 'p.organization_id').onRef('i.interchange_id', '=', 'p.interchange_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select(['i.interchange_id', 'i.state', 'i.sender', 'i.control_reference', 'i.conflicts_with', 'i.finding'])
    .select(['i.reason', 'i.test', 'c.name as customer'])
    .where('p.organization_id', '=', organization)
    .where('p.file_id', '=', file)
    .orderBy('p.part')
    .execute();

/** An interchange of a file with its state. */
export type KnownInterchange = Awaited<ReturnType<typeof partsOf>>[number];

/** The interchange that came first under a control reference of one sender and counts. Policy: inside on planning.interchange. */
export const findByReference = (
  tx: Transaction,
  organization: string,
  signed: { readonly sender: string; readonly qualifier: string; readonly controlReference: string },
) =>
  tx
    .selectFrom('planning.interchange')
    .select(['interchange_id', 'state'])
    .where('organization_id', '=', organization)
    .where('sender', '=', signed.sender)
    .where('qualifier', '=', signed.qualifier)
    .where('control_reference', '=', signed.controlReference)
    .where('state', 'in', ['received', 'applied'])
    .orderBy('received_at')
    .orderBy('interchange_id')
    .executeTakeFirst();

/** Policy: inside on planning.interchange. */
export const insertInterchange = (tx: Transaction, row: Insertable<Tables['planning.interchange']>) =>
  tx.insertInto('planning.interchange').values(row).execute();

/** Interchanges with the name and the bytes of their own. Policies: inside on planning.interchange, planning.file. */
const withBytes = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.interchange as i')
    .innerJoin('planning.file as f', (join) =>
      join.onRef('f.organization_id', '=', 'i.organization_id').onRef('f.file_id', '=', 'i.file_id'),
    )
    .select([
      'i.interchange_id',
      'i.file_id',
      'i.part',
      'f.parts',
      'f.name',
      'f.came_by',
      'i.sha256',
      'i.received_at',
      'i.family',
    ])
    .select(['i.sender', 'i.qualifier', 'i.control_reference', 'i.customer_id', 'i.state', 'i.finding'])
    .select(['i.conflicts_with', 'i.decided_at', 'i.partner_id', 'i.reason', 'i.test', 'f.way_key', 'f.way_folder'])
    .select(sql<Buffer>`substring(f.bytes from i.from_byte + 1 for i.to_byte - i.from_byte)`.as('bytes'))
    .where('i.organization_id', '=', organization);

/** Policies: inside on planning.interchange, planning.file. */
export const findInterchange = (tx: Transaction, organization: string, interchange: string) =>
  withBytes(tx, organization).where('i.interchange_id', '=', interchange).executeTakeFirst();

/** Interchanges of a sender that nobody knew until now, oldest first. Policies: inside on planning.interchange, planning.file. */
export const findOfUnknownSender = (tx: Transaction, organization: string, sender: string, qualifier: string) =>
  withBytes(tx, organization)
    .where('i.sender', '=', sender)
    .where('i.qualifier', '=', qualifier)
    .where('i.state', '=', 'unknown-sender')
    .orderBy('i.received_at')
    .orderBy('i.file_id')
    .orderBy('i.part')
    .execute();

/** Interchanges of a customer that wait to be applied. Policies: inside on planning.interchange, planning.file. */
export const findToApply = (tx: Transaction, organization: string, customer: string) =>
  withBytes(tx, organization)
    .where('i.customer_id', '=', customer)
    .where('i.state', '=', 'received')
    .orderBy('i.received_at')
    .orderBy('i.file_id')
    .orderBy('i.part')
    .execute();

/** Policy: inside on planning.interchange. */
export const setState = (
  tx: Transaction,
  organization: string,
  interchange: string,
  set: {
    readonly state: 'received' | 'applied' | 'quarantined' | 'set-aside' | 'test';
    readonly reason?: QuarantineReason | null;
    readonly customer_id?: string;
    readonly partner_id?: string;
    readonly conflicts_with?: string | null;
    readonly decided_at?: Temporal.Instant;
    readonly decided_by?: string;
  },
) =>
  tx
    .updateTable('planning.interchange')
    .set(set)
    .where('organization_id', '=', organization)
    .where('interchange_id', '=', interchange)
    .execute();

/** What an interchange that could not be read is after all. Policy: inside on planning.interchange. */
export const readAgain = (
  tx: Transaction,
  organization: string,
  interchange: string,
  set: Pick<
    Updateable<Tables['planning.interchange']>,
    'family' | 'control_reference' | 'customer_id' | 'state' | 'finding'
  >,
) =>
  tx
    .updateTable('planning.interchange')
    .set(set)
    .where('organization_id', '=', organization)
    .where('interchange_id', '=', interchange)
    .where('state', '=', 'unreadable')
    .execute();

/** Interchanges, newest first. Policies: inside on planning.interchange, planning.file. */
export async function listInterchanges(
  tx: Transaction,
  organization: string,
  filter: {
    readonly state?: InterchangeState | undefined;
    readonly customer?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await tx
    .selectFrom('planning.interchange as i')
    .innerJoin('planning.file as f', (join) =>
      join.onRef('f.organization_id', '=', 'i.organization_id').onRef('f.file_id', '=', 'i.file_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select([
      'i.interchange_id',
      'i.part',
      'f.parts',
      'f.name',
      'f.came_by',
      'i.received_at',
      'i.sender',
      'i.qualifier',
    ])
    .select([
      'i.control_reference',
      'i.state',
      'i.finding',
      'i.customer_id',
      'i.reason',
      'i.test',
      'c.name as customer',
    ])
    .where('i.organization_id', '=', organization)
    .$if(filter.state !== undefined, (q) => q.where('i.state', '=', filter.state!))
    .$if(filter.customer !== undefined, (q) => q.where('i.customer_id', '=', filter.customer!))
    .$if(key !== undefined, (q) =>
      q.where(sql<boolean>`(i.received_at, i.interchange_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('i.received_at', 'desc')
    .orderBy('i.interchange_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.received_at.toString(), row.interchange_id]);
}
