import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { openIntervention } from '../core/intervention.ts';
import { announce } from '../core/live.ts';
import { linkIntervention } from '../core/proposal-store.ts';
import { recordAct, useRules } from '../core/use-rules.ts';

/** Days within which somebody who is cited shall have his answer, where no rule in force says otherwise. */
const answerDaysWithoutRule = 30;

/**
 * Each expectation of a theme that may be cited becomes an intervention, once, and is linked to the proposal that answers it. Words
 * that may be cited without a name carry none: neither here nor in the ledger does the customer stand beside them. Words that may
 * not be cited stay where they are, and count.
 * Policies: team_or_joined and team_or_named, under which every reader of the theme sees just these.
 */
export async function citeExpectations(
  tx: Transaction,
  access: Access,
  theme: string,
  proposal: string,
): Promise<void> {
  const organization = access.organization.id;
  const rules = await useRules(tx, access, { kind: 'service', customer: null });
  const days = rules.number('answer-days')?.value ?? answerDaysWithoutRule;
  for (const row of await citeable(tx, organization, theme)) {
    const isNamed = row.consent === 'by-name';
    const intervention =
      row.intervention_id ??
      (
        await openIntervention(tx, access, {
          channel: 'voice',
          customer: isNamed ? row.customer_id : null,
          customerLabel: isNamed ? (row.customer_label ?? '') : '',
          words: row.words,
          wordsLanguage: row.words_language,
          source: { kind: 'expectation', id: row.expectation_id },
          consent: row.consent,
          happenedAt: row.happened_at,
          broughtBy: null,
          dueAt: access.now().add({ hours: 24 * days }),
        })
      ).id;
    if (row.intervention_id === null) {
      const subject = { kind: 'intervention', id: intervention } as const;
      if (rules.used.size > 0)
        await recordAct(tx, access, rules, { kind: 'expectation-cited', subject, customer: null });
      await tx
        .updateTable('voice.expectation')
        .set({ intervention_id: intervention, cited_at: access.now() })
        .where('organization_id', '=', organization)
        .where('expectation_id', '=', row.expectation_id)
        .execute();
      await announce(tx, {
        organization,
        subject: { kind: 'expectation', id: row.expectation_id },
        customer: row.customer_id,
      });
    }
    await linkIntervention(tx, organization, {
      proposal,
      intervention,
      block: null,
      parameter: null,
      by: access.membership,
      at: access.now(),
    });
  }
}

const citeable = (tx: Transaction, organization: string, theme: string) =>
  tx
    .selectFrom('voice.expectation as e')
    .leftJoin('voice.speaker as s', (join) =>
      join.onRef('s.organization_id', '=', 'e.organization_id').onRef('s.expectation_id', '=', 'e.expectation_id'),
    )
    .select(['e.expectation_id', 'e.words', 'e.words_language', 'e.consent', 'e.happened_at', 'e.intervention_id'])
    .select(['s.customer_id', 's.customer_label'])
    .where('e.organization_id', '=', organization)
    .where('e.theme_id', '=', theme)
    .where('e.consent', '<>', 'none')
    .where('e.withdrawn_at', 'is', null)
    .orderBy('e.happened_at')
    .forUpdate('e')
    .execute();
