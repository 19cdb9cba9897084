import type { Access } from '../access/access.ts';
import { openIntervention } from '../core/intervention.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { VerdictRule } from './apply-release.ts';
import { findRuleTold } from './reply-store.ts';

/**
 * The customer asks, in his own words, that the rule itself be changed by which a call-off of his went beyond or was answered. His
 * words are an intervention of their own, about the rule: whoever plans answers it, or begins a proposal on the rule with it.
 * @param callOff the intervention that his call-off opened
 * @refuses not-found, no-rule-told (nobody has cited a rule to him for this call-off)
 */
export function askRuleChange(
  access: Access,
  callOff: string,
  wish: { readonly words: string; readonly language: Language },
): Promise<Result<{ readonly intervention: string }>> {
  return access.transaction(async (tx) => {
    const told = await findRuleTold(tx, access.organization.id, callOff);
    if (told === undefined || access.customer === null) return refuse('not-found');
    const cited = told.answeredBy as VerdictRule | null;
    const broken = told.verdicts.find((rule) => rule.agreed);
    const rule = cited ?? broken;
    if (rule === undefined) return refuse('no-rule-told');
    const { id: intervention } = await openIntervention(tx, access, {
      channel: 'planning',
      customer: access.customer.id,
      customerLabel: access.customer.name,
      words: wish.words,
      wordsLanguage: wish.language,
      source: { kind: 'rule', id: rule.id },
      consent: 'by-name',
      happenedAt: access.now(),
      broughtBy: access.membership,
      dueAt: null,
    });
    return ok({ intervention });
  });
}
