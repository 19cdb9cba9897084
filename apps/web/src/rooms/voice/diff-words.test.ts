import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffWords } from './diff-words.ts';

test('only the words between the common beginning and end are shown as changed', () => {
  assert.deepEqual(
    diffWords('The technician calls the day before arriving.', 'The technician calls 2 hours before arriving.'),
    [
      { kind: 'same', text: 'The technician calls ' },
      { kind: 'deleted', text: 'the day ' },
      { kind: 'inserted', text: '2 hours ' },
      { kind: 'same', text: 'before arriving.' },
    ],
  );
});

test('a new paragraph is wholly inserted, and a repeated word is counted once', () => {
  assert.deepEqual(diffWords('', 'He calls.'), [{ kind: 'inserted', text: 'He calls.' }]);
  const join = (kept: 'deleted' | 'inserted', before: string, after: string): string =>
    diffWords(before, after)
      .filter(({ kind }) => kind !== kept)
      .map(({ text }) => text)
      .join('');
  for (const [before, after] of [
    ['a a a', 'a a'],
    ['x y', 'y x'],
    ['same', 'same'],
  ] as const) {
    assert.equal(join('inserted', before, after), before);
    assert.equal(join('deleted', before, after), after);
  }
});
