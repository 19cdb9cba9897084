import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BlockContent, Run } from '../core/block.ts';
import { blocksOfMarkdown, markdownOf } from './markdown.ts';

const back = (blocks: readonly BlockContent[]): BlockContent[] => blocksOfMarkdown(markdownOf(blocks, (name) => name));

test('what Word and other editors write as Markdown becomes headings, lists and tables', () => {
  const blocks = blocksOfMarkdown(
    '# Drum cleaning\n\nEach drum is **rinsed** twice.\n\n- blue\n  - light blue\n- red\n\n| drum | time |\n| --- | --- |\n| small | 12 min |\n\n<script>alert(1)</script>\n',
  );
  assert.deepEqual(
    blocks.map((b) => b.kind),
    ['heading', 'paragraph', 'list', 'table'],
  );
  assert.deepEqual(blocks[2], {
    kind: 'list',
    ordered: false,
    items: [
      { depth: 0, runs: [{ text: 'blue' }] },
      { depth: 1, runs: [{ text: 'light blue' }] },
      { depth: 0, runs: [{ text: 'red' }] },
    ],
  });
});

test('a link that would run a program is only its text', () => {
  assert.deepEqual(blocksOfMarkdown('[click](javascript:alert(1))'), [
    { kind: 'paragraph', runs: [{ text: 'click' }] },
  ]);
});

test('a procedure written as Markdown and read again is the same', () => {
  // Words with the signs that Markdown gives a meaning to; single spaces, since Markdown joins blanks.
  const word = fc.string({
    unit: fc.constantFrom(...Array.from('abcdefgéèœß019*_`#|<>[]()!~\\+-.:/&"')),
    minLength: 1,
    maxLength: 8,
  });
  const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const runs: fc.Arbitrary<Run[]> = phrase.map((text) => [{ text }]);
  const looks: fc.Arbitrary<Run[]> = fc
    .record({
      before: fc.constantFrom('Say', 'Take'),
      mid: fc.constantFrom('twice', 'at 40 °C'),
      look: fc.constantFrom('bold', 'italic', 'code'),
    })
    .map(({ before, mid, look }): Run[] => [
      { text: `${before} ` },
      { text: mid, [look]: true },
      { text: ' each time' },
    ]);
  const items = fc
    .array(fc.record({ up: fc.boolean(), runs }), { minLength: 1, maxLength: 6 })
    .map((list) => list.map((item, index) => ({ depth: index > 0 && item.up ? 1 : 0, runs: item.runs })));
  const block: fc.Arbitrary<BlockContent> = fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      runs,
    }),
    fc.record({ kind: fc.constant('paragraph' as const), runs: fc.oneof(runs, looks) }),
    fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items }),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([width, height]) =>
      fc.record({
        kind: fc.constant('table' as const),
        header: fc.constant(true),
        rows: fc.array(fc.array(runs, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      }),
    ),
  );
  // Two lists in a row are one list to Markdown: a paragraph stands between blocks here.
  const document = fc
    .array(block, { minLength: 1, maxLength: 5 })
    .map((blocks) => blocks.flatMap((b): BlockContent[] => [b, { kind: 'paragraph', runs: [{ text: 'and then' }] }]));
  const numRuns = process.env['COPROD_LONG'] === '1' ? 20_000 : 300;
  fc.assert(
    fc.property(document, (blocks) => assert.deepEqual(back(blocks), structuredClone(blocks))),
    { numRuns },
  );
  console.log(`procedures written as Markdown and read again: ${numRuns}`);
});
