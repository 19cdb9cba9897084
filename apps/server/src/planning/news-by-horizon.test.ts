import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Horizon } from './demand-curve.ts';
import { newsByHorizon } from './news-by-horizon.ts';

const weeks = (...all: readonly (readonly [Horizon, number | null, number])[]) =>
  all.map(([horizon, was, asked], index) => ({
    from: 100 + 7 * index,
    to: 106 + 7 * index,
    horizon,
    was,
    asked,
    wasTotal: null,
    askedTotal: 0,
  }));

test('more in the firm weeks, a shift to an earlier week in production, nothing new in the forecast', () => {
  const news = newsByHorizon(
    weeks(
      ['firm', 320, 320],
      ['firm', 320, 680],
      ['production', 400, 440],
      ['production', 420, 380],
      ['forecast', 1600, 1600],
      ['forecast', null, 400],
    ),
  );
  assert.deepEqual(news, [
    { horizon: 'firm', was: 640, asked: 1000, kind: 'more', from: 107 },
    { horizon: 'production', was: 820, asked: 820, kind: 'earlier', from: 114 },
    { horizon: 'forecast', was: 1600, asked: 1600, kind: 'same', from: null },
  ]);
});

test('the same quantity later is later news, a smaller one is less', () => {
  const kinds = (...all: readonly (readonly [Horizon, number | null, number])[]) =>
    newsByHorizon(weeks(...all)).map(({ kind }) => kind);
  assert.deepEqual(kinds(['firm', 300, 200], ['firm', 100, 200]), ['later']);
  assert.deepEqual(kinds(['firm', 300, 200], ['material', 100, 50]), ['less', 'less']);
  assert.deepEqual(kinds(['firm', null, 200]), []);
});
