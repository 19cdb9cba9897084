import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  aDirectory,
  aServer,
  coprod,
  endAll,
  freePort,
  postgresPid,
  processesOf,
  removeDirectory,
  type RunningCoprod,
} from '@coprod/cli/test/a-coprod';
import { newId } from '@coprod/server/platform/ids';
import pg from 'pg';
import { assertOneLedger, audit, auditJobs, aWitness, readLedger, type StoredLedger } from './books.ts';
import { type FoundedHouse, foundHouse, welcomeOf } from './found-house.ts';
import { type Load, startLoad } from './load.ts';

const cycles = process.env['COPROD_LONG'] === '1' ? 200 : 5;

const data = aDirectory();
after(() => {
  endAll(data);
  removeDirectory(data);
});

/** What dies, in turn. Whatever of PostgreSQL lives on is adopted or waited for by the next start. */
const victims = ['the server', 'server and postmaster', 'server and every process of PostgreSQL'] as const;

function kill(server: RunningCoprod, victim: (typeof victims)[number]): void {
  const others =
    victim === 'the server' ? [] : victim === 'server and postmaster' ? [postgresPid(data)] : processesOf(data);
  server.child.kill('SIGKILL');
  for (const pid of others) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended with its parent.
    }
  }
}

test(`${cycles} kill -9 under load of all three ways in lose nothing that was acknowledged and double nothing`, async () => {
  const port = String(await freePort());
  const environment = { PORT: port, COPROD_REQUESTS_PER_MINUTE: '1000000' };
  const start = (): Promise<RunningCoprod> => aServer(data, environment);
  let server = await start();
  const origin = (): string => `http://localhost:${port}`;
  const house = await foundHouse(origin, await welcomeOf(server));
  const witness = aWitness();
  const load = startLoad(house);
  const behind = async <T>(look: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ host: join(data, 'run'), user: 'coprod_owner', database: 'coprod' });
    await client.connect();
    return look(client).finally(() => client.end());
  };
  const sum = { lost: 0, doubled: 0 };
  const starts: number[] = [];
  let inTheStart = 0;
  try {
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await load.everyWayIn();
      await pause(Math.random() * 400);
      kill(server, victims[cycle % victims.length]!);
      const told = load.acknowledged();
      await server.ended();
      if (cycle % 10 === 3) {
        // Killed at any moment of the start as well.
        const starting = coprod(['serve'], { COPROD_DATA: data, ...environment });
        await pause(Math.random() * 900);
        starting.child.kill('SIGKILL');
        await starting.ended();
        inTheStart += 1;
      }
      const began = performance.now();
      server = await start();
      starts.push(performance.now() - began);
      const found = await behind((client) => audit(client, told));
      sum.lost += found.lost;
      sum.doubled += found.doubled;
      await witness.look(house.approver);
      assertOneLedger(await behind(readLedger));
      assert.deepEqual(load.faults, [], 'no client gets a wrong answer');
      assert.deepEqual(sum, { lost: 0, doubled: 0 }, `after ${cycle + 1} kills`);
      if (cycle % 20 === 19) {
        console.log(`${cycle + 1} kills: ${found.acknowledged} acknowledged, lost ${sum.lost}, doubled ${sum.doubled}`);
      }
    }
  } finally {
    await load.stop();
  }
  const last = await behind((client) => audit(client, load.acknowledged()));
  const jobs = await behind((client) => auditJobs(client, 120_000));
  await witness.look(house.approver);
  const ledger = await behind(readLedger);
  const entries = assertOneLedger(ledger);
  await plantFaults(house, load, ledger, behind);
  server.child.kill('SIGTERM');
  assert.equal((await server.ended()).code, 0);
  assert.deepEqual(processesOf(data), [], 'a process is left');
  assert.deepEqual(
    { lost: sum.lost + last.lost, doubled: sum.doubled + last.doubled, ...jobs },
    { lost: 0, doubled: 0, files: jobs.files, waiting: 0, twice: 0, failed: 0 },
  );
  const median = starts.toSorted((a, b) => a - b)[Math.floor(starts.length / 2)]!;
  console.log(
    `${cycles} kill -9 under load (and ${inTheStart} in the start): ${last.acknowledged} acknowledged, lost 0, doubled 0; ` +
      `${load.sentAgain} got no answer and were sent again; ${jobs.files} files applied once each; ` +
      `ledger of ${entries} entries without gap; next start ${median.toFixed(0)} ms (median)`,
  );
});

/** The audit itself: something that was never written, something said twice and a place that is empty are all found. */
async function plantFaults(
  { approver }: FoundedHouse,
  load: Load,
  ledger: StoredLedger,
  behind: <T>(look: (client: pg.Client) => Promise<T>) => Promise<T>,
): Promise<void> {
  const told = load.acknowledged();
  const words = { channel: 'voice', words: `Twice. ${newId()}`, language: 'en' };
  for (const _ of [1, 2]) await approver.call('POST', '/interventions', words);
  const found = await behind((client) => audit(client, { ...told, capture: [...told.capture, newId()] }));
  assert.deepEqual([found.lost, found.doubled], [1, 1]);
  assert.throws(() => assertOneLedger({ ...ledger, entries: ledger.entries.toSpliced(7, 1) }), /a gap/);
}
