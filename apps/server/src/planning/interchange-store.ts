import { type Insertable, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import type { Tables } from '../platform/tables.gen.ts';

/** Which customer signs with this identification. Policy: inside on planning.partner. */
export const findPartner = (tx: Transaction, organization: string, sender: string, qualifier: string) =>
  tx
    .selectFrom('planning.partner as p')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select(['p.partner_id', 'p.customer_id', 'c.name'])
    .where('p.organization_id', '=', organization)
    .where('p.sender', '=', sender)
    .where('p.qualifier', '=', qualifier)
    .where('p.ended_at', 'is', null)
    .executeTakeFirst();

/** All identifications in use. Policy: inside on planning.partner. */
export const listPartners = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.partner as p')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select(['p.partner_id as id', 'p.customer_id as customerId', 'c.name as customer', 'p.sender', 'p.qualifier'])
    .select('p.added_at as addedAt')
    .where('p.organization_id', '=', organization)
    .where('p.ended_at', 'is', null)
    .orderBy('c.name')
    .orderBy('p.sender')
    .execute();

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

const facts = [
  'interchange_id',
  'sha256',
  'name',
  'came_by',
  'received_at',
  'family',
  'sender',
  'qualifier',
  'control_reference',
  'customer_id',
  'state',
  'finding',
  'conflicts_with',
] as const;

/** The file with exactly these bytes. Policy: inside on planning.interchange. */
export const findBySha256 = (tx: Transaction, organization: string, sha256: Buffer) =>
  tx
    .selectFrom('planning.interchange')
    .select(facts)
    .where('organization_id', '=', organization)
    .where('sha256', '=', sha256)
    .executeTakeFirst();

/** The file that came first under a control reference of one sender and counts. Policy: inside on planning.interchange. */
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

/** A file with its bytes, locked. Policy: inside on planning.interchange. */
export const findInterchange = (tx: Transaction, organization: string, interchange: string) =>
  tx
    .selectFrom('planning.interchange')
    .select([...facts, 'bytes', 'decided_at'])
    .where('organization_id', '=', organization)
    .where('interchange_id', '=', interchange)
    .executeTakeFirst();

/** Files of a sender that nobody knew until now, oldest first. Policy: inside on planning.interchange. */
export const findOfUnknownSender = (tx: Transaction, organization: string, sender: string, qualifier: string) =>
  tx
    .selectFrom('planning.interchange')
    .select([...facts, 'bytes'])
    .where('organization_id', '=', organization)
    .where('sender', '=', sender)
    .where('qualifier', '=', qualifier)
    .where('state', '=', 'unknown-sender')
    .orderBy('received_at')
    .orderBy('interchange_id')
    .execute();

/** Files of a customer that wait to be applied. Policy: inside on planning.interchange. */
export const findToApply = (tx: Transaction, organization: string, customer: string) =>
  tx
    .selectFrom('planning.interchange')
    .select(['interchange_id', 'bytes', 'control_reference', 'received_at'])
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .where('state', '=', 'received')
    .orderBy('received_at')
    .orderBy('interchange_id')
    .execute();

/** Policy: inside on planning.interchange. */
export const setState = (
  tx: Transaction,
  organization: string,
  interchange: string,
  set: {
    readonly state: 'received' | 'applied' | 'quarantined' | 'set-aside';
    readonly customer_id?: string;
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

/** Files, newest first. Policy: inside on planning.interchange. */
export async function listInterchanges(
  tx: Transaction,
  organization: string,
  filter: {
    readonly state?: 'unknown-sender' | 'unreadable' | 'quarantined' | 'received' | 'applied' | 'set-aside' | undefined;
    readonly customer?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await tx
    .selectFrom('planning.interchange as i')
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select(['i.interchange_id', 'i.name', 'i.came_by', 'i.received_at', 'i.sender', 'i.qualifier'])
    .select(['i.control_reference', 'i.state', 'i.finding', 'i.customer_id', 'c.name as customer'])
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
