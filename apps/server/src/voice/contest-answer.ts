import type { Access, SystemAccess } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { newAnswerLink } from './answer-link.ts';
import { findOfTeam } from './change-consent.ts';

/**
 * "This is not what I meant": whoever was answered says so, in his own words if he likes. It waits for the team lead until he replies.
 * Said again it replaces what was said, as long as nobody has replied.
 * @refuses not-found, words-withdrawn, already-answered (a reply is there)
 */
export async function contestAnswer(
  tx: Transaction,
  system: SystemAccess,
  answerId: string,
  words: string,
): Promise<Result<null>> {
  const organization = system.organization.id;
  const answer = await tx
    .selectFrom('voice.answer')
    .select(['bytes', 'replied_at', 'expectation_id', 'customer_id'])
    .where('organization_id', '=', organization)
    .where('answer_id', '=', answerId)
    .forUpdate()
    .executeTakeFirst();
  if (answer === undefined) return refuse('not-found');
  if (answer.bytes === null) return refuse('words-withdrawn');
  if (answer.replied_at !== null) return refuse('already-answered');
  await tx
    .updateTable('voice.answer')
    .set({ contested_at: system.now(), contest_words: words })
    .where('organization_id', '=', organization)
    .where('answer_id', '=', answerId)
    .execute();
  await appendToLedger(tx, system, {
    kind: 'answer-contested',
    subject: { kind: 'answer', id: answerId },
    customer: null,
    body: { words },
  });
  await announce(tx, { organization, subject: { kind: 'answer', id: answerId }, customer: answer.customer_id });
  await announce(tx, { organization, subject: { kind: 'expectation', id: answer.expectation_id }, customer: null });
  return ok(null);
}

/**
 * Replies to somebody who said that an answer is not what he meant. He reads it where he read the answer.
 * @refuses not-found, already-answered
 */
export function replyToContest(access: Access, answerId: string, words: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const answer = await tx
      .selectFrom('voice.answer')
      .select(['contested_at', 'replied_at', 'expectation_id'])
      .where('organization_id', '=', organization)
      .where('answer_id', '=', answerId)
      .executeTakeFirst();
    if (answer === undefined || answer.contested_at === null) return refuse('not-found');
    if (answer.replied_at !== null) return refuse('already-answered');
    await tx
      .updateTable('voice.answer')
      .set({ reply: words, replied_at: access.now() })
      .where('organization_id', '=', organization)
      .where('answer_id', '=', answerId)
      .where('replied_at', 'is', null)
      .execute();
    await announce(tx, { organization, subject: { kind: 'answer', id: answerId }, customer: null });
    await announce(tx, { organization, subject: { kind: 'expectation', id: answer.expectation_id }, customer: null });
    return ok(null);
  });
}

/**
 * Makes a new link to an answer, for somebody who has no mail address: the technician hands it over. The link before is void.
 * @refuses not-found (also for an expectation of another team)
 */
export function renewAnswerLink(
  access: Access,
  answerId: string,
  publicUrl: URL,
): Promise<Result<{ readonly url: string }>> {
  return access.transaction(async (tx) => {
    const told = await tx
      .selectFrom('voice.answer')
      .select('expectation_id')
      .where('organization_id', '=', access.organization.id)
      .where('answer_id', '=', answerId)
      .executeTakeFirst();
    if (told === undefined || (await findOfTeam(tx, access, told.expectation_id)) === undefined)
      return refuse('not-found');
    const link = newAnswerLink(access.organization.id);
    const renewed = await tx
      .updateTable('voice.answer')
      .set({ token_hash: link.hash })
      .where('organization_id', '=', access.organization.id)
      .where('answer_id', '=', answerId)
      .returning('answer_id')
      .executeTakeFirst();
    if (renewed === undefined) return refuse('not-found');
    return ok({ url: new URL(`/answer/${link.token}`, publicUrl).href });
  });
}
