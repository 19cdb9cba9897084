import type { Problem } from '@coprod/planner';

/** Jobs on one machine with weights, due dates and, perhaps, setups that depend on the job before. Times in units. */
export interface SingleMachine {
  readonly name: string;
  readonly times: readonly number[];
  readonly weights: readonly number[];
  readonly due: readonly number[];
  /** By job before (the last row: before the first job) and job. */
  readonly setups: readonly (readonly number[])[] | null;
  readonly known: number;
}

/** One unit of time is an hour, one unit of weighted tardiness a cent; each job is an item of which one piece is made. */
export const singleMachineProblem = (instance: SingleMachine): Problem => {
  const count = instance.times.length;
  const hours = instance.times.reduce((sum, time) => sum + time, 0) + (instance.setups ? count * 100 : 0) + 24;
  const at = (units: number): string =>
    new Date(Date.UTC(2024, 0, 1) + units * 3_600_000).toISOString().replace('.000', '');
  const id = (job: number): string => `job-${job}`;
  return {
    format: 'coprod-planning-problem/1',
    currency: 'EUR',
    timeZone: 'UTC',
    start: at(0),
    end: at(hours),
    items: instance.times.map((_, job) => ({ id: id(job), minimumLotPieces: 1, maximumLotPieces: 1 })),
    lines: [
      {
        id: 'machine',
        runs: instance.times.map((time, job) => ({ item: id(job), modes: [{ secondsPerPiece: time * 3600 }] })),
        changeovers: (instance.setups ?? []).flatMap((row, from) =>
          row.flatMap((units, to) =>
            from === to ? [] : [{ from: from === count ? '*' : id(from), to: id(to), minutes: units * 60 }],
          ),
        ),
      },
    ],
    demands: instance.times.map((_, job) => ({
      id: id(job),
      customer: 'customer',
      item: id(job),
      pieces: 1,
      latestDispatch: at(instance.due[job] ?? 0),
      lateness: { centsPerPieceDay: (instance.weights[job] ?? 0) * 24 },
      unservedCentsPerPiece: 1e9,
    })),
  };
};

const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);

/** OR-Library `wt40`, `wt50`, `wt100`: 125 instances in one file, times, weights, due dates each. */
export const readOrLibrary = (name: string, text: string, known: string, jobs: number): SingleMachine[] => {
  const all = numbers(text);
  const best = numbers(known);
  return Array.from({ length: Math.floor(all.length / (3 * jobs)) }, (_, index) => {
    const from = index * 3 * jobs;
    return {
      name: `${name}-${index + 1}`,
      times: all.slice(from, from + jobs),
      weights: all.slice(from + jobs, from + 2 * jobs),
      due: all.slice(from + 2 * jobs, from + 3 * jobs),
      setups: null,
      known: best[index] ?? Number.NaN,
    };
  });
};

/** Cicirello's `wtsds`: sections headed by a line each, setups as triples with -1 for the start. */
export const readSetups = (name: string, text: string, known: number): SingleMachine => {
  const section = (from: string, to: string): number[] =>
    numbers(text.slice(text.indexOf(from) + from.length, text.indexOf(to)));
  const times = section('Process Times:', 'Weights:');
  const weights = section('Weights:', 'Duedates:');
  const due = section('Duedates:', 'Setup Times:');
  const triples = section('Setup Times:', 'End Problem');
  const count = times.length;
  const setups = Array.from({ length: count + 1 }, () => Array.from({ length: count }, () => 0));
  for (let at = 0; at + 2 < triples.length; at += 3) {
    const from = triples[at] === -1 ? count : (triples[at] ?? 0);
    const row = setups[from];
    if (row) row[triples[at + 1] ?? 0] = triples[at + 2] ?? 0;
  }
  return { name, times, weights, due, setups, known };
};
