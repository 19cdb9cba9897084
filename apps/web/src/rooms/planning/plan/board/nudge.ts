import type { WorkingWindow } from '@coprod/planner';
import { firstWhere } from './find-lots.ts';

/**
 * Where one key brings the start of a lot: by `step` seconds (negative for earlier), over time in which the line does not
 * work to the nearest time in which it does. At the ends of the plan it stays.
 */
export const nudged = (windows: readonly WorkingWindow[], from: number, step: number): number => {
  const wanted = from + step;
  const after = firstWhere(windows, (window) => window.to > wanted);
  const window = windows[after];
  if (window && window.from <= wanted) return wanted;
  if (step > 0) return window?.from ?? from;
  const before = windows[after - 1];
  return before ? Math.max(before.from, before.to + step) : (windows[0]?.from ?? from);
};
