import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import type { Language } from '../platform/language.ts';

/**
 * SQL of answers. Policies: system on all tables of voice for the jobs; with_the_expectation (organization side) and customer_reads on
 * voice.answer. To whom an answer went is not granted to the organization side.
 */

export const decisionFacts = (tx: Transaction, organization: string, decision: string) =>
  tx
    .selectFrom('core.decision as d')
    .innerJoin('core.proposal as p', (join) =>
      join.onRef('p.organization_id', '=', 'd.organization_id').onRef('p.proposal_id', '=', 'd.proposal_id'),
    )
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'd.organization_id').onRef('r.rule_id', '=', 'd.rule_id'),
    )
    .innerJoin('access.organization as o', 'o.organization_id', 'd.organization_id')
    .select(['d.proposal_id', 'd.rule_id', 'd.version', 'd.outcome', 'd.reasons', 'd.in_whose_name', 'd.decided_at'])
    .select(['p.base_version', 'r.title as rule_title', 'r.language as rule_language'])
    .select(['o.name as organization_name', 'o.language as organization_language'])
    .where('d.organization_id', '=', organization)
    .where('d.decision_id', '=', decision)
    .executeTakeFirst();

/** The expectations whose words a proposal answers. */
export const citedBy = async (tx: Transaction, organization: string, proposal: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('core.proposal_intervention as l')
      .innerJoin('voice.expectation as e', (join) =>
        join.onRef('e.organization_id', '=', 'l.organization_id').onRef('e.intervention_id', '=', 'l.intervention_id'),
      )
      .select('e.expectation_id')
      .distinct()
      .where('l.organization_id', '=', organization)
      .where('l.proposal_id', '=', proposal)
      .execute()
  ).map((row) => row.expectation_id);

/** Locked, so that a withdrawal comes wholly before or wholly after. */
export const lockCited = (tx: Transaction, organization: string, expectation: string) =>
  tx
    .selectFrom('voice.expectation as e')
    .innerJoin('voice.speaker as s', (join) =>
      join.onRef('s.organization_id', '=', 'e.organization_id').onRef('s.expectation_id', '=', 'e.expectation_id'),
    )
    .innerJoin('voice.capture as c', (join) =>
      join.onRef('c.organization_id', '=', 'e.organization_id').onRef('c.expectation_id', '=', 'e.expectation_id'),
    )
    .select(['e.words', 'e.words_language', 'e.consent', 'e.happened_at', 'e.withdrawn_at'])
    .select(['s.customer_id', 'c.contact_mail'])
    .where('e.organization_id', '=', organization)
    .where('e.expectation_id', '=', expectation)
    .forUpdate('e')
    .executeTakeFirst();

/** Asked once the expectation is locked: a statement that waited for the lock would still see what was there before. */
export const isAnswered = async (
  tx: Transaction,
  organization: string,
  expectation: string,
  decision: string,
): Promise<boolean> =>
  (await tx
    .selectFrom('voice.answer')
    .select('answer_id')
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .where('decision_id', '=', decision)
    .executeTakeFirst()) !== undefined;

/** The address he gave; else, where he may be named, those who act for his company. */
export async function mailsFor(
  tx: Transaction,
  organization: string,
  cited: { readonly contact_mail: string | null; readonly customer_id: string | null; readonly consent: string },
): Promise<string[]> {
  if (cited.contact_mail !== null) return [cited.contact_mail];
  if (cited.customer_id === null || cited.consent !== 'by-name') return [];
  const rows = await tx
    .selectFrom('access.membership')
    .select('email')
    .where('organization_id', '=', organization)
    .where('customer_id', '=', cited.customer_id)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`'approver' = any (roles)`)
    .execute();
  return rows.map((row) => row.email);
}

export async function insertAnswer(
  tx: Transaction,
  organization: string,
  answer: {
    readonly id: string;
    readonly expectation: string;
    readonly proposal: string;
    readonly decision: string;
    readonly customer: string | null;
    readonly language: Language;
    readonly ruleTitle: string;
    readonly bytes: Uint8Array;
    readonly sha256: Uint8Array;
    readonly entry: string;
    readonly tokenHash: Uint8Array;
    readonly mailed: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('voice.answer')
    .values({
      organization_id: organization,
      answer_id: answer.id,
      expectation_id: answer.expectation,
      proposal_id: answer.proposal,
      decision_id: answer.decision,
      customer_id: answer.customer,
      language: answer.language,
      rule_title: answer.ruleTitle,
      bytes: answer.bytes,
      sha256: answer.sha256,
      entry_id: answer.entry,
      token_hash: answer.tokenHash,
      mailed: answer.mailed,
      answered_at: answer.at,
    })
    .execute();
  await tx
    .updateTable('voice.expectation')
    .set({ answered_at: answer.at })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', answer.expectation)
    .execute();
}

/** Marks the themes behind a proposal as answered. */
export const themesAnswered = async (tx: Transaction, organization: string, proposal: string): Promise<string[]> =>
  (
    await tx
      .updateTable('voice.theme as t')
      .set({ state: 'answered' })
      .from('voice.theme_proposal as tp')
      .whereRef('tp.organization_id', '=', 't.organization_id')
      .whereRef('tp.theme_id', '=', 't.theme_id')
      .where('t.organization_id', '=', organization)
      .where('tp.proposal_id', '=', proposal)
      .returning('t.theme_id')
      .execute()
  ).map((row) => row.theme_id);

/** One answer by the hash of its link. Policy: system. */
export const findByLink = (tx: Transaction, organization: string, hash: Uint8Array) =>
  tx
    .selectFrom('voice.answer as a')
    .innerJoin('voice.expectation as e', (join) =>
      join.onRef('e.organization_id', '=', 'a.organization_id').onRef('e.expectation_id', '=', 'a.expectation_id'),
    )
    .innerJoin('access.organization as o', 'o.organization_id', 'a.organization_id')
    .selectAll('a')
    .select(['e.withdrawn_at', 'o.name as organization_name'])
    .where('a.organization_id', '=', organization)
    .where('a.token_hash', '=', Buffer.from(hash))
    .executeTakeFirst();

/** The answers to some expectations, newest first. Policy: with_the_expectation or customer_reads. */
export const answersTo = (tx: Transaction, organization: string, expectations: readonly string[]) =>
  tx
    .selectFrom('voice.answer')
    .select(['answer_id', 'expectation_id', 'proposal_id', 'decision_id', 'language', 'rule_title', 'mailed'])
    .select(['answered_at', 'seen_at', 'contested_at', 'contest_words', 'reply', 'replied_at'])
    .where('organization_id', '=', organization)
    .where('expectation_id', 'in', [...expectations])
    .orderBy('answered_at', 'desc')
    .execute();
