import { z } from 'zod';
import { id } from '../platform/schemas.ts';

/** A stretch of text with one look; or a parameter of the rule, shown with its value as a chip. */
const run = z.union([
  z.strictObject({
    text: z.string().max(20_000),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    code: z.literal(true).optional(),
    link: z
      .string()
      .max(2000)
      .regex(/^(https?:|mailto:|\/)/)
      .optional(),
  }),
  z.strictObject({ parameter: z.string().max(60) }),
]);
const runs = z.array(run).max(2000);

/** What a block holds, by its kind. Plain data: it is hashed, signed, compared and rendered from this alone. */
export const blockContent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), runs }),
    z.strictObject({ kind: z.literal('paragraph'), runs }),
    z.strictObject({
      kind: z.literal('list'),
      ordered: z.boolean(),
      items: z.array(z.strictObject({ depth: z.number().int().min(0).max(5), runs })).max(500),
    }),
    z.strictObject({ kind: z.literal('table'), header: z.boolean(), rows: z.array(z.array(runs).max(50)).max(500) }),
    z.strictObject({ kind: z.literal('picture'), file: id, alternative: z.string().max(1000) }),
  ])
  .meta({ id: 'BlockContent' });

export type Run = z.output<typeof run>;
export type BlockContent = z.output<typeof blockContent>;

/** A block as it stands in a draft or a version: its identity outlives edits, moves and splits. */
export type Block = {
  readonly id: string;
  readonly content: BlockContent;
  readonly secret: boolean;
  /** The block it was split from, if it was. */
  readonly from: string | null;
};

/** The words of a block, for search, differences and screen readers. Parameters read as their value where one is given. */
export function textOf(content: BlockContent, valueOf: (parameter: string) => string = (name) => `[${name}]`): string {
  const plain = (list: readonly Run[]): string =>
    list.map((r) => ('text' in r ? r.text : valueOf(r.parameter))).join('');
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return plain(content.runs);
    case 'list':
      return content.items.map((item) => plain(item.runs)).join('\n');
    case 'table':
      return content.rows.map((row) => row.map(plain).join('\t')).join('\n');
    case 'picture':
      return content.alternative;
  }
}

/** Whether two blocks read the same: what decides if a version changed a block. */
export const sameBlock = (a: Pick<Block, 'content' | 'secret'>, b: Pick<Block, 'content' | 'secret'>): boolean =>
  a.secret === b.secret && JSON.stringify(a.content) === JSON.stringify(b.content);

/** A paragraph of plain text: what most rules are made of. */
export const paragraph = (text: string): BlockContent => ({ kind: 'paragraph', runs: [{ text }] });
