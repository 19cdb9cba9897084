import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { Language } from '../platform/language.ts';
import { type Access, holds } from './access.ts';
import type { Transaction } from './doors.ts';
import { writeMail } from './mail.ts';
import type { Role } from './roles.ts';
import { hashOfToken, newLinkToken } from './welcome.ts';

export type NewInvitation = {
  readonly email: string;
  readonly name: string;
  /** The customer on whose side the person will stand; null for a colleague. */
  readonly customer: string | null;
  readonly team: string | null;
  readonly roles: readonly Role[];
};

/** How long a link of an invitation opens the door. */
export const invitationDays = 14;

/**
 * Invites a person by mail and by link. The link is told once, here; only its hash is kept.
 * @param publicUrl where people reach the house
 * @refuses not-your-role (colleagues are invited by administrators, a customer's people also by quality manager and planner);
 *   not-found for an unknown customer or team; already-a-member; nobody-is-invited-to-a-demo
 */
export async function invite(
  access: Access,
  publicUrl: URL,
  wish: NewInvitation,
): Promise<Result<{ readonly invitation: string; readonly link: string }>> {
  if (access.organization.demo) return refuse('nobody-is-invited-to-a-demo');
  if (wish.customer === null && !holds(access, 'administrator'))
    return refuse('not-your-role', { roles: 'administrator' });
  const email = wish.email.toLowerCase();
  return access.transaction(async (tx) => {
    const side = await sideOf(tx, access, wish);
    if (side === undefined) return refuse('not-found');
    if (await isMember(tx, access, email, wish.customer)) return refuse('already-a-member', { name: wish.name });
    const invitation = newId();
    const token = newLinkToken();
    const now = access.now();
    // Policies: inside, inviters on access.invitation.
    await tx
      .insertInto('access.invitation')
      .values({
        organization_id: access.organization.id,
        invitation_id: invitation,
        email,
        name: wish.name,
        side: wish.customer === null ? 'organization' : 'customer',
        customer_id: wish.customer,
        team_id: wish.team,
        roles: [...wish.roles],
        token_hash: hashOfToken(token),
        invited_by: access.membership,
        invited_at: now,
        expires_at: now.add({ hours: invitationDays * 24 }),
      })
      .execute();
    const link = new URL(`/invitations/${token}`, publicUrl).href;
    const { subject, body } = mailTexts[side.language];
    await writeMail(tx, access, {
      recipient: email,
      customer: wish.customer,
      subject: subject(access.organization.name),
      body: body(wish.name, access.name, access.organization.name, link),
      about: { kind: 'invitation', id: invitation },
    });
    return ok({ invitation, link });
  });
}

/** In which language the invited person is written to; undefined when customer or team are not there. */
async function sideOf(
  tx: Transaction,
  access: Access,
  wish: NewInvitation,
): Promise<{ readonly language: Language } | undefined> {
  if (wish.customer !== null) {
    if (wish.team !== null) return undefined;
    // Policy: inside on access.customer.
    return tx
      .selectFrom('access.customer')
      .select('language')
      .where('organization_id', '=', access.organization.id)
      .where('customer_id', '=', wish.customer)
      .executeTakeFirst();
  }
  if (wish.team !== null) {
    // Policy: inside on access.team.
    const team = await tx
      .selectFrom('access.team')
      .select('team_id')
      .where('organization_id', '=', access.organization.id)
      .where('team_id', '=', wish.team)
      .executeTakeFirst();
    if (team === undefined) return undefined;
  }
  return { language: access.organization.language };
}

/** Policy: inside on access.membership. */
async function isMember(tx: Transaction, access: Access, email: string, customer: string | null): Promise<boolean> {
  const found = await tx
    .selectFrom('access.membership')
    .select('membership_id')
    .where('organization_id', '=', access.organization.id)
    .where('email', '=', email)
    .where('customer_id', customer === null ? 'is' : '=', customer)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

const mailTexts = {
  en: {
    subject: (organization: string) => `${organization} invites you`,
    body: (name: string, inviter: string, organization: string, link: string) =>
      `Good day ${name},\n\n${inviter} invites you to ${organization} on Coprod. This link lets you in; it works once, for ${invitationDays} days:\n\n${link}\n`,
  },
  fr: {
    subject: (organization: string) => `${organization} vous invite`,
    body: (name: string, inviter: string, organization: string, link: string) =>
      `Bonjour ${name},\n\n${inviter} vous invite à rejoindre ${organization} sur Coprod. Ce lien vous ouvre la porte ; il sert une fois, pendant ${invitationDays} jours :\n\n${link}\n`,
  },
} as const;
