import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type RunningCoprod, aDirectory, aServer, coprod, processesOf, removeDirectory } from './a-coprod.ts';
import { type Plant, aPlant, aSchedule, anOwner, rowsOf, until } from './a-plant.ts';

let data: string;
let inbox: string;
let files: string;
let server: RunningCoprod;
let plant: Plant;
before(async () => {
  data = aDirectory();
  inbox = join(data, 'inbox');
  files = join(data, 'files');
  mkdirSync(files);
  server = await aServer(data, { COPROD_INBOX: inbox });
  plant = await aPlant(server, data);
  mkdirSync(join(inbox, plant.slug), { recursive: true });
});
after(async () => {
  server.child.kill('SIGTERM');
  await server.ended();
  assert.deepEqual(processesOf(data), [], 'a process is left');
  removeDirectory(data);
});

const ingest = (...names: string[]): ReturnType<RunningCoprod['ended']> =>
  coprod(['ingest', '--organization', plant.slug, ...names], {
    COPROD_URL: `http://localhost:${server.port}`,
    COPROD_DATA: data,
    EDI_KEY: plant.key,
  }).ended();
const put = (name: string, bytes: Buffer): string => {
  const path = join(files, name);
  writeFileSync(path, bytes);
  return path;
};
/** Kills the server with everything that it has not written down, and starts it again. */
const killAndStart = async (): Promise<void> => {
  server.child.kill('SIGKILL');
  await server.ended();
  server = await aServer(data, { COPROD_INBOX: inbox });
};
const releasesOf = async (reference: string): Promise<number> => {
  const [row] = await rowsOf(data, 'select count(*)::int as count from planning.release where document = $1', [
    reference,
  ]);
  return Number(row?.['count']);
};

test('files are handed over; what became of each interchange is said, and a refusal makes the run fail', async () => {
  const one = put('one.edi', aSchedule('C1'));
  const two = put('two.edi', Buffer.concat([aSchedule('C2'), aSchedule('C3')]));
  assert.deepEqual(lines(await ingest(one, two)), [
    0,
    `${one}: C1 of Norvik, kept`,
    `${two}: C2 of Norvik, kept`,
    `${two}: C3 of Norvik, kept`,
  ]);
  const changed = put('changed.edi', Buffer.concat([aSchedule('C2', 999), aSchedule('C4')]));
  assert.deepEqual(lines(await ingest(changed, join(files, 'absent.edi'), one)), [
    1,
    `${changed}: Of the 2 interchanges in this file, 1 could not be taken in. The file is kept and the others are taken in; read what is said of each.`,
    `${changed}: C2 came before with other content. Both files are kept in quarantine; compare them and choose.`,
    `${changed}: C4 of Norvik, kept`,
    `${join(files, 'absent.edi')}: cannot be read here.`,
    `${one}: C1 of Norvik, kept`,
  ]);
  await until('C4 is applied', async () => (await releasesOf('C4')) === 1);
  assert.equal(await releasesOf('C1'), 1);
});

test('without a key, or with nobody there, one sentence says what to do', async () => {
  const one = put('one.edi', aSchedule('C1'));
  const environment = { COPROD_DATA: data, COPROD_URL: 'http://localhost:1' };
  const words = ['ingest', '--organization', plant.slug, one];
  const noKey = await coprod(words, environment).ended();
  assert.deepEqual([noKey.code, noKey.output], [1, 'coprod: Put a key with the scope edi into EDI_KEY.\n']);
  const nobody = await coprod(words, { ...environment, EDI_KEY: 'x' }).ended();
  assert.equal(nobody.code, 1);
  assert.match(nobody.output, /^coprod: Nobody answers on http:\/\/localhost:1\. Start Coprod, or set COPROD_URL\.\n$/);
});

test('what was acknowledged before a kill -9 is applied after it, once', async () => {
  const cycles = process.env['COPROD_LONG'] === '1' ? 10 : 1;
  for (let cycle = 0; cycle < cycles; cycle++) {
    const reference = `K${cycle}`;
    // Whoever applies what this customer sent must wait: the kill falls between reception and application.
    const owner = await anOwner(data);
    const lock = `planning.release ${plant.organization} ${plant.customer}`;
    await owner.query(`select pg_advisory_lock(hashtextextended($1, 0))`, [lock]);
    assert.deepEqual(lines(await ingest(put('kill.edi', aSchedule(reference)))), [
      0,
      `${join(files, 'kill.edi')}: ${reference} of Norvik, kept`,
    ]);
    await until('a worker has begun', async () => {
      const { rows } = await owner.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`);
      return rows.length === 1;
    });
    server.child.kill('SIGKILL');
    await server.ended();
    assert.equal(await releasesOf(reference), 0);
    await owner.end();
    server = await aServer(data, { COPROD_INBOX: inbox });
    const began = performance.now();
    await until('the release is applied', async () => (await releasesOf(reference)) > 0);
    console.log(`applied ${((performance.now() - began) / 1000).toFixed(1)} s after the start that followed kill -9`);
    // Sent again by a sender who has seen no answer.
    assert.equal((await ingest(put('kill.edi', aSchedule(reference)))).code, 0);
    assert.equal(await releasesOf(reference), 1);
  }
});

test('killed again and again in the middle of a full folder: every file has one effect and lies in done', async () => {
  const count = 30;
  const folder = join(inbox, plant.slug);
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `w-${index}.edi`), aSchedule(`W${String(index).padStart(3, '0')}`));
  const left = (): number => readdirSync(folder).filter((name) => name.endsWith('.edi')).length;
  let kills = 0;
  for (; kills < 2 && left() > 0; kills++) {
    const before = left();
    await until('the folder is being emptied', async () => left() < before);
    await killAndStart();
  }
  await until('the folder is empty', async () => left() === 0);
  const done = readdirSync(join(folder, 'done'));
  assert.equal(done.length, count);
  assert.deepEqual(
    readFileSync(
      join(
        folder,
        'done',
        done.find((name) => name.endsWith('-w-7.edi'))!,
      ),
    ),
    aSchedule('W007'),
  );
  await until('all are applied', async () => (await effects()).length === count);
  assert.ok((await effects()).every((row) => row['count'] === 1));
  console.log(`${count} files in the folder, ${kills} kill -9, each applied once`);
});

const effects = (): Promise<Record<string, unknown>[]> =>
  rowsOf(
    data,
    `select document, count(*)::int as count from planning.release where document like 'W%' group by document`,
  );

const lines = ({ code, output }: Awaited<ReturnType<RunningCoprod['ended']>>): readonly (number | string | null)[] => [
  code,
  ...output.trimEnd().split('\n'),
];
