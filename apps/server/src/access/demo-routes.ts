import { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';
import { isWelcome } from './welcome.ts';

/** Looking around: a demo organization, and its people to step into. Nothing here works in a real organization. */
export const demoRoutes = ({ people, signIn, buildDemo }: Parts): RouteGroup =>
  routes((r) => {
    r.open.post(
      '/welcome/demo',
      {
        summary: 'Look around: build the demo, once, and step into it. The link is not used up',
        allow: 'anyone',
        body: z.strictObject({ token: z.string().max(100) }),
        answer: z.object({ slug: z.string() }),
        status: 201,
      },
      async ({ body, reply }) => {
        if (!(await isWelcome(people, body.token))) return refuse('link-used-up');
        const { slug, person } = await buildDemo();
        await signIn.stepInto(person, reply);
        return ok({ slug });
      },
    );

    r.get(
      '/organizations/:organization/demo/people',
      {
        summary: 'The people of the demo, to step into',
        allow: ['organization:*', 'customer:*'],
        answer: z.object({
          rows: z.array(
            z.object({
              membership: id,
              name: z.string(),
              side: z.enum(['organization', 'customer']),
              customer: z.string().nullable(),
              roles: z.array(z.string()),
              organization: z.string(),
            }),
          ),
        }),
      },
      async ({ access }) => {
        if (!access.organization.demo) return refuse('not-in-a-demo');
        // Policy: sign_in_reads on access.membership, access.organization, access.customer; demo organizations only.
        const rows = await people
          .selectFrom('access.membership as m')
          .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
          .leftJoin('access.customer as c', (join) =>
            join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
          )
          .select(['m.membership_id', 'm.name', 'm.side', 'c.name as customer', 'm.roles', 'o.name as organization'])
          .where('o.demo', '=', true)
          .where('m.ended_at', 'is', null)
          // Whoever only fills a team is not somebody to step into.
          .where((eb) => eb.not(eb('m.roles', '=', ['member'])))
          .orderBy('o.name')
          .orderBy('m.side', 'desc')
          .orderBy('m.since')
          .limit(40)
          .execute();
        return ok({ rows: rows.map(({ membership_id, ...row }) => ({ membership: membership_id, ...row })) });
      },
    );

    r.post(
      '/organizations/:organization/demo/step-into',
      {
        summary: 'Become another person of the demo',
        allow: ['organization:*', 'customer:*'],
        body: z.strictObject({ membership: id }),
        answer: z.object({ slug: z.string() }),
      },
      async ({ access, body, reply }) => {
        if (!access.organization.demo) return refuse('not-in-a-demo');
        const wanted = await people
          .selectFrom('access.membership as m')
          .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
          .select(['m.person_id', 'o.slug'])
          .where('m.membership_id', '=', body.membership)
          .where('o.demo', '=', true)
          .where('m.ended_at', 'is', null)
          .executeTakeFirst();
        if (wanted === undefined) return refuse('not-found');
        await signIn.stepInto(wanted.person_id, reply);
        return ok({ slug: wanted.slug });
      },
    );
  });
