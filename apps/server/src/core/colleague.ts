import type { Transaction } from '../access/doors.ts';

/** Whether a membership stands on the organization side and has not ended. Policy: inside on access.membership. */
export async function isColleague(tx: Transaction, organization: string, membership: string): Promise<boolean> {
  const row = await tx
    .selectFrom('access.membership')
    .select('membership_id')
    .where('organization_id', '=', organization)
    .where('membership_id', '=', membership)
    .where('side', '=', 'organization')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
