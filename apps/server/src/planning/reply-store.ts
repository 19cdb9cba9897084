import { type Insertable, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import type { Tables } from '../platform/tables.gen.ts';
import type { JudgedWeek, VerdictRule } from './apply-release.ts';

/** An amount on a day: what is asked, offered or promised. */
export type Amount = { readonly on: string; readonly quantity: number };

/** The line of a release that an intervention is about, with the intervention locked. Policies: inside. */
export const findAsked = (tx: Transaction, organization: string, intervention: string) =>
  tx
    .selectFrom('core.intervention as i')
    .innerJoin('planning.release_line as l', (join) =>
      join.onRef('l.organization_id', '=', 'i.organization_id').onRef('l.intervention_id', '=', 'i.intervention_id'),
    )
    .select(['i.state', 'i.number', 'l.customer_id', 'l.release_id', 'l.line', 'l.item', 'l.unit', 'l.weeks'])
    .where('i.organization_id', '=', organization)
    .where('i.intervention_id', '=', intervention)
    .forUpdate('i')
    .executeTakeFirst();

/** Policy: inside on planning.reply. */
export const insertReply = (tx: Transaction, row: Insertable<Tables['planning.reply']>) =>
  tx.insertInto('planning.reply').values(row).execute();

/** Policies: inside, customer_takes on planning.promise. */
export const insertPromises = (tx: Transaction, rows: readonly Insertable<Tables['planning.promise']>[]) =>
  tx.insertInto('planning.promise').values(rows).execute();

/** The rules that were cited for a call-off, by the newest reply and by the verdicts. Policies: customer_reads on both tables. */
export async function findRuleTold(
  tx: Transaction,
  organization: string,
  intervention: string,
): Promise<{ readonly answeredBy: unknown; readonly verdicts: readonly VerdictRule[] } | undefined> {
  const row = await tx
    .selectFrom('planning.release_line as l')
    .leftJoin('planning.reply as y', (join) =>
      join.onRef('y.organization_id', '=', 'l.organization_id').onRef('y.intervention_id', '=', 'l.intervention_id'),
    )
    .select(['l.weeks', 'y.rule'])
    .where('l.organization_id', '=', organization)
    .where('l.intervention_id', '=', intervention)
    .orderBy('y.made_at', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const verdicts = (row.weeks as readonly JudgedWeek[]).flatMap(({ verdict }) =>
    verdict?.kind === 'outside' && verdict.rule !== undefined ? [verdict.rule] : [],
  );
  return { answeredBy: row.rule, verdicts };
}

const columns = [
  'y.reply_id',
  'y.customer_id',
  'y.intervention_id',
  'y.release_id',
  'y.line',
  'y.item',
  'y.unit',
  'y.kind',
  'y.asked',
  'y.lines',
  'y.words',
  'y.language',
  'y.rule',
  'y.state',
  'y.made_at',
  'y.answered_at',
  'y.answer_words',
] as const;

const replies = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.reply as y')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'y.organization_id').onRef('c.customer_id', '=', 'y.customer_id'),
    )
    .innerJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'y.organization_id').onRef('r.release_id', '=', 'y.release_id'),
    )
    .innerJoin('core.intervention as i', (join) =>
      join.onRef('i.organization_id', '=', 'y.organization_id').onRef('i.intervention_id', '=', 'y.intervention_id'),
    )
    .select(columns)
    .select(['c.name as customer', 'r.document', 'i.words as asked_words', 'i.words_language'])
    .where('y.organization_id', '=', organization);

/** One reply. Policies: inside, customer_reads on planning.reply and what it stands on. */
export const findReply = (tx: Transaction, organization: string, reply: string) =>
  replies(tx, organization).where('y.reply_id', '=', reply).executeTakeFirst();

/** A reply, locked for the customer's answer. Policies: inside, customer_takes_or_rejects on planning.reply. */
export const lockReply = (tx: Transaction, organization: string, reply: string) =>
  tx
    .selectFrom('planning.reply')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('reply_id', '=', reply)
    .where('state', '=', 'offered')
    .forUpdate()
    .executeTakeFirst();

/** Replies to one intervention, or of all, newest first. Policies: inside, customer_reads on planning.reply. */
export async function listReplies(
  tx: Transaction,
  organization: string,
  filter: {
    readonly intervention?: string | undefined;
    readonly release?: string | undefined;
    readonly state?: 'given' | 'offered' | 'taken' | 'rejected' | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await replies(tx, organization)
    .$if(filter.intervention !== undefined, (q) => q.where('y.intervention_id', '=', filter.intervention!))
    .$if(filter.release !== undefined, (q) => q.where('y.release_id', '=', filter.release!))
    .$if(filter.state !== undefined, (q) => q.where('y.state', '=', filter.state!))
    .$if(key !== undefined, (q) =>
      q.where(sql<boolean>`(y.made_at, y.reply_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('y.made_at', 'desc')
    .orderBy('y.reply_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.made_at.toString(), row.reply_id]);
}

const promises = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.promise as p')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .leftJoin('planning.reply as y', (join) =>
      join.onRef('y.organization_id', '=', 'p.organization_id').onRef('y.reply_id', '=', 'p.reply_id'),
    )
    .select(['p.promise_id', 'p.customer_id', 'c.name as customer', 'p.reply_id', 'p.item', 'p.unit', 'p.asked_on'])
    .select([
      'p.asked_quantity',
      'p.promised_on',
      'p.promised_quantity',
      'p.made_at',
      'y.rule',
      'y.words',
      'y.language',
    ])
    .select(['y.release_id', 'y.intervention_id', 'p.plan_id', 'p.ended_at'])
    .where('p.organization_id', '=', organization);

/** Promises that stand, newest first. Policies: inside, customer_reads on planning.promise. */
export async function listPromises(
  tx: Transaction,
  organization: string,
  filter: { readonly customer?: string | undefined; readonly after?: string | undefined; readonly limit: number },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await promises(tx, organization)
    .where('p.ended_at', 'is', null)
    .$if(filter.customer !== undefined, (q) => q.where('p.customer_id', '=', filter.customer!))
    .$if(key !== undefined, (q) =>
      q.where(sql<boolean>`(p.made_at, p.promise_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('p.made_at', 'desc')
    .orderBy('p.promise_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.made_at.toString(), row.promise_id]);
}

/** One promise. Policies: inside, customer_reads on planning.promise. */
export const findPromise = (tx: Transaction, organization: string, promise: string) =>
  promises(tx, organization).where('p.promise_id', '=', promise).executeTakeFirst();
