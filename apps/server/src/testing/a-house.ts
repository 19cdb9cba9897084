import { createServer } from 'node:net';
import { newId } from '../platform/ids.ts';
import { type TestDatabase, aDatabase } from '../platform/test-database.ts';
import { openDemo } from '../access/demo-cast.ts';
import { foundOrganization } from '../access/found-organization.ts';
import type { Role } from '../access/roles.ts';
import { type RunningServer, openServer } from '../open-server.ts';

/** A person at work in a test: every call goes over HTTP, with his own session, as a browser would make it. */
export type Someone = {
  readonly name: string;
  readonly membership: string;
  readonly person: string;
  readonly cookie: string;
  /** @returns status and parsed body; paths are relative to `/api/organizations/<slug>` unless they begin with `/api` */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
};

// The body is whatever came: a test says by its assertions what it expects.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { readonly status: number; readonly body: any; readonly headers: Headers; readonly bytes: Buffer };

export type House = {
  readonly server: RunningServer;
  readonly database: TestDatabase;
  readonly organization: string;
  readonly slug: string;
  /** The founder: administrator. */
  readonly founder: Someone;
  addCustomer(name: string): Promise<string>;
  /** A new person with a membership. With `customer`, on that customer's side. */
  addPerson(
    name: string,
    roles: readonly Role[],
    options?: { readonly customer?: string; readonly team?: string },
  ): Promise<Someone>;
  addTeam(name: string): Promise<string>;
  close(): Promise<void>;
};

export const testPassword = 'correct horse battery';

/** A port that is free now; people reach the house by it, so it must be known before the house is open. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * A running server on a database of its own, with one organization. Real PostgreSQL, real HTTP on a free port.
 *
 *     const house = await aHouse();                        // { webClient } for a browser
 *     after(() => house.close());
 *     const planner = await house.addPerson('Sacha', ['planner']);
 */
export async function aHouse(
  options: {
    readonly name?: string;
    readonly demo?: boolean;
    readonly webClient?: string;
    /** Without, a test may ask as often as it likes. */
    readonly requestsPerMinute?: number;
    readonly attemptsPerMinute?: number;
  } = {},
): Promise<House> {
  const database = await aDatabase();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = await openServer({
    database,
    host: 'localhost',
    port,
    publicUrl: new URL(origin),
    log: false,
    requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
    attemptsPerMinute: options.attemptsPerMinute ?? 1_000_000,
    smtpUrl: undefined,
    mailFrom: 'coprod@example.test',
    webClient: options.webClient,
  });
  const { parts } = server;
  const founder = await parts.signIn.register({
    name: 'Camille',
    email: 'camille@example.test',
    password: testPassword,
  });
  const { organization, slug, membership } = await foundOrganization(
    parts.doors,
    {
      name: options.name ?? 'Chimie Ostrelle',
      language: 'en',
      timeZone: 'Europe/Paris',
      waysIn: ['certification', 'voice', 'planning'],
      demo: options.demo ?? false,
      founder: {
        person: founder.person,
        name: 'Camille',
        email: 'camille@example.test',
        roles: ['administrator', 'quality-manager'],
      },
    },
    async () => false,
    parts.founding,
  );
  if (options.demo === true) await openDemo(parts.doors, organization, parts.doors.now());
  const inside = <T>(work: Parameters<typeof parts.doors.transaction<T>>[1]): Promise<T> =>
    parts.doors.transaction({ side: 'system', organization, roles: [] }, work);

  const someone = async (name: string, person: string, membershipId: string, email: string): Promise<Someone> => {
    const cookie = await signIn(origin, email);
    const call: Someone['call'] = async (method, path, body, headers = {}) => {
      const raw = body instanceof Uint8Array;
      const answer = await fetch(
        `${origin}${path.startsWith('/api/') || path.startsWith('/openapi') ? '' : `/api/organizations/${slug}`}${path}`,
        {
          method,
          headers: {
            cookie,
            origin,
            ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
        },
      );
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isJson = /json/.test(answer.headers.get('content-type') ?? '');
      return {
        status: answer.status,
        body: isJson ? JSON.parse(bytes.toString()) : bytes.toString(),
        headers: answer.headers,
        bytes,
      };
    };
    return {
      name,
      person,
      membership: membershipId,
      cookie,
      call,
      get: (path) => call('GET', path),
      post: (path, body) => call('POST', path, body ?? {}),
      put: (path, body) => call('PUT', path, body ?? {}),
    };
  };

  return {
    server,
    database,
    organization,
    slug,
    founder: await someone('Camille', founder.person, membership, 'camille@example.test'),
    async addCustomer(name) {
      const customer = newId();
      await inside((tx) =>
        tx
          .insertInto('access.customer')
          .values({ organization_id: organization, customer_id: customer, name })
          .execute(),
      );
      return customer;
    },
    async addTeam(name) {
      const team = newId();
      await inside((tx) =>
        tx.insertInto('access.team').values({ organization_id: organization, team_id: team, name }).execute(),
      );
      return team;
    },
    async addPerson(name, roles, { customer, team } = {}) {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}-${newId().slice(-8)}@example.test`;
      const { person } = await parts.signIn.register({ name, email, password: testPassword });
      const membershipId = newId();
      await inside((tx) =>
        tx
          .insertInto('access.membership')
          .values({
            organization_id: organization,
            membership_id: membershipId,
            person_id: person,
            side: customer === undefined ? 'organization' : 'customer',
            customer_id: customer ?? null,
            team_id: team ?? null,
            name,
            email,
            roles: [...roles],
          })
          .execute(),
      );
      return someone(name, person, membershipId, email);
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: testPassword }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
}
