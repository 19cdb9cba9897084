import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { isColleague } from './colleague.ts';
import { announce } from './live.ts';
import { findRule } from './rule-store.ts';

/**
 * Hands a rule over to a colleague, or sets when it is reviewed: its owner, or the quality manager.
 * @refuses not-found (the rule, or a new owner who is nobody's colleague), not-your-role
 */
export function handOverRule(
  access: Access,
  rule: string,
  to: { readonly owner?: string | undefined; readonly reviewOn?: Temporal.PlainDate | null | undefined },
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const found = await findRule(tx, organization, rule);
    if (found === undefined) return refuse('not-found');
    if (found.owner_id !== access.membership && !access.roles.includes('quality-manager')) {
      return refuse('not-your-role', { roles: found.owner_name });
    }
    if (to.owner !== undefined && !(await isColleague(tx, organization, to.owner))) return refuse('not-found');
    await tx
      .updateTable('core.rule')
      .set({
        owner_id: to.owner ?? sql`owner_id`,
        ...(to.reviewOn === undefined ? {} : { review_on: to.reviewOn }),
      })
      .where('organization_id', '=', organization)
      .where('rule_id', '=', rule)
      .execute();
    await announce(tx, { organization, subject: { kind: 'rule', id: rule }, customer: null });
    return ok(null);
  });
}
