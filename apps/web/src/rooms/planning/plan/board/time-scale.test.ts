import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  panned,
  resized,
  revealing,
  showing,
  spanOf,
  stepOf,
  timeAt,
  xOf,
  zoomed,
  zoomOf,
  zoomSpans,
} from './time-scale.ts';

const day = 86_400;
const bounds = { from: 0, to: 20 * day };
const scales = fc
  .tuple(
    fc.integer({ min: 200, max: 2400 }),
    fc.integer({ min: -day, max: 21 * day }),
    fc.integer({ min: 1, max: 90 * day }),
  )
  .map(([width, from, span]) => showing(width, from, span, bounds));

test('a place on the drawing and its time lead to each other', () => {
  fc.assert(
    fc.property(scales, fc.integer({ min: 0, max: 20 * day }), (scale, at) => {
      assert.ok(Math.abs(timeAt(scale, xOf(scale, at)) - at) < 1e-3);
    }),
  );
});

test('however one pans and zooms, nothing outside the plan is shown', () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('pan' as const), by: fc.integer({ min: -5000, max: 5000 }) }),
      fc.record({ kind: fc.constant('zoom' as const), by: fc.double({ min: 0.1, max: 10, noNaN: true }) }),
      fc.record({ kind: fc.constant('resize' as const), by: fc.integer({ min: 200, max: 3000 }) }),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(scales, acts, (first, list) => {
      let scale = first;
      for (const { kind, by } of list) {
        if (kind === 'pan') scale = panned(scale, by, bounds);
        else if (kind === 'zoom') scale = zoomed(scale, by, scale.width / 3, bounds);
        else scale = resized(scale, by, bounds);
        assert.ok(scale.from >= bounds.from - 1e-6);
        assert.ok(scale.from + spanOf(scale) <= bounds.to + 1e-3);
      }
    }),
  );
});

test('what is under the pointer stays there while one zooms in the middle of the plan', () => {
  const scale = showing(1000, 8 * day, 4 * day, bounds);
  const closer = zoomed(scale, 2, 300, bounds);
  assert.equal(spanOf(closer), 2 * day);
  assert.ok(Math.abs(timeAt(closer, 300) - timeAt(scale, 300)) < 1e-6);
});

test('a lot outside the picture is brought in, one inside moves nothing', () => {
  const scale = showing(1000, 8 * day, 4 * day, bounds);
  assert.equal(revealing(scale, 9 * day, 9.5 * day, bounds), scale);
  for (const [from, to] of [
    [2 * day, 3 * day],
    [15 * day, 16 * day],
  ] as const) {
    const shown = revealing(scale, from, to, bounds);
    assert.ok(shown.from <= from && shown.from + spanOf(shown) >= to);
  }
});

test('each step of the zoom is recognized, and keys move a lot by less the closer one is', () => {
  const wide = { from: 0, to: 60 * day };
  const steps = (['month', 'week', 'day', 'hour'] as const).map((zoom) => {
    const scale = showing(1000, 0, zoomSpans[zoom], wide);
    assert.equal(zoomOf(scale), zoom);
    return stepOf(scale);
  });
  assert.deepEqual(steps, [day, 4 * 3600, 3600, 900]);
});
