import type { WeekCompared } from './compare-releases.ts';
import { type DemandCurve, type Horizon, exactly, horizonAt, totalAt } from './demand-curve.ts';

/** The parameters of the planning rules in force for a customer; undefined where no rule says anything. */
export type PlanningLimits = {
  readonly frozenDays: number | undefined;
  /** Percent, by horizon. */
  readonly tolerance: Readonly<Partial<Record<Horizon, number>>>;
  readonly containerRounding: boolean;
};

/** An earlier release of the same agreement line, oldest first. */
export type EarlierRelease = { readonly documentDay: number; readonly curve: DemandCurve };

export type LimitName =
  | 'frozen-days'
  | 'tolerance-firm'
  | 'tolerance-production'
  | 'tolerance-material'
  | 'tolerance-forecast'
  | 'container-rounding';

export type Verdict =
  /** Inside: it needs nobody. */
  | { readonly kind: 'passes'; readonly by: LimitName; readonly difference: number; readonly allowed: number }
  /** Beyond what the rule lets pass: the customer reaches into the organization. */
  | { readonly kind: 'outside'; readonly by: LimitName; readonly difference: number; readonly allowed: number }
  /** No rule says anything about this horizon. */
  | { readonly kind: 'no-rule'; readonly difference: number };

/**
 * Judges what changed in each week on the cumulative curve, against the snapshot: the total as it stood when the week entered its
 * zone, so that many small changes do not add up unseen, and a quantity that only moves from Friday to Monday does not read as
 * -100 % and +100 %. A week that changes nothing is null; one that brings the total back towards the snapshot passes. What an earlier
 * week has put before the planner is not asked again by the weeks after it, which carry it in their totals.
 * @param history releases before this one, oldest first; the last is the one it replaces
 * @param container pieces in a container, where known
 */
export function judgeWeeks(
  weeks: readonly WeekCompared[],
  curve: DemandCurve,
  history: readonly EarlierRelease[],
  documentDay: number,
  limits: PlanningLimits,
  container: number | null,
): readonly (Verdict | null)[] {
  let asked = 0;
  return weeks.map((week) => {
    const verdict = judgeWeek(week, curve, history, documentDay, limits, container, asked);
    if (verdict?.kind === 'outside') asked = exactly(asked + verdict.difference);
    else if (verdict?.kind === 'passes' && Math.sign(verdict.difference) === -Math.sign(asked))
      asked = Math.sign(asked) * Math.max(0, Math.abs(asked) - Math.abs(verdict.difference));
    return verdict;
  });
}

/** @param asked of the difference, what earlier weeks have put before the planner */
function judgeWeek(
  week: WeekCompared,
  curve: DemandCurve,
  history: readonly EarlierRelease[],
  documentDay: number,
  limits: PlanningLimits,
  container: number | null,
  asked: number,
): Verdict | null {
  const last = history.at(-1);
  if (last === undefined || week.wasTotal === null || !changes(week, curve, last.curve, documentDay)) return null;
  const rounding = limits.containerRounding && container !== null && container > 0 ? container : null;

  if (limits.frozenDays !== undefined) {
    const verdict = judgeFrozen(week, curve, history, documentDay, limits.frozenDays, rounding);
    if (verdict !== null) return verdict;
  }
  const snapshot = atEntry(history, week.to, week.horizon);
  const whole = exactly(totalAt(curve, week.to) - totalAt(snapshot, week.to));
  const difference = exactly(whole - asked);
  const tolerance = limits.tolerance[week.horizon];
  const by = toleranceOf[week.horizon];
  if (tolerance === undefined || by === undefined) return { kind: 'no-rule', difference };
  if (isReturning(week, curve, snapshot, documentDay))
    return { kind: 'passes', by, difference, allowed: Math.abs(difference) };
  if (rounding !== null && wholeContainers(difference, rounding) === 0)
    return { kind: 'passes', by: 'container-rounding', difference, allowed: rounding };
  const base = exactly(totalAt(snapshot, week.to) - totalAt(snapshot, week.from - 1));
  // Less than one container is nothing: 10 % of a week that asks for almost nothing would forbid everything.
  const allowed = Math.max(Math.floor((base * tolerance) / 100), rounding ?? 0);
  return { kind: Math.abs(difference) <= allowed ? 'passes' : 'outside', by, difference, allowed };
}

/** The days of a week that lie inside the frozen zone: nothing may change there that both releases say exactly. */
function judgeFrozen(
  week: WeekCompared,
  curve: DemandCurve,
  history: readonly EarlierRelease[],
  documentDay: number,
  frozenDays: number,
  rounding: number | null,
): Verdict | null {
  const frozenUntil = documentDay + frozenDays;
  if (week.from > frozenUntil || frozenDays === 0) return null;
  const last = history.at(-1)!.curve;
  let worst = 0;
  for (let day = Math.max(week.from, documentDay); day <= Math.min(week.to, frozenUntil); day++) {
    const snapshot = whenFrozen(history, day, frozenDays);
    if (day !== week.to && !(isExact(curve, day) && isExact(last, day))) continue;
    // A difference that was there already in the release before has been answered then.
    if (exactly(totalAt(curve, day) - totalAt(last, day)) === 0) continue;
    const difference = exactly(totalAt(curve, day) - totalAt(snapshot, day));
    const before = carriedInto(week, curve, snapshot, documentDay);
    if (Math.abs(difference) <= Math.abs(before) && Math.sign(difference) === Math.sign(before)) continue;
    if (Math.abs(difference) > Math.abs(worst)) worst = difference;
  }
  if (worst === 0 || (rounding !== null && wholeContainers(worst, rounding) === 0)) return null;
  return { kind: 'outside', by: 'frozen-days', difference: worst, allowed: 0 };
}

const toleranceOf: Readonly<Partial<Record<Horizon, LimitName>>> = {
  firm: 'tolerance-firm',
  production: 'tolerance-production',
  material: 'tolerance-material',
  forecast: 'tolerance-forecast',
};

/** Whether anything changes within the week: at its end, or at a day inside it that both releases say exactly. */
function changes(week: WeekCompared, curve: DemandCurve, last: DemandCurve, documentDay: number): boolean {
  const carried = carriedInto(week, curve, last, documentDay);
  for (let day = Math.max(week.from, documentDay); day <= week.to; day++) {
    if (day !== week.to && !(isExact(curve, day) && isExact(last, day))) continue;
    if (exactly(totalAt(curve, day) - totalAt(last, day)) !== carried) return true;
  }
  return false;
}

/** The difference with which a week begins. Of days before its document a release says nothing but what has been received. */
const carriedInto = (week: WeekCompared, curve: DemandCurve, other: DemandCurve, documentDay: number): number =>
  week.from <= documentDay ? 0 : exactly(totalAt(curve, week.from - 1) - totalAt(other, week.from - 1));

/** The week brings the total nearer to the snapshot than it was at the week's beginning, on the same side of it. */
function isReturning(week: WeekCompared, curve: DemandCurve, snapshot: DemandCurve, documentDay: number): boolean {
  const at = exactly(totalAt(curve, week.to) - totalAt(snapshot, week.to));
  const before = carriedInto(week, curve, snapshot, documentDay);
  return before !== 0 && Math.abs(at) <= Math.abs(before) && (at === 0 || Math.sign(at) === Math.sign(before));
}

/** The curve as it stood when the day entered its horizon: the oldest of the unbroken run of releases that put it there. */
function atEntry(history: readonly EarlierRelease[], day: number, horizon: Horizon): DemandCurve {
  let entry = history.at(-1)!;
  for (const earlier of history.toReversed()) {
    if (earlier.curve.until < day || horizonAt(earlier.curve, day) !== horizon) break;
    entry = earlier;
  }
  return entry.curve;
}

/** The curve as it stood when the day froze; where no release is that old, the oldest there is. */
function whenFrozen(history: readonly EarlierRelease[], day: number, frozenDays: number): DemandCurve {
  return (history.findLast((earlier) => earlier.documentDay <= day - frozenDays) ?? history[0]!).curve;
}

const isExact = (curve: DemandCurve, day: number): boolean => curve.points.find((p) => p.day >= day)?.exact ?? true;
const wholeContainers = (difference: number, container: number): number =>
  Math.floor(Math.abs(difference) / container) * Math.sign(difference);
