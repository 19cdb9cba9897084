import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatsFor } from '../../../../formats.ts';
import { daysOf, ticksOf } from './ticks.ts';
import { showing } from './time-scale.ts';

const zone = 'Europe/Paris';
const en = formatsFor('en', zone);
const day = 86_400;
const days = daysOf('2026-11-24T06:00:00+01:00', '2027-01-24T06:00:00+01:00', zone);
const bounds = { from: 0, to: 61 * day };
const labels = (span: number, from = 0, width = 1000) => {
  const { upper, lower } = ticksOf(days, showing(width, from, span, bounds), en);
  return { upper: upper.map(({ label }) => label), lower: lower.map(({ label }) => label) };
};

test('a day shows its hours, a week its days, two months their weeks', () => {
  assert.deepEqual(labels(18 * 3600).upper, ['Tue 24 Nov', 'Wed 25 Nov']);
  assert.ok(labels(18 * 3600).lower.includes('14:00'));
  assert.deepEqual(labels(7 * day).lower.slice(0, 3), ['Tue 24', 'Wed 25', 'Thu 26']);
  assert.deepEqual(labels(7 * day).upper, ['W48 · Nov 2026', 'W49 · Nov 2026']);
  assert.deepEqual(labels(31 * day).lower.slice(0, 3), ['24', '25', '26']);
  assert.deepEqual(labels(61 * day).upper, ['Nov 2026', 'Dec 2026', 'Jan 2027']);
  assert.deepEqual(labels(61 * day).lower.slice(0, 3), ['W49', 'W50', 'W51']);
});

test('labels never come nearer than they are wide', () => {
  for (const width of [320, 700, 1000, 1800]) {
    for (const span of [3 * 3600, 9 * 3600, day, 2 * day, 5 * day, 12 * day, 25 * day, 45 * day, 61 * day]) {
      const scale = showing(width, 3 * day, span, bounds);
      const { lower } = ticksOf(days, scale, en);
      for (const [index, tick] of lower.entries()) {
        const next = lower[index + 1];
        if (next) assert.ok((next.at - tick.at) * scale.perSecond >= Math.min(24, 6 * tick.label.length));
      }
    }
  }
});

test('the night on which the clocks change has an hour less, or more, and midday stands at midday', () => {
  for (const [start, hours] of [
    ['2026-03-29T00:00:00+01:00', 23],
    ['2026-10-25T00:00:00+02:00', 25],
  ] as const) {
    const end = Temporal.Instant.from(start).add({ hours: 72 }).toString();
    const paris = daysOf(start, end, zone);
    assert.equal((paris.days[1]?.at ?? 0) - (paris.days[0]?.at ?? 0), hours * 3600);
    const scale = showing(1600, 0, day, { from: 0, to: 3 * day });
    const noon = ticksOf(paris, scale, en).lower.find(({ label }) => label === '12:00');
    assert.equal(noon?.at, (hours - 12) * 3600);
  }
});
