import { z } from 'zod';
import { type Block, textOf } from '../core/block.ts';
import { differenceOf } from '../core/difference.ts';
import type { ParameterValue } from '../core/parameters.ts';

const language = z.enum(['en', 'fr']);

/**
 * The answer that somebody who was cited holds, as the canonical JSON (RFC 8785) whose bytes the ledger vouches for. It names no
 * number of the house and nobody else; `salt` keeps its digest from telling anything once it is erased.
 */
export const answerDocument = z
  .object({
    format: z.literal('coprod-answer/1'),
    id: z.string(),
    organization: z.string(),
    words: z.object({ text: z.string(), language, saidAt: z.string() }),
    outcome: z.enum(['adopted', 'refused']),
    rule: z.object({ title: z.string(), version: z.number().int().nullable(), language }),
    decision: z.object({ reasons: z.string(), language, inWhoseName: z.string(), decidedAt: z.string() }),
    /** The text before and after, where it reads otherwise; null where there was none, or is none any more. */
    changes: z.array(z.object({ before: z.string().nullable(), after: z.string().nullable() })),
    salt: z.string(),
  })
  .meta({ id: 'AnswerDocument' });

export type AnswerDocument = z.output<typeof answerDocument>;

type Version = { readonly blocks: readonly Block[]; readonly parameters: Readonly<Record<string, ParameterValue>> };

/**
 * What reads otherwise between two versions, with the values of parameters put in: "at least 2 hours before" is a change of text
 * for who hears it, although only a number changed. Secret blocks are left out.
 */
export function changedTexts(before: Version, after: Version): AnswerDocument['changes'] {
  const secret = new Set([...before.blocks, ...after.blocks].filter((block) => block.secret).map((block) => block.id));
  const read = (content: Block['content'] | null, version: Version): string | null =>
    content === null ? null : textOf(content, (name) => String(version.parameters[name] ?? name));
  return differenceOf(before.blocks, after.blocks)
    .filter(({ block }) => !secret.has(block))
    .map((difference) => ({ before: read(difference.before, before), after: read(difference.after, after) }))
    .filter((change) => change.before !== change.after);
}
