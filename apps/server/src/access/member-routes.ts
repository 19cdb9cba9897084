import { sql } from 'kysely';
import { z } from 'zod';
import { ok } from '../platform/result.ts';
import { id, instant, page, pageQuery, text } from '../platform/schemas.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import { changeMembership } from './change-membership.ts';
import { customerRoles, organizationRoles } from './roles.ts';
import { type RouteGroup, routes } from './routes.ts';

const member = z
  .object({
    membership: id,
    name: z.string(),
    email: z.string(),
    side: z.enum(['organization', 'customer']),
    customer: z.string().nullable(),
    team: z.string().nullable(),
    teamId: id.nullable(),
    roles: z.array(z.string()),
    since: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Member' });

/** The people of both sides, and who may do what. */
export const memberRoutes: RouteGroup = routes((r) => {
  r.get(
    '/organizations/:organization/members',
    {
      summary: 'Everybody who belongs or belonged here, on either side, by name',
      allow: ['organization:administrator', 'organization:quality-manager', 'organization:planner'],
      query: pageQuery.extend({
        find: text(100).optional(),
        customer: id.optional(),
        state: z.enum(['present', 'ended']).default('present'),
      }),
      answer: page(member),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const key = decodeKey(query.after, 2);
        // Policy: inside on access.membership, access.customer, access.team. Index: membership_by_name.
        const rows = await tx
          .selectFrom('access.membership as m')
          .leftJoin('access.customer as c', (join) =>
            join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
          )
          .leftJoin('access.team as t', (join) =>
            join.onRef('t.organization_id', '=', 'm.organization_id').onRef('t.team_id', '=', 'm.team_id'),
          )
          .select([
            'm.membership_id as membership',
            'm.name',
            'm.email',
            'm.side',
            'c.name as customer',
            't.name as team',
            'm.team_id as teamId',
            'm.roles',
            'm.since',
            'm.ended_at as endedAt',
          ])
          .where('m.organization_id', '=', access.organization.id)
          .where('m.ended_at', query.state === 'present' ? 'is' : 'is not', null)
          .$if(query.customer !== undefined, (q) => q.where('m.customer_id', '=', query.customer!))
          .$if(query.find !== undefined, (q) => {
            const pattern = `%${query.find!.replaceAll(/[\\%_]/g, '\\$&')}%`;
            return q.where((eb) => eb.or([eb('m.name', 'ilike', pattern), eb('m.email', 'ilike', pattern)]));
          })
          .$if(key !== undefined, (q) =>
            q.where(sql<boolean>`(m.name, m.membership_id) > (${key?.[0]}, ${key?.[1]}::uuid)`),
          )
          .orderBy('m.name')
          .orderBy('m.membership_id')
          .limit(query.limit + 1)
          .execute();
        return ok(toPage(rows, query.limit, (row) => [row.name, row.membership]));
      }),
  );

  r.put(
    '/organizations/:organization/members/:membership',
    {
      summary: 'Change roles and team of somebody',
      allow: ['organization:administrator'],
      params: z.object({ membership: id }),
      body: z.strictObject({
        roles: z
          .array(z.enum([...organizationRoles, ...customerRoles]))
          .min(1)
          .max(6),
        team: id.nullable().default(null),
      }),
      answer: z.object({}),
    },
    ({ access, params, body }) => changeMembership(access, params.membership, { kind: 'roles', ...body }),
  );

  r.post(
    '/organizations/:organization/members/:membership/end',
    {
      summary: 'End a membership; what the person wrote stays under the name',
      allow: ['organization:administrator'],
      params: z.object({ membership: id }),
      answer: z.object({}),
    },
    ({ access, params }) => changeMembership(access, params.membership, { kind: 'end' }),
  );
});
