import { type Kysely, sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { Tables } from '../platform/tables.gen.ts';
import { type Access, actAsSystem, holds } from './access.ts';
import type { Doors } from './doors.ts';
import { writeMail } from './mail.ts';
import type { Role } from './roles.ts';
import { hashOfToken, newLinkToken } from './welcome.ts';

const invitationDays = 14;

export type NewInvitation = {
  readonly email: string;
  readonly name: string;
  /** The customer on whose side he will stand; null: the organization side. */
  readonly customer: string | null;
  readonly team: string | null;
  readonly roles: readonly Role[];
};

/**
 * Invites a person by a link that works once, for two weeks; the mail with it goes through the outbox. The link is told to the
 * inviter as well, so that he can hand it over himself.
 * @refuses not-your-role: the organization side is the administrator's; customers' sides are the quality manager's and planner's too
 */
export async function invite(
  access: Access,
  publicUrl: URL,
  wish: NewInvitation,
): Promise<Result<{ readonly invitation: string; readonly link: string }>> {
  const mayInvite =
    holds(access, 'administrator') || (wish.customer !== null && holds(access, 'quality-manager', 'planner'));
  if (!mayInvite) return refuse('not-your-role', { roles: 'administrator' });
  const token = newLinkToken();
  const link = new URL(`/invitations/${token}`, publicUrl).href;
  return access.transaction(async (tx) => {
    const invitation = newId();
    await tx
      .insertInto('access.invitation')
      .values({
        organization_id: access.organization.id,
        invitation_id: invitation,
        email: wish.email.toLowerCase(),
        name: wish.name,
        side: wish.customer === null ? 'organization' : 'customer',
        customer_id: wish.customer,
        team_id: wish.team,
        roles: [...wish.roles],
        token_hash: hashOfToken(token),
        invited_by: access.membership,
        invited_at: access.now(),
        expires_at: access.now().add({ hours: 24 * invitationDays }),
      })
      .execute();
    const { subject, body } = texts[access.organization.language];
    const said = { organization: access.organization.name, inviter: access.name, link };
    await writeMail(tx, access, {
      recipient: wish.email,
      customer: wish.customer,
      subject: put(subject, said),
      body: put(body, said),
      about: { kind: 'invitation', id: invitation },
    });
    return ok({ invitation, link });
  });
}

const texts = {
  en: {
    subject: '{organization} invites you',
    body: '{inviter} invites you to {organization} on Coprod. This link works once, for two weeks:\n\n{link}\n',
  },
  fr: {
    subject: '{organization} vous invite',
    body: '{inviter} vous invite à rejoindre {organization} sur Coprod. Ce lien sert une fois, pendant deux semaines :\n\n{link}\n',
  },
} as const;
const put = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** An invitation as whoever holds its link may see it. Policy: sign_in_reads. */
export const findInvitation = (people: Kysely<Tables>, token: string) =>
  people
    .selectFrom('access.invitation as i')
    .innerJoin('access.organization as o', 'o.organization_id', 'i.organization_id')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'i.organization_id').onRef('m.membership_id', '=', 'i.invited_by'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select([
      'i.organization_id',
      'i.invitation_id',
      'i.email',
      'i.name',
      'i.side',
      'i.customer_id',
      'i.team_id',
      'i.roles',
    ])
    .select(['o.slug', 'o.name as organization', 'm.name as inviter', 'c.name as customer'])
    .where('i.token_hash', '=', hashOfToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Temporal.Instant>`now()`)
    .executeTakeFirst();

/**
 * Joins the organization as invited. Of two at the same moment one wins.
 * @refuses link-used-up
 */
export function joinAsInvited(
  doors: Doors,
  invitation: NonNullable<Awaited<ReturnType<typeof findInvitation>>>,
  person: { readonly id: string; readonly name: string },
): Promise<Result<{ readonly slug: string }>> {
  const organization = invitation.organization_id;
  return actAsSystem(doors, organization).transaction(async (tx) => {
    const taken = await tx
      .updateTable('access.invitation')
      .set({ accepted_at: doors.now() })
      .where('organization_id', '=', organization)
      .where('invitation_id', '=', invitation.invitation_id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('invitation_id')
      .executeTakeFirst();
    if (taken === undefined) return refuse('link-used-up');
    await tx
      .insertInto('access.membership')
      .values({
        organization_id: organization,
        membership_id: newId(),
        person_id: person.id,
        side: invitation.side,
        customer_id: invitation.customer_id,
        team_id: invitation.team_id,
        name: person.name,
        email: invitation.email,
        roles: invitation.roles,
        since: doors.now(),
      })
      // Invited twice to the same side: the membership he has stays as it is.
      .onConflict((c) => c.doNothing())
      .execute();
    return ok({ slug: invitation.slug });
  });
}
