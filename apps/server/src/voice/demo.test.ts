import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, aHouse } from '../testing/a-house.ts';
import { voiceDemo } from './demo.ts';

let house: House;
let organization: string;
before(async () => {
  house = await aHouse();
  const began = performance.now();
  const now = Temporal.Now.instant().round('millisecond');
  ({ organization } = await voiceDemo(house.server.parts, { now, language: 'fr', isTaken: async () => false }));
  console.log(`Réseau Hautval was built in ${Math.round(performance.now() - began)} ms`);
});
after(() => house.close());

const rowsOf = async (text: string): Promise<Record<string, unknown>[]> =>
  (await house.database.owner.query(text, [organization])).rows;

test('the demo tells the story that it promises', async () => {
  const [counts] = await rowsOf(`select
    (select count(*)::int from voice.expectation where organization_id = $1) as expectations,
    (select count(*)::int from voice.theme where organization_id = $1) as themes,
    (select customers from voice.theme where organization_id = $1 order by customers desc limit 1) as customers,
    (select count(*)::int from access.team where organization_id = $1) as teams,
    (select count(*)::int from voice.expectation where organization_id = $1 and withdrawn_at is not null) as withdrawn,
    (select count(*)::int from access.mail where organization_id = $1 and sent_at is not null) as sent`);
  assert.deepEqual(counts, { expectations: 140, themes: 9, customers: 27, teams: 22, withdrawn: 1, sent: 0 });
});

test('R-31 v4 came of P-118 after two objections were answered, and P-126 has one open', async () => {
  const told = await rowsOf(`select p.number, p.state, r.label, r.version,
      (select count(*)::int from core.remark k where k.proposal_id = p.proposal_id and k.kind = 'objection') as objections,
      (select count(*)::int from core.remark k join core.answer a using (organization_id, remark_id) where k.proposal_id = p.proposal_id) as answered
    from core.proposal p join core.rule r using (organization_id, rule_id)
    where p.organization_id = $1 and p.number in (118, 126) order by p.number`);
  assert.deepEqual(told, [
    { number: 118, state: 'decided', label: 'R-31', version: 4, objections: 2, answered: 2 },
    { number: 126, state: 'open', label: told[1]?.['label'], version: 0, objections: 1, answered: 0 },
  ]);
});

test('R-31 v4 is in use in 18 of 22 teams, and 2 apply it differently', async () => {
  const used =
    await rowsOf(`select u.kind, count(distinct u.team_id)::int as teams from core.use_report u join core.rule r using (organization_id, rule_id)
    where u.organization_id = $1 and r.label = 'R-31' and u.version = 4 group by u.kind order by u.kind`);
  assert.deepEqual(used, [
    { kind: 'differently', teams: 2 },
    { kind: 'in-use', teams: 18 },
  ]);
});
