import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verifyCheckpointContinues, verifyReceipt } from '@coprod/ledger';
import { actAsSystem } from '../access/access.ts';
import { newId } from '../platform/ids.ts';
import { type House, type Someone, aHouse } from '../testing/a-house.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { openLedgerKeys } from './ledger-key.ts';
import { checkLedger, sequenceLedger } from './sequence-ledger.ts';
import { readContextKey } from '../platform/context-token.ts';

describe('The ledger of a running house', () => {
  let house: House;
  let verran: Someone;
  let lumet: Someone;
  before(async () => {
    house = await aHouse();
    verran = await house.addPerson('Charlie', ['approver'], { customer: await house.addCustomer('Verran Paints') });
    lumet = await house.addPerson('Dana', ['approver'], { customer: await house.addCustomer('Lumet Coatings') });
  });
  after(() => house.close());

  const say = async (who: Someone, words: string): Promise<void> => {
    assert.equal((await who.post('/interventions', { channel: 'voice', words, language: 'en' })).status, 201);
  };
  const settled = async (kind = ''): Promise<{ id: string; index: number; kind: string }[]> => {
    await house.founder.get('/ledger/checkpoint');
    return (await house.founder.get(`/ledger?limit=200${kind === '' ? '' : `&kind=${kind}`}`)).body.rows;
  };
  const system = () => actAsSystem(house.server.parts.doors, house.organization);
  const keys = async () => openLedgerKeys(await readContextKey(house.database.owner), 'localhost');

  test('the founding is entry 0', async () => {
    const rows = await settled();
    assert.deepEqual([rows.at(-1)!.index, rows.at(-1)!.kind], [0, 'organization-founded']);
  });

  test('a customer saves a receipt of what he said and checks it offline; another customer finds nothing', async () => {
    await say(verran, 'Our secret wish.');
    const entry = (await settled('intervention-received'))[0]!;
    const file = await verran.get(`/ledger/entries/${entry.id}/receipt`);
    assert.equal(file.status, 200);
    const { key } = (await verran.get('/ledger/key')).body;
    const proof = verifyReceipt(file.bytes, { trustedKeys: [key] });
    assert.equal(proof.ok, true, JSON.stringify(proof));
    assert.ok(proof.ok && proof.trusted);
    const broken = Buffer.from(file.bytes);
    broken[broken.indexOf('wish')] = 'W'.charCodeAt(0);
    assert.equal(verifyReceipt(broken).ok, false);
    for (const path of [`/ledger/entries/${entry.id}`, `/ledger/entries/${entry.id}/receipt`]) {
      const answer = await lumet.get(path);
      assert.equal(answer.status, 404);
      assert.ok(!answer.bytes.includes('secret'));
    }
    assert.deepEqual((await lumet.get('/ledger')).body.rows, []);
  });

  test('an entry is found by its place as by its id, and the list by the customer it belongs to', async () => {
    const [entry] = await settled('intervention-received');
    const byId = (await verran.get(`/ledger/entries/${entry!.id}`)).body;
    assert.deepEqual((await verran.get(`/ledger/entries/${entry!.index}`)).body, byId);
    assert.equal((await lumet.get(`/ledger/entries/${entry!.index}`)).status, 404);
    assert.equal((await verran.get('/ledger/entries/999999')).status, 404);
    assert.equal((await verran.get('/ledger/entries/007')).status, 422);
    const ofVerran = (await house.founder.get(`/ledger?customer=${byId.customer}`)).body.rows;
    assert.deepEqual(
      ofVerran.map((row: { id: string }) => row.id),
      [entry!.id],
    );
    assert.deepEqual((await lumet.get(`/ledger?customer=${byId.customer}`)).body.rows, []);
  });

  test('a customer who takes back the leave to be named stands inside neither beside his words nor in them', async () => {
    await say(verran, 'Our name may be said.');
    const [entry] = await settled('intervention-received');
    const inside = async () => (await house.founder.get(`/ledger/entries/${entry!.id}`)).body;
    const named = await inside();
    assert.deepEqual([named.state, named.gist], ['open', { text: 'Our name may be said.', quotedIn: 'en' }]);
    assert.equal((await house.founder.get(`/ledger/entries/${entry!.id}/receipt`)).status, 200);
    const { owner } = house.database;
    await owner.query('alter table core.intervention no force row level security');
    await owner.query(`update core.intervention set consent = 'without-name' where intervention_id = $1`, [
      named.subject.id,
    ]);
    await owner.query('alter table core.intervention force row level security');
    const nameless = await inside();
    assert.deepEqual([nameless.state, nameless.customer, nameless.body, nameless.gist], ['withheld', null, null, null]);
    assert.equal((await house.founder.get(`/ledger/entries/${entry!.id}/receipt`)).status, 404);
    const ofVerran = (await house.founder.get(`/ledger?customer=${named.customer}`)).body.rows;
    assert.ok(ofVerran.every((row: { id: string }) => row.id !== entry!.id));
    assert.equal((await verran.get(`/ledger/entries/${entry!.id}`)).body.state, 'open');
    assert.equal((await verran.get(`/ledger/entries/${entry!.id}/receipt`)).status, 200);
  });

  test('a customer keeps a checkpoint, and the next one proves to continue it', async () => {
    const kept = (await verran.get('/ledger/checkpoint')).body;
    await say(verran, 'Another word.');
    const next = (await verran.get('/ledger/checkpoint')).body;
    const size = (note: string): number => Number(note.split('\n')[1]);
    const { proof } = (await verran.get(`/ledger/consistency?from=${size(kept)}&to=${size(next)}`)).body;
    const { key } = (await verran.get('/ledger/key')).body;
    assert.equal(verifyCheckpointContinues({ kept, next, proof, key }).ok, true);
    const tile = await lumet.get(`/ledger/tile/0/000.p/${size(next)}`);
    assert.equal(tile.bytes.length, 32 * size(next));
  });

  test('many writers and several sequencers make one ledger without gap or double', async () => {
    const before = (await settled())[0]!.index;
    const writers = 200;
    const writing = Array.from({ length: writers }, () =>
      system().transaction((tx) =>
        appendToLedger(tx, system(), {
          kind: 'requirement-received',
          subject: { kind: 'requirement', id: newId() },
          customer: null,
          body: { n: 1 },
        }),
      ),
    );
    const ledgerKeys = await keys();
    const sequencing = Array.from({ length: 6 }, () => sequenceLedger(system(), ledgerKeys));
    await Promise.all([...writing, ...sequencing]);
    await settled();
    const checked = await checkLedger(system(), ledgerKeys);
    assert.deepEqual(checked, { size: before + 1 + writers, difference: null });
    console.log(`    ${writers} concurrent writers and 7 sequencers: ${checked.size} entries, 0 gaps, 0 doubles`);
  });

  test('a checkpoint that is asked for comes while others write without pause', async () => {
    let answered = false;
    const writing = Array.from({ length: 8 }, async () => {
      for (let n = 0; !answered && n < 2000; n += 1)
        await system().transaction((tx) =>
          appendToLedger(tx, system(), {
            kind: 'requirement-received',
            subject: { kind: 'requirement', id: newId() },
            customer: null,
            body: { n },
          }),
        );
    });
    const began = performance.now();
    const { status } = await verran.get('/ledger/checkpoint');
    const milliseconds = performance.now() - began;
    answered = true;
    await Promise.all(writing);
    assert.equal(status, 200);
    assert.ok(milliseconds < 2000, `${milliseconds} ms`);
  });

  test('what is stored is read again before a checkpoint is signed: a change makes the house read-only and says where', async () => {
    const { owner } = house.database;
    const target = (await settled('intervention-received')).at(-1)!;
    await owner.query('alter table core.ledger_body no force row level security');
    await owner.query(`update core.ledger_body set body = replace(body, 'secret', 'public') where entry_id = $1`, [
      target.id,
    ]);
    await say(verran, 'One more.');
    await verran.get('/ledger/checkpoint');
    const refused = await verran.post('/interventions', { channel: 'voice', words: 'And another.', language: 'en' });
    assert.equal(refused.status, 503, JSON.stringify(refused.body));
    assert.equal(refused.body.code, 'read-only');
    assert.match(refused.body.title, new RegExp(`entry ${target.index}\\b`));
    const ledger = (await house.founder.get('/ledger')).body;
    assert.match(ledger.difference.what, /text or salt/);
    assert.equal((await checkLedger(system(), await keys())).difference?.includes(`entry ${target.index}`), true);
  });
});
