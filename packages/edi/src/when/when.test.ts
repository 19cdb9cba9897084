import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { edifactDate } from './edifact-dates.ts';
import { bucketFrom } from './periods.ts';
import { vdaDay, vdaPeriod } from './vda-dates.ts';
import {
  day,
  daysAfter,
  endOf,
  epochDay,
  instant,
  startOf,
  text,
  weekdayOf,
  weekOf,
  weeksIn,
  type When,
} from './when.ts';

// Temporal is the judge: the package itself does without it, because browsers do.
// From 1900 to 2199.
const epoch = fc.integer({ min: -25_567, max: 84_005 });
const plain = (days: number): Temporal.PlainDate => Temporal.PlainDate.from('1970-01-01').add({ days });
const two = (n: number): string => String(n).padStart(2, '0');

test('calendar days, weekdays and ISO weeks agree with Temporal over three hundred years', () =>
  fc.assert(
    fc.property(epoch, (days) => {
      const date = plain(days);
      const iso = date.toString();
      assert.equal(epochDay(iso), days);
      assert.equal(text(daysAfter('1970-01-01', days)), iso);
      assert.equal(weekdayOf(iso), date.dayOfWeek);
      assert.equal(text(weekOf(iso)), `${date.yearOfWeek}-W${two(date.weekOfYear!)}`);
      assert.deepEqual(day(date.year, date.month, date.day), { kind: 'day', date: iso });
    }),
    { numRuns: 5000 },
  ));

test('a week begins on its Monday and ends on its Sunday, over every turn of the year', () => {
  for (let year = 1900; year < 2200; year++) {
    const last = Temporal.PlainDate.from({ year, month: 12, day: 28 });
    assert.equal(weeksIn(year), last.weekOfYear);
    for (const week of [1, weeksIn(year)]) {
      const when: When = { kind: 'week', week: `${year}-W${two(week)}` };
      assert.equal(weekdayOf(startOf(when)), 1);
      assert.equal(epochDay(endOf(when)) - epochDay(startOf(when)), 6);
      assert.equal(text(weekOf(startOf(when))), when.week);
      assert.equal(text(weekOf(endOf(when))), when.week);
    }
  }
});

test('every date that EDIFACT can write is read as what it was', () =>
  fc.assert(
    fc.property(epoch, fc.nat(23), fc.nat(59), fc.nat(59), (days, h, m, s) => {
      const date = plain(days);
      const digits = date.toString().replaceAll('-', '');
      const clock = two(h) + two(m);
      const cases: readonly (readonly [string, string, string])[] = [
        [digits, '102', date.toString()],
        [digits + clock, '203', `${date.toString()}T${two(h)}:${two(m)}`],
        [digits + clock + two(s), '204', `${date.toString()}T${two(h)}:${two(m)}${s ? `:${two(s)}` : ''}`],
        [digits.slice(0, 6), '610', date.toString().slice(0, 7)],
        [`${date.yearOfWeek}${two(date.weekOfYear!)}`, '616', `${date.yearOfWeek}-W${two(date.weekOfYear!)}`],
        [`${digits}-${digits}`, '718', date.toString()],
      ];
      for (const [value, format, expected] of cases) {
        const read = edifactDate(value, format);
        assert.ok('when' in read, `${value} ${format}`);
        assert.equal(text(read.when), expected);
      }
    }),
    { numRuns: 1000 },
  ));

test('days that do not exist, weeks that a year has not, and reversed periods are no dates', () => {
  for (const [value, format] of [
    ['20260229', '102'],
    ['20261301', '102'],
    ['00000000', '102'],
    ['202553', '616'],
    ['202600', '610'],
    ['202611241260', '203'],
    ['20261130-20261124', '718'],
    ['2026113', '102'],
  ] as const)
    assert.deepEqual(edifactDate(value, format), { problem: 'not-a-date' }, `${value} ${format}`);
  assert.deepEqual(edifactDate('20261124', '999'), { problem: 'format-unknown' });
});

test('ranges come with and without a hyphen; 24:00 is the start of the next day; zones are kept', () => {
  const read = (value: string, format: string): string => {
    const reading = edifactDate(value, format);
    return 'when' in reading ? text(reading.when) : reading.problem;
  };
  assert.equal(read('2026112420261130', '718'), '2026-11-24/2026-11-30');
  assert.equal(read('202648-202650', '716'), '2026-W48/2026-W50');
  assert.equal(read('202611242400', '203'), '2026-11-25T00:00');
  assert.equal(read('202612312400', '203'), '2027-01-01T00:00');
  assert.equal(read('202611240600CET', '303'), '2026-11-24T06:00+01:00');
  assert.equal(read('202611240600-5', '303'), '2026-11-24T06:00-05:00');
  assert.equal(read('261124', '101'), '2026-11-24');
  assert.equal(read('880101', '101'), '1988-01-01');
  assert.equal(instant(day(2026, 11, 24), 24, 1), null);
});

test('a bucket lasts to the end of its week or month, and never into the next one', () =>
  fc.assert(
    fc.property(
      epoch,
      fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const),
      (days, bucket) => {
        const date = plain(days).toString();
        const { when, odd } = bucketFrom({ kind: 'day', date }, bucket);
        assert.equal(startOf(when), date);
        const next = Temporal.PlainDate.from(endOf(when)).add({ days: 1 });
        const begins = {
          week: next.dayOfWeek === 1 || next.dayOfWeek === 7,
          month: next.day === 1,
          quarter: next.day === 1 && next.month % 3 === 1,
          year: next.day === 1 && next.month === 1,
        };
        assert.ok(begins[bucket], `${date} ${bucket} ends ${endOf(when)}`);
        assert.equal(
          odd,
          bucket === 'week' ? ![1, 7].includes(weekdayOf(date)) : when.kind === 'range' || when.kind === 'day',
        );
      },
    ),
    { numRuns: 3000 },
  ));

test('VDA: two-digit years turn at the pivot, weeks may end in the next year', () => {
  assert.deepEqual(vdaDay('881001'), { kind: 'day', date: '1988-10-01' });
  assert.deepEqual(vdaDay('881001', 90), { kind: 'day', date: '2088-10-01' });
  assert.equal(vdaDay('000000'), null);
  const period = (code: string): string | null => {
    const when = vdaPeriod(code);
    return when && text(when);
  };
  assert.deepEqual(['261100', '260048', '264850', '265102', '261300', '260054'].map(period), [
    '2026-11',
    '2026-W48',
    '2026-W48/2026-W50',
    '2026-W51/2027-W02',
    null,
    null,
  ]);
});
