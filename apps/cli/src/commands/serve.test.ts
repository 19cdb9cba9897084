import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'coprod-serve-'));
// Run by root, PostgreSQL has another account, which must pass through.
chmodSync(folder, 0o711);
after(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program on the folder and waits until it says where it answers. */
async function start(): Promise<{ serving: ChildProcess; said: string; address: string; link: string | undefined }> {
  const entry = join(import.meta.dirname, '../main.ts');
  const program = `import { main } from ${JSON.stringify(entry)}; process.exitCode = await main(['serve']);`;
  const serving = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, COPROD_DATA: join(folder, 'data'), PORT: '0', COPROD_LANGUAGE: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const piece of serving.stdout) {
    said += String(piece);
    if (/opens the house, once: \S+\n/.test(said)) break;
  }
  const address = /answers on (\S+)/.exec(said)?.[1];
  assert.ok(address !== undefined, said);
  return { serving, said, address, link: /once: (\S+)/.exec(said)?.[1] };
}

async function stop(serving: ChildProcess): Promise<void> {
  const ended = once(serving, 'exit');
  serving.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
}

const isOpen = async (address: string, link: string): Promise<boolean> => {
  const token = new URL(link).searchParams.get('token')!;
  const answer = await fetch(new URL(`/api/welcome/${token}`, address));
  return ((await answer.json()) as { open: boolean }).open;
};

test('the first start prints a link that opens the house; the next start prints another, and the first is worth nothing', async () => {
  const first = await start();
  assert.equal(new URL(first.link!).origin, new URL(first.address).origin);
  assert.equal(new URL(first.link!).pathname, '/welcome');
  assert.equal(await isOpen(first.address, first.link!), true);
  await stop(first.serving);

  const second = await start();
  assert.notEqual(second.link, first.link);
  assert.equal(await isOpen(second.address, first.link!), false);
  assert.equal(await isOpen(second.address, second.link!), true);
  await stop(second.serving);
});
