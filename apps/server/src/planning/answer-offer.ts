import type { Access } from '../access/access.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { type Amount, findReply, lockReply } from './reply-store.ts';
import { promise } from './reply-to-intervention.ts';

/**
 * The customer takes an offer, and it becomes a promise; or he rejects it with words, and what he asked waits for an answer again.
 * @refuses not-found, already-answered
 */
export function answerOffer(
  access: Access,
  offer: string,
  answer: { readonly outcome: 'taken' | 'rejected'; readonly words: string },
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const reply = await lockReply(tx, organization, offer);
    if (reply === undefined)
      return refuse((await findReply(tx, organization, offer)) === undefined ? 'not-found' : 'already-answered');
    await tx
      .updateTable('planning.reply')
      .set({
        state: answer.outcome,
        answered_at: access.now(),
        answered_by: access.membership,
        answer_words: answer.words === '' ? null : answer.words,
      })
      .where('organization_id', '=', organization)
      .where('reply_id', '=', offer)
      .execute();
    await tx
      .updateTable('core.intervention')
      .set({ state: answer.outcome === 'taken' ? 'answered' : 'open' })
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', reply.intervention_id)
      .execute();
    await appendToLedger(tx, access, {
      kind: 'offer-answered',
      subject: { kind: 'offer', id: offer },
      customer: reply.customer_id,
      body: { outcome: answer.outcome, words: answer.words },
    });
    if (answer.outcome === 'taken')
      await promise(tx, access, {
        reply: offer,
        customer_id: reply.customer_id,
        item: reply.item,
        unit: reply.unit,
        asked: reply.asked as readonly Amount[],
        promised: reply.lines as readonly Amount[],
      });
    for (const subject of [
      { kind: 'offer', id: offer },
      { kind: 'intervention', id: reply.intervention_id },
    ])
      await announce(tx, { organization, subject, customer: reply.customer_id });
    return ok(null);
  });
}
