import { Annealer, coolingFactor, isBetter, snapshotOf, type Snapshot } from './annealer.ts';
import { fillCarefully } from './careful-start.ts';
import type { Instance } from './instance.ts';
import { capacityFor, fixedOnly, previousPlan, waitAsBefore } from './load.ts';
import { Random } from './random.ts';
import { Settler } from './settle.ts';
import { fillByRule, largeRecipes, recipes, variantsOf, type Recipe } from './start.ts';
import { State } from './state.ts';

/** Steps between two looks at the temperature; the smallest piece of work that can be asked for. */
export const stride = 64;

interface Chain {
  readonly annealer: Annealer;
  /** Where in its cycle the chain stands, in strides. */
  at: number;
  length: number;
  factor: number;
  readonly heats: readonly number[];
  cycles: number;
}

/**
 * How a search cools: heats of each schedule, cycle by cycle, relative to the temperature sampled; after how many cycles
 * of the first schedule each of them joins; and by how much each cycle is longer than the one before, so that the search
 * suits any budget.
 */
interface Cooling {
  readonly heats: readonly (readonly number[])[];
  readonly joinsAfter: readonly number[];
  readonly growth: number;
}

/** One schedule, all steps in it: half of them always belong to the last cycle, which decides how good a plan gets. */
const cooling: Cooling = { heats: [[0.3, 0.1]], joinsAfter: [-1], growth: 2 };

/**
 * In a small plant a cycle costs next to nothing, while the sample tells little: three schedules side by side, one of them
 * heated at times until nearly anything goes.
 */
const coolingOfSmall: Cooling = {
  heats: [[0.05], [1, 0.1], [0.1, 25, 0.3, 400]],
  joinsAfter: [-1, 2, 3],
  growth: 1.6,
};
const smallLots = 16;

/** Strides of a chain's first cycle for each lot. */
const firstCyclePerLot = 1.5;

/**
 * The search on one instance: the starts, then annealed schedules, each cooled again and again in longer cycles from the
 * best plan of all. It is a machine that can be stopped after any stride: `advance` makes some, `best` is the
 * best plan so far. What it does depends on seed and number of strides alone.
 */
export class Search {
  readonly instance: Instance;
  readonly #capacity: number;
  readonly #random: Random;
  #chains: Chain[] = [];
  #cooling = cooling;
  #turn = 0;
  #best: Snapshot;
  #plain: State;
  #penalty = 1;
  #scale = 1;
  #cold = 0.001;
  /** Steps made so far. */
  steps = 0;
  readonly #heatScale: number;

  /** `heat` below 1 keeps near the previous plan: for replanning. */
  constructor(instance: Instance, seed: number, heat = 1) {
    this.instance = instance;
    this.#random = new Random(seed);
    this.#heatScale = heat;
    this.#capacity = capacityFor(instance);
    this.#plain = fixedOnly(instance, this.#capacity);
    new Settler(this.#plain).settleAll();
    this.#best = snapshotOf(this.#plain);
    this.#start();
  }

  /** Whether there is nothing that a search could change. */
  get idle(): boolean {
    const { instance } = this;
    const movable = instance.pinOf.some((pin) => pin === 0) || instance.linesOf.some((lines) => lines.length > 0);
    return !movable || instance.lines === 0 || instance.items === 0;
  }

  get best(): Snapshot {
    let best = this.#best;
    for (const { annealer } of this.#chains) {
      if (isBetter({ cost: annealer.bestCost, violation: annealer.bestViolation }, best)) {
        annealer.keepBest();
        best = annealer.best;
      }
    }
    this.#best = best;
    return best;
  }

  get bestCost(): { readonly cost: number; readonly violation: number } {
    let best: { cost: number; violation: number } = this.#best;
    for (const { annealer } of this.#chains) {
      const candidate = { cost: annealer.bestCost, violation: annealer.bestViolation };
      if (isBetter(candidate, best)) best = candidate;
    }
    return best;
  }

  /** Makes one stride. */
  advance(): void {
    if (this.#chains.length === 0) this.#open();
    const chain = this.#chains[this.#turn]!;
    const done = this.#chains[0]!.cycles;
    do this.#turn = (this.#turn + 1) % this.#chains.length;
    while (done <= this.#cooling.joinsAfter[this.#turn]!);
    if (chain.cycles === 0) this.#nextCycle(chain);
    chain.annealer.run(stride);
    chain.annealer.temperature *= chain.factor;
    this.steps += stride;
    if (++chain.at >= chain.length) this.#nextCycle(chain);
  }

  /** A schedule that holds the best plan. */
  bestState(): State {
    const state = new State(this.instance, this.#capacity);
    state.copyFrom(this.best);
    return state;
  }

  #offer(state: State): void {
    if (isBetter(state, this.#best)) this.#best = snapshotOf(state);
  }

  /** The previous plan where there is one; else plans by rule, and a careful one where rules are broken. */
  #start(): void {
    const { instance } = this;
    if (instance.previous > 0) {
      const state = previousPlan(instance, this.#capacity);
      const settler = new Settler(state);
      settler.settleAll();
      this.#offer(state);
      waitAsBefore(state, settler);
      this.#offer(state);
      // New days at the end, or a rush whose parts come too late: moves of single lots do not get from there to a plan that serves
      // them. What the rules make around what is fixed is a start as well, and the cheaper one wins, the price of change included.
      if (this.#large && isBetter(this.#best, this.#plain)) return;
    }
    const state = new State(instance, this.#capacity);
    const settler = new Settler(state);
    const empty = snapshotOf(this.#plain);
    const broken = new Set<number>();
    const fill = (recipe: Recipe): State => {
      state.copyFrom(empty);
      fillByRule(state, settler, recipe);
      this.#offer(state);
      if (state.violation > 0) broken.add(recipe.cover);
      return state;
    };
    if (this.#large) this.#walkCovers(fill);
    else for (const recipe of recipesFor(instance)) fill(recipe);
    if (broken.size === 0) return;
    for (const cover of this.#large ? [...broken].slice(-1) : broken) {
      state.copyFrom(empty);
      let tries = 0;
      fillCarefully(state, settler, cover, () => ++tries > 20_000);
      this.#offer(state);
    }
  }

  /** Shorter and shorter covers, until they only get dearer; then other weights with the best. */
  #walkCovers(fill: (recipe: Recipe) => State): void {
    let best = { recipe: largeRecipes[0]!, cost: Number.POSITIVE_INFINITY, violation: Number.POSITIVE_INFINITY };
    for (const recipe of largeRecipes) {
      const { cost, violation } = fill(recipe);
      if (isBetter({ cost, violation }, best)) best = { recipe, cost, violation };
      else if (violation === 0 && cost > 1.1 * best.cost) break;
    }
    for (const recipe of variantsOf(best.recipe)) fill(recipe);
  }

  get #large(): boolean {
    return this.#capacity > 4000;
  }

  /** Opens the chains once the first step is asked for: the temperatures come from moves sampled at the best plan. */
  #open(): void {
    const best = this.best;
    const lots = this.#lots(best);
    const first = Math.max(8, Math.ceil(lots * firstCyclePerLot));
    if (lots <= smallLots) this.#cooling = coolingOfSmall;
    for (const own of this.#cooling.heats) {
      const state = new State(this.instance, this.#capacity);
      state.copyFrom(best);
      const annealer = new Annealer(state, new Settler(state), new Random(this.#random.next()));
      this.#chains.push({ annealer, at: 0, length: first, factor: 1, heats: own, cycles: 0 });
    }
    const differences = this.#chains[0]!.annealer.sample(400);
    this.#scale = differences.length === 0 ? 1 : differences[differences.length >> 2]!;
    // Cold is where hardly any of the moves sampled would still be accepted.
    this.#cold = Math.min(this.#scale / 500, (differences[Math.floor(differences.length / 50)] ?? 1) / 8);
    this.#penalty = Math.max(0.01, (differences[differences.length >> 1] ?? 1) / 600);
  }

  #lots(of: Snapshot): number {
    const state = new State(this.instance, this.#capacity);
    state.copyFrom(of);
    return state.liveCount;
  }

  #nextCycle(chain: Chain): void {
    const { annealer } = chain;
    if (chain.cycles === 0) annealer.restart(this.best);
    else {
      chain.length = Math.ceil(chain.length * this.#cooling.growth);
      // Two cycles of three go on from the best plan of all, the third from the chain's own.
      const best = this.best;
      annealer.keepBest();
      annealer.restart(chain.cycles % 3 === 2 ? annealer.best : best);
    }
    chain.cycles++;
    chain.at = 0;
    const heat = chain.heats[(chain.cycles - 1) % chain.heats.length]!;
    annealer.temperature = this.#scale * this.#heatScale * heat;
    annealer.penalty = this.#penalty;
    chain.factor = coolingFactor(Math.min(0.5, this.#cold / annealer.temperature), chain.length);
  }
}

/** Recipes that differ for this instance: where every demand is a lot of its own, how long a lot covers makes no difference. */
const recipesFor = (instance: Instance): readonly Recipe[] => {
  const joined = instance.asked.some((_, item) => instance.demandOffset[item + 1]! - instance.demandOffset[item]! > 1);
  return joined ? recipes : recipes.filter((recipe) => recipe.cover === 0);
};
