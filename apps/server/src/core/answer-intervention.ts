import { type Access, holds } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { announce } from './live.ts';

/**
 * Answers an intervention with words, by those whose role it is or who was asked to: refused with reasons, or answered without a change of rules. What a channel answers in its own
 * way (a promise, an offer) goes through the channel.
 * @refuses not-found, not-your-role, already-answered
 */
export function answerIntervention(
  access: Access,
  intervention: string,
  answer: { readonly outcome: 'answered' | 'refused'; readonly words: string },
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await tx
      .selectFrom('core.intervention')
      .select(['state', 'customer_id', 'assigned_to'])
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', intervention)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return refuse('not-found');
    if (row.assigned_to !== access.membership && !holds(access, ...answerers)) {
      return refuse('not-your-role', { roles: answerers.join(', ') });
    }
    if (row.state !== 'open' && row.state !== 'offered') return refuse('already-answered');
    await tx
      .updateTable('core.intervention')
      .set({
        state: answer.outcome,
        answer: answer.words,
        answer_language: access.language,
        answered_at: access.now(),
        answered_by: access.membership,
      })
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', intervention)
      .execute();
    await appendToLedger(tx, access, {
      kind: 'intervention-answered',
      subject: { kind: 'intervention', id: intervention },
      customer: row.customer_id,
      body: { outcome: answer.outcome, reasons: answer.words },
    });
    await announce(tx, {
      organization,
      subject: { kind: 'intervention', id: intervention },
      customer: row.customer_id,
    });
    return ok(null);
  });
}

const answerers = ['quality-manager', 'planner', 'team-lead'] as const;
