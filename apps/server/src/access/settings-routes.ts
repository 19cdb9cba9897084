import { sql } from 'kysely';
import { z } from 'zod';
import { decodeKey, toPage } from '../platform/key-page.ts';
import { ok } from '../platform/result.ts';
import { id, instant, language, page, pageQuery, text } from '../platform/schemas.ts';
import { isTimeZone } from '../platform/time-zone.ts';
import type { Parts } from './room.ts';
import { type RouteGroup, routes } from './routes.ts';

const settings = z.strictObject({
  name: text(200),
  language,
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'a time zone such as Europe/Paris' }),
  waysIn: z
    .array(z.enum(['certification', 'voice', 'planning']))
    .min(1)
    .max(3),
});

/** What the administrator keeps: the organization itself, and the mail that left or would leave. */
export const settingsRoutes = ({ sendsMail }: Parts): RouteGroup =>
  routes((r) => {
    r.put(
      '/organizations/:organization/settings',
      {
        summary: 'Change name, language, time zone and ways in of the organization',
        allow: ['organization:administrator'],
        body: settings,
        answer: z.object({}),
      },
      ({ access, body }) =>
        access.transaction(async (tx) => {
          // Policies: inside, administrator_changes on access.organization.
          await tx
            .updateTable('access.organization')
            .set({
              name: body.name,
              language: body.language,
              time_zone: body.timeZone,
              ways_in: [...new Set(body.waysIn)],
            })
            .where('organization_id', '=', access.organization.id)
            .execute();
          return ok({});
        }),
    );

    r.get(
      '/organizations/:organization/outbox',
      {
        summary: 'Mail, newest first: what left, and what would have left if a mail server were configured',
        allow: ['organization:administrator'],
        query: pageQuery,
        answer: page(
          z.object({
            id,
            recipient: z.string(),
            customer: z.string().nullable(),
            subject: z.string(),
            body: z.string(),
            writtenAt: instant,
            sentAt: instant.nullable(),
            failure: z.string().nullable(),
          }),
        ).extend({ sendsMail: z.boolean() }),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const key = decodeKey(query.after, 2);
          // Policies: inside, administrator_only, no_links on access.mail. Index: mail_newest.
          const rows = await tx
            .selectFrom('access.mail as m')
            .leftJoin('access.customer as c', (join) =>
              join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
            )
            .select([
              'm.mail_id as id',
              'm.recipient',
              'c.name as customer',
              'm.subject',
              'm.body',
              'm.written_at as writtenAt',
              'm.sent_at as sentAt',
              'm.failure',
            ])
            .where('m.organization_id', '=', access.organization.id)
            .$if(key !== undefined, (q) =>
              q.where(
                sql<boolean>`(m.written_at < ${key?.[0]}::timestamptz or (m.written_at = ${key?.[0]}::timestamptz and m.mail_id > ${key?.[1]}::uuid))`,
              ),
            )
            .orderBy('m.written_at', 'desc')
            .orderBy('m.mail_id')
            .limit(query.limit + 1)
            .execute();
          return ok({ ...toPage(rows, query.limit, (row) => [row.writtenAt.toString(), row.id]), sendsMail });
        }),
    );
  });
