import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BoardLot, BoardRow } from './board-rows.ts';
import { lotAt, lotToward, lotsWithin, rowAt, rowsWithin } from './find-lots.ts';
import { showing, xOf } from './time-scale.ts';

const lot = (id: string, row: number, setupFrom: number, from: number, to: number): BoardLot => ({
  id,
  row,
  item: id,
  family: '',
  pieces: 1,
  heads: 0,
  setupFrom,
  from,
  to,
  late: false,
  begun: false,
  frozen: false,
  pinned: false,
  moved: false,
});
const row = (lots: readonly BoardLot[]): BoardRow => ({ line: 'l', lots, windows: [], frozenUntil: 0 });
const heights = { axis: 40, row: 30, scrolled: 0 };

/** Lots of one line, one after the other with gaps. */
const sequences = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 90 })), {
    maxLength: 60,
  })
  .map((list) => {
    let at = 0;
    return list.map(([gap, setup, work], index) => {
      const setupFrom = at + gap;
      at = setupFrom + setup + work;
      return lot(String(index), 0, setupFrom, setupFrom + setup, at);
    });
  });

test('exactly the lots that touch what is shown are found', () => {
  fc.assert(
    fc.property(sequences, fc.nat(9000), fc.integer({ min: 1, max: 2000 }), (lots, from, span) => {
      const [first, end] = lotsWithin(lots, from, from + span);
      assert.deepEqual(
        lots.slice(first, end).map(({ id }) => id),
        lots.filter((entry) => entry.to > from && entry.setupFrom < from + span).map(({ id }) => id),
      );
    }),
  );
});

test('a point inside a lot means that lot, a point far from all of them none', () => {
  const scale = showing(1000, 0, 10_800, { from: 0, to: 10_800 });
  fc.assert(
    fc.property(sequences, fc.integer({ min: 0, max: 10_799 }), (lots, at) => {
      const under = lots.find((entry) => entry.setupFrom <= at && at < entry.to);
      const found = lotAt([row(lots)], scale, heights, xOf(scale, at), 50);
      if (under) assert.equal(found?.id, under.id);
      else if (found) assert.ok(Math.max(found.setupFrom - at, at - found.to) * scale.perSecond <= 4);
    }),
  );
});

test('the axis and the space below the last line hold no line, and scrolled lines are found where they stand', () => {
  assert.equal(rowAt(3, heights, 39), -1);
  assert.equal(rowAt(3, heights, 40), 0);
  assert.equal(rowAt(3, heights, 129), 2);
  assert.equal(rowAt(3, heights, 130), -1);
  assert.equal(rowAt(9, { ...heights, scrolled: 45 }, 40), 1);
  assert.deepEqual(rowsWithin(100, { ...heights, scrolled: 45 }, 340), [1, 12]);
});

test('arrows lead along the line, and over empty lines to the lot at about the same time', () => {
  const rows = [
    row([lot('a', 0, 0, 0, 10), lot('b', 0, 10, 12, 30)]),
    row([]),
    row([lot('c', 2, 0, 2, 11), lot('d', 2, 11, 11, 14), lot('e', 2, 40, 40, 60)]),
  ];
  const [a, b] = rows[0]?.lots ?? [];
  const [, , e] = rows[2]?.lots ?? [];
  assert.ok(a && b && e);
  assert.equal(lotToward(rows, a, 'right')?.id, 'b');
  assert.equal(lotToward(rows, a, 'left'), undefined);
  assert.equal(lotToward(rows, b, 'down')?.id, 'd');
  assert.equal(lotToward(rows, e, 'up')?.id, 'b');
  assert.equal(lotToward(rows, a, 'up'), undefined);
  assert.equal(lotToward(rows, b, 'first')?.id, 'a');
  assert.equal(lotToward(rows, a, 'last')?.id, 'b');
});
