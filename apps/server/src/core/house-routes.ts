import { sql } from 'kysely';
import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { ok } from '../platform/result.ts';
import { id, text } from '../platform/schemas.ts';
import { rulesTouchedBy } from './rules-touched.ts';
import { search } from './search.ts';

/** What is the same in every room: search over all that I may see, the customers, the colleagues. */
export const houseRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/search',
    {
      summary: 'Search over everything that the caller may see',
      allow: ['organization:*', 'customer:*'],
      query: z.object({ q: z.string().max(200).default('') }),
      answer: z.object({
        found: z.array(z.object({ kind: z.string(), id, label: z.string(), title: z.string(), passage: z.string() })),
      }),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const found = await search(tx, query.q, 30);
        return ok({
          found: found.map((f) => ({
            kind: f.subject_kind,
            id: f.subject_id,
            label: f.label,
            title: f.title,
            passage: f.passage,
          })),
        });
      }),
  );

  r.get(
    '/organizations/:organization/customers',
    {
      summary: 'The customers of the organization',
      allow: ['organization:*'],
      answer: z.object({
        rows: z.array(
          z.object({
            id,
            name: z.string(),
            language: z.enum(['en', 'fr']),
            conflictClass: z.string().nullable(),
            /** The ways in by which he has come so far. */
            waysIn: z.array(z.enum(['certification', 'voice', 'planning'])),
            people: z.number().int(),
            open: z.number().int(),
            unacknowledged: z.number().int(),
            secrets: z.number().int(),
          }),
        ),
      }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        // Policy: inside on access.customer, access.membership, core.intervention, core.transmission, core.disclosure.
        const rows = await tx
          .selectFrom('access.customer as c')
          .select(['c.customer_id', 'c.name', 'c.language', 'c.conflict_class'])
          .select([
            sql<
              ('certification' | 'voice' | 'planning')[]
            >`array(select w.channel from unnest(array['certification', 'voice', 'planning']) w (channel)
              where exists (select from core.intervention i where i.organization_id = c.organization_id and i.customer_id = c.customer_id
                and i.channel = w.channel))`.as('ways_in'),
            sql<number>`(select count(*) from access.membership m where m.organization_id = c.organization_id and m.customer_id = c.customer_id and m.ended_at is null)`.as(
              'people',
            ),
            sql<number>`(select count(*) from core.intervention i where i.organization_id = c.organization_id and i.customer_id = c.customer_id and i.channel in ('certification', 'voice', 'planning') and i.state in ('open', 'offered'))`.as(
              'open',
            ),
            sql<number>`(select count(*) from core.transmission t where t.organization_id = c.organization_id and t.customer_id = c.customer_id and t.acknowledged_at is null and t.superseded_by is null)`.as(
              'unacknowledged',
            ),
            sql<number>`(select count(*) from core.disclosure d where d.organization_id = c.organization_id and d.customer_id = c.customer_id and d.revoked_at is null)`.as(
              'secrets',
            ),
          ])
          .where('c.organization_id', '=', access.organization.id)
          .orderBy('c.name')
          .execute();
        return ok({
          rows: rows.map((row) => ({
            id: row.customer_id,
            name: row.name,
            language: row.language,
            conflictClass: row.conflict_class,
            waysIn: row.ways_in,
            people: row.people,
            open: row.open,
            unacknowledged: row.unacknowledged,
            secrets: row.secrets,
          })),
        });
      }),
  );

  r.get(
    '/organizations/:organization/customers/:customer/rules',
    {
      summary: 'The rules that a customer has touched: agreed with him, or changed by his words',
      allow: ['organization:*'],
      params: z.object({ customer: id }),
      answer: z.object({
        rows: z.array(
          z.object({
            id,
            label: z.string(),
            title: z.string(),
            version: z.number().int(),
            agreed: z.boolean(),
            words: z.number().int(),
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const rows = await rulesTouchedBy(tx, access.organization.id, params.customer);
        return ok({ rows: rows.map(({ rule_id, ...row }) => ({ id: rule_id, ...row })) });
      }),
  );

  r.get(
    '/organizations/:organization/people',
    {
      summary: 'Colleagues: who can own a rule, be asked, be assigned',
      allow: ['organization:*'],
      query: z.object({ name: text(100).optional() }),
      answer: z.object({
        rows: z.array(
          z.object({ membership: id, name: z.string(), roles: z.array(z.string()), team: z.string().nullable() }),
        ),
      }),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const rows = await tx
          .selectFrom('access.membership as m')
          .leftJoin('access.team as t', (join) =>
            join.onRef('t.organization_id', '=', 'm.organization_id').onRef('t.team_id', '=', 'm.team_id'),
          )
          .select(['m.membership_id', 'm.name', 'm.roles', 't.name as team'])
          .where('m.organization_id', '=', access.organization.id)
          .where('m.side', '=', 'organization')
          .where('m.ended_at', 'is', null)
          .$if(query.name !== undefined, (q) =>
            q.where('m.name', 'ilike', `%${query.name!.replaceAll(/[\\%_]/g, '\\$&')}%`),
          )
          .orderBy('m.name')
          .execute();
        return ok({
          rows: rows.map((row) => ({
            membership: row.membership_id,
            name: row.name,
            roles: row.roles,
            team: row.team,
          })),
        });
      }),
  );
});
