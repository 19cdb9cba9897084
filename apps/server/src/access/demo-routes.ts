import { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';
import { demoPeople, demoPerson } from './demo.ts';
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
        return ok({ rows: await demoPeople(people) });
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
        const wanted = await demoPerson(people, body.membership);
        if (wanted === undefined) return refuse('not-in-a-demo');
        await signIn.stepInto(wanted.person, reply);
        return ok({ slug: wanted.slug });
      },
    );
  });
