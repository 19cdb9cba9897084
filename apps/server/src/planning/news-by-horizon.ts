import type { WeekCompared } from './compare-releases.ts';
import { type Horizon, exactly } from './demand-curve.ts';

/** What a release changes in one horizon of an item, and how early it says so. */
export type HorizonNews = {
  readonly horizon: Horizon;
  readonly was: number;
  readonly asked: number;
  /** `earlier`, `later`: the same quantity at another time. */
  readonly kind: 'more' | 'less' | 'earlier' | 'later' | 'same';
  /** The first week that changes: the nearer, the later the news. Null where none does. */
  readonly from: number | null;
};

/** The news of one item, in the order of its horizons. Weeks that the release before said nothing of are no news. */
export function newsByHorizon(weeks: readonly WeekCompared[]): readonly HorizonNews[] {
  const known = weeks.filter((week) => week.was !== null);
  return [...Map.groupBy(known, (week) => week.horizon)].map(([horizon, group]) => {
    const was = exactly(group.reduce((sum, week) => sum + week.was!, 0));
    const asked = exactly(group.reduce((sum, week) => sum + week.asked, 0));
    // Quantity times weeks by which it comes earlier: what is taken from one week and given to another shows by its sign.
    let ahead = 0;
    let earliness = 0;
    for (const week of group) {
      ahead = exactly(ahead + week.asked - week.was!);
      earliness = exactly(earliness + ahead);
    }
    const first = group.find((week) => week.asked !== week.was);
    const difference = exactly(asked - was);
    const kind =
      difference > 0
        ? 'more'
        : difference < 0
          ? 'less'
          : first === undefined
            ? 'same'
            : earliness >= 0
              ? 'earlier'
              : 'later';
    return { horizon, was, asked, kind, from: first?.from ?? null };
  });
}
