import { z } from 'zod';
import { routes } from '../../access/routes.ts';
import { announce } from '../../core/live.ts';
import { ok, refuse } from '../../platform/result.ts';
import { id, instant, page, pageQuery } from '../../platform/schemas.ts';
import { messagePage } from '../message-page.ts';
import { outlinedSegments } from '../planning-schemas.ts';
import { findOutgoing, holdOutgoing, listOutgoing, setSent } from './outgoing-store.ts';

const readers = ['organization:planner', 'organization:team-lead', 'organization:quality-manager'] as const;

const outgoingRow = z
  .object({
    id,
    partner: id,
    customer: z.string(),
    reference: z.string(),
    kind: z.enum(['CONTRL', 'APERAK', '997', '999', 'TA1', 'DESADV', '856', '4913']),
    name: z.string(),
    test: z.boolean(),
    /** The interchange that it answers. */
    answers: id.nullable(),
    document: z.string().nullable(),
    madeAt: instant,
    state: z.enum(['waiting', 'sent']),
    sentAt: instant.nullable(),
    sentBy: z.enum(['folder', 'pick-up', 'page']).nullable(),
    /** What its recipient said of it. */
    verdict: z.enum(['received', 'accepted', 'rejected']).nullable(),
    verdictWords: z.string().nullable(),
    verdictAt: instant.nullable(),
    verdictBy: id.nullable(),
  })
  .meta({ id: 'Outgoing' });

/** Interchanges that leave: a folder, whoever fetches them here, or a person who downloads them. */
export const outgoingRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/outgoing',
    {
      summary: 'What left or waits to leave, newest first; fetch what waits, then say that you have it',
      allow: readers,
      scope: 'edi',
      query: pageQuery.extend({ partner: id.optional(), state: z.enum(['waiting', 'sent']).optional() }),
      answer: page(outgoingRow),
    },
    ({ access, query }) => access.transaction(async (tx) => ok(await listOutgoing(tx, access.organization.id, query))),
  );

  r.get(
    '/organizations/:organization/outgoing/:outgoing',
    {
      summary: 'One of them: its segments and what they mean, and what its recipient said of it',
      allow: readers,
      params: z.object({ outgoing: id }),
      answer: outgoingRow.extend(outlinedSegments).meta({ id: 'OutgoingPage' }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const found = await findOutgoing(tx, access.organization.id, params.outgoing);
        if (found === undefined) return refuse('not-found');
        return ok({ ...found, ...messagePage(found.bytes, access.language), size: found.bytes.length });
      }),
  );

  r.get(
    '/organizations/:organization/outgoing/:outgoing/bytes',
    {
      summary: 'Its bytes; reading them does not mark it as sent',
      allow: readers,
      scope: 'edi',
      params: z.object({ outgoing: id }),
    },
    async ({ access, params, reply }) => {
      const found = await access.transaction((tx) => findOutgoing(tx, access.organization.id, params.outgoing));
      if (found === undefined) return refuse('not-found');
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .send(found.bytes);
    },
  );

  r.post(
    '/organizations/:organization/outgoing/:outgoing/sent',
    {
      summary: 'Say that it is on its way: it was fetched whole, or passed on by hand',
      allow: ['organization:planner'],
      scope: 'edi',
      params: z.object({ outgoing: id }),
      body: z.strictObject({ by: z.enum(['pick-up', 'page']).default('pick-up') }),
    },
    ({ access, params, body }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const held = await holdOutgoing(tx, organization, params.outgoing);
        if (held === undefined) return refuse('not-found');
        // The answer to the first time was lost on its way: it is the same again.
        if (held.state === 'sent') return held.sent_by === body.by ? ok(null) : refuse('already-answered');
        await setSent(tx, organization, params.outgoing, body.by, access.now());
        await announce(tx, { organization, subject: { kind: 'outgoing', id: params.outgoing }, customer: null });
        return ok(null);
      }),
  );
});
