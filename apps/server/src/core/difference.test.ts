import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { type Block, paragraph } from './block.ts';
import { differenceOf, wordsBetween } from './difference.ts';

const block = (id: string, text: string, from: string | null = null): Block => ({
  id,
  content: paragraph(text),
  secret: false,
  from,
});

test('a difference shows what was replaced by what, and nothing of it is lost', () => {
  assert.deepEqual(wordsBetween('calls the day before', 'calls two hours before'), [
    { how: 'same', text: 'calls ' },
    { how: 'deleted', text: 'the day' },
    { how: 'inserted', text: 'two hours' },
    { how: 'same', text: ' before' },
  ]);
  const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '  ', 'é', '\n', '.')).map((list) => list.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordsBetween(before, after);
      const read = (side: 'deleted' | 'inserted'): string =>
        pieces
          .filter((p) => p.how === 'same' || p.how === side)
          .map((p) => p.text)
          .join('');
      assert.equal(read('deleted'), before);
      assert.equal(read('inserted'), after);
    }),
    { numRuns: 2000 },
  );
});

test('blocks are followed by identity: moved, split, removed and added are told apart', () => {
  const before = [block('1', 'one'), block('2', 'two'), block('3', 'three and four'), block('5', 'five')];
  const after = [
    block('2', 'two'),
    block('1', 'one'),
    block('3', 'three'),
    block('4', 'and four', '3'),
    block('6', 'six'),
  ];
  const told = differenceOf(before, after).map((d) => [d.block, d.how, d.moved]);
  assert.deepEqual(told, [
    ['2', 'same', true],
    ['1', 'same', false],
    ['3', 'changed', false],
    ['5', 'removed', false],
    ['4', 'split', false],
    ['6', 'added', false],
  ]);
});
