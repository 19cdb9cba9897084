import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLedgerKeys } from '../core/ledger-key.ts';
import { readContextKey } from '../platform/context-token.ts';
import { type House, aHouse } from '../testing/a-house.ts';
import { coverageTotals } from './coverage-store.ts';
import { certificationDemo } from './demo.ts';

let house: House;
let organization: string;
before(async () => {
  house = await aHouse();
  const began = performance.now();
  const now = Temporal.Now.instant().round('millisecond');
  const stage = { now, language: 'en', isTaken: async (slug: string) => slug === 'chimie-ostrelle' } as const;
  const keys = openLedgerKeys(await readContextKey(house.database.owner), 'localhost');
  ({ organization } = await certificationDemo(house.server.parts, keys, stage));
  console.log(`Chimie Ostrelle was built in ${Math.round(performance.now() - began)} ms`);
});
after(() => house.close());

const rowsOf = async (text: string): Promise<Record<string, unknown>[]> =>
  (await house.database.owner.query(text, [organization])).rows;

test('of 64 clauses 51 are covered, 8 in part, and 5 are gaps', async () => {
  const caller = { side: 'system', organization, roles: [] } as const;
  const rows = await house.server.parts.doors.transaction(caller, (tx) => coverageTotals(tx, organization));
  const totals = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  assert.deepEqual(totals, { covered: 51, partial: 8, gap: 5 });
});

test('one secret of PR-QUA-07 is granted to Tarvel and the other to Lumet, and each document holds only his', async () => {
  const sent = await rowsOf(`select c.name, convert_from(t.bytes, 'UTF8') as text, t.version,
      t.superseded_by is not null as superseded, t.acknowledged_at is not null as acknowledged
    from core.transmission t join access.customer c using (organization_id, customer_id)
    join core.rule r using (organization_id, rule_id)
    where t.organization_id = $1 and r.label = 'PR-QUA-07' order by c.name, t.version`);
  const holds = (words: string) => sent.map((row) => String(row['text']).includes(words));
  assert.deepEqual(
    sent.map((row) => [row['name'], row['version'], row['superseded'], row['acknowledged']]),
    [
      ['Lumet Coatings', 2, true, true],
      ['Lumet Coatings', 3, false, true],
      ['Tarvel Pharma', 2, true, true],
      ['Tarvel Pharma', 3, false, false],
    ],
  );
  assert.deepEqual(holds('isopropanol'), [false, false, true, true]);
  assert.deepEqual(holds('12 minutes'), [true, false, false, false]);
  assert.deepEqual(holds('9 minutes'), [false, true, false, false]);
});

test('an operator’s own rule was adopted by all', async () => {
  const versions =
    await rowsOf(`select v.version, v.regulation from core.rule_version v join core.rule r using (organization_id, rule_id)
    where v.organization_id = $1 and r.title = 'Drum labels before filling' order by v.version`);
  assert.deepEqual(versions, [
    { version: 1, regulation: 'autonomous' },
    { version: 2, regulation: 'joint' },
  ]);
});
