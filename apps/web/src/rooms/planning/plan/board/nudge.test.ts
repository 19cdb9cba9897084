import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nudged } from './nudge.ts';

/** Two shifts with a night between them. */
const windows = [
  { from: 0, to: 100 },
  { from: 200, to: 300 },
];

test('a key moves a start by its step while the line works', () => {
  assert.equal(nudged(windows, 20, 30), 50);
  assert.equal(nudged(windows, 50, -30), 20);
});

test('a key leads over the night, and not into it', () => {
  assert.equal(nudged(windows, 90, 30), 200);
  assert.equal(nudged(windows, 200, -30), 70);
});

test('at the ends of the plan a key leads no farther', () => {
  assert.equal(nudged(windows, 10, -30), 0);
  assert.equal(nudged(windows, 290, 30), 290);
});
