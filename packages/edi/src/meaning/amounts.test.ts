import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../test/samples.ts';
import { amountsOf, readInterchanges, type ReleaseItem } from '../index.ts';

function itemOf(name: string): ReleaseItem {
  const value = readInterchanges(sample(name)).interchanges[0]!.messages[0]!.value;
  assert.ok(value?.kind === 'release');
  return value.items[0]!;
}

test('cumulatives become amounts: each less the one before it, the first less the received total', () => {
  const amounts = amountsOf(itemOf('830-2001-cumulative.x12'));
  assert.deepEqual(
    amounts.map((a) => [a.amount, a.computed]),
    [
      ['400', true],
      ['1200', true],
      ['3200', true],
    ],
  );
});

test('without a received total the first amount is unknown, not the whole cumulative', () => {
  const item = { ...itemOf('830-2001-cumulative.x12'), cumulatives: [] };
  assert.deepEqual(
    amountsOf(item).map((a) => a.amount),
    [null, '1200', '3200'],
  );
});

test('amounts that were sent stay as they were', () => {
  const item = itemOf('delfor-d97a.edi');
  assert.deepEqual(
    amountsOf(item).map((a) => a.amount),
    item.schedule.map((l) => l.quantity),
  );
});
