import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';

/** SQL of transmissions. Policies: inside (organization side), customer_reads (a customer sees what was sent to him). */

export type TransmissionFilter = {
  readonly customer?: string | undefined;
  readonly rule?: string | undefined;
  readonly state?: 'waiting' | 'acknowledged' | 'superseded' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** What waits for an acknowledgement, longest waiting first; then the rest, newest first. */
export async function listTransmissions(tx: Transaction, organization: string, filter: TransmissionFilter) {
  const key = decodeKey(filter.after, 3);
  // Two reads by two indexes instead of one sort over both orders, which would read every row there is.
  const parts = (['waiting', 'done'] as const)
    .filter((part) => filter.state === undefined || (filter.state === 'waiting') === (part === 'waiting'))
    .filter((part) => key === undefined || part === 'done' || key[0] === 'waiting');
  const rows: Awaited<ReturnType<typeof listPart>> = [];
  for (const part of parts) {
    const limit = filter.limit + 1 - rows.length;
    if (limit > 0) rows.push(...(await listPart(tx, organization, { ...filter, limit }, part, key)));
  }
  return toPage(rows, filter.limit, (row) => [
    row.acknowledged_at === null && row.superseded_by === null ? 'waiting' : 'done',
    row.transmitted_at.toString(),
    row.transmission_id,
  ]);
}

function listPart(
  tx: Transaction,
  organization: string,
  filter: TransmissionFilter,
  part: 'waiting' | 'done',
  key: readonly string[] | undefined,
) {
  const waiting = part === 'waiting';
  const order = waiting ? 'asc' : 'desc';
  return transmissions(tx, organization)
    .$if(filter.customer !== undefined, (q) => q.where('t.customer_id', '=', filter.customer!))
    .$if(filter.rule !== undefined, (q) => q.where('t.rule_id', '=', filter.rule!))
    .$if(waiting, (q) => q.where('t.acknowledged_at', 'is', null).where('t.superseded_by', 'is', null))
    .$if(!waiting, (q) =>
      q.where((on) => on.or([on('t.acknowledged_at', 'is not', null), on('t.superseded_by', 'is not', null)])),
    )
    .$if(filter.state === 'acknowledged', (q) => q.where('t.acknowledged_at', 'is not', null))
    .$if(filter.state === 'superseded', (q) => q.where('t.superseded_by', 'is not', null))
    .$if(key?.[0] === part, (q) =>
      q.where(
        waiting
          ? sql<SqlBool>`(t.transmitted_at, t.transmission_id) > (${key?.[1]}::timestamptz, ${key?.[2]}::uuid)`
          : sql<SqlBool>`(t.transmitted_at, t.transmission_id) < (${key?.[1]}::timestamptz, ${key?.[2]}::uuid)`,
      ),
    )
    .orderBy('t.transmitted_at', order)
    .orderBy('t.transmission_id', order)
    .limit(filter.limit)
    .execute();
}

export const findTransmission = (tx: Transaction, organization: string, transmission: string) =>
  transmissions(tx, organization)
    .select(['t.document', 't.sha256', 't.pdf_sha256', 't.entry_id', 't.superseded_by'])
    .where('t.transmission_id', '=', transmission)
    .executeTakeFirst();

/** The exact bytes that were sent. */
export const bytesOf = (tx: Transaction, organization: string, transmission: string) =>
  tx
    .selectFrom('core.transmission')
    .select(['bytes', 'pdf', 'document'])
    .where('organization_id', '=', organization)
    .where('transmission_id', '=', transmission)
    .executeTakeFirst();

/** What the customer acknowledged of the same rule before this one was sent: the newest such. */
export const acknowledgedBefore = (
  tx: Transaction,
  organization: string,
  of: {
    readonly transmission_id: string;
    readonly rule_id: string;
    readonly customer_id: string;
    readonly transmitted_at: Temporal.Instant;
  },
) =>
  tx
    .selectFrom('core.transmission')
    .select(['transmission_id', 'version', 'document', 'acknowledged_at'])
    .where('organization_id', '=', organization)
    .where('rule_id', '=', of.rule_id)
    .where('customer_id', '=', of.customer_id)
    .where('transmission_id', '!=', of.transmission_id)
    .where('acknowledged_at', 'is not', null)
    .where('transmitted_at', '<', of.transmitted_at)
    .orderBy('transmitted_at', 'desc')
    .executeTakeFirst();

const transmissions = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('core.transmission as t')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 't.organization_id').onRef('c.customer_id', '=', 't.customer_id'),
    )
    .select([
      't.transmission_id',
      't.number',
      't.customer_id',
      't.rule_id',
      't.version',
      't.title',
      't.language',
      't.transmitted_at',
      't.seen_at',
      't.acknowledged_at',
      't.acknowledged_name',
      't.acknowledgement_due_on',
      't.superseded_by',
      'c.name as customer',
      sql<string>`t.document->>'label'`.as('label'),
    ])
    .where('t.organization_id', '=', organization);
