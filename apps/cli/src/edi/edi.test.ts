import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Release, readInterchanges } from '@coprod/edi';

const root = join(import.meta.dirname, '../../../..');
const sample = (name: string): string => join(root, 'packages/edi/samples', name);
let folder: string;
before(async () => void (folder = await mkdtemp(join(tmpdir(), 'coprod-edi-'))));
after(() => rm(folder, { recursive: true }));

const edi = (...words: readonly string[]): Promise<{ code: number; out: string; told: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, LANG: 'en_GB.UTF-8' };
    execFile(process.execPath, [join(root, 'coprod.mjs'), 'edi', ...words], { env }, (error, out, told) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, told }),
    );
  });
const itemsOf = (bytes: Uint8Array): Release['items'] => {
  const value = readInterchanges(bytes).interchanges[0]!.messages[0]!.value;
  assert.ok(value?.kind === 'release');
  return value.items;
};

test('show prints what a planner reads, and with --json what a machine reads', async () => {
  const shown = await edi('show', sample('830-4010.x12'));
  assert.equal(shown.code, 0);
  assert.match(shown.out, /firm +12000 +2026-W49/);
  const { interchanges } = JSON.parse((await edi('show', '--json', sample('830-4010.x12'))).out);
  assert.equal(interchanges[0].messages[0].value.items[0].customerItem, '91B-55-A');
});

test('check names the place of what is wrong and ends with code 1', async () => {
  const path = join(folder, 'wrong.edi');
  await writeFile(path, (await readFile(sample('delfor-d97a.edi'), 'latin1')).replace('UNT+39+', 'UNT+40+'), 'latin1');
  const checked = await edi('check', path, sample('delfor-d97a.edi'));
  assert.equal(checked.code, 1);
  assert.match(checked.out, /wrong\.edi:\d+:UNT\/1\/1 error: .*\[segment-count-wrong\]/);
  assert.match(checked.out, /delfor-d97a\.edi: nothing found/);
});

test('convert writes another format, names what it cannot say, and writes over nothing', async () => {
  const out = join(folder, 'as.edi');
  const converted = await edi('convert', sample('830-4010.x12'), '--to', 'delfor-d97a', '--out', out);
  assert.deepEqual([converted.code, converted.out], [converted.told === '' ? 0 : 1, '']);
  const asked = (items: Release['items']) => items.map((item) => item.schedule.map((l) => [l.kind, l.quantity]));
  const [before_, after_] = [await readFile(sample('830-4010.x12')), await readFile(out)];
  assert.deepEqual(asked(itemsOf(after_)), asked(itemsOf(before_)));
  assert.equal((await edi('convert', sample('830-4010.x12'), '--to', 'delfor-d97a', '--out', out)).code, 1);
  assert.match((await edi('convert', sample('830-4010.x12'), '--to', 'x12-856')).told, /cannot be written as x12-856/);
});

test('profile proposes what samples show and asks what they do not', async () => {
  const path = join(folder, 'odd.edi');
  await writeFile(path, (await readFile(sample('delfor-d97a.edi'), 'latin1')).replace('SCC+1+', 'SCC+77+'), 'latin1');
  const proposed = await edi('profile', path, '--name', 'kestrel');
  assert.deepEqual(JSON.parse(proposed.out), { name: 'kestrel' });
  assert.match(proposed.told, /What does SCC 4017 77 mean.*tables\.status\["77"\]/);
  assert.equal(proposed.code, 1);
});

test('what is not there, or not understood, is one sentence', async () => {
  assert.match((await edi('show', join(folder, 'none.edi'))).told, /There is no file/);
  assert.match((await edi('read', sample('830-4010.x12'))).told, /show, check, convert or profile/);
});
