import { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, text } from '../platform/schemas.ts';
import { findInvitation, invite, joinAsInvited } from './invite.ts';
import { customerRoles, organizationRoles } from './roles.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';

const token = z.object({ token: z.string().max(100) });
const inviters = ['organization:administrator', 'organization:quality-manager', 'organization:planner'] as const;

/** How people come in: by a link, once. */
export const invitationRoutes = ({ people, doors, signIn, publicUrl }: Parts): RouteGroup =>
  routes((r) => {
    r.post(
      '/organizations/:organization/invitations',
      {
        summary: 'Invite a person to the organization or to a customer’s side',
        allow: inviters,
        body: z.union([
          z.strictObject({
            email: z.email().max(200),
            name: text(200),
            customer: z.null().default(null),
            team: id.nullable().default(null),
            roles: z.array(z.enum(organizationRoles)).min(1),
          }),
          z.strictObject({
            email: z.email().max(200),
            name: text(200),
            customer: id,
            team: z.null().default(null),
            roles: z.array(z.enum(customerRoles)).min(1),
          }),
        ]),
        answer: z.object({ invitation: id, link: z.string() }),
        status: 201,
      },
      ({ access, body }) => invite(access, publicUrl, body),
    );

    r.get(
      '/organizations/:organization/invitations',
      {
        summary: 'Invitations that wait',
        allow: inviters,
        answer: z.object({
          rows: z.array(
            z.object({
              id,
              email: z.string(),
              name: z.string(),
              customer: id.nullable(),
              roles: z.array(z.string()),
              invitedAt: instant,
              expiresAt: instant,
            }),
          ),
        }),
      },
      ({ access }) =>
        access.transaction(async (tx) => {
          // Policies: inside, inviters on access.invitation.
          const rows = await tx
            .selectFrom('access.invitation')
            .select(['invitation_id', 'email', 'name', 'customer_id', 'roles', 'invited_at', 'expires_at'])
            .where('organization_id', '=', access.organization.id)
            .where('accepted_at', 'is', null)
            .where('withdrawn_at', 'is', null)
            .orderBy('invited_at', 'desc')
            .execute();
          return ok({
            rows: rows.map((row) => ({
              id: row.invitation_id,
              email: row.email,
              name: row.name,
              customer: row.customer_id,
              roles: row.roles,
              invitedAt: row.invited_at,
              expiresAt: row.expires_at,
            })),
          });
        }),
    );

    r.post(
      '/organizations/:organization/invitations/:invitation/withdraw',
      {
        summary: 'Withdraw an invitation: its link opens nothing any more',
        allow: inviters,
        params: z.object({ invitation: id }),
      },
      ({ access, params }) =>
        access.transaction(async (tx) => {
          const withdrawn = await tx
            .updateTable('access.invitation')
            .set({ withdrawn_at: access.now() })
            .where('organization_id', '=', access.organization.id)
            .where('invitation_id', '=', params.invitation)
            .where('accepted_at', 'is', null)
            .returning('invitation_id')
            .executeTakeFirst();
          return withdrawn === undefined ? refuse('not-found') : ok(null);
        }),
    );

    r.open.get(
      '/invitations/:token',
      {
        summary: 'An invitation, for whoever holds its link',
        allow: 'anyone',
        params: token,
        answer: z.object({
          organization: z.string(),
          inviter: z.string(),
          email: z.string(),
          side: z.enum(['organization', 'customer']),
          customer: z.string().nullable(),
          roles: z.array(z.string()),
          /** Whether the address has an account already; told only to whoever holds the link. */
          known: z.boolean(),
        }),
      },
      async ({ params }) => {
        const found = await findInvitation(people, params.token);
        if (found === undefined) return refuse('link-used-up');
        const { organization, inviter, email, side, customer, roles } = found;
        return ok({ organization, inviter, email, side, customer, roles, known: await signIn.isKnown(email) });
      },
    );

    r.open.post(
      '/invitations/:token/acceptance',
      {
        summary: 'Accept an invitation: signed in, or with a name and a password',
        allow: 'anyone',
        params: token,
        body: z.strictObject({ name: text(200).optional(), password: z.string().min(10).max(200).optional() }),
        answer: z.object({ slug: z.string() }),
        status: 201,
      },
      async ({ visitor, params, body, reply }) => {
        const invitation = await findInvitation(people, params.token);
        if (invitation === undefined) return refuse('link-used-up');
        if (visitor.person !== null && visitor.person.email === invitation.email)
          return joinAsInvited(doors, invitation, visitor.person);
        // An address that has an account is joined by its owner only: he signs in first.
        if (body.password === undefined || (await signIn.isKnown(invitation.email))) return refuse('not-signed-in');
        const name = body.name ?? invitation.name;
        const { person } = await signIn.register({ name, email: invitation.email, password: body.password });
        const joined = await joinAsInvited(doors, invitation, { id: person, name });
        if (joined.ok) await signIn.stepInto(person, reply);
        return joined;
      },
    );
  });
