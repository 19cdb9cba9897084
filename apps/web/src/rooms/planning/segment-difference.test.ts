import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { segmentDifference } from './segment-difference.ts';

test('a changed segment is marked on both sides, even where its old text stands elsewhere too', () => {
  const before = ['QTY+120', 'DTM+1', 'QTY+120', 'DTM+2'];
  const after = ['QTY+9120', 'DTM+1', 'QTY+120', 'DTM+2'];
  const { first, second } = segmentDifference(before, after);
  assert.deepEqual([[...first], [...second]], [[0], [0]]);
});

test('a segment that was put in is marked on its side alone', () => {
  const { first, second } = segmentDifference(['A', 'B', 'C'], ['A', 'X', 'B', 'C']);
  assert.deepEqual([[...first], [...second]], [[], [1]]);
});

test('what is not marked is the same on both sides, in the same order', () => {
  const file = fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 12 });
  fc.assert(
    fc.property(file, file, (before, after) => {
      const { first, second } = segmentDifference(before, after);
      assert.deepEqual(
        before.filter((_, place) => !first.has(place)),
        after.filter((_, place) => !second.has(place)),
      );
    }),
  );
});
