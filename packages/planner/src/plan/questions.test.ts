import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Demand, Problem } from '../model/problem.ts';
import { generatePlant } from '../sample/generate-plant.ts';
import { Random } from '../search/random.ts';
import { counterOffer } from './counter-offer.ts';
import { withChanges } from './customer-change.ts';
import { customerView } from './customer-view.ts';
import { explain } from './explain.ts';
import { plan } from './plan.ts';
import { priceOfChange } from './price-of-change.ts';
import { lateSeconds, scenarios } from './scenarios.ts';
import { shapley, splitByLargestRest } from './shapley.ts';

const start = Temporal.Instant.from('2027-01-04T06:00:00Z');
const at = (hours: number): string => start.add({ hours }).toString();

/** One line without pause that makes a piece an hour, a component and two customers: what causes what is plain to see. */
const aPlant = (change: (problem: Problem) => Problem = (problem) => problem): Problem =>
  change({
    format: 'coprod-planning-problem/1',
    currency: 'EUR',
    timeZone: 'UTC',
    start: at(0),
    end: at(400),
    items: [{ id: 'lid', bill: [{ of: 'resin', perPiece: 1 }] }, { id: 'box' }],
    lines: [
      {
        id: 'press',
        runs: ['lid', 'box'].map((item) => ({ item, modes: [{ secondsPerPiece: 3600 }] })),
        changeovers: [{ from: '*', to: '*', minutes: 120, cents: 5000 }],
        state: { item: 'lid' },
      },
    ],
    components: [{ id: 'resin', stock: 1000 }],
    demands: [
      {
        id: 'lids',
        customer: 'north',
        item: 'lid',
        pieces: 20,
        latestDispatch: at(24),
        lateness: { centsPerPieceDay: 500 },
      },
      {
        id: 'boxes',
        customer: 'south',
        item: 'box',
        pieces: 20,
        latestDispatch: at(60),
        lateness: { centsPerPieceDay: 500 },
      },
    ],
  });

const asking = (pieces: number, due: number) => ({
  customer: 'north',
  demands: [
    {
      id: 'lids',
      customer: 'north',
      item: 'lid',
      pieces,
      latestDispatch: at(due),
      lateness: { centsPerPieceDay: 500 },
    },
  ],
});

test('a change that fits into slack costs 0.00', async (t) => {
  const last = await plan(aPlant(), { steps: 5000 });
  const price = await priceOfChange(aPlant(), last.plan, [asking(24, 24)], { steps: 5000 });
  assert.equal(price.cents, 0);
  assert.deepEqual(price.othersLater, []);
  let changes = 0;
  for (let seed = 1; seed <= (process.env['COPROD_LONG'] === '1' ? 200 : 8); seed++) {
    const made = generatePlant({ items: 8, lines: 2, days: 10, kind: 'loose', seed });
    // Nobody is made late on purpose here: else there is no slack.
    const priced =
      (cents: number) =>
      (demand: Demand): Demand => ({
        ...demand,
        lateness: { centsPerPieceDay: cents, steps: [{ afterHours: 0, cents: 100_000_000 }] },
      });
    const problem = { ...made, demands: (made.demands ?? []).map(priced(5000)) };
    const { plan: before, costs, deliveries } = await plan(problem, { steps: 20_000 });
    if (costs.lateness > 0) continue;
    // He makes lateness twice as dear: as he is served in time, nothing changes for the plant.
    const [customer] = deliveries.map((delivery) => delivery.customer);
    const demands = problem.demands.filter((demand) => demand.customer === customer).map(priced(10_000));
    const { cents } = await priceOfChange(problem, before, [{ customer: customer ?? '', demands }], { steps: 5000 });
    assert.equal(cents, 0, `plant ${seed}`);
    changes++;
  }
  assert.ok(changes >= 6);
  t.diagnostic(`${changes + 1} changes`);
});

test('a change that pushes another customer out has its price, and says whom it touches', async () => {
  const last = await plan(aPlant(), { steps: 5000 });
  const price = await priceOfChange(aPlant(), last.plan, [asking(50, 50)], { steps: 10_000 });
  assert.ok(price.cents > 0);
  assert.deepEqual(price.othersLater, [{ demand: 'boxes', customer: 'south' }]);
  assert.deepEqual(price.shares, [{ customer: 'north', cents: price.cents, standardError: 0 }]);
});

test('the shares of a joint change add up to its price to the cent', async () => {
  const problem = generatePlant({ items: 6, lines: 2, days: 8, kind: 'tight', seed: 3 });
  const last = await plan(problem, { steps: 5000 });
  const customers = [...new Set((problem.demands ?? []).map((demand) => demand.customer))].slice(0, 3);
  const changes = customers.map((customer) => ({
    customer,
    demands: (problem.demands ?? [])
      .filter((demand) => demand.customer === customer)
      .map((demand) => ({ ...demand, pieces: Math.ceil(demand.pieces * 1.3) })),
  }));
  const price = await priceOfChange(problem, last.plan, changes, { steps: 2000 });
  assert.equal(
    price.shares.reduce((sum, share) => sum + share.cents, 0),
    price.cents,
  );
});

test('the Shapley value: exact for a known game, and sampled within its error', async (t) => {
  // Airport game (Littlechild, Owen 1973): a runway as long as the largest aircraft needs.
  const lengths = [10, 20, 60];
  const cost = (members: readonly number[]): number => Math.max(0, ...members.map((index) => lengths[index] ?? 0));
  const visit = (): Promise<void> => Promise.resolve();
  const exact = (await shapley(3, 8, 0, new Random(1), visit))(cost);
  for (const [index, value] of [10 / 3, 10 / 3 + 5, 10 / 3 + 5 + 40].entries()) {
    assert.ok(Math.abs((exact[index]?.mean ?? 0) - value) < 1e-9);
  }
  const sampled = (await shapley(3, 0, 400, new Random(1), visit))(cost);
  for (const [index, { mean, standardError }] of sampled.entries()) {
    assert.ok(Math.abs(mean - (exact[index]?.mean ?? 0)) <= 4 * standardError + 1e-9);
  }
  assert.deepEqual(splitByLargestRest([1 / 3, 1 / 3, 1 / 3], 1), [1, 0, 0]);
  t.diagnostic('3 players, 8 coalitions, 400 orders');
});

test('a late demand names its cause, which cures it when taken away; an unrelated cause does not', async (t) => {
  const hungry = (problem: Problem): Problem => ({
    ...problem,
    components: [{ id: 'resin', stock: 5, receipts: [{ at: at(100), quantity: 1000 }] }],
  });
  const slow = (problem: Problem): Problem => ({
    ...problem,
    lines: problem.lines.map((line) => ({
      ...line,
      runs: line.runs.map((run) => ({ ...run, modes: [{ secondsPerPiece: 7200 }] })),
    })),
  });
  const dirty = (problem: Problem): Problem => ({
    ...problem,
    lines: problem.lines.map((line) => ({
      ...line,
      state: { item: 'box' },
      changeovers: [{ from: '*', to: '*', minutes: 1200 }],
    })),
  });
  const frozen = (problem: Problem): Problem => ({
    ...problem,
    lines: problem.lines.map((line) => ({ ...line, frozenUntil: at(20) })),
  });
  const cases: [string, (problem: Problem) => Problem, string][] = [
    ['component', hungry, 'resin'],
    ['line', slow, 'press'],
    ['changeovers', dirty, 'press'],
    ['frozen-zone', frozen, 'press'],
  ];
  let unrelated = 0;
  for (const [kind, change, where] of cases) {
    const problem = aPlant(change);
    const last = await plan(problem, { steps: 5000 });
    const why = await explain(problem, last.plan, 'lids', { steps: 3000 });
    assert.ok(why, kind);
    assert.equal(why.named?.kind, kind);
    assert.equal(why.named.at, where);
    assert.notEqual(why.named.effect, 'none');
    if (kind === 'component') {
      for (const cause of why.causes.filter((entry) => entry.kind !== kind)) {
        assert.notEqual(cause.effect, 'cures', `${cause.kind} has nothing to do with it`);
        unrelated++;
      }
    }
  }
  assert.equal(await explain(aPlant(), (await plan(aPlant(), { steps: 5000 })).plan, 'lids', { steps: 1000 }), null);
  t.diagnostic(`${cases.length} causes named, ${unrelated} unrelated ones that cure nothing`);
});

test('a counter-offer holds: his offer in time, everybody else as before; what fits needs none', async (t) => {
  const last = await plan(aPlant(), { steps: 5000 });
  assert.deepEqual(await counterOffer(aPlant(), last.plan, asking(24, 24), undefined, { steps: 3000 }), []);
  const offers = await counterOffer(aPlant(), last.plan, asking(50, 40), undefined, { steps: 3000 });
  assert.ok(offers.length >= 2);
  for (const offer of offers) {
    assert.deepEqual(offer.planned.violations, []);
    for (const delivery of offer.planned.deliveries)
      assert.equal(lateSeconds(delivery), 0, `${offer.kind} ${delivery.demand}`);
    assert.ok(offer.given > 0);
    const pieces = offer.demands.reduce((sum, demand) => sum + demand.pieces, 0);
    assert.equal(pieces === 50, offer.kind !== 'less');
  }
  t.diagnostic(offers.map((offer) => `${offer.kind} gives ${offer.given.toFixed(1)}`).join(', '));
});

test('scenarios stand side by side, each with its difference to the first', async () => {
  const results = await scenarios(
    [
      { name: 'as it is', problem: aPlant() },
      { name: 'north asks for more', problem: withChanges(aPlant(), [asking(70, 40)]) },
    ],
    { steps: 5000 },
  );
  assert.equal(results[0]?.difference.total, 0);
  assert.equal(results[1]?.difference.total, (results[1]?.costs.total ?? 0) - (results[0]?.costs.total ?? 0));
  assert.ok((results[1]?.lateDemands ?? 0) > 0);
});

test('what a customer may see does not change with the data of the others', async (t) => {
  let compared = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const problem = generatePlant({ items: 8, lines: 2, days: 10, kind: 'tight', seed });
    const { plan: held } = await plan(problem, { steps: 1000 });
    const own = 'customer-1';
    const items = new Set(
      (problem.demands ?? []).filter((demand) => demand.customer === own).map((demand) => demand.item),
    );
    // The plan is kept; of the others everything is changed that is not one stock shared with him.
    const changed: Problem = {
      ...problem,
      demands: (problem.demands ?? []).map((demand, index) => {
        if (demand.customer === own) return demand;
        const renamed = {
          ...demand,
          customer: `secret-${index}`,
          lateness: { centsPerPieceDay: 7 },
          unservedCentsPerPiece: 3,
        };
        return items.has(demand.item)
          ? renamed
          : { ...renamed, id: `secret-${index}`, pieces: demand.pieces * 3 + 1, latestDispatch: problem.end };
      }),
    };
    const before = JSON.stringify(customerView(problem, held, own));
    assert.equal(JSON.stringify(customerView(changed, held, own)), before);
    assert.doesNotMatch(before, /secret|customer-[2-9]|line-|cents/);
    compared++;
  }
  t.diagnostic(`${compared} plants compared`);
});
