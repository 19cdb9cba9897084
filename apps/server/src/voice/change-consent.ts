import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import type { Consent } from '../core/intervention.ts';
import { announce } from '../core/live.ts';
import { indexForSearch, removeFromSearch } from '../core/search.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { citeExpectations } from './cite-expectations.ts';
import { type ExpectationRow, findExpectation, lockExpectation } from './expectation-store.ts';
import { proposalsOfTheme, weigh } from './theme-store.ts';

/** What is left to do when a change of consent was written: words that were cited already and may not be any more are withdrawn. */
export type ConsentChanged = { readonly mustWithdraw: boolean };

/**
 * Writes down that a customer changed his mind about being cited, with the reason, by the technician whom he told. Words that were
 * cited and may not be any more have to leave every place: that is for `withdrawWords`, and the answer says so.
 * @refuses not-found (also for an expectation of another team), words-withdrawn, name-missing
 */
export function changeConsent(
  access: Access,
  expectation: string,
  wish: { readonly consent: Consent; readonly reason: string },
): Promise<Result<ConsentChanged>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await findOfTeam(tx, access, expectation);
    if (row === undefined) return refuse('not-found');
    if (row.withdrawn_at !== null) return refuse('words-withdrawn');
    if (wish.consent === row.consent) return ok({ mustWithdraw: false });
    if (wish.consent === 'by-name' && (row.customer_label ?? '') === '') return refuse('name-missing');
    if (wish.consent === 'none' && row.intervention_id !== null) return ok({ mustWithdraw: true });
    await tx
      .updateTable('voice.expectation')
      .set({ consent: wish.consent })
      .where('organization_id', '=', organization)
      .where('expectation_id', '=', expectation)
      .execute();
    await tx
      .insertInto('voice.consent_change')
      .values({
        organization_id: organization,
        consent_change_id: newId(),
        expectation_id: expectation,
        before: row.consent,
        after: wish.consent,
        asked_by: 'technician',
        reason: wish.reason,
        changed_at: access.now(),
      })
      .execute();
    await showByConsent(tx, access, row, wish.consent);
    await announce(tx, { organization, subject: { kind: 'expectation', id: expectation }, customer: null });
    return ok({ mustWithdraw: false });
  });
}

/** The expectation, locked, where it is the caller's or his team's. */
export async function findOfTeam(
  tx: Transaction,
  access: Access,
  expectation: string,
): Promise<ExpectationRow | undefined> {
  await lockExpectation(tx, access.organization.id, expectation);
  const row = await findExpectation(tx, access.organization.id, expectation);
  return row !== undefined && (row.mine || row.team_id === access.team) ? row : undefined;
}

/** Name and words in search and in the intervention follow the consent. */
async function showByConsent(tx: Transaction, access: Access, row: ExpectationRow, consent: Consent): Promise<void> {
  const organization = access.organization.id;
  const title = consent === 'by-name' ? (row.customer_label ?? '') : '';
  if (row.theme_id !== null && consent !== 'none') {
    const document = { audience: 'organization', label: '', title, body: row.words } as const;
    await indexForSearch(tx, access, { kind: 'expectation', id: row.expectation_id, ...document });
  } else {
    await removeFromSearch(tx, organization, row.expectation_id);
  }
  if (row.intervention_id !== null) {
    const { number } = await tx
      .updateTable('core.intervention')
      .set({ consent, customer_label: title })
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', row.intervention_id)
      .returning('number')
      .executeTakeFirstOrThrow();
    const document = { audience: 'organization', label: `I-${number}`, title, body: row.words } as const;
    await indexForSearch(tx, access, { kind: 'intervention', id: row.intervention_id, ...document });
  }
  if (row.theme_id === null) return;
  await weigh(tx, row.theme_id);
  for (const proposal of await proposalsOfTheme(tx, organization, row.theme_id)) {
    if (proposal.state === 'draft' || proposal.state === 'open')
      await citeExpectations(tx, access, row.theme_id, proposal.proposal_id);
  }
}
