import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { type House, type Someone, aHouse } from '../testing/a-house.ts';
import { aDelfor } from './a-delfor.ts';
import { watchInbox } from './watch-inbox.ts';

const pace = { pause: 20, patience: 300 };

let house: House;
let planner: Someone;
let inbox: string;
let folder: string;
before(async () => {
  house = await aHouse({ name: 'Ateliers Morvane' });
  planner = await house.addPerson('Sacha', ['planner']);
  const norvik = await house.addCustomer('Norvik');
  await planner.post('/partners', { customer: norvik, sender: 'NORVIK', qualifier: 'ZZ' });
});
after(() => house.close());
beforeEach(async (context) => {
  inbox = await mkdtemp(join(tmpdir(), 'coprod-inbox-'));
  folder = join(inbox, house.slug);
  await mkdir(folder);
  if ('after' in context) context.after(() => rm(inbox, { recursive: true }));
});

/** Watches the folder for the length of a test. */
async function watching(work: () => Promise<void>): Promise<void> {
  const end = watchInbox(house.server.parts, inbox, pace);
  try {
    await work();
  } finally {
    await end();
  }
}

const file = (reference: string, quantity = 100): Buffer =>
  aDelfor({
    reference,
    document: reference,
    day: '2026-11-24',
    place: `WATCHED ${reference}`,
    items: [{ item: 'KIT-A', received: 0, lines: [{ on: '2026-12-01', quantity }] }],
  });

const namesIn = (path: string): Promise<readonly string[]> =>
  readdir(path).then(
    (names) => names.toSorted(),
    () => [],
  );
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await isSo());) {
    assert.ok(Date.now() < end, `still not after 20 s: ${JSON.stringify(await namesIn(folder))}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const effectsOf = async (reference: string): Promise<number> => {
  const { rows } = await house.database.owner.query(
    `select count(*)::int as count from planning.interchange where organization_id = $1 and control_reference = $2`,
    [house.organization, reference],
  );
  return rows[0].count;
};

test('a file put into the folder is read and moved to done, under its own name', async () => {
  await watching(async () => {
    await writeFile(join(folder, 'norvik-1.edi'), file('F1'));
    await eventually(async () => (await namesIn(join(folder, 'done'))).length === 1);
  });
  const [done] = await namesIn(join(folder, 'done'));
  assert.match(done!, /-norvik-1\.edi$/);
  assert.deepEqual(await readFile(join(folder, 'done', done!)), file('F1'));
  assert.deepEqual(await namesIn(folder), ['done']);
  assert.equal(await effectsOf('F1'), 1);
});

test('a refused file is moved to refused, with the sentence of its refusal beside it', async () => {
  await watching(async () => {
    const unknown = Buffer.from(file('F2').toString('latin1').replace('NORVIK', 'NOBODY'), 'latin1');
    await writeFile(join(folder, 'nobody.edi'), unknown);
    await writeFile(join(folder, 'both.edi'), Buffer.concat([file('F3'), file('F3', 200)]));
    await eventually(async () => (await namesIn(join(folder, 'refused'))).length === 4);
  });
  const refused = await namesIn(join(folder, 'refused'));
  const sentence = async (end: string): Promise<string> =>
    readFile(
      join(
        folder,
        'refused',
        refused.find((name) => name.endsWith(end))!,
      ),
      'utf8',
    );
  assert.equal(
    await sentence('nobody.edi.txt'),
    'No customer uses the sender NOBODY yet. The file is kept; choose its customer and it will be read.\n',
  );
  assert.deepEqual((await sentence('both.edi.txt')).split('\n'), [
    'Of the 2 interchanges in this file, 1 could not be taken in. The file is kept and the others are taken in; read what is said of each.',
    '2: F3 came before with other content. Both files are kept in quarantine; compare them and choose.',
    '',
  ]);
});

test('a file half written is not taken, however long its writer pauses within his patience', async () => {
  const bytes = file('F4');
  await watching(async () => {
    const path = join(folder, 'slow.edi');
    for (const [from, to] of [
      [0, 60],
      [60, 200],
      [200, bytes.length],
    ]) {
      await appendFile(path, bytes.subarray(from, to));
      // Several looks go by between two pieces.
      await new Promise((resolve) => setTimeout(resolve, 5 * pace.pause));
      if (to! < bytes.length) assert.deepEqual(await namesIn(folder), ['slow.edi']);
    }
    await eventually(async () => (await namesIn(join(folder, 'done'))).length === 1);
  });
  assert.deepEqual(await namesIn(join(folder, 'refused')), []);
  assert.equal(await effectsOf('F4'), 1);
});

test('a file that breaks off for good is refused after a while, and a name with a dot is nobody’s yet', async () => {
  await watching(async () => {
    await writeFile(join(folder, 'broken.edi'), file('F5').subarray(0, 200));
    await writeFile(join(folder, '.hidden.edi'), file('F6'));
    await eventually(async () => (await namesIn(join(folder, 'refused'))).length === 2);
  });
  assert.ok((await namesIn(folder)).includes('.hidden.edi'));
  assert.equal(await effectsOf('F6'), 0);
});

test('ended and begun again in the middle of many files, each has one effect', async () => {
  const references = Array.from({ length: 12 }, (_, index) => `M${index}`);
  for (const reference of references) await writeFile(join(folder, `${reference}.edi`), file(reference));
  let starts = 0;
  while ((await namesIn(folder)).some((name) => name.endsWith('.edi'))) {
    starts++;
    await watching(() => new Promise((resolve) => setTimeout(resolve, 40)));
  }
  for (const reference of references) assert.equal(await effectsOf(reference), 1);
  assert.equal((await namesIn(join(folder, 'done'))).length, references.length);
  console.log(`${references.length} files over ${starts} starts of the watch`);
});

test('taken in but not yet moved when the house went down: the same file has no second effect', async () => {
  assert.equal((await planner.call('POST', '/interchanges', file('F7'))).status, 202);
  await watching(async () => {
    await writeFile(join(folder, 'again.edi'), file('F7'));
    await eventually(async () => (await namesIn(join(folder, 'done'))).length === 1);
  });
  assert.equal(await effectsOf('F7'), 1);
});
