import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Connection, type Role, socketConnection } from './connection.ts';
import { startTestCluster, type TestCluster, templateName, testSocketVariable } from './test-cluster.ts';
import { withClient } from './with-client.ts';

/** A database of its own for one test file: real PostgreSQL, migrated, empty. */
export interface TestDatabase {
  readonly name: string;
  /** As `Database.connection` of the running program, for this database. */
  connection(role: Role): pg.PoolConfig;
  /** A pool of the owner, for planting rows and looking behind the fence. FORCE row security holds the owner too. */
  readonly owner: pg.Pool;
  /** Closes the owner's pool and drops the database with whatever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * Makes a database from the migrated template, in tens of milliseconds.
 *
 *     const database = await aDatabase();
 *     after(() => database.drop());
 *
 * Under `npm test` all files share one PostgreSQL (test-global-setup.ts); a file that is run alone starts its own.
 */
export const aDatabase = (): Promise<TestDatabase> => copyOf(templateName);

/** The same without any table: for what begins with an empty database. */
export const anEmptyDatabase = (): Promise<TestDatabase> => copyOf('template0');

async function copyOf(template: string): Promise<TestDatabase> {
  const cluster = process.env[testSocketVariable] === undefined ? await ownCluster() : undefined;
  const connect = socketConnection(cluster?.socket ?? process.env[testSocketVariable]!);
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asOwner(connect, 'postgres', `create database ${name} template ${template}`);
  // A copy does not take over the rights on the database itself.
  if (template === templateName) await asOwner(connect, name, 'select sec.close_database()');
  const owner = new pg.Pool({ ...connect('owner', name), max: 4 });
  // `drop ... with (force)` ends connections of pools that a failed test has left open.
  owner.on('error', () => undefined);
  return {
    name,
    connection: (role) => connect(role, name),
    owner,
    drop: async () => {
      await owner.end();
      await asOwner(connect, 'postgres', `drop database if exists ${name} with (force)`);
      if (cluster !== undefined) await leaveOwnCluster();
    },
  };
}

/** The PostgreSQL of a file that is run alone: ends with the last database that is dropped. */
let own: Promise<TestCluster> | undefined;
let inUse = 0;

async function ownCluster(): Promise<TestCluster> {
  inUse += 1;
  own ??= startTestCluster();
  return own;
}

async function leaveOwnCluster(): Promise<void> {
  inUse -= 1;
  if (inUse > 0) return;
  const cluster = await own;
  own = undefined;
  await cluster?.stop();
}

/** `statement` is text of this file; a name in it is made above. */
async function asOwner(connect: Connection, name: string, statement: string): Promise<void> {
  await withClient(connect('owner', name), (client) => client.query(statement));
}
