import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { bytes, routes } from '../access/routes.ts';
import { beginProposalIn } from '../core/begin-proposal.ts';
import { type BlockContent, blockContent } from '../core/block.ts';
import { readDraft } from '../core/draft-page.ts';
import { blocksOf, findRule, parametersOf } from '../core/rule-store.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, text } from '../platform/schemas.ts';
import { blocksOfMarkdown, markdownOf } from './markdown.ts';

/** Procedures in and out as Markdown. */
export const markdownRoutes = routes((r) => {
  r.post(
    '/organizations/:organization/procedures/markdown',
    {
      summary: 'Begin a procedure from a Markdown file',
      allow: ['organization:*'],
      query: z.object({ title: text(200), label: text(40).optional(), language: z.enum(['en', 'fr']) }),
      body: bytes(),
      bodyLimit: 2 * 1_048_576,
      answer: z.object({ proposal: id, number: z.number().int(), rule: id, label: z.string() }),
      status: 201,
    },
    ({ access, query, body }) =>
      access.transaction((tx) =>
        beginProposalIn(tx, access, {
          title: query.title,
          why: '',
          method: 'by-owner',
          interventions: [],
          on: {
            kind: 'new-rule',
            rule: {
              kind: 'procedure',
              regulation: 'control',
              title: query.title,
              label: query.label ?? null,
              language: query.language,
              customer: null,
              reviewOn: null,
              blocks: blocksOfMarkdown(body.toString('utf8')),
              parameters: {},
            },
          },
        }),
      ),
  );

  r.get(
    '/organizations/:organization/rules/:rule/text.md',
    { summary: 'The version in force as Markdown', allow: ['organization:*'], params: z.object({ rule: id }) },
    async ({ access, params, reply }) => {
      const found = await access.transaction(async (tx) => {
        const rule = await findRule(tx, access.organization.id, params.rule);
        if (rule === undefined) return refuse('not-found');
        if (rule.version === 0) return refuse('not-in-force', { label: rule.label });
        const blocks = await blocksOf(tx, access.organization.id, params.rule, rule.version);
        const parameters = await parametersOf(tx, access.organization.id, params.rule, rule.version);
        return ok({ rule, blocks, parameters });
      });
      if (!found.ok) return found;
      const { rule, blocks, parameters } = found.value;
      return sendMarkdown(reply, `${rule.label}-v${rule.version}`, rule.title, { blocks, parameters });
    },
  );

  r.get(
    '/organizations/:organization/proposals/:proposal/text.md',
    {
      summary: 'The text of a proposal as Markdown',
      allow: ['organization:*'],
      params: z.object({ proposal: id }),
    },
    async ({ access, params, reply }) => {
      const found = await readDraft(access, params.proposal);
      if (!found.ok) return found;
      const { rule, number, blocks } = found.value;
      const parameters = Object.fromEntries(found.value.parameters.map(({ name, value }) => [name, value]));
      return sendMarkdown(reply, `${rule.label}-P${number}`, rule.title, { blocks, parameters });
    },
  );

  r.post(
    '/organizations/:organization/markdown',
    {
      summary: 'Read Markdown as blocks, for an editor to take in; nothing is written',
      allow: ['organization:*'],
      body: bytes(),
      bodyLimit: 2 * 1_048_576,
      answer: z.object({ blocks: z.array(blockContent) }),
    },
    async ({ body }) => ok({ blocks: blocksOfMarkdown(body.toString('utf8')) }),
  );
});

function sendMarkdown(
  reply: FastifyReply,
  name: string,
  title: string,
  text: {
    readonly blocks: readonly { readonly content: BlockContent }[];
    readonly parameters: Readonly<Record<string, number | boolean>>;
  },
): FastifyReply {
  const markdown = markdownOf(
    text.blocks.map((b) => b.content),
    (parameter) => String(text.parameters[parameter] ?? parameter),
  );
  return reply
    .type('text/markdown; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}.md"`)
    .send(`# ${title}\n\n${markdown}`);
}
