import { type Insertable, sql } from 'kysely';
import type { Transaction } from '../../access/doors.ts';
import { decodeKey, toPage } from '../../platform/key-page.ts';
import type { Tables } from '../../platform/tables.gen.ts';

export type OutgoingKind = 'CONTRL' | 'APERAK' | '997' | '999' | 'TA1' | 'DESADV' | '856' | '4913';

/** A partner as he is written to. Policies: inside on planning.partner, access.organization. */
export const findAddressee = (tx: Transaction, organization: string, partner: string) =>
  tx
    .selectFrom('planning.partner as p')
    .innerJoin('access.organization as o', 'o.organization_id', 'p.organization_id')
    .select(['p.partner_id', 'p.customer_id', 'p.mode', 'p.answer_syntax', 'p.answer_envelope', 'p.answer_application'])
    .select(['p.x12_answer', 'p.family', 'p.directory', 'p.own_id', 'p.own_qualifier', 'p.folder_out'])
    .select(['o.slug', 'o.time_zone', 'o.language', 'o.name as organization'])
    .where('p.organization_id', '=', organization)
    .where('p.partner_id', '=', partner)
    .executeTakeFirst();
export type Addressee = NonNullable<Awaited<ReturnType<typeof findAddressee>>>;

/** The identification that a partner signs with longest: he is addressed by it. Policy: inside on planning.identification. */
export const firstIdentification = (tx: Transaction, organization: string, partner: string) =>
  tx
    .selectFrom('planning.identification')
    .select(['sender', 'qualifier'])
    .where('organization_id', '=', organization)
    .where('partner_id', '=', partner)
    .where('kind', '=', 'interchange')
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('identification_id')
    .executeTakeFirst();

/** Policy: inside on planning.outgoing. */
export const insertOutgoing = (tx: Transaction, row: Insertable<Tables['planning.outgoing']>) =>
  tx.insertInto('planning.outgoing').values(row).execute();

/** Whether an interchange, or a message of it, has been answered in this way. Policy: inside on planning.outgoing. */
export const isAnswered = async (
  tx: Transaction,
  organization: string,
  { answers, kind, message }: { readonly answers: string; readonly kind: OutgoingKind; readonly message: number },
): Promise<boolean> =>
  (await tx
    .selectFrom('planning.outgoing')
    .select('outgoing_id')
    .where('organization_id', '=', organization)
    .where('answers', '=', answers)
    .where('kind', '=', kind)
    .where('message', '=', message)
    .executeTakeFirst()) !== undefined;

/** The row, held until the transaction ends, so that it is sent by one at a time. Policy: inside on planning.outgoing. */
export const holdOutgoing = (tx: Transaction, organization: string, outgoing: string) =>
  tx
    .selectFrom('planning.outgoing')
    .select(['outgoing_id', 'partner_id', 'name', 'bytes', 'state', 'sent_by'])
    .where('organization_id', '=', organization)
    .where('outgoing_id', '=', outgoing)
    .forUpdate()
    .executeTakeFirst();

/** Policy: inside on planning.outgoing. */
export const setSent = (
  tx: Transaction,
  organization: string,
  outgoing: string,
  by: 'folder' | 'pick-up' | 'page',
  at: Temporal.Instant,
) =>
  tx
    .updateTable('planning.outgoing')
    .set({ state: 'sent', sent_by: by, sent_at: at })
    .where('organization_id', '=', organization)
    .where('outgoing_id', '=', outgoing)
    .execute();

/** Interchanges of ours that a control reference or a document number of an answer means. Policy: inside on planning.outgoing. */
export const findAnswered = (
  tx: Transaction,
  organization: string,
  partner: string,
  about: { readonly number: number } | { readonly document: string },
) =>
  tx
    .selectFrom('planning.outgoing')
    .select(['outgoing_id', 'kind', 'verdict'])
    .where('organization_id', '=', organization)
    .where('partner_id', '=', partner)
    .$if('number' in about, (q) => q.where('number', '=', 'number' in about ? about.number : 0))
    .$if('document' in about, (q) => q.where('document', '=', 'document' in about ? about.document : ''))
    .executeTakeFirst();

const outgoing = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.outgoing as g')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'g.organization_id').onRef('c.customer_id', '=', 'g.customer_id'),
    )
    .select([
      'g.outgoing_id as id',
      'g.partner_id as partner',
      'c.name as customer',
      'g.control_reference as reference',
    ])
    .select(['g.kind', 'g.name', 'g.test', 'g.answers', 'g.document', 'g.made_at as madeAt', 'g.state'])
    .select(['g.sent_at as sentAt', 'g.sent_by as sentBy', 'g.verdict', 'g.verdict_words as verdictWords'])
    .select(['g.verdict_at as verdictAt', 'g.verdict_by as verdictBy'])
    .where('g.organization_id', '=', organization);

/** What left or waits to leave, newest first. Policies: inside on planning.outgoing, access.customer. */
export async function listOutgoing(
  tx: Transaction,
  organization: string,
  filter: {
    readonly partner?: string | undefined;
    readonly answers?: string | undefined;
    readonly state?: 'waiting' | 'sent' | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await outgoing(tx, organization)
    .$if(filter.partner !== undefined, (q) => q.where('g.partner_id', '=', filter.partner!))
    .$if(filter.answers !== undefined, (q) => q.where('g.answers', '=', filter.answers!))
    .$if(filter.state !== undefined, (q) => q.where('g.state', '=', filter.state!))
    .$if(key !== undefined, (q) =>
      q.where(sql<boolean>`(g.made_at, g.outgoing_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('g.made_at', 'desc')
    .orderBy('g.outgoing_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.madeAt.toString(), row.id]);
}

/** One of them with its bytes. Policies: inside on planning.outgoing, access.customer. */
export const findOutgoing = (tx: Transaction, organization: string, id: string) =>
  outgoing(tx, organization).select('g.bytes').where('g.outgoing_id', '=', id).executeTakeFirst();
