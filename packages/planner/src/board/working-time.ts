import type { OpenWindow } from '../evaluate/read-plan.ts';

/** Between clock time and working time of one line, both in seconds: nights, breaks and weekends take no working time. */
export interface WorkingTime {
  readonly workBefore: (clock: number) => number;
  /** When work begins that has so much work before it: at a pause, after the pause. */
  readonly clockOfStart: (work: number) => number;
  /** When so much work is done: at a pause, before the pause. */
  readonly clockOfEnd: (work: number) => number;
}

/** Windows in order of time. Beyond the last one work goes on after the horizon, where `evaluate` refuses it. */
export const workingTime = (windows: readonly OpenWindow[], horizon: number): WorkingTime => {
  const before: number[] = [];
  let total = 0;
  for (const { from, to } of windows) {
    before.push(total);
    total += to - from;
  }
  /** The last window of which `value` is at most `sought`; -1 where there is none. */
  const last = (value: (index: number) => number, sought: number): number => {
    let low = -1;
    let high = windows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (value(middle) <= sought) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startOf = (index: number): number => windows[index]?.from ?? 0;
  const workOf = (index: number): number => before[index] ?? 0;
  return {
    workBefore: (clock) => {
      const index = last(startOf, clock);
      const window = windows[index];
      return window === undefined ? 0 : workOf(index) + Math.min(clock, window.to) - window.from;
    },
    clockOfStart: (work) => {
      if (work >= total) return horizon + work - total;
      const index = last(workOf, work);
      return startOf(index) + work - workOf(index);
    },
    clockOfEnd: (work) => {
      if (work > total) return horizon + work - total;
      // The first window at whose end it is done: the one before the window that begins with this work or more.
      const index = Math.max(0, last(workOf, work - 1));
      return startOf(index) + work - workOf(index);
    },
  };
};
