import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { actAsSystem } from '../access/access.ts';
import { type House, type Someone, aHouse } from '../testing/a-house.ts';
import { aDelfor } from './a-delfor.ts';
import { applyInterchange } from './apply-interchange.ts';

const runs = process.env['COPROD_LONG'] === '1' ? 1000 : 40;

let house: House;
let planner: Someone;
before(async () => {
  house = await aHouse({ name: 'Ateliers Morvane' });
  planner = await house.addPerson('Sacha', ['planner']);
  const norvik = await house.addCustomer('Norvik');
  const added = await planner.post('/partners', { customer: norvik, sender: 'NORVIK', qualifier: 'ZZ' });
  assert.equal(added.status, 201);
});
after(() => house.close());

/** What is sent: a control reference, the number of its document, and which of two contents. */
type Sent = { readonly reference: number; readonly content: 0 | 1 };

test(`${runs} sequences of duplicates, reorderings and changed contents end as a small model says`, async () => {
  let sequences = 0;
  let files = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ reference: fc.integer({ min: 1, max: 4 }), content: fc.constantFrom(0 as const, 1 as const) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      fc.boolean(),
      async (sequence, applyBetween) => {
        const place = `PLACE${++sequences}`;
        files += sequence.length;
        const model = new Model();
        const kept = new Set<string>();
        for (const sent of sequence) {
          const answer = await planner.call('POST', '/interchanges', fileOf(place, sent));
          assert.equal(answer.status, model.send(sent), JSON.stringify(answer.body));
          kept.add(answer.body.interchange ?? answer.body.extra.interchange);
          // Between two arrivals the job may or may not have run: what counts in the end must not depend on it.
          if (applyBetween && answer.status === 202) await apply(answer.body.interchange);
        }
        for (const interchange of kept) await apply(interchange);
        assert.equal(kept.size, model.kept.size);
        const current = await house.database.owner.query(
          `select document from planning.release where place = $1 and state = 'applied' order by document_order desc limit 1`,
          [`PLANT ${place}`],
        );
        assert.equal(current.rows[0]?.document, model.current());
        const effects = await house.database.owner.query(
          `select count(*)::int as count from planning.release where place = $1`,
          [`PLANT ${place}`],
        );
        assert.equal(effects.rows[0].count, model.accepted.size);
      },
    ),
    { numRuns: runs },
  );
  console.log(`${sequences} sequences, ${files} files sent`);
});

/** The first content under a reference counts; the highest number is the release that counts. */
class Model {
  readonly accepted = new Map<number, 0 | 1>();
  readonly kept = new Set<string>();

  send({ reference, content }: Sent): 202 | 409 {
    const first = this.accepted.get(reference);
    if (first === undefined) this.accepted.set(reference, content);
    this.kept.add(`${reference} ${content}`);
    return first === undefined || first === content ? 202 : 409;
  }
  current = (): string => String(Math.max(...this.accepted.keys()));
}

const fileOf = (place: string, { reference, content }: Sent): Buffer =>
  aDelfor({
    reference: `${place}-${reference}`,
    document: String(reference),
    day: `2026-11-${10 + reference}`,
    place,
    items: [{ item: 'KIT-A', received: 0, lines: [{ on: '2026-12-01', quantity: 100 + content }] }],
  });

const apply = (interchange: string): Promise<void> =>
  applyInterchange(actAsSystem(house.server.parts.doors, house.organization), interchange);
