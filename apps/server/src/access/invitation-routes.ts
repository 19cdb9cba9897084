import { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, text } from '../platform/schemas.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { invite } from './invite.ts';
import { customerRoles, organizationRoles } from './roles.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';

const email = z.email().max(200).toLowerCase();
const wish = z.union([
  z.strictObject({
    email,
    name: text(200),
    customer: z.null().default(null),
    team: id.nullable().default(null),
    roles: z.array(z.enum(organizationRoles)).min(1).max(organizationRoles.length),
  }),
  z.strictObject({
    email,
    name: text(200),
    customer: id,
    team: z.null().default(null),
    roles: z.array(z.enum(customerRoles)).min(1).max(customerRoles.length),
  }),
]);

const invitation = z
  .object({
    organization: z.string(),
    inviter: z.string(),
    email: z.string(),
    name: z.string(),
    side: z.enum(['organization', 'customer']),
    customer: z.string().nullable(),
    roles: z.array(z.string()),
    known: z.boolean(),
  })
  .meta({ id: 'Invitation' });

const inviters = ['organization:administrator', 'organization:quality-manager', 'organization:planner'] as const;
const token = z.object({ token: z.string().max(100) });

/** Invitations: made and withdrawn inside, looked at and accepted by link. */
export const invitationRoutes = (parts: Parts): RouteGroup =>
  routes((r) => {
    r.post(
      '/organizations/:organization/invitations',
      {
        summary: 'Invite a colleague, or a person of a customer, by mail and link',
        allow: [...inviters],
        body: wish,
        answer: z.object({ invitation: id, link: z.string() }),
        status: 201,
      },
      ({ access, body }) => invite(access, parts.publicUrl, body),
    );

    r.get(
      '/organizations/:organization/invitations',
      {
        summary: 'Invitations that nobody has accepted yet',
        allow: [...inviters],
        answer: z.object({
          rows: z.array(
            z.object({
              id,
              name: z.string(),
              email: z.string(),
              side: z.enum(['organization', 'customer']),
              customer: z.string().nullable(),
              roles: z.array(z.string()),
              inviter: z.string(),
              invitedAt: instant,
              expiresAt: instant,
            }),
          ),
        }),
      },
      ({ access }) =>
        access.transaction(async (tx) => {
          // Policies: inside, inviters on access.invitation; inside on access.membership, access.customer.
          const rows = await tx
            .selectFrom('access.invitation as i')
            .innerJoin('access.membership as m', (join) =>
              join.onRef('m.organization_id', '=', 'i.organization_id').onRef('m.membership_id', '=', 'i.invited_by'),
            )
            .leftJoin('access.customer as c', (join) =>
              join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
            )
            .select([
              'i.invitation_id as id',
              'i.name',
              'i.email',
              'i.side',
              'c.name as customer',
              'i.roles',
              'm.name as inviter',
              'i.invited_at as invitedAt',
              'i.expires_at as expiresAt',
            ])
            .where('i.organization_id', '=', access.organization.id)
            .where('i.accepted_at', 'is', null)
            .where('i.withdrawn_at', 'is', null)
            .where('i.expires_at', '>', access.now())
            .orderBy('i.invited_at', 'desc')
            .limit(1000)
            .execute();
          return ok({ rows });
        }),
    );

    r.post(
      '/organizations/:organization/invitations/:invitation/withdraw',
      {
        summary: 'Withdraw an invitation: its link opens nothing any more',
        allow: [...inviters],
        params: z.object({ invitation: id }),
        answer: z.object({}),
      },
      ({ access, params }) =>
        access.transaction(async (tx) => {
          // Policies: inside, inviters on access.invitation.
          const withdrawn = await tx
            .updateTable('access.invitation')
            .set({ withdrawn_at: access.now() })
            .where('organization_id', '=', access.organization.id)
            .where('invitation_id', '=', params.invitation)
            .where('accepted_at', 'is', null)
            .where('withdrawn_at', 'is', null)
            .returning('invitation_id')
            .executeTakeFirst();
          return withdrawn === undefined ? refuse('not-found') : ok({});
        }),
    );

    r.open.get(
      '/invitations/:token',
      { summary: 'Who invites, to what, as what', allow: 'anyone', params: token, answer: invitation },
      ({ params }) => readInvitation(parts.people, params.token, parts.doors.now()),
    );

    r.open.post(
      '/invitations/:token/acceptance',
      {
        summary: 'Join: as the signed-in person, or as a new one with name and password',
        allow: 'anyone',
        params: token,
        body: z.strictObject({ name: text(200).optional(), password: z.string().min(10).max(200).optional() }),
        answer: z.object({ slug: z.string() }),
        status: 201,
      },
      async ({ params, body, visitor, reply }) => {
        const joined = await acceptInvitation(parts, params.token, visitor.person, body);
        if (!joined.ok) return joined;
        if (joined.value.isNew) await parts.signIn.stepInto(joined.value.person, reply);
        return ok({ slug: joined.value.slug });
      },
    );
  });
