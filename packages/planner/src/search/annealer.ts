import { exponential, logarithm } from '../model/exact-math.ts';
import type { Instance } from './instance.ts';
import { add, drop, resize, shiftPieces, split } from './size-moves.ts';
import { changeLine, hurry, join, makeWay, relocate, swap, swapLines, type Move } from './moves.ts';
import type { Random } from './random.ts';
import { buyOutside, changeCrew, changeShift, wait } from './rung-moves.ts';
import type { Settler } from './settle.ts';
import type { State } from './state.ts';

/** -ln(u) for evenly spread u: the acceptance test of annealing without a logarithm for each step. */
const tableSize = 4096;
const minusLog = Float64Array.from({ length: tableSize }, (_, at) => -logarithm((at + 0.5) / tableSize));

/** A schedule kept: the numbers of a {@link State}. */
export interface Snapshot {
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  readonly cost: number;
  readonly violation: number;
}

export const snapshotOf = (state: State): Snapshot => ({
  ints: state.memory.ints.slice(),
  floats: state.memory.floats.slice(),
  cost: state.cost,
  violation: state.violation,
});

/** The moves that can change something in this plant, with their first weights. */
const movesFor = (instance: Instance): { move: Move; weight: number }[] => {
  const severalLines = instance.linesOf.some((lines) => lines.length > 1);
  const sizes = instance.minimum.some((minimum, item) => {
    const pieces = instance.asked[item]! + instance.safety[item]!;
    return instance.maximum[item]! > minimum || pieces > minimum;
  });
  const several = instance.asked.some((asked, item) => asked > instance.minimum[item]!) || instance.isPart.includes(1);
  const waits =
    instance.countsPeople ||
    instance.countsSetters ||
    instance.plant.components.length > 0 ||
    instance.sharedTool.includes(1) ||
    instance.isPart.includes(1) ||
    instance.previous > 0;
  // Which of two lots on different lines serves which demand follows from the order in which they could end.
  const ordersMatter = instance.holds && severalLines && several;
  const crews = instance.modeCount.some((count) => count > 1);
  const list: [boolean, Move, number][] = [
    [true, relocate, 8],
    [true, hurry, 4],
    [true, makeWay, 2],
    [true, swap, 6],
    [severalLines, changeLine, 5],
    [severalLines, swapLines, 3],
    [several, join, 3],
    [several, shiftPieces, 4],
    [several, split, 2],
    [sizes, resize, 3],
    [true, add, 1.5],
    [true, drop, 0.5],
    [instance.offeredShifts.length > 0, changeShift, 2],
    [crews, changeCrew, 2],
    [waits || ordersMatter, wait, waits ? 2 : 0.5],
    [instance.offeredItems.length > 0, buyOutside, 1],
  ];
  return list.filter(([usable]) => usable).map(([, move, weight]) => ({ move, weight }));
};

/** One schedule that is annealed: steps at a temperature, with its best valid plan kept. */
export class Annealer {
  readonly state: State;
  readonly #settler: Settler;
  readonly #random: Random;
  readonly #moves: readonly { move: Move; weight: number }[];
  /** Move by a draw from 0 to 255, by weight. */
  readonly #wheel: Uint8Array;
  temperature = 0;
  /** Cents that a second of breaking a hard rule counts. */
  penalty = 1;
  /** Price and broken rules of the best plan that the memory of the state keeps, and its numbers where they were asked for. */
  #kept: { readonly cost: number; readonly violation: number };
  #snapshot: Snapshot | null = null;
  #bestIsCurrent = false;

  constructor(state: State, settler: Settler, random: Random) {
    this.state = state;
    this.#settler = settler;
    this.#random = random;
    this.#moves = movesFor(state.instance);
    this.#wheel = wheelOf(this.#moves.map(({ weight }) => weight));
    state.memory.commit();
    state.memory.keep();
    this.#kept = { cost: state.cost, violation: state.violation };
  }

  /** Takes over a schedule, the best with it. */
  restart(from: Snapshot): void {
    this.keepBest();
    this.state.copyFrom(from);
    if (!isBetter(from, this.#kept)) return;
    this.#keep(from.cost, from.violation);
    this.#snapshot = from;
  }

  get best(): Snapshot {
    this.keepBest();
    this.#snapshot ??= { ...this.state.memory.kept(), ...this.#kept };
    return this.#snapshot;
  }

  /** Keeps the plan as it was at the last commit as the best. */
  #keep(cost: number, violation: number): void {
    this.state.memory.keep();
    this.#kept = { cost, violation };
    this.#snapshot = null;
    this.#bestIsCurrent = false;
  }

  /** Writes down the best plan when it is still only the current one. */
  keepBest(): void {
    if (this.#bestIsCurrent) this.#keep(this.state.cost, this.state.violation);
  }

  get bestCost(): number {
    return this.#bestIsCurrent ? this.state.cost : this.#kept.cost;
  }

  get bestViolation(): number {
    return this.#bestIsCurrent ? this.state.violation : this.#kept.violation;
  }

  /** Tries one move and its consequences; false where it found nothing to do, or is sure to cost more than `most`. */
  #tryMove(most: number): boolean {
    const { state, penalty } = this;
    const limit = state.cost + penalty * state.violation + most;
    const { move } = this.#moves[this.#wheel[this.#random.next() & 255]!]!;
    return move(state, this.#random) && this.#settler.settle(limit, penalty);
  }

  /** Makes so many steps at the present temperature. */
  run(steps: number): void {
    const { state } = this;
    for (let step = 0; step < steps; step++) {
      const { cost, violation } = state;
      const most = this.temperature * minusLog[this.#random.next() & (tableSize - 1)]!;
      if (!this.#tryMove(most) || state.cost - cost + (state.violation - violation) * this.penalty > most) {
        state.rollback(cost, violation);
        continue;
      }
      const held = this.#bestIsCurrent ? { cost, violation } : this.#kept;
      const better = isBetter(state, held);
      if (!better && this.#bestIsCurrent && (state.cost !== cost || state.violation !== violation)) {
        // The best plan is about to be left: it is written down only now, once, however many steps led to it.
        this.#keep(cost, violation);
      } else if (better) this.#bestIsCurrent = true;
      state.memory.commit();
    }
  }

  /** Differences in price that moves make from here, sampled; nothing is changed. */
  sample(count: number): number[] {
    const differences: number[] = [];
    const { state } = this;
    for (let n = 0; n < count; n++) {
      const { cost, violation } = state;
      if (this.#tryMove(Number.POSITIVE_INFINITY)) {
        const difference = state.cost - cost;
        if (difference > 0 && state.violation <= violation) differences.push(difference);
      }
      state.rollback(cost, violation);
    }
    return differences.toSorted((a, b) => a - b);
  }
}

/** Fewer seconds of broken rules first, then cheaper. */
export const isBetter = (a: { cost: number; violation: number }, b: { cost: number; violation: number }): boolean =>
  a.violation < b.violation || (a.violation === b.violation && a.cost < b.cost);

const wheelOf = (weights: readonly number[]): Uint8Array => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const wheel = new Uint8Array(256);
  let at = 0;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    const end = index === weights.length - 1 ? 256 : Math.round((sum / total) * 256);
    while (at < end) wheel[at++] = index;
  }
  return wheel;
};

/** Factor that takes a temperature to `ratio` of itself in `steps` equal steps. */
export const coolingFactor = (ratio: number, steps: number): number => exponential(logarithm(ratio) / steps);
