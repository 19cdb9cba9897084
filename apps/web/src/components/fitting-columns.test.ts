import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fittingColumns } from './fitting-columns.ts';

const columns = [
  { key: 'title', card: 'first' },
  { key: 'state', card: 'second', width: '120px' },
  { key: 'owner', card: 'none', width: '130px' },
  { key: 'review', card: 'none', width: '120px' },
] as const;
const keys = (room: number): string[] => fittingColumns(columns, room).map(({ key }) => key);

test('where there is room every column stands', () => {
  assert.deepEqual(keys(610), ['title', 'state', 'owner', 'review']);
  assert.deepEqual(keys(0), ['title', 'state', 'owner', 'review']);
});

test('where there is less, what a card leaves out goes first, from the right', () => {
  assert.deepEqual(keys(609), ['title', 'state', 'owner']);
  assert.deepEqual(keys(489), ['title', 'state']);
});

test('what stands on a card is always shown', () => {
  assert.deepEqual(keys(100), ['title', 'state']);
});
