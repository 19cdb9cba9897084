import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluatePlant } from '../evaluate/evaluate.ts';
import { plantOf } from '../model/plant.ts';
import { generatePlant, type PlantKind } from '../sample/generate-plant.ts';
import { withPrevious } from '../plan/with-previous.ts';
import { Annealer } from './annealer.ts';
import { instanceOf } from './instance.ts';
import { Random } from './random.ts';
import { Search } from './search.ts';
import { Settler } from './settle.ts';
import { toPlan } from './to-plan.ts';

const kinds: readonly PlantKind[] = ['loose', 'tight', 'changeovers', 'crews'];
const long = process.env['COPROD_LONG'] === '1';
const movesEach = long ? 8_400 : 700;

test('after each random move the cost kept step by step equals the independent one to the cent', (t) => {
  let compared = 0;
  let plants = 0;
  for (const rich of [false, true]) {
    for (const kind of kinds) {
      for (const replanned of [false, true]) {
        const fresh = generatePlant({ items: 8, lines: 3, days: 10, kind, seed: 11 + plants, rich });
        const first = new Search(instanceOf(plantOf(fresh)), 1);
        for (let n = 0; n < 40; n++) first.advance();
        const problem = replanned ? priced(withPrevious(fresh, toPlan(first.bestState()))) : fresh;
        const plant = plantOf(problem);
        const state = new Search(instanceOf(plant), 2).bestState();
        const annealer = new Annealer(state, new Settler(state), new Random(plants));
        // Hot enough to accept most moves: rare corners of the schedule are met too.
        annealer.temperature = 50_000;
        annealer.penalty = plants % 2 === 0 ? 0.5 : 50;
        plants++;
        for (let move = 0; move < movesEach; move++) {
          annealer.run(1);
          const judged = evaluatePlant(plant, toPlan(state));
          const where = `${kind}${rich ? ', rich' : ''}${replanned ? ', replanned' : ''}, move ${move}`;
          assert.equal(state.cost, judged.costs.total, where);
          assert.equal(
            state.violation === 0,
            judged.violations.length === 0,
            `${where}: ${JSON.stringify(judged.violations[0])}`,
          );
          compared++;
        }
      }
    }
  }
  t.diagnostic(`${compared} moves compared on ${plants} plants`);
  assert.ok(compared >= (long ? 100_000 : 10_000));
});

const priced = (problem: ReturnType<typeof withPrevious>): ReturnType<typeof withPrevious> => ({
  ...problem,
  previous: { ...problem.previous, lots: problem.previous?.lots ?? [], centsPerChangedLot: 2500, halvingDays: 4 },
});
