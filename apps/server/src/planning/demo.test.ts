import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, aHouse } from '../testing/a-house.ts';
import { planningDemo } from './demo.ts';

let house: House;
let organization: string;
before(async () => {
  house = await aHouse();
  const began = performance.now();
  const now = Temporal.Instant.from('2026-11-24T14:00:00Z');
  ({ organization } = await planningDemo(house.server.parts, { now, language: 'en', isTaken: async () => false }));
  console.log(`Ateliers Morvane was built in ${Math.round(performance.now() - began)} ms`);
});
after(() => house.close());

const rowsOf = async (text: string): Promise<Record<string, unknown>[]> =>
  (await house.database.owner.query(text, [organization])).rows;

test('27 releases of each of two customers, one file in quarantine, one counter-offer waiting', async () => {
  const [counts] = await rowsOf(`select
    (select count(*)::int from planning.release where organization_id = $1 and state = 'applied') as releases,
    (select count(*)::int from planning.interchange where organization_id = $1 and state = 'quarantined') as quarantined,
    (select count(*)::int from planning.reply where organization_id = $1 and state = 'offered') as offered`);
  assert.deepEqual(counts, { releases: 54, quarantined: 1, offered: 1 });
});

test('4711 breaks the frozen days with one change, in the customer’s words', async () => {
  const told = await rowsOf(`select r.document, r.outside, i.words, i.state, y.rule ->> 'by' as by
    from planning.release r join planning.release_line l using (organization_id, release_id)
      join core.intervention i using (organization_id, intervention_id) join planning.reply y using (organization_id, intervention_id)
    where r.organization_id = $1 and r.document = '4711'`);
  assert.deepEqual(told, [
    {
      document: '4711',
      outside: 1,
      words: 'Please 360 pieces more by Monday, our line 2 starts a second shift.',
      state: 'offered',
      by: 'frozen-days',
    },
  ]);
});

test('the offer covers all that was asked, on its day and two days later; Brenval still waits for an answer', async () => {
  const [offer] = await rowsOf(
    `select lines, asked from planning.reply where organization_id = $1 and state = 'offered'`,
  );
  const sum = (amounts: unknown): number =>
    (amounts as { quantity: number }[]).reduce((total, { quantity }) => total + quantity, 0);
  assert.equal(sum(offer?.['lines']), sum(offer?.['asked']));
  const open = await rowsOf(`select c.name, i.due_at is not null as due from core.intervention i
    join access.customer c using (organization_id, customer_id) where i.organization_id = $1 and i.state = 'open'`);
  assert.deepEqual(open, [{ name: 'Brenval Trucks', due: true }]);
});

test('the overtime rule carries the bound that answered the objection on hours', async () => {
  const rows = await rowsOf(`select r.title, k.ground, a.words is not null as answered, v.value
    from core.rule r join core.proposal p using (organization_id, rule_id) join core.remark k using (organization_id, proposal_id)
      left join core.answer a using (organization_id, remark_id)
      join core.parameter_version v using (organization_id, rule_id)
    where r.organization_id = $1 and v.name = 'overtime-hours'`);
  assert.deepEqual(rows, [{ title: 'Overtime for call-offs', ground: 'hours', answered: true, value: 4 }]);
});

test('a plan in force since yesterday that breaks no rule and makes nobody late; a draft for 4711 with the promises that it moves', async () => {
  const plans = await rowsOf(`select p.number, p.state, p.late, p.outcome -> 'violations' as violations, r.document,
      (select count(*)::int from planning.promise m where m.plan_id = p.plan_id and m.ended_at is null) as promises
    from planning.plan p left join planning.release r using (organization_id, release_id)
    where p.organization_id = $1 order by p.number`);
  const [inForce, draft] = plans;
  assert.equal(plans.length, 2);
  assert.deepEqual(
    [inForce?.['state'], inForce?.['late'], inForce?.['violations'], draft?.['state'], draft?.['document']],
    ['in-force', 0, [], 'draft', '4711'],
  );
  assert.ok(Number(inForce?.['promises']) > 9);
  assert.deepEqual(draft?.['violations'], []);
  const [plant] = await rowsOf(`select count(*) filter (where sheet = 'items')::int as items,
    count(*) filter (where sheet = 'lines')::int as lines from planning.plant_row where organization_id = $1`);
  assert.deepEqual(plant, { items: 40, lines: 4 });
});
