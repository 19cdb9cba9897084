import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import type { Result } from '../platform/result.ts';
import { id, instant } from '../platform/schemas.ts';
import { lineageOf } from './lineage.ts';
import { provOf } from './lineage-prov.ts';

const count = z.number().int();
const lineage = z
  .object({
    subject: z.object({ kind: z.enum(['block', 'parameter']), id: z.string() }),
    changes: z.array(
      z.object({
        version: count,
        inForceFrom: instant,
        words: z.array(z.object({ how: z.enum(['same', 'inserted', 'deleted']), text: z.string() })),
        proposal: z.object({ id, number: count, title: z.string() }),
        origins: z.array(
          z.object({
            intervention: id,
            number: count,
            channel: z.enum(['certification', 'voice', 'planning']),
            customer: z.string().nullable(),
            words: z.string(),
            language: z.string(),
            consent: z.string(),
            happenedAt: instant,
            precise: z.boolean(),
          }),
        ),
        objections: z.object({ raised: count, answered: count, withdrawn: count }),
        voices: z.object({ consent: count, inNameOfCustomers: count }),
        decision: z.object({
          id,
          method: z.string(),
          decidedBy: z.string(),
          inWhoseName: z.string(),
          reasons: z.string(),
          decidedAt: instant,
        }),
        transmissions: z.object({ sent: count, acknowledged: count, withheld: count }),
      }),
    ),
  })
  .meta({ id: 'Lineage' });

const ofBlock = z.object({ rule: id, version: z.coerce.number().int().min(1), block: id });
const ofParameter = z.object({ rule: id, version: z.coerce.number().int().min(1), name: z.string().max(60) });

/** The heart of the house: which customer's words put it there, who decided in whose name, what it changed, who was told. */
export const lineageRoutes = ({ publicUrl }: Parts): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/rules/:rule/versions/:version/blocks/:block/lineage',
      { summary: 'Where a block comes from', allow: ['organization:*'], params: ofBlock, answer: lineage },
      ({ access, params }) => lineageOf(access, { ...params, subject: { kind: 'block', id: params.block } }),
    );

    r.get(
      '/organizations/:organization/rules/:rule/versions/:version/parameters/:name/lineage',
      {
        summary: 'Where the value of a parameter comes from',
        allow: ['organization:*'],
        params: ofParameter,
        answer: lineage,
      },
      ({ access, params }) => lineageOf(access, { ...params, subject: { kind: 'parameter', id: params.name } }),
    );

    r.get(
      '/organizations/:organization/rules/:rule/versions/:version/blocks/:block/lineage.prov.json',
      { summary: 'Where a block comes from, as W3C PROV-JSON', allow: ['organization:*'], params: ofBlock },
      ({ access, params, reply }) =>
        sendProv(access, reply, publicUrl, { ...params, subject: { kind: 'block', id: params.block } }),
    );

    r.get(
      '/organizations/:organization/rules/:rule/versions/:version/parameters/:name/lineage.prov.json',
      {
        summary: 'Where the value of a parameter comes from, as W3C PROV-JSON',
        allow: ['organization:*'],
        params: ofParameter,
      },
      ({ access, params, reply }) =>
        sendProv(access, reply, publicUrl, { ...params, subject: { kind: 'parameter', id: params.name } }),
    );
  });

/** A file to keep, for programs that read provenance. */
async function sendProv(
  access: Access,
  reply: FastifyReply,
  publicUrl: URL,
  of: Parameters<typeof lineageOf>[1],
): Promise<Result<unknown> | FastifyReply> {
  const found = await lineageOf(access, of);
  if (!found.ok) return found;
  const pages = new URL(`o/${access.organization.slug}/`, publicUrl);
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="lineage-v${of.version}.prov.json"`)
    .send(JSON.stringify(provOf(found.value, { rule: of.rule, pages }), null, 2));
}
