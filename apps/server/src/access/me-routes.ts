import { z } from 'zod';
import { ok } from '../platform/result.ts';
import { id, language } from '../platform/schemas.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';

const membership = z
  .object({
    membership: id,
    organization: z.object({
      slug: z.string(),
      name: z.string(),
      language,
      timeZone: z.string(),
      waysIn: z.array(z.string()),
      demo: z.boolean(),
    }),
    side: z.enum(['organization', 'customer']),
    customer: z.string().nullable(),
    name: z.string(),
    roles: z.array(z.string()),
  })
  .meta({ id: 'Membership' });

const me = z
  .object({
    person: z.object({ id, name: z.string(), email: z.string() }).nullable(),
    memberships: z.array(membership),
  })
  .meta({ id: 'Me' });

/** Who I am, and where I may go. */
export const meRoutes = ({ people }: Parts): RouteGroup =>
  routes((r) => {
    r.open.get(
      '/me',
      { summary: 'The signed-in person and his memberships', allow: 'anyone', answer: me },
      async ({ visitor }) => {
        if (visitor.person === null) return ok({ person: null, memberships: [] });
        // Policy: sign_in_reads on access.membership, access.organization, access.customer.
        const rows = await people
          .selectFrom('access.membership as m')
          .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
          .leftJoin('access.customer as c', (join) =>
            join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
          )
          .select([
            'm.membership_id',
            'm.side',
            'm.name',
            'm.roles',
            'o.slug',
            'o.name as organization',
            'o.language',
            'o.time_zone',
            'o.ways_in',
            'o.demo',
            'c.name as customer',
          ])
          .where('m.person_id', '=', visitor.person.id)
          .where('m.ended_at', 'is', null)
          .orderBy('o.name')
          .orderBy('m.side', 'desc')
          .execute();
        const memberships = rows.map((row) => ({
          membership: row.membership_id,
          organization: {
            slug: row.slug,
            name: row.organization,
            language: row.language,
            timeZone: row.time_zone,
            waysIn: row.ways_in,
            demo: row.demo,
          },
          side: row.side,
          customer: row.customer,
          name: row.name,
          roles: row.roles,
        }));
        return ok({ person: visitor.person, memberships });
      },
    );
  });
