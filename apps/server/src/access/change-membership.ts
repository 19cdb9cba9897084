import { type Result, ok, refuse } from '../platform/result.ts';
import type { Access } from './access.ts';
import type { Transaction } from './doors.ts';
import { type Role, customerRoles, organizationRoles } from './roles.ts';

/** What an administrator changes about somebody: roles and team, or the end of it all. */
export type MembershipChange =
  | { readonly kind: 'roles'; readonly roles: readonly Role[]; readonly team: string | null }
  | { readonly kind: 'end' };

/**
 * Changes a membership, or ends it: from the next request on that person's session and keys open nothing here.
 * @refuses not-found (also for a membership that has ended, or an unknown team); last-administrator; invalid-request for a role of
 *   the other side
 */
export const changeMembership = (
  access: Access,
  membership: string,
  change: MembershipChange,
): Promise<Result<Record<string, never>>> =>
  access.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, access);
    const who = await findMembership(tx, access, membership);
    if (who === undefined) return refuse('not-found');
    if (change.kind === 'roles') {
      const possible: readonly Role[] = who.side === 'organization' ? organizationRoles : customerRoles;
      const foreign = change.roles.find((role) => !possible.includes(role));
      if (foreign !== undefined) return refuse('invalid-request', { where: 'roles', what: foreign });
      if (change.team !== null && (who.side === 'customer' || !(await isTeam(tx, access, change.team))))
        return refuse('not-found');
    }
    const staysAdministrator = change.kind === 'roles' && change.roles.includes('administrator');
    if (administrators.length === 1 && administrators[0] === membership && !staysAdministrator)
      return refuse('last-administrator', { name: who.name });
    // Policies: inside, administrator_changes on access.membership.
    await tx
      .updateTable('access.membership')
      .set(
        change.kind === 'end'
          ? { ended_at: access.now() }
          : { roles: [...new Set(change.roles)], team_id: change.team },
      )
      .where('organization_id', '=', access.organization.id)
      .where('membership_id', '=', membership)
      .execute();
    return ok({});
  });

/** Locked, so that two administrators who end each other at the same moment do not leave nobody. Policy: inside. */
async function lockAdministrators(tx: Transaction, access: Access): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('access.membership')
    .select('membership_id')
    .where('organization_id', '=', access.organization.id)
    .where('side', '=', 'organization')
    .where('ended_at', 'is', null)
    .where((eb) => eb(eb.val('administrator'), '=', eb.fn.any('roles')))
    .orderBy('membership_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.membership_id);
}

/** Policy: inside on access.membership. */
const findMembership = (tx: Transaction, access: Access, membership: string) =>
  tx
    .selectFrom('access.membership')
    .select(['side', 'name'])
    .where('organization_id', '=', access.organization.id)
    .where('membership_id', '=', membership)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** Policy: inside on access.team. */
const isTeam = async (tx: Transaction, access: Access, team: string): Promise<boolean> =>
  (await tx
    .selectFrom('access.team')
    .select('team_id')
    .where('organization_id', '=', access.organization.id)
    .where('team_id', '=', team)
    .executeTakeFirst()) !== undefined;
