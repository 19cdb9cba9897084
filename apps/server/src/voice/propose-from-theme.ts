import type { Access } from '../access/access.ts';
import { type Begun, type NewRule, beginProposalIn } from '../core/begin-proposal.ts';
import { paragraph } from '../core/block.ts';
import { announce } from '../core/live.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { citeExpectations } from './cite-expectations.ts';
import { findTheme } from './theme-store.ts';

/**
 * A theme starts a proposal on a service rule, an existing one or a new one: each expectation that may be cited becomes an
 * intervention that the proposal answers.
 * @refuses not-found (theme, rule, or a rule of another kind)
 */
export function proposeFromTheme(
  access: Access,
  themeId: string,
  wish: {
    readonly title: string;
    readonly method: 'by-owner' | 'by-consent';
    readonly on:
      | { readonly kind: 'rule'; readonly rule: string }
      | { readonly kind: 'new-rule'; readonly title: string; readonly text: string };
  },
): Promise<Result<Begun>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const theme = await findTheme(tx, organization, themeId);
    if (theme === undefined) return refuse('not-found');
    if (wish.on.kind === 'rule') {
      const rule = await tx
        .selectFrom('core.rule')
        .select('kind')
        .where('organization_id', '=', organization)
        .where('rule_id', '=', wish.on.rule)
        .executeTakeFirst();
      if (rule?.kind !== 'service') return refuse('not-found');
    }
    const begun = await beginProposalIn(tx, access, {
      title: wish.title,
      why: theme.title,
      method: wish.method,
      on: wish.on.kind === 'rule' ? wish.on : { kind: 'new-rule', rule: serviceRule(access, wish.on) },
      interventions: [],
    });
    if (!begun.ok) return begun;
    await tx
      .insertInto('voice.theme_proposal')
      .values({
        organization_id: organization,
        theme_id: themeId,
        proposal_id: begun.value.proposal,
        begun_at: access.now(),
      })
      .execute();
    await tx
      .updateTable('voice.theme')
      .set({ state: 'proposed' })
      .where('organization_id', '=', organization)
      .where('theme_id', '=', themeId)
      .execute();
    await citeExpectations(tx, access, themeId, begun.value.proposal);
    await announce(tx, { organization, subject: { kind: 'theme', id: themeId }, customer: null });
    return ok(begun.value);
  });
}

const serviceRule = (access: Access, on: { readonly title: string; readonly text: string }): NewRule => ({
  kind: 'service',
  regulation: 'joint',
  title: on.title,
  label: null,
  language: access.organization.language,
  customer: null,
  reviewOn: null,
  blocks: [paragraph(on.text)],
  parameters: {},
});
