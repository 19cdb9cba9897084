import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../platform/ids.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, text } from '../platform/schemas.ts';
import { orNameTaken } from './name-taken.ts';
import { type RouteGroup, routes } from './routes.ts';

const body = z.strictObject({ name: text(200) });

/** Teams: those who apply a rule together, and say so together. */
export const teamRoutes: RouteGroup = routes((r) => {
  r.get(
    '/organizations/:organization/teams',
    {
      summary: 'The teams, and how many people each has',
      allow: ['organization:*'],
      answer: z.object({ rows: z.array(z.object({ id, name: z.string(), people: z.number().int() })) }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        // Policy: inside on access.team, access.membership.
        const rows = await tx
          .selectFrom('access.team as t')
          .select(['t.team_id as id', 't.name'])
          .select(
            sql<number>`(select count(*) from access.membership m
              where m.organization_id = t.organization_id and m.team_id = t.team_id and m.ended_at is null)`.as(
              'people',
            ),
          )
          .where('t.organization_id', '=', access.organization.id)
          .orderBy('t.name')
          .execute();
        return ok({ rows });
      }),
  );

  r.post(
    '/organizations/:organization/teams',
    { summary: 'Add a team', allow: ['organization:administrator'], body, answer: z.object({ id }), status: 201 },
    ({ access, body: { name } }) =>
      access
        .transaction(async (tx) => {
          const team = newId();
          // Policies: inside, administrator_adds on access.team.
          await tx
            .insertInto('access.team')
            .values({ organization_id: access.organization.id, team_id: team, name })
            .execute();
          return ok({ id: team });
        })
        .catch(orNameTaken(name)),
  );

  r.put(
    '/organizations/:organization/teams/:team',
    {
      summary: 'Give a team another name',
      allow: ['organization:administrator'],
      params: z.object({ team: id }),
      body,
      answer: z.object({}),
    },
    ({ access, params, body: { name } }) =>
      access
        .transaction(async (tx) => {
          // Policies: inside, administrator_changes on access.team.
          const renamed = await tx
            .updateTable('access.team')
            .set({ name })
            .where('organization_id', '=', access.organization.id)
            .where('team_id', '=', params.team)
            .returning('team_id')
            .executeTakeFirst();
          return renamed === undefined ? refuse('not-found') : ok({});
        })
        .catch(orNameTaken(name)),
  );
});
