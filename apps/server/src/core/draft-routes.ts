import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { ok } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';
import { blockContent } from './block.ts';
import { draftPage, readDraft } from './draft-page.ts';
import { editDraft, writeParameter } from './edit-draft.ts';
import { comeIn, goOut } from './presence.ts';

const proposalId = z.object({ proposal: id });

const draftChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('insert'),
    block: id,
    after: id.nullable(),
    content: blockContent,
    secret: z.boolean().default(false),
    from: id.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('write'), block: id, revision: z.number().int(), content: blockContent }),
  z.strictObject({ kind: z.literal('secrecy'), block: id, revision: z.number().int(), secret: z.boolean() }),
  z.strictObject({ kind: z.literal('move'), block: id, after: id.nullable() }),
  z.strictObject({ kind: z.literal('remove'), block: id, revision: z.number().int() }),
  z.strictObject({ kind: z.literal('restore'), block: id }),
]);

/** The text of a proposal while it is written, by several people at once. */
export const draftRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/proposals/:proposal/draft',
    {
      summary: 'The draft of a proposal: its blocks with revision and last author',
      allow: ['organization:*'],
      params: proposalId,
      answer: draftPage,
    },
    ({ access, params }) => readDraft(access, params.proposal),
  );

  r.put(
    '/organizations/:organization/proposals/:proposal/draft',
    {
      summary: 'Change blocks of a draft, all or none',
      allow: ['organization:*'],
      params: proposalId,
      body: z.strictObject({ changes: z.array(draftChange).min(1).max(500) }),
      bodyLimit: 4 * 1_048_576,
      answer: z.object({ revisions: z.record(z.string(), z.number().int()) }),
    },
    ({ access, params, body }) => editDraft(access, params.proposal, body.changes),
  );

  r.put(
    '/organizations/:organization/proposals/:proposal/parameters/:name',
    {
      summary: 'Set a parameter in a draft',
      allow: ['organization:*'],
      params: proposalId.extend({ name: z.string().max(60) }),
      body: z.strictObject({ value: z.union([z.number(), z.boolean()]) }),
    },
    ({ access, params, body }) => writeParameter(access, params.proposal, params.name, body.value),
  );

  r.put(
    '/organizations/:organization/proposals/:proposal/presence',
    {
      summary: 'Say that one has the draft open, and learn who else has',
      allow: ['organization:*'],
      params: proposalId,
      body: z.strictObject({ block: id.nullable().default(null) }),
      answer: z.object({
        rows: z.array(z.object({ membership: id, name: z.string(), block: id.nullable() })),
      }),
    },
    async ({ access, params, body }) => {
      const others = await comeIn(access, params.proposal, body.block);
      return others.ok ? ok({ rows: others.value }) : others;
    },
  );

  r.delete(
    '/organizations/:organization/proposals/:proposal/presence',
    { summary: 'Say that one has closed the draft', allow: ['organization:*'], params: proposalId },
    ({ access, params }) => goOut(access, params.proposal),
  );
});
