import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { id, instant } from '../platform/schemas.ts';
import { lineageOf } from './lineage.ts';

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

/** The heart of the house: which customer's words put it there, who decided in whose name, what it changed, who was told. */
export const lineageRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/rules/:rule/versions/:version/blocks/:block/lineage',
    {
      summary: 'Where a block comes from',
      allow: ['organization:*'],
      params: z.object({ rule: id, version: z.coerce.number().int().min(1), block: id }),
      answer: lineage,
    },
    ({ access, params }) => lineageOf(access, { ...params, subject: { kind: 'block', id: params.block } }),
  );

  r.get(
    '/organizations/:organization/rules/:rule/versions/:version/parameters/:name/lineage',
    {
      summary: 'Where the value of a parameter comes from',
      allow: ['organization:*'],
      params: z.object({ rule: id, version: z.coerce.number().int().min(1), name: z.string().max(60) }),
      answer: lineage,
    },
    ({ access, params }) => lineageOf(access, { ...params, subject: { kind: 'parameter', id: params.name } }),
  );
});
