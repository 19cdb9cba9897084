import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnName, emptyDraft, mappingOf, pointAt, wordsOf } from './table-draft.ts';

test('an item and a quantity make a mapping; without them there is none', () => {
  const item = pointAt(emptyDraft, 0, 'customerItem');
  assert.equal(mappingOf(item, 5), null);
  assert.deepEqual(mappingOf(pointAt(item, 3, 'quantity'), 5), {
    headingRows: 1,
    customerItem: 0,
    quantity: 3,
    dateOrder: 'day-month-year',
    decimalMark: ',',
    kinds: { '*': 'unstated' },
  });
});

test('a role belongs to one column: pointed at again, it moves', () => {
  const moved = pointAt(pointAt(pointAt(emptyDraft, 0, 'customerItem'), 2, 'customerItem'), 2, null);
  assert.deepEqual(moved.roles, {});
  assert.deepEqual(pointAt(pointAt(emptyDraft, 0, 'date'), 2, 'date').roles, { 2: 'date' });
});

test('periods across reach from the first to the last one, or to the end of the table', () => {
  const across = pointAt(pointAt({ ...emptyDraft, layout: 'across' }, 0, 'customerItem'), 2, 'firstPeriod');
  assert.deepEqual(mappingOf(across, 6)?.across, { from: 2, to: 5 });
  assert.deepEqual(mappingOf(pointAt(across, 4, 'lastPeriod'), 6)?.across, { from: 2, to: 4 });
});

test('the words of the status column are offered once each', () => {
  const draft = pointAt(emptyDraft, 1, 'status');
  assert.deepEqual(
    wordsOf(draft, [
      ['Teil', 'Status'],
      ['A', 'Fest'],
      ['B', 'fest '],
      ['C', ''],
      ['D', 'Vorschau'],
    ]),
    ['fest', 'vorschau'],
  );
});

test('columns are named as in a spreadsheet', () => {
  assert.deepEqual([0, 25, 26, 701, 702].map(columnName), ['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
