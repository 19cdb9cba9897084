import { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';
import { demoPeople } from './demo.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';
import { isWelcome } from './welcome.ts';

const demoPerson = z
  .object({
    membership: id,
    name: z.string(),
    side: z.enum(['organization', 'customer']),
    customer: z.string().nullable(),
    roles: z.array(z.string()),
    slug: z.string(),
    organization: z.string(),
  })
  .meta({ id: 'DemoPerson' });

/** Looking around: the demo is built once, and whoever is there may be stepped into. Impossible in a real organization. */
export const demoRoutes = ({ people, signIn, buildDemo }: Parts): RouteGroup =>
  routes((r) => {
    r.open.get(
      '/demo/people',
      {
        summary: 'The people of the demo organizations; none where there is no demo',
        allow: 'anyone',
        answer: z.object({ rows: z.array(demoPerson) }),
      },
      async () => ok({ rows: await demoPeople(people) }),
    );

    r.open.post(
      '/demo/step-into',
      {
        summary: 'Be another person of the demo',
        allow: 'anyone',
        body: z.strictObject({ membership: id }),
        answer: z.object({ slug: z.string(), membership: id }),
      },
      async ({ body, reply }) => {
        const into = (await demoPeople(people)).find(({ membership }) => membership === body.membership);
        if (into === undefined) return refuse('not-in-a-demo');
        await signIn.stepInto(into.person, reply);
        return ok({ slug: into.slug, membership: into.membership });
      },
    );

    r.open.post(
      '/welcome/demo',
      {
        summary: 'Look around: builds the demo and steps into its first person. The welcome link stays good',
        allow: 'anyone',
        body: z.strictObject({ token: z.string().max(100) }),
        answer: z.object({ slug: z.string(), membership: id }),
        status: 201,
      },
      async ({ body, reply }) => {
        if (!(await isWelcome(people, body.token))) return refuse('link-used-up');
        if ((await demoPeople(people)).length === 0) await buildDemo?.();
        const [first] = await demoPeople(people);
        if (first === undefined) return refuse('not-found');
        await signIn.stepInto(first.person, reply);
        return ok({ slug: first.slug, membership: first.membership });
      },
    );
  });
