import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { type BlockContent, type DraftBlock, type Run, canonical } from './block.ts';
import { blocksOf, documentOf } from './block-document.ts';
import { BlockIdentity } from './block-identity.ts';
import { textExtensions } from './schema.ts';

const schema = getSchema([...textExtensions(), BlockIdentity]);
const runs = process.env['COPROD_LONG'] === '1' ? 20_000 : 500;
const through = (blocks: readonly DraftBlock[]): DraftBlock[] => {
  const document = Node.fromJSON(schema, documentOf(blocks));
  document.check();
  return blocksOf(document);
};

describe('A draft in the editor', () => {
  test('what is opened and not touched reads as it was, chips, looks, tables, pictures and all', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const distinct = [...new Map(blocks.map((one) => [one.id, one])).values()];
        const expected = distinct.map((one) => ({ ...one, content: canonical(one.content) }));
        assert.deepEqual(through(distinct), expected);
      }),
      { numRuns: runs },
    );
    console.log(`blocks -> document -> blocks: ${runs} drafts came back the same`);
  });

  test('the canonical form is reached in one step', () => {
    fc.assert(
      fc.property(block, ({ content }) => assert.deepEqual(canonical(canonical(content)), canonical(content))),
      { numRuns: runs },
    );
  });

  test('line breaks, joined looks and a chip between words survive', () => {
    const content: BlockContent = {
      kind: 'paragraph',
      runs: [
        { text: 'First line\nsecond ', bold: true, code: true },
        { parameter: 'notice-hours' },
        { text: ' hours before', link: 'https://example.test/a' },
      ],
    };
    assert.deepEqual(through([{ id: 'a', content, secret: true, from: 'b' }]), [
      { id: 'a', content, secret: true, from: 'b' },
    ]);
  });
});

const run: fc.Arbitrary<Run> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '漢', '<', '𝛼') }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        text: fc.string({ minLength: 1 }),
        bold: fc.constant(true as const),
        italic: fc.constant(true as const),
        code: fc.constant(true as const),
        link: fc.constantFrom('https://example.test', 'mailto:a@example.test', '/o/house'),
      },
      { requiredKeys: ['text'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ parameter: fc.constantFrom('notice-hours', 'frozen-days') }) },
);
const line = fc.array(run, { maxLength: 5 });
const content: fc.Arbitrary<BlockContent> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    runs: line,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), runs: line }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ depth: fc.nat(5), runs: line }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('picture' as const), file: fc.uuid(), alternative: fc.string() }),
);
const block: fc.Arbitrary<DraftBlock> = fc.record({
  id: fc.uuid(),
  content,
  secret: fc.boolean(),
  from: fc.option(fc.uuid()),
});
