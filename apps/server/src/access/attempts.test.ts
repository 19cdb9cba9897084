import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAttempts } from './attempts.ts';

test('after as many attempts as allowed one waits for what is left of the minute, others do not', () => {
  let now = 0;
  const attempts = openAttempts(3, () => now);
  for (let n = 0; n < 3; n++) assert.equal(attempts.begin('one'), 0);
  now = 20_000;
  assert.equal(attempts.begin('one'), 40);
  assert.equal(attempts.begin('other'), 0);
  now = 60_000;
  assert.equal(attempts.begin('one'), 0);
});

test('a right one ends the counting: who signs much is not held up', () => {
  const attempts = openAttempts(2, () => 0);
  for (let n = 0; n < 100; n++) {
    assert.equal(attempts.begin('one'), 0);
    attempts.succeed('one');
  }
});
