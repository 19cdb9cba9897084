import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { actAsSystem } from '../access/access.ts';
import { type Answer, type House, type Someone, aHouse } from '../testing/a-house.ts';
import { aDelfor } from './a-delfor.ts';
import { applyInterchange } from './apply-interchange.ts';

const runs = process.env['COPROD_LONG'] === '1' ? 1000 : 30;

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

/** What stands in a file: a control reference, which is the number of its document too, and which of two contents. */
type Sent = { readonly reference: number; readonly content: 0 | 1 };
/** One to four interchanges, what stands between them, and whether rubbish follows. */
type SentFile = { readonly parts: readonly Sent[]; readonly between: string; readonly rubbish: boolean };

const sentFile: fc.Arbitrary<SentFile> = fc.record({
  parts: fc.array(
    fc.record({ reference: fc.integer({ min: 1, max: 4 }), content: fc.constantFrom(0 as const, 1 as const) }),
    { minLength: 1, maxLength: 4 },
  ),
  between: fc.constantFrom('', '\r\n', '  \n'),
  rubbish: fc.boolean(),
});

test(`${runs} sequences of files with duplicates, reorderings and changed contents end as a small model says`, async () => {
  let sequences = 0;
  let files = 0;
  let interchanges = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentFile, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (sequence, applyBetween) => {
        const place = `PLACE${++sequences}`;
        files += sequence.length;
        const model = new Model();
        const kept = new Set<string>();
        for (const file of sequence) {
          interchanges += file.parts.length;
          const bytes = bytesOf(place, file);
          const expected = model.send(file);
          const answer = await planner.call('POST', '/interchanges', bytes);
          assert.deepEqual(outcomesOf(answer), expected, JSON.stringify(answer.body));
          const ids = idsOf(answer);
          ids.forEach((id) => kept.add(id));
          // Between two arrivals the job may or may not have run: what counts in the end must not depend on it.
          if (applyBetween) for (const id of ids) await apply(id);
          const again = await planner.call('POST', '/interchanges', bytes);
          assert.deepEqual([again.status, again.body], [answer.status, answer.body]);
        }
        for (const interchange of kept) await apply(interchange);
        assert.equal(kept.size, model.kept.size);
        const [current] = await query(
          `select document from planning.release where place = $1 and state = 'applied' order by document_order desc limit 1`,
          `PLANT ${place}`,
        );
        assert.equal(current?.['document'], model.current());
        const [effects] = await query(
          `select count(*)::int as count from planning.release where place = $1`,
          `PLANT ${place}`,
        );
        assert.equal(effects?.['count'], model.accepted.size);
      },
    ),
    { numRuns: runs },
  );
  const [stored] = await query(
    `select count(*)::int as count from planning.file where organization_id = $1`,
    house.organization,
  );
  assert.ok(Number(stored?.['count']) <= files);
  console.log(`${sequences} sequences, ${files} files with ${interchanges} interchanges, each sent twice`);
});

test('a file of three interchanges is kept whole, and each of them is read, refused or quarantined on its own', async () => {
  const good = bytesOf('THREE', { parts: [{ reference: 1, content: 0 }], between: '', rubbish: false });
  const unknown = aDelfor({ sender: 'NOBODY', reference: '1', document: '1', day: '2026-11-11', items: [] });
  const broken = Buffer.from(
    good
      .toString('latin1')
      .replace(/UNT\+\d+/, 'UNT+99')
      .replaceAll('THREE-1', 'THREE-2'),
  );
  const whole = Buffer.concat([good, unknown, broken]);
  const answer = await planner.call('POST', '/interchanges?name=three.edi', whole);
  assert.equal(answer.status, 422);
  assert.equal(answer.body.title, 'Of the 3 interchanges in this file, 2 could not be taken in.');
  assert.deepEqual(outcomesOf(answer), ['taken', 'unknown-sender', 'unreadable-interchange']);
  assert.match(answer.body.extra.interchanges[2].refused.title, /^Segment \d+ \(UNT\), byte \d+/);

  const ids = idsOf(answer);
  const pages = await Promise.all(ids.map((id) => planner.get(`/interchanges/${id}`)));
  assert.deepEqual(
    pages.map(({ body }) => [body.part, body.state === 'applied' ? 'received' : body.state]),
    [
      [{ number: 1, of: 3 }, 'received'],
      [{ number: 2, of: 3 }, 'unknown-sender'],
      [{ number: 3, of: 3 }, 'unreadable'],
    ],
  );
  assert.deepEqual(
    pages[0]!.body.beside.map((part: { id: string }) => part.id),
    ids,
  );
  const parts = await Promise.all(ids.map((id) => planner.get(`/interchanges/${id}/bytes`)));
  assert.deepEqual(Buffer.concat(parts.map((part) => part.bytes)), whole);
  assert.deepEqual((await planner.get(`/files/${answer.body.extra.file}/bytes`)).bytes, whole);
  assert.deepEqual((await planner.call('POST', '/interchanges', whole)).body, answer.body);

  // Alone it is the same interchange: nothing new, and the answer it got among the others.
  const alone = await planner.call('POST', '/interchanges', good);
  assert.equal(alone.status, 202);
  assert.deepEqual(idsOf(alone), [ids[0]]);
});

/** The first content under a reference counts; the highest number is the release that counts. */
class Model {
  readonly accepted = new Map<number, 0 | 1>();
  readonly kept = new Set<string>();

  send({ parts, rubbish }: SentFile): readonly string[] {
    const outcomes = parts.map(({ reference, content }) => {
      const first = this.accepted.get(reference);
      if (first === undefined) this.accepted.set(reference, content);
      this.kept.add(`${reference} ${content}`);
      return first === undefined || first === content ? 'taken' : 'changed-under-same-reference';
    });
    if (!rubbish) return outcomes;
    this.kept.add('rubbish');
    return [...outcomes, 'no-interchange'];
  }
  current = (): string => String(Math.max(...this.accepted.keys()));
}

type Part = { readonly interchange: string; readonly refused?: { readonly code: string } };

/** What is answered for each interchange; a file of one is answered by the refusal itself. */
const partsOf = ({ status, body }: Answer): readonly Part[] =>
  status === 202
    ? body.interchanges
    : (body.extra.interchanges ?? [{ interchange: body.extra.interchange, refused: { code: body.code } }]);
const outcomesOf = (answer: Answer): readonly string[] =>
  partsOf(answer).map(({ refused }) => refused?.code ?? 'taken');
const idsOf = (answer: Answer): readonly string[] => partsOf(answer).map(({ interchange }) => interchange);

const bytesOf = (place: string, { parts, between, rubbish }: SentFile): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ reference, content }, index) => [
      Buffer.from(index === 0 ? '' : between),
      aDelfor({
        reference: `${place}-${reference}`,
        document: String(reference),
        day: `2026-11-${10 + reference}`,
        place,
        items: [{ item: 'KIT-A', received: 0, lines: [{ on: '2026-12-01', quantity: 100 + content }] }],
      }),
    ]),
    Buffer.from(rubbish ? 'Sent by our new gateway' : ''),
  ]);

const apply = (interchange: string): Promise<void> =>
  applyInterchange(actAsSystem(house.server.parts.doors, house.organization), interchange);

const query = async (text: string, value: string): Promise<Record<string, unknown>[]> =>
  (await house.database.owner.query(text, [value])).rows;
