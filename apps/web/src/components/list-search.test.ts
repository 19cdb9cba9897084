import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listSearch, nextSort, readSort } from './list-search.ts';

test('an address keeps the filters of its list and nothing else', () => {
  const read = listSearch('customer', 'state');
  assert.deepEqual(read({ customer: 'norvik', state: 4711, sort: '-due', peek: 'p-1', evil: 'x', find: '' }), {
    customer: 'norvik',
    state: '4711',
    sort: '-due',
    peek: 'p-1',
  });
  assert.deepEqual(read({ customer: { a: 1 }, state: ['open'] }), {});
});

test('a header sorts up, then down, then gives back the order of the list', () => {
  assert.equal(nextSort(undefined, 'due'), 'due');
  assert.equal(nextSort('due', 'due'), '-due');
  assert.equal(nextSort('-due', 'due'), undefined);
  assert.equal(nextSort('-due', 'title'), 'title');
  assert.deepEqual(readSort('-due'), { column: 'due', down: true });
  assert.equal(readSort('-'), null);
});
