import { type Block as IssuedBlock, issueDocument, present, verifyPresentation } from '@coprod/disclosure';
import { type Json, type Signer, canonicalJson, formatVerifierKey, utf8 } from '@coprod/ledger';
import { z } from 'zod';
import { type Block, type BlockContent, type Run, blockContent } from './block.ts';

/** A block as one customer gets it: a hole keeps its place and shows nothing else. */
const visibleBlock = z.discriminatedUnion('state', [
  z.object({
    state: z.enum(['open', 'granted']),
    position: z.number().int(),
    id: z.uuid(),
    content: blockContent,
    /** The agreement under which a secret block was granted to him. */
    agreement: z.string().nullable(),
  }),
  z.object({ state: z.literal('withheld'), position: z.number().int() }),
]);

/** What a customer reads of a version: facts, and its blocks in their order. */
export const visibleDocument = z
  .object({
    organization: z.string(),
    label: z.string(),
    version: z.number().int(),
    title: z.string(),
    decidedAt: z.string(),
    customer: z.string(),
    blocks: z.array(visibleBlock),
  })
  .meta({ id: 'VisibleDocument' });

export type VisibleBlock = z.output<typeof visibleBlock>;
export type VisibleDocument = z.output<typeof visibleDocument>;

export type Facts = Omit<VisibleDocument, 'blocks'>;

/**
 * The file that leaves for one customer, and what can be read in it. What stands in the file is read back from its own bytes: the
 * page, the PDF and the preview show that and nothing else, so they cannot show more than leaves.
 * @param disclosed ids of the blocks that he gets; the value is the agreement of a granted one, null for an open one
 * @param valueOf a parameter of the rule as text: the customer has no table to look it up in
 */
export function writeTransmission(
  facts: Facts,
  blocks: readonly Block[],
  disclosed: ReadonlyMap<string, string | null>,
  valueOf: (parameter: string) => string,
  { signer, random }: { readonly signer: Signer; readonly random: (length: number) => Uint8Array },
): { readonly bytes: Uint8Array; readonly document: VisibleDocument } {
  const issued = issueDocument(
    {
      facts: {
        organization: facts.organization,
        rule: facts.label,
        version: facts.version,
        title: facts.title,
        decidedAt: facts.decidedAt,
        customer: facts.customer,
      },
      blocks: blocks.map((block): IssuedBlock => ({
        id: block.id,
        kind: block.content.kind,
        content: withValues(block.content, valueOf) as unknown as Json,
      })),
    },
    { signer, random },
  );
  const presentation = present(issued, disclosed.keys());
  const key = formatVerifierKey(signer.key);
  const document = readPresentation(presentation, key, disclosed);
  const bytes = utf8(
    canonicalJson({ format: 'coprod transmission v1', key, presentation, document: document as unknown as Json }),
  );
  return { bytes, document };
}

/** @throws Error if what was just written does not verify: nothing may leave then */
function readPresentation(
  presentation: string,
  key: string,
  disclosed: ReadonlyMap<string, string | null>,
): VisibleDocument {
  const proof = verifyPresentation(presentation, key);
  if (!proof.ok) throw new Error(`the presentation does not verify: ${proof.where}: ${proof.why}`);
  const { organization, rule, version, title, decidedAt, customer } = proof.facts;
  return {
    organization,
    label: rule,
    version,
    title,
    decidedAt,
    customer: customer ?? '',
    blocks: proof.blocks.map((block) => {
      if (block.state === 'withheld') return { state: 'withheld', position: block.position };
      const agreement = disclosed.get(block.id) ?? null;
      return {
        state: agreement === null ? 'open' : 'granted',
        position: block.position,
        id: block.id,
        content: blockContent.parse(block.content),
        agreement,
      };
    }),
  };
}

/** The content with each parameter as the text of its value. */
function withValues(content: BlockContent, valueOf: (parameter: string) => string): BlockContent {
  const put = (runs: readonly Run[]): Run[] =>
    runs.map((run) => ('parameter' in run ? { text: valueOf(run.parameter) } : run));
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return { ...content, runs: put(content.runs) };
    case 'list':
      return { ...content, items: content.items.map((item) => ({ ...item, runs: put(item.runs) })) };
    case 'table':
      return { ...content, rows: content.rows.map((row) => row.map(put)) };
    case 'picture':
      return content;
  }
}

/** The blocks that can be read, as blocks of a version: what differences are computed over. Holes are not among them. */
export const readableBlocks = (document: VisibleDocument): Block[] =>
  document.blocks.flatMap((block) =>
    block.state === 'withheld' ? [] : [{ id: block.id, content: block.content, secret: false, from: null }],
  );
