import assert from 'node:assert/strict';
import { join } from 'node:path';
import pg from 'pg';
import { aDelfor } from '@coprod/server/planning/a-delfor';
import type { RunningCoprod } from './a-coprod.ts';

/** An organization behind a running server, founded by its welcome link, with a customer who signs as NORVIK. */
export type Plant = {
  readonly slug: string;
  readonly customer: string;
  readonly organization: string;
  /** A key with the scope edi. */
  readonly key: string;
};

export async function aPlant(server: RunningCoprod, data: string): Promise<Plant> {
  const origin = `http://localhost:${server.port}`;
  const token = await welcomeToken(server);
  const founded = await fetch(`${origin}/api/welcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      token,
      name: 'Ateliers Morvane',
      language: 'en',
      timeZone: 'Europe/Paris',
      waysIn: ['planning'],
      person: { name: 'Sacha', email: 'sacha@example.test', password: 'correct horse battery' },
    }),
  });
  assert.equal(founded.status, 201, await founded.clone().text());
  const cookie = founded.headers
    .getSetCookie()
    .map((set) => set.split(';')[0]!)
    .join('; ');
  const { slug } = (await founded.json()) as { slug: string };
  const post = async (path: string, body: unknown): Promise<Record<string, string>> => {
    const answer = await fetch(`${origin}/api/organizations/${slug}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${await answer.clone().text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  await post('/customers', { name: 'Norvik', language: 'en' });
  const [row] = await rowsOf(data, 'select organization_id, customer_id from access.customer');
  const customer = String(row?.['customer_id']);
  await post('/partners', { customer, sender: 'NORVIK', qualifier: 'ZZ' });
  const { key } = await post('/api-keys', { name: 'EDI gateway', scopes: ['edi'] });
  return { slug, customer, organization: String(row?.['organization_id']), key: key! };
}

async function welcomeToken({ output }: RunningCoprod): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const found = /welcome\?token=([\w-]+)/.exec(output())?.[1];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no welcome link: ${output()}`);
}

/** What the database of a data directory holds, as its owner sees it. */
export async function rowsOf(data: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const owner = await anOwner(data);
  try {
    return (await owner.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await owner.end();
  }
}

export async function anOwner(data: string): Promise<pg.Client> {
  const owner = new pg.Client({ host: join(data, 'run'), user: 'coprod_owner', database: 'coprod' });
  await owner.connect();
  return owner;
}

/** A schedule of one item, known by its control reference. */
export const aSchedule = (reference: string, quantity = 100): Buffer =>
  aDelfor({
    reference,
    document: reference,
    day: '2026-11-24',
    place: reference,
    items: [{ item: 'KIT-A', received: 0, lines: [{ on: '2026-12-01', quantity }] }],
  });

/** Waits until something is so, 40 seconds at most. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await isSo());) {
    if (Date.now() > end) throw new Error(`${what}: not within 40 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
