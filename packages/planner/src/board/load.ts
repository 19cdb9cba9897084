import { checkLots } from '../evaluate/check-lots.ts';
import { readPlan } from '../evaluate/read-plan.ts';
import type { Plan } from '../model/plan.ts';
import type { Plant } from '../model/plant.ts';

/** One shift of one line as a plan fills it; times in seconds from the start of the plan. */
export interface ShiftLoad {
  readonly line: number;
  readonly date: string;
  readonly shift: string;
  readonly from: number;
  readonly to: number;
  readonly openSeconds: number;
  readonly producingSeconds: number;
  readonly changeoverSeconds: number;
  /** Largest crew that its lots need, and the people of the line who are there; both 0 where people are not counted. */
  readonly headsNeeded: number;
  readonly headsThere: number;
}

/** How full each shift is that a plan opens, by line and in order of time. */
export const loadOf = (plant: Plant, plan: Plan): ShiftLoad[] => {
  const read = readPlan(plant, plan);
  const { lots } = checkLots(plant, read);
  return plant.lines.flatMap((line, l) => {
    const here = lots.filter((lot) => lot.line === l);
    const windows = read.windows[l] ?? [];
    let first = 0;
    let next = 0;
    return line.shifts.flatMap((shift, s): ShiftLoad[] => {
      if (!read.opened[l]?.[s]) return [];
      while (next < windows.length && (windows[next]?.shift ?? 0) < s) next++;
      const begin = next;
      while (next < windows.length && windows[next]?.shift === s) next++;
      const mine = windows.slice(begin, next);
      const from = mine[0]?.from ?? shift.start;
      const to = mine.at(-1)?.to ?? shift.end;
      while (first < here.length && (here[first]?.end ?? 0) <= from) first++;
      const sum = { open: 0, producing: 0, changeover: 0, heads: 0 };
      for (const window of mine) sum.open += window.to - window.from;
      for (let index = first; index < here.length; index++) {
        const lot = here[index];
        if (lot === undefined || lot.setupStart >= to) break;
        let working = 0;
        for (const window of mine) {
          working += overlap(lot.start, lot.end, window.from, window.to);
          sum.changeover += overlap(lot.setupStart, lot.start, window.from, window.to);
        }
        sum.producing += working;
        if (working > 0) sum.heads = Math.max(sum.heads, lot.heads);
      }
      return [
        {
          line: l,
          date: shift.date,
          shift: shift.name,
          from,
          to,
          openSeconds: sum.open,
          producingSeconds: sum.producing,
          changeoverSeconds: sum.changeover,
          headsNeeded: line.skill === -1 ? 0 : sum.heads,
          headsThere: line.skill === -1 ? 0 : shift.heads,
        },
      ];
    });
  });
};

const overlap = (from: number, to: number, low: number, high: number): number =>
  Math.max(0, Math.min(to, high) - Math.max(from, low));
