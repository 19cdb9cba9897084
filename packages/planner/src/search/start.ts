import { exponential } from '../model/exact-math.ts';
import { clockOfEnd, startClock, totalWork } from './calendar.ts';
import type { Instance } from './instance.ts';
import { firstStart } from './load.ts';
import { newLot } from './size-moves.ts';
import type { Settler } from './settle.ts';
import type { State } from './state.ts';

/** How a first plan is made: demands of an item within `cover` seconds share a lot; `look` weighs slack, `setup` changeovers. */
export interface Recipe {
  readonly cover: number;
  readonly look: number;
  readonly setup: number;
}

const day = 86_400;

/** Weights of slack and changeovers: which are best depends on how tight the plant is and how dear changeovers are. */
const weights: readonly Omit<Recipe, 'cover'>[] = [
  { look: 1, setup: 1 },
  { look: 0.3, setup: 0.2 },
  { look: 3, setup: 0.5 },
];

/**
 * Recipes that are tried, the best plan wins. Short covers only: a search that begins with small lots joins what should
 * be joined, and ends better than one that has to split large ones, although its start may be dearer.
 */
export const recipes: readonly Recipe[] = [0, 1, 3, 7].flatMap((days) =>
  weights.map((weight) => ({ cover: days * day, ...weight })),
);

/** The same for a large plant, in which a search of seconds cannot join all that should be: the longest cover first. */
export const largeRecipes: readonly Recipe[] = [60, 28, 14, 10, 7, 5, 3, 2, 1, 0].map((days) => ({
  cover: days * day,
  ...weights[0]!,
}));

/** The recipe with other weights: where lots are large, changeovers weigh less against what is due. */
export const variantsOf = ({ cover }: Recipe): Recipe[] =>
  [
    { look: 0.3, setup: 0.2 },
    { look: 0.5, setup: 2 },
    { look: 2, setup: 3 },
  ].map((weight) => ({ cover, ...weight }));

interface Job {
  readonly item: number;
  readonly pieces: number;
  readonly due: number;
  /** Cents per second that waiting costs once it is late. */
  readonly weight: number;
}

/** Lots that would cover all demands not covered yet, each by when it is needed; parts by what uses them. */
export const jobsFor = (state: State, cover: number): Job[] => {
  const { instance } = state;
  const jobs: Job[] = [];
  const order = Array.from({ length: instance.items }, (_, item) => item).toSorted(
    (a, b) => instance.isPart[a]! - instance.isPart[b]! || a - b,
  );
  const takes: { due: number; pieces: number; weight: number }[][] = order.map(() => []);
  for (const item of order) {
    if (instance.linesOf[item]!.length === 0) continue;
    const needs = takes[item]!;
    for (let demand = instance.demandOffset[item]!; demand < instance.demandOffset[item + 1]!; demand++) {
      const pieces = instance.pieces[demand]!;
      let steps = 0;
      for (let step = instance.stepOffset[demand]!; step < instance.stepOffset[demand + 1]!; step++)
        steps += instance.stepCents[step]!;
      needs.push({ due: instance.due[demand]!, pieces, weight: pieces * instance.price[demand]! + steps });
    }
    for (const { item: parent, perPiece } of instance.parents[item]!) {
      for (let lot = state.firstOfItem[parent]!; lot >= 0; lot = state.itemNext[lot]!) {
        if (state.line[lot]! >= 0)
          needs.push({ due: startClock(state, lot), pieces: Math.ceil(state.lotPieces[lot]! * perPiece), weight: 1 });
      }
    }
    needs.sort((a, b) => a.due - b.due);
    const safety = instance.safetyPrice[item]! > 0 ? instance.safety[item]! : 0;
    let there = instance.opening[item]! + state.itemTotal[item]! - safety;
    for (let first = 0; first < needs.length; first++) {
      const need = needs[first]!;
      there -= need.pieces;
      if (there >= 0) continue;
      let weight = need.weight;
      while (first + 1 < needs.length && needs[first + 1]!.due < need.due + cover) {
        first++;
        there -= needs[first]!.pieces;
        weight += needs[first]!.weight;
      }
      for (const pieces of sizesFor(instance, item, -there)) {
        there += pieces;
        jobs.push({ item, pieces, due: need.due - instance.transfer[item]!, weight: weight / 86_400 });
        for (const part of instance.plant.items[item]!.parts) {
          takes[part.item]!.push({
            due: need.due - 86_400,
            pieces: Math.ceil(pieces * part.perPiece),
            weight: weight / 2,
          });
        }
      }
    }
  }
  return jobs.toSorted((a, b) => a.due - b.due || a.item - b.item);
};

const sizesFor = (instance: Instance, item: number, pieces: number): number[] => {
  const step = instance.step[item]!;
  const sizes: number[] = [];
  let left = pieces;
  while (left > 0) {
    const size = Math.min(instance.maximum[item]!, Math.max(instance.minimum[item]!, Math.ceil(left / step) * step));
    sizes.push(size);
    left -= size;
  }
  return sizes;
};

/** How many of the next jobs are looked at for each place. */
const lookAhead = 64;

/**
 * Fills a schedule by a dispatching rule (apparent tardiness cost with setups; Lee, Bhaskaran, Pinedo 1997): again and
 * again the line that is free first takes the waiting job that is most urgent for its price, time and changeover.
 */
export const fillByRule = (state: State, settler: Settler, recipe: Recipe): void => {
  const { instance } = state;
  settler.settleAll();
  const jobs = jobsFor(state, recipe.cover);
  const taken = new Uint8Array(jobs.length);
  const free = Array.from({ length: instance.lines }, (_, line) => {
    const tail = state.tail[line]!;
    return tail < 0 ? 0 : state.earliest[tail]! + state.duration[tail]!;
  });
  const last = free.map((_, line) => (state.tail[line]! < 0 ? -1 : state.item[state.tail[line]!]!));
  const waitingOn = free.map((_, line) =>
    jobs.map((_, at) => at).filter((at) => runsOn(instance, line, jobs[at]!.item)),
  );
  const cursor = free.map(() => 0);
  const { meanTime, meanSetup } = means(instance, jobs);
  const nearness = nearnessOf(instance, recipe.setup * meanSetup);
  for (;;) {
    let line = -1;
    let clock = Number.POSITIVE_INFINITY;
    for (let l = 0; l < instance.lines; l++) {
      const list = waitingOn[l]!;
      let next = cursor[l] ?? 0;
      while (next < list.length && taken[list[next]!] === 1) next++;
      cursor[l] = next;
      if (next >= list.length) continue;
      const work = free[l] ?? 0;
      const at = Math.max(firstStart(instance, l), work === 0 ? 0 : clockOfEnd(state, l, work));
      if (at < clock) {
        clock = at;
        line = l;
      }
    }
    if (line < 0) break;
    const list = waitingOn[line]!;
    let best = -1;
    let bestScore = -1;
    let bestEnd = 0;
    const total = totalWork(state, line);
    for (let k = cursor[line]!, seen = 0; k < list.length && seen < lookAhead; k++) {
      const at = list[k]!;
      if (taken[at] === 1) continue;
      seen++;
      const job = jobs[at]!;
      const rule = changeoverBetween(instance, line, last[line]!, job.item);
      const time = timeOf(instance, line, job);
      const end = free[line]! + time + (rule < 0 ? 0 : setupTime(instance, line, job.item, rule));
      if (end > total) continue;
      const near = rule < 0 ? 1 : nearness(line, rule);
      const most = ((job.weight + 1e-9) / time) * near;
      // Far from due all scores vanish: then the order of due times decides, which is the order of the list.
      if (most <= bestScore) continue;
      const slack = job.due - clock - time;
      const score = slack <= 0 ? most : most * exponential(-slack / (recipe.look * meanTime));
      if (score > bestScore) {
        bestScore = score;
        best = at;
        bestEnd = end;
      }
    }
    if (best < 0) {
      cursor[line] = list.length;
      continue;
    }
    taken[best] = 1;
    const job = jobs[best]!;
    const lot = newLot(state, job.item, job.pieces);
    if (lot < 0) break;
    const start = firstStart(instance, line);
    if (start > 0) state.setNotBefore(lot, start);
    state.link(lot, line, state.tail[line]!);
    free[line] = bestEnd;
    last[line] = job.item;
  }
  settler.settle();
};

const runsOn = (instance: Instance, line: number, item: number): boolean =>
  instance.firstMode[line * instance.items + item]! >= 0;

const timeOf = (instance: Instance, line: number, job: Job): number =>
  Math.ceil((job.pieces * instance.modeMilliseconds[instance.firstMode[line * instance.items + job.item]!]!) / 1000);

/** Place of the changeover between two items in the tables of a line, -1 where there is none. */
const changeoverBetween = (instance: Instance, line: number, from: number, to: number): number => {
  const lastItem = from < 0 ? instance.stateItem[line]! : from;
  if (lastItem === to) return -1;
  const runs = line * instance.items;
  const out = from < 0 ? instance.stateClass[line]! : instance.changeoverClass[runs + from]!;
  return out * instance.classes[line]! + instance.changeoverClass[runs + to]!;
};

/** Seconds that a changeover takes from a lot's line: itself, the inspection of the first pieces, and the pieces lost. */
const setupTime = (instance: Instance, line: number, item: number, rule: number): number =>
  instance.changeoverSeconds[line]![rule]! +
  instance.inspection[item]! +
  Math.ceil(
    (instance.lost[item]! * instance.modeMilliseconds[instance.firstMode[line * instance.items + item]!]!) / 1000,
  );

/** Weight of a changeover: its seconds and its cents, for it may take no time. */
const setupWeight = (instance: Instance, line: number, rule: number): number =>
  instance.changeoverSeconds[line]![rule]! + instance.changeoverCents[line]![rule]!;

/** How little a changeover stands in the way, from 0 to 1: worked out once for each one that is met. */
const nearnessOf = (instance: Instance, scale: number): ((line: number, rule: number) => number) => {
  const known = instance.changeoverSeconds.map((rules) => new Float64Array(rules.length).fill(-1));
  return (line, rule) => {
    let value = known[line]![rule]!;
    if (value < 0) {
      value = exponential(-setupWeight(instance, line, rule) / scale);
      known[line]![rule] = value;
    }
    return value;
  };
};

const means = (instance: Instance, jobs: readonly Job[]): { meanTime: number; meanSetup: number } => {
  let time = 0;
  let setup = 0;
  for (const [at, job] of jobs.entries()) {
    const line = instance.linesOf[job.item]![0]!;
    time += timeOf(instance, line, job);
    const other = jobs[(at * 7 + 3) % jobs.length]!;
    const rule = runsOn(instance, line, other.item) ? changeoverBetween(instance, line, other.item, job.item) : -1;
    if (rule >= 0) setup += setupWeight(instance, line, rule);
  }
  return {
    meanTime: Math.max(1, time / Math.max(1, jobs.length)),
    meanSetup: Math.max(1, setup / Math.max(1, jobs.length)),
  };
};
