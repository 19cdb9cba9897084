import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  aDirectory,
  coprod,
  endAll,
  freePort,
  isReady,
  processesOf,
  removeDirectory,
  type RunningCoprod,
} from '@coprod/cli/test/a-coprod';
import { socketConnection } from '@coprod/server/platform/connection';
import { startEmbeddedPostgres } from '@coprod/server/platform/embedded-postgres';
import type { PostgresSource } from '@coprod/server/platform/postgres-binaries';
import { withClient } from '@coprod/server/platform/with-client';
import type pg from 'pg';
import { assertOneLedger, audit, auditJobs, aWitness, readLedger } from './books.ts';
import { type Caller, ask } from './caller.ts';
import { foundHouse, welcomeOf } from './found-house.ts';
import { startLoad } from './load.ts';

const rounds = process.env['COPROD_LONG'] === '1' ? 40 : 2;

const data = aDirectory();
after(() => {
  endAll(data);
  removeDirectory(data);
});

/** A PostgreSQL of somebody else's, to which DATABASE_URL leads: its roles are let in by their name, without passwords. */
const start = () =>
  startEmbeddedPostgres({ data, source: process.env['COPROD_TEST_POSTGRES'] as PostgresSource | undefined });

test('two servers on one DATABASE_URL keep one ledger and do each job once, whichever of them is killed', async () => {
  let postgres = await start();
  const connect = socketConnection(postgres.socket);
  const version = await withClient(connect('owner', 'postgres'), async (client) => {
    await client.query('create database shared');
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]!.server_version;
  });
  const url = `postgresql:///shared?host=${encodeURIComponent(postgres.socket)}&user=coprod_owner`;
  const ports = [await freePort(), await freePort()] as const;
  const serve = (port: number): RunningCoprod =>
    coprod(['serve'], {
      DATABASE_URL: url,
      PORT: String(port),
      COPROD_URL: `http://localhost:${ports[0]}`,
      COPROD_REQUESTS_PER_MINUTE: '1000000',
    });
  const servers = ports.map(serve);
  await Promise.all(servers.map(isReady));

  let turn = 0;
  let only: number | undefined;
  const door = (): string => `http://localhost:${only ?? ports[(turn += 1) % 2]}`;
  const links = await Promise.all(servers.map(welcomeOf));
  const open = await Promise.all(links.map((link) => isOpen(door(), link)));
  const house = await foundHouse(door, links[open.indexOf(true)]!);
  for (const link of links)
    assert.equal(await isOpen(door(), link), false, 'no link opens a house that has its people');
  const load = startLoad(house);
  const behind = <T>(look: (client: pg.Client) => Promise<T>): Promise<T> =>
    withClient(connect('owner', 'shared'), look);
  const watch = startWatch(house.approver);
  const without: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await load.everyWayIn();
      await pause(Math.random() * 500);
      const victim = round % 2;
      servers[victim]!.child.kill('SIGKILL');
      const began = performance.now();
      await servers[victim]!.ended();
      await load.everyWayIn();
      without.push(performance.now() - began);
      servers[victim] = serve(ports[victim]!);
      await isReady(servers[victim]);
    }
    // The database itself goes away for a moment: both wait for it and go on.
    await postgres.stop();
    await pause(1500);
    postgres = await start();
    await load.everyWayIn();
  } finally {
    await load.stop();
    await watch.stop();
  }
  assert.deepEqual(load.faults, [], 'no client gets a wrong answer');
  const found = await behind((client) => audit(client, load.acknowledged()));
  const jobs = await behind((client) => auditJobs(client, 120_000));
  const entries = assertOneLedger(await behind(readLedger));
  // Both show the same head: neither keeps a ledger of its own.
  const heads: string[] = [];
  for (const port of ports) {
    only = port;
    heads.push((await house.founder.call('GET', '/ledger/checkpoint')).body as string);
  }
  assert.equal(heads[0], heads[1]);
  for (const server of servers) {
    server.child.kill('SIGTERM');
    assert.equal((await server.ended()).code, 0, server.output());
  }
  await postgres.stop();
  assert.deepEqual(processesOf(data), [], 'a process is left');
  assert.deepEqual(
    { lost: found.lost, doubled: found.doubled, ...jobs },
    { lost: 0, doubled: 0, files: jobs.files, waiting: 0, twice: 0, failed: 0 },
  );
  console.log(
    `2 servers on PostgreSQL ${version}, ${rounds} kill -9 and 1 restart of PostgreSQL under load: ${found.acknowledged} acknowledged, ` +
      `lost 0, doubled 0; ${jobs.files} files applied once each; one ledger of ${entries} entries without gap, ` +
      `${watch.looks()} times proven to continue; all ways in served by the other ${Math.max(...without).toFixed(0)} ms after a kill at most`,
  );
});

async function isOpen(origin: string, link: string): Promise<boolean> {
  return (await ask(origin, 'GET', `/api/welcome/${link}`)).body.open as boolean;
}

/** A customer who looks all the time, now at one server, now at the other, and has every head proven. */
function startWatch(customer: Caller) {
  const witness = aWitness();
  let stopped = false;
  let looks = 0;
  let failure: unknown;
  const watching = (async () => {
    while (!stopped && failure === undefined) {
      try {
        await witness.look(customer);
        looks += 1;
      } catch (thrown) {
        // A door that does not answer is no news of the ledger.
        if (thrown instanceof assert.AssertionError) failure = thrown;
      }
      await pause(50);
    }
  })();
  return {
    looks: () => looks,
    async stop() {
      stopped = true;
      await watching;
      if (failure !== undefined) throw failure;
    },
  };
}
