import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { anchored, compareWeeks, driftOf } from './compare-releases.ts';
import { type DemandCurve, dayNumber, totalAt } from './demand-curve.ts';
import { type EarlierRelease, type PlanningLimits, type Verdict, judgeWeeks } from './judge-change.ts';

const runs = process.env['COPROD_LONG'] === '1' ? 20_000 : 500;
const monday = dayNumber('2026-11-23');

/** Call-offs by day since a Monday. */
const curveOf = (asked: Readonly<Record<number, number>>, until = 55, base = 0, from = monday): DemandCurve => {
  let total = base;
  const points = Object.entries(asked)
    .map(([offset, quantity]) => ({ day: from + Number(offset), quantity }))
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, quantity }) => ({ day, total: (total += quantity), horizon: 'production' as const, exact: true }));
  return { base, points, until: from + until };
};
const limits = (more: Partial<PlanningLimits> = {}): PlanningLimits => ({
  frozenDays: 5,
  tolerance: { production: 10 },
  containerRounding: false,
  ...more,
});
const judge = (
  now: DemandCurve,
  history: readonly EarlierRelease[],
  given: PlanningLimits = limits(),
  documentDay = monday,
  container: number | null = null,
): readonly (Verdict | null)[] =>
  judgeWeeks(compareWeeks(now, history.at(-1)?.curve, documentDay), now, history, documentDay, given, container);
const at = (documentDay: number, curve: DemandCurve): EarlierRelease => ({ documentDay, curve });
const kinds = (verdicts: readonly (Verdict | null)[]): string[] => verdicts.map((v) => v?.kind ?? '-');

describe('Tolerance, judged on the cumulative curve', () => {
  const usual = { 1: 100, 8: 1000, 15: 1000, 22: 1000, 29: 1000, 36: 1000 };

  test('a quantity that only moves from Friday to Monday of its week is no minus and plus 100 %', () => {
    const verdicts = judge(curveOf({ ...usual, 15: 1000 }), [at(monday - 7, curveOf({ ...usual, 15: 0, 18: 1000 }))]);
    assert.ok(
      verdicts.every((v) => v === null || v.kind === 'passes'),
      kinds(verdicts).join(),
    );
  });

  test('a week pulled in is beyond in the week that gets it, and only there', () => {
    const verdicts = judge(curveOf({ ...usual, 15: 2000, 22: 0 }), [at(monday - 7, curveOf(usual))]);
    assert.deepEqual(kinds(verdicts).slice(0, 6), ['-', '-', 'outside', 'passes', '-', '-']);
  });

  test('ten per cent is inside, one piece more is beyond', () => {
    assert.deepEqual(kinds(judge(curveOf({ ...usual, 15: 1100 }), [at(monday - 7, curveOf(usual))]))[2], 'passes');
    assert.deepEqual(kinds(judge(curveOf({ ...usual, 15: 1101 }), [at(monday - 7, curveOf(usual))]))[2], 'outside');
  });

  test('plus nine per cent, day after day, does not slip through: the snapshot stands still', () => {
    const history = [at(monday - 7, curveOf(usual))];
    const seen: string[] = [];
    for (const [step, quantity] of [1090, 1188, 1295].entries()) {
      const next = curveOf({ ...usual, 22: quantity });
      seen.push(kinds(judge(next, history, limits(), monday + step))[3]!);
      history.push(at(monday + step, next));
    }
    assert.deepEqual(seen, ['passes', 'outside', 'outside']);
  });

  test('plus nine per cent in five weeks running is beyond once it adds up', () => {
    const more = { ...usual, 8: 1090, 15: 1090, 22: 1090, 29: 1090, 36: 1090 };
    const verdicts = judge(curveOf(more), [at(monday - 7, curveOf(usual))]);
    assert.deepEqual(kinds(verdicts).slice(0, 6), ['-', 'passes', 'outside', 'passes', 'outside', 'passes']);
  });

  test('what was asked of one week is not asked again of the weeks after it', () => {
    const verdicts = judge(curveOf({ ...usual, 15: 1500, 22: 1040 }), [at(monday - 7, curveOf(usual))]);
    assert.deepEqual(kinds(verdicts).slice(0, 6), ['-', '-', 'outside', 'passes', '-', '-']);
  });

  test('nothing moves inside the frozen days, whatever the tolerance', () => {
    const verdicts = judge(
      curveOf({ ...usual, 1: 101 }),
      [at(monday - 7, curveOf(usual))],
      limits({ tolerance: { production: 100 } }),
    );
    const [first] = verdicts;
    assert.deepEqual(first, { kind: 'outside', by: 'frozen-days', difference: 1, allowed: 0 });
  });

  test('less than one container is nothing where the rule rounds to containers', () => {
    const rounding = limits({ containerRounding: true, tolerance: { production: 0 } });
    const history = [at(monday - 7, curveOf(usual))];
    assert.equal(kinds(judge(curveOf({ ...usual, 15: 1039 }), history, rounding, monday, 40))[2], 'passes');
    assert.equal(kinds(judge(curveOf({ ...usual, 15: 1041 }), history, rounding, monday, 40))[2], 'outside');
  });

  test('where no rule says anything, the program says so', () => {
    const without = { frozenDays: undefined, tolerance: {}, containerRounding: false };
    const verdicts = judge(curveOf({ ...usual, 15: 1 }), [at(monday - 7, curveOf(usual))], without);
    assert.equal(kinds(verdicts)[2], 'no-rule');
  });

  test('a reset of the count, or a missing cumulative, is no change', () => {
    const before = curveOf(usual, 55, 40_000);
    const reset = anchored(curveOf(usual, 55, 0), before, monday);
    assert.ok(judge(reset, [at(monday - 7, before)]).every((v) => v === null));
  });

  const schedule = fc.dictionary(fc.integer({ min: 0, max: 48 }).map(String), fc.integer({ min: 0, max: 5000 }), {
    minKeys: 1,
    maxKeys: 20,
  });

  test(`${runs} schedules repeated unchanged: no change, whatever the rules`, () => {
    fc.assert(
      fc.property(
        schedule,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 100 }),
        (asked, frozenDays, percent) => {
          const curve = curveOf(asked);
          const verdicts = judge(
            curve,
            [at(monday - 7, curve)],
            limits({ frozenDays, tolerance: { production: percent } }),
          );
          return verdicts.every((v) => v === null);
        },
      ),
      { numRuns: runs },
    );
  });

  test(`${runs} schedules of which a part has been received since: no change`, () => {
    fc.assert(
      fc.property(schedule, fc.integer({ min: 0, max: 20 }), (asked, passed) => {
        const before = curveOf(asked);
        const day = monday + passed;
        const rest = { ...before, base: totalAt(before, day - 1), points: before.points.filter((p) => p.day >= day) };
        return judge(rest, [at(monday - 7, before)], limits(), day).every((v) => v === null);
      }),
      { numRuns: runs },
    );
  });

  test(`${runs} changed schedules: a release that passes whole under a tolerance passes under a wider one`, () => {
    fc.assert(
      fc.property(schedule, schedule, fc.nat(100), fc.nat(100), (a, b, one, two) => {
        const narrow = Math.min(one, two);
        const wide = Math.max(one, two);
        const history = [at(monday - 7, curveOf(a))];
        const without = { frozenDays: undefined, containerRounding: false };
        const strict = judge(curveOf(b), history, { ...without, tolerance: { production: narrow } });
        const lenient = judge(curveOf(b), history, { ...without, tolerance: { production: wide } });
        return strict.some((v) => v?.kind === 'outside') || lenient.every((v) => v?.kind !== 'outside');
      }),
      { numRuns: runs },
    );
  });

  test(`${runs} changed schedules: the weekly differences add up to the difference of the totals`, () => {
    fc.assert(
      fc.property(schedule, schedule, (a, b) => {
        const weeks = compareWeeks(curveOf(b), curveOf(a), monday);
        let sum = 0;
        for (const week of weeks) {
          sum += week.asked - week.was!;
          assert.equal(sum, week.askedTotal - week.wasTotal!);
        }
        return (driftOf(weeks) === 'more') === sum > 0;
      }),
      { numRuns: runs },
    );
  });
});
