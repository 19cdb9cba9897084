import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DemandCurve, dayNumber, dayOf, totalAt } from './demand-curve.ts';
import { promisedCurve } from './promised-curve.ts';

const monday = dayNumber('2026-11-30');
const curveOf = (amounts: readonly number[]): DemandCurve => {
  let total = 1000;
  const points = amounts.map((amount, week) => {
    total += amount;
    return { day: monday + 7 * week, total, horizon: 'firm' as const, exact: true };
  });
  return { base: 1000, points, until: monday + 7 * amounts.length };
};
const weekOf = (week: number, asked: number) => ({ from: monday + 7 * week, to: monday + 7 * week + 6, asked });

test('680 asked on Monday, 600 on Monday and 80 on Wednesday promised: the curve is that of the promise', () => {
  const promised = promisedCurve(
    curveOf([680, 420]),
    [weekOf(0, 680)],
    [
      { on: '2026-11-30', quantity: 600 },
      { on: '2026-12-02', quantity: 80 },
    ],
  );
  const totals = ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-06', '2026-12-07'].map((day) =>
    totalAt(promised, dayNumber(day)),
  );
  assert.deepEqual(totals, [1000, 1600, 1600, 1680, 1680, 2100]);
});

test('a promise for a later week than the one asked for leaves the week empty until then', () => {
  const promised = promisedCurve(curveOf([300, 400]), [weekOf(0, 300)], [{ on: '2026-12-09', quantity: 250 }]);
  const totals = ['2026-12-01', '2026-12-07', '2026-12-09', '2026-12-20'].map((day) =>
    totalAt(promised, dayNumber(day)),
  );
  assert.deepEqual(totals, [1000, 1400, 1650, 1650]);
});

test('what is promised exactly as asked changes nothing, and what is missing in the end is what was not promised', () => {
  const amounts = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 });
  const promises = fc.array(fc.record({ day: fc.nat({ max: 60 }), quantity: fc.nat({ max: 500 }) }), { maxLength: 5 });
  fc.assert(
    fc.property(amounts, promises, fc.nat(7), (asked, given, at) => {
      const curve = curveOf(asked);
      const week = at % asked.length;
      const answered = [weekOf(week, asked[week]!)];
      const same = promisedCurve(curve, answered, [
        { on: dayOf(monday + 7 * week).toString(), quantity: asked[week]! },
      ]);
      for (let day = monday - 1; day < monday + 70; day++) assert.equal(totalAt(same, day), totalAt(curve, day));
      const lines = given.map(({ day, quantity }) => ({ on: dayOf(monday + day).toString(), quantity }));
      const promised = promisedCurve(curve, answered, lines);
      const end = monday + 100;
      const sum = lines.reduce((total, { quantity }) => total + quantity, 0);
      assert.equal(totalAt(promised, end), totalAt(curve, end) - asked[week]! + sum);
      for (let day = monday - 1; day < end; day++) assert.ok(totalAt(promised, day) <= totalAt(promised, day + 1));
    }),
    { numRuns: process.env['COPROD_LONG'] === '1' ? 10_000 : 300 },
  );
});
