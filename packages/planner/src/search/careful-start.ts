import { clockOfEnd, totalWork } from './calendar.ts';
import { firstStart } from './load.ts';
import type { Settler } from './settle.ts';
import { newLot } from './size-moves.ts';
import { jobsFor } from './start.ts';
import type { State } from './state.ts';

/** Waits tried for a lot that would break a rule where it stands, in hours. */
const waits = [0, 1, 2, 4, 8, 16, 24, 48, 96];

/**
 * Fills a schedule lot by lot, each where it breaks no rule: another line, another crew, a later start; else it is left out.
 * Slower than a dispatching rule, and for plants where tools, people or components are scarce the way to a valid plan.
 * Ends early when `spend` says that the steps are used up.
 */
export const fillCarefully = (state: State, settler: Settler, cover: number, spend: () => boolean): void => {
  const { instance } = state;
  settler.settleAll();
  state.memory.commit();
  const jobs = jobsFor(state, cover).toSorted(
    (a, b) => instance.isPart[b.item]! - instance.isPart[a.item]! || a.due - b.due || a.item - b.item,
  );
  for (const job of jobs) {
    let [bestCost, bestLine, bestMode, bestWait] = [Number.POSITIVE_INFINITY, -1, 0, 0];
    const [cost, violation] = [state.cost, state.violation];
    const attempt = (line: number, mode: number, clock: number): boolean => {
      const lot = newLot(state, job.item, job.pieces);
      if (lot < 0) return false;
      state.setMode(lot, mode);
      state.setNotBefore(lot, clock);
      state.link(lot, line, state.tail[line]!);
      settler.settle();
      return true;
    };
    for (const line of instance.linesOf[job.item]!) {
      const tail = state.tail[line]!;
      const work = tail < 0 ? 0 : state.earliest[tail]! + state.duration[tail]!;
      if (work >= totalWork(state, line)) continue;
      const ready = Math.max(firstStart(instance, line), work === 0 ? 0 : clockOfEnd(state, line, work));
      for (let mode = 0; mode < instance.modeCount[line * instance.items + job.item]!; mode++) {
        for (const hours of waits) {
          if (spend()) return;
          const clock = hours === 0 ? firstStart(instance, line) : ready + hours * 3600;
          if (!attempt(line, mode, clock)) continue;
          const valid = state.violation <= violation;
          const total = state.cost;
          state.rollback(cost, violation);
          if (valid && total < bestCost) [bestCost, bestLine, bestMode, bestWait] = [total, line, mode, clock];
          if (valid) break;
        }
      }
    }
    if (bestLine >= 0) attempt(bestLine, bestMode, bestWait);
    state.memory.commit();
  }
};
