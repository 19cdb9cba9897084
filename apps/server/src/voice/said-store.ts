import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';

type SaidRow = {
  readonly id: string;
  readonly kind: 'intervention' | 'expectation';
  readonly channel: 'certification' | 'voice' | 'planning';
  readonly words: string;
  readonly language: string;
  readonly at: Temporal.Instant;
  readonly state: 'open' | 'offered' | 'answered' | 'refused' | 'withdrawn';
  readonly answer_id: string | null;
  readonly answer: string | null;
  readonly answered_at: Temporal.Instant | null;
};

/**
 * What a customer said, newest first: what he wrote himself or what reached us in messages and requirements, and what technicians
 * brought from him once it is cited, with a name or without.
 * Policies: customer_reads on core.intervention, voice.expectation, voice.answer.
 */
export async function listSaid(
  tx: Transaction,
  organization: string,
  query: { readonly after?: string | undefined; readonly limit: number },
) {
  const key = decodeKey(query.after, 2);
  const [at, id] = [key?.[0] ?? null, key?.[1] ?? null];
  const { rows } = await sql<SaidRow>`
    (select i.intervention_id as id, 'intervention' as kind, i.channel, i.words, i.words_language as language, i.received_at as at, i.state,
        null::uuid as answer_id, i.answer, i.answered_at
      from core.intervention i
      where i.organization_id = ${organization} and i.source_kind <> 'expectation'
        and (${at}::timestamptz is null or (i.received_at, i.intervention_id) < (${at}::timestamptz, ${id}::uuid))
      order by i.received_at desc, i.intervention_id desc limit ${query.limit + 1})
    union all
    (select e.expectation_id, 'expectation', 'voice', e.words, e.words_language, e.received_at,
        case when e.withdrawn_at is not null then 'withdrawn' when a.answer_id is not null then 'answered' else 'open' end,
        a.answer_id, a.rule_title, a.answered_at
      from voice.expectation e
      left join lateral (select a.answer_id, a.rule_title, a.answered_at from voice.answer a
        where a.organization_id = e.organization_id and a.expectation_id = e.expectation_id order by a.answered_at desc limit 1) a on true
      where e.organization_id = ${organization}
        and (${at}::timestamptz is null or (e.received_at, e.expectation_id) < (${at}::timestamptz, ${id}::uuid))
      order by e.received_at desc, e.expectation_id desc limit ${query.limit + 1})
    order by at desc, id desc limit ${query.limit + 1}`.execute(tx);
  return toPage(rows, query.limit, (row) => [row.at.toString(), row.id]);
}

/** Policy: system on voice.answer. */
export const markSeen = (tx: Transaction, organization: string, answer: string, at: Temporal.Instant) =>
  tx
    .updateTable('voice.answer')
    .set({ seen_at: at })
    .where('organization_id', '=', organization)
    .where('answer_id', '=', answer)
    .where('seen_at', 'is', null)
    .execute();
