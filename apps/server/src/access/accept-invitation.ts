import type { Kysely } from 'kysely';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { Tables } from '../platform/tables.gen.ts';
import { isOfTheDemo } from './demo.ts';
import type { Doors } from './doors.ts';
import type { Person, SignIn } from './sign-in.ts';
import { hashOfToken } from './welcome.ts';

/** What the holder of a link learns before he joins. */
export type OpenInvitation = {
  readonly organizationId: string;
  readonly invitation: string;
  readonly slug: string;
  readonly organization: string;
  readonly inviter: string;
  readonly email: string;
  readonly name: string;
  readonly side: 'organization' | 'customer';
  readonly customer: string | null;
  readonly roles: readonly string[];
  /** Whether the address has an account already. */
  readonly known: boolean;
};

/**
 * The invitation that a link opens now.
 * @param people as `coprod_auth`; policy: sign_in_reads on access.invitation, sign_in on auth.person
 * @refuses link-used-up, the same for a link that was used, withdrawn, ran out or never was
 */
export async function readInvitation(
  people: Kysely<Tables>,
  token: string,
  now: Temporal.Instant,
): Promise<Result<OpenInvitation>> {
  const row = await people
    .selectFrom('access.invitation as i')
    .innerJoin('access.organization as o', 'o.organization_id', 'i.organization_id')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'i.organization_id').onRef('m.membership_id', '=', 'i.invited_by'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .leftJoin('auth.person as p', 'p.email', 'i.email')
    .select([
      'i.organization_id as organizationId',
      'i.invitation_id as invitation',
      'o.slug',
      'o.name as organization',
      'm.name as inviter',
      'i.email',
      'i.name',
      'i.side',
      'c.name as customer',
      'i.roles',
      'p.id as account',
    ])
    .where('i.token_hash', '=', hashOfToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return refuse('link-used-up');
  const { account, ...invitation } = row;
  return ok({ ...invitation, known: account !== null });
}

/**
 * Joins by the link of an invitation. The signed-in person joins when the address is his; a new one chooses name and password.
 * Of two at the same moment one wins.
 * @returns the person who joined, and whether he is new (and so not signed in yet)
 * @refuses link-used-up; sign-in-first when the address has an account that nobody has shown to be his; already-a-member;
 *   not-in-a-real-organization for a person of the demo; invalid-request without name and password of a new person
 */
export async function acceptInvitation(
  { people, doors, signIn }: { people: Kysely<Tables>; doors: Doors; signIn: SignIn },
  token: string,
  visitor: Person | null,
  chosen: { readonly name?: string | undefined; readonly password?: string | undefined },
): Promise<Result<{ person: string; isNew: boolean; slug: string }>> {
  const read = await readInvitation(people, token, doors.now());
  if (!read.ok) return read;
  const invitation = read.value;
  const isHis = visitor !== null && visitor.email === invitation.email;
  if (invitation.known && !isHis) return refuse('sign-in-first', { email: invitation.email });
  if (isHis && (await isOfTheDemo(people, visitor.id))) return refuse('not-in-a-real-organization');
  const { name, password } = chosen;
  if (!isHis && (name === undefined || password === undefined))
    return refuse('invalid-request', { where: name === undefined ? 'name' : 'password', what: '10+' });

  return doors.transaction({ side: 'system', organization: invitation.organizationId, roles: [] }, async (tx) => {
    // The lock of this row decides between two at the same moment. Policy: inside on access.invitation.
    const taken = await tx
      .updateTable('access.invitation')
      .set({ accepted_at: doors.now() })
      .where('organization_id', '=', invitation.organizationId)
      .where('invitation_id', '=', invitation.invitation)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning(['side', 'customer_id', 'team_id', 'roles'])
      .executeTakeFirst();
    if (taken === undefined) return refuse('link-used-up');
    const joined = isHis
      ? { person: visitor.id, existed: false, name: visitor.name }
      : { ...(await signIn.register({ name: name!, email: invitation.email, password: password! })), name: name! };
    // Somebody made the account between the look and now.
    if (joined.existed) return refuse('sign-in-first', { email: invitation.email });
    // Policy: inside on access.membership.
    const added = await tx
      .insertInto('access.membership')
      .values({
        organization_id: invitation.organizationId,
        membership_id: newId(),
        person_id: joined.person,
        side: taken.side,
        customer_id: taken.customer_id,
        team_id: taken.team_id,
        name: joined.name,
        email: invitation.email,
        roles: taken.roles,
        since: doors.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('membership_id')
      .executeTakeFirst();
    if (added === undefined) return refuse('already-a-member', { name: joined.name });
    return ok({ person: joined.person, isNew: !isHis, slug: invitation.slug });
  });
}
