import { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { language, text } from '../platform/schemas.ts';
import { isTimeZone } from '../platform/time-zone.ts';
import { isOfTheDemo } from './demo.ts';
import { foundOrganization } from './found-organization.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';
import { isWelcome, useWelcome } from './welcome.ts';

const newOrganization = z.strictObject({
  token: z.string().max(100),
  name: text(200),
  language,
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'a time zone such as Europe/Paris' }),
  waysIn: z
    .array(z.enum(['certification', 'voice', 'planning']))
    .min(1)
    .max(3),
  person: z.strictObject({ name: text(200), email: z.email().max(200), password: z.string().min(10).max(200) }),
});

/** The first start: a one-time link, and the house behind it. */
export const welcomeRoutes = ({ people, doors, signIn, founding }: Parts): RouteGroup =>
  routes((r) => {
    r.open.get(
      '/welcome/:token',
      {
        summary: 'Whether a welcome link still opens the house',
        allow: 'anyone',
        params: z.object({ token: z.string().max(100) }),
        answer: z.object({ open: z.boolean() }),
      },
      async ({ params }) => ok({ open: await isWelcome(people, params.token) }),
    );

    r.open.post(
      '/welcome',
      {
        summary: 'Found the first organization with its administrator',
        allow: 'anyone',
        body: newOrganization,
        answer: z.object({ slug: z.string() }),
        status: 201,
      },
      async ({ body, reply }) => {
        if (!(await useWelcome(people, body.token))) return refuse('link-used-up');
        const { name, email, password } = body.person;
        const registered = await signIn.register({ name, email, password });
        if (registered.existed && (await isOfTheDemo(people, registered.person)))
          return refuse('not-in-a-real-organization');
        const isTaken = async (slug: string): Promise<boolean> =>
          (await people
            .selectFrom('access.organization')
            .select('slug')
            .where('slug', '=', slug)
            .executeTakeFirst()) !== undefined;
        const founded = await foundOrganization(
          doors,
          {
            name: body.name,
            language: body.language,
            timeZone: body.timeZone,
            waysIn: body.waysIn,
            demo: false,
            // The founder of a small house does everything at first; he hands roles on when colleagues come.
            founder: {
              person: registered.person,
              name,
              email,
              roles: ['administrator', 'quality-manager', 'planner', 'team-lead'],
            },
          },
          isTaken,
          founding,
        );
        if (!registered.existed) await signIn.stepInto(registered.person, reply);
        return ok({ slug: founded.slug });
      },
    );
  });
