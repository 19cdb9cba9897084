import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { isColleague } from './colleague.ts';
import { announce } from './live.ts';

/**
 * Asks a colleague to answer an intervention: from then on it waits for him and no longer for everybody of the role. Null gives it
 * back to the role.
 * @refuses not-found (the intervention or the colleague), already-answered
 */
export function assignIntervention(
  access: Access,
  intervention: string,
  assignee: string | null,
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await tx
      .selectFrom('core.intervention')
      .select('state')
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', intervention)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'open' && row.state !== 'offered') return refuse('already-answered');
    if (assignee !== null && !(await isColleague(tx, organization, assignee))) return refuse('not-found');
    await tx
      .updateTable('core.intervention')
      .set({ assigned_to: assignee })
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', intervention)
      .execute();
    // To whom the house gives it is no news for the customer.
    await announce(tx, { organization, subject: { kind: 'intervention', id: intervention }, customer: null });
    return ok(null);
  });
}
