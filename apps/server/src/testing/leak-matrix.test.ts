import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Caller } from '../access/doors.ts';
import type { DeclaredRoute } from '../access/routes.ts';
import { liveChannel } from '../core/live.ts';
import type { Tables } from '../platform/tables.gen.ts';
import { withClient } from '../platform/with-client.ts';
import { type House, aHouse } from './a-house.ts';
import { eightAtATime } from './leaks/eight-at-a-time.ts';
import { isAllowed } from './leaks/is-allowed.ts';
import { maySee, routeRows, tableRows } from './leaks/matrix.ts';
import { type Houses, type Table, listTables, plantedId, quoted } from './leaks/plant-rows.ts';
import { type Owner, type Secret, openSecrets, owners } from './leaks/secrets.ts';
import { type Looker, fillTheHouse } from './leaks/the-house.ts';

/**
 * The leak matrix: everybody x every table, and everybody x every route, with a secret in every row. Tables and routes come from the
 * running program: one that has no line in leaks/matrix.ts fails here.
 */
let house: House;
let tables: readonly Table[];
let lookers: readonly Looker[];
let slugOf: (owner: Owner) => string;
let houses: Houses;
const secrets = openSecrets();
/** How many of his own secrets each looker was shown by routes: one who sees nothing proves nothing. */
const seenBy = new Map<string, number>();
const figures = { tableCells: 0, routeCells: 0, liveCells: 0, seen: 0, leaks: 0 };

before(async () => {
  house = await aHouse();
  tables = await listTables(house.database.owner);
  ({ lookers, slugOf, houses } = await fillTheHouse(house, tables, secrets));
});
after(async () => {
  await house.close();
  console.log(
    `leak matrix: ${lookers.length} viewers; ${tables.length} tables, ${figures.tableCells} cells; ${house.server.routes.length} routes, ${figures.routeCells} cells; live stream, ${figures.liveCells} cells; secrets seen by who may see them: ${figures.seen}; leaks: ${figures.leaks}`,
  );
});

/** Which of the secrets in what came back the looker must not know, as sentences. */
function leaksIn(looker: Looker, where: string, bytes: Buffer | string): readonly string[] {
  const found = secrets.findIn(bytes);
  const leaked = found.filter((secret) => !maySee(looker, secret));
  figures.seen += found.length - leaked.length;
  if (where.includes(' /')) seenBy.set(looker.name, (seenBy.get(looker.name) ?? 0) + found.length - leaked.length);
  figures.leaks += leaked.length;
  return leaked.map(
    ({ table, column, owner }: Secret) => `${looker.name} sees ${table}.${column} ${owner} by ${where}`,
  );
}

describe('tables', () => {
  test('every table has a line in the matrix, row security that holds its owner too, and a policy', async () => {
    const { rows } = await house.database.owner.query<{ name: string; held: boolean; readers: string[] }>(`
      select n.nspname || '.' || c.relname as name,
        c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname <> 'backup') as held,
        coalesce((select array_agg(distinct r.rolname::text) from pg_roles r
          where r.rolname like 'coprod\\_%' and r.rolname not in ('coprod_backup', 'coprod_owner') and not r.rolsuper
            and has_any_column_privilege(r.rolname, c.oid, 'select')), '{}') as readers
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
        and n.nspname not in ('jobs', 'information_schema') and n.nspname not like 'pg\\_%'`);
    // What the house keeps for itself is granted to nobody at all: no row is decided there.
    const own = rows.filter(({ name }) => name.startsWith('sec.'));
    assert.deepEqual(
      own.filter(({ readers }) => readers.length > 0),
      [],
    );
    const others = rows.filter((row) => !own.includes(row));
    assert.deepEqual(
      others.filter(({ held }) => !held).map(({ name }) => name),
      [],
    );
    assert.deepEqual(others.map(({ name }) => name).toSorted(), Object.keys(tableRows).toSorted());
  });

  test('nobody reads a secret that he must not know, whatever he selects', async () => {
    const leaks: string[] = [];
    for (const looker of lookers)
      for (const table of tables) {
        figures.tableCells += 1;
        leaks.push(...leaksIn(looker, `select from ${table.name}`, await selectAll(looker, table)));
      }
    assert.deepEqual(leaks, []);
    assert.ok(figures.seen > 500, `only ${figures.seen} secrets were seen by those who may: is anything planted?`);
  });

  test('a hole is found: a policy switched off shows at once', async () => {
    const { owner } = house.database;
    const [auditor] = lookers.filter(({ at }) => at === 'customer A');
    const intervention = tables.find(({ name }) => name === 'core.intervention')!;
    const before = { ...figures };
    await owner.query('create policy hole on core.intervention for select to coprod_customer using (true)');
    try {
      const leaks = leaksIn(auditor!, 'hole', await selectAll(auditor!, intervention));
      assert.ok(leaks.some((leak) => leak.includes('core.intervention.words of customer B')));
      assert.ok(leaks.some((leak) => leak.includes('core.intervention.words of the other organization')));
    } finally {
      await owner.query('drop policy hole on core.intervention');
    }
    await owner.query('alter table core.intervention disable row level security');
    try {
      const listed = await call(
        auditor!,
        { method: 'GET', path: '/organizations/:organization/interventions' },
        'ours',
      );
      assert.notDeepEqual(leaksIn(auditor!, 'hole', listed.bytes), []);
    } finally {
      await owner.query('alter table core.intervention enable row level security');
    }
    Object.assign(figures, before);
    assert.deepEqual(leaksIn(auditor!, 'closed again', await selectAll(auditor!, intervention)), []);
  });
});

describe('routes', () => {
  test('every route has a line in the matrix', () => {
    const declared = house.server.routes.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(declared.toSorted(), Object.keys(routeRows).toSorted());
  });

  test('the live stream tells nobody of a subject that is not his', async () => {
    const heard = await Promise.all(lookers.map(async (looker) => ({ looker, listening: await listen(looker) })));
    for (const owner of owners) {
      const { organization, customer } = houses[owner];
      const id = secrets.plant({ table: 'core.rule', column: 'live', owner });
      const change = JSON.stringify({ organization, customer, subject: { kind: 'rule', id } });
      await house.database.owner.query('select pg_notify($1, $2)', [liveChannel, change]);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    const told: string[] = [];
    for (const { looker, listening } of heard) {
      figures.liveCells += 1;
      const mine = looker.at === 'customer A' || looker.at === 'customer B' ? `of ${looker.at}` : undefined;
      for (const { owner } of secrets.findIn(await listening()))
        if (mine === undefined ? !maySee(looker, { table: 'core.rule', column: '', owner }) : owner !== mine)
          told.push(`${looker.name} heard of a change ${owner}`);
    }
    figures.leaks += told.length;
    assert.deepEqual(told, []);
  });

  test('no answer, header, download, refusal, count or search holds a secret that the caller must not know', async () => {
    await house.database.owner.query('delete from core.ledger_difference');
    const open = house.server.routes.filter(({ path }) => !path.endsWith('/live'));
    const leaks: string[] = [];
    const understood = new Map<string, boolean>();
    const answered = new Set<string>();
    // What reads comes first: what writes changes what there is to read.
    for (const reading of [true, false])
      for (const route of open.filter(({ method }) => (method === 'GET') === reading)) {
        const cells = lookers.flatMap((looker) =>
          cellsOf(route)
            .slice(0, isAllowed(looker, route) ? undefined : 1)
            .map((owner) => ({ looker, owner })),
        );
        await eightAtATime(cells, async ({ looker, owner }) => {
          const { status, bytes, text } = await call(looker, route, owner);
          figures.routeCells += 1;
          const name = `${route.method} ${route.path}`;
          const refusedAsText = status === 422 && text.includes('"faults"');
          understood.set(name, (understood.get(name) ?? false) || !refusedAsText);
          if (status === 200) answered.add(name);
          leaks.push(...leaksIn(looker, `${name} with the ids ${owner} (${status})`, bytes));
        });
      }
    assert.deepEqual(leaks, []);
    assert.deepEqual(
      [...understood].filter(([, ever]) => !ever).map(([name]) => name),
      [],
      'bodies of leaks/matrix.ts that their routes do not take',
    );
    const silent = open
      .map(({ method, path }) => `${method} ${path}`)
      .filter((name) => name.startsWith('GET ') && !answered.has(name) && routeRows[name]?.silent === undefined);
    assert.deepEqual(silent, [], 'routes that answered nobody: nothing was looked through');
    for (const looker of lookers)
      assert.equal((seenBy.get(looker.name) ?? 0) > 0, looker.at !== 'nowhere', `what ${looker.name} may see`);
  });
});

/** Whose ids a route is asked with: a route without any is asked for each organization. */
const cellsOf = ({ path, method }: DeclaredRoute): readonly Owner[] =>
  path.split('/').some((part) => part.startsWith(':') && part !== ':organization') || method !== 'GET'
    ? owners
    : ['ours', 'of the other organization'];

/** What stands in a path under another name than in its table. */
const otherNames: Readonly<Record<string, string>> = { key: 'api_key', offer: 'reply', capture: 'expectation' };

async function call(
  looker: Looker,
  { method, path }: Pick<DeclaredRoute, 'method' | 'path'>,
  owner: Owner,
): Promise<{ status: number; bytes: Buffer; text: string }> {
  const idOf = (name: string): string => plantedId(owner, `${otherNames[name] ?? name}_id`);
  const valueOf: Record<string, string> = {
    organization: slugOf(owner),
    token: 'guessed',
    version: String(owners.indexOf(owner) + 1),
    with: path.includes('/plans/') ? idOf('plan') : String(owners.indexOf(owner) + 1),
    sheet: 'items',
    name: 'notice-hours',
    kind: 'procedure',
  };
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => valueOf[name] ?? idOf(name)).replace('*', '0/000.p/1');
  const { query, body } = routeRows[`${method} ${path}`] ?? {};
  const sent = body?.(idOf);
  const type = sent instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
  const asked = query?.replaceAll(/\$(\w+)/g, (_, name: string) => idOf(name));
  const answer = await fetch(`${house.server.url}/api${filled}${asked === undefined ? '' : `?${asked}`}`, {
    method,
    headers: {
      cookie: looker.cookie,
      origin: `http://localhost:${new URL(house.server.url).port}`,
      ...(sent === undefined ? {} : { 'content-type': type }),
    },
    ...(sent === undefined ? {} : { body: sent instanceof Uint8Array ? new Uint8Array(sent) : JSON.stringify(sent) }),
  });
  const content = Buffer.from(await answer.arrayBuffer());
  const headers = Buffer.from(JSON.stringify([...answer.headers]));
  return { status: answer.status, bytes: Buffer.concat([headers, content]), text: content.toString() };
}

/** Opens the live stream; answers how to end it and read what came. */
async function listen(looker: Looker): Promise<() => Promise<string>> {
  const stop = new AbortController();
  const slug = slugOf(looker.at === 'other organization' ? 'of the other organization' : 'ours');
  const answer = await fetch(`${house.server.url}/api/organizations/${slug}/live`, {
    headers: { cookie: looker.cookie },
    signal: stop.signal,
  });
  let heard = '';
  const reading = (async () => {
    for await (const piece of answer.body!) heard += Buffer.from(piece).toString();
  })().catch(() => undefined);
  return async () => {
    stop.abort();
    await reading;
    return heard;
  };
}

/** Everything that a looker's database role may select of a table, under his signed context; '' where he may nothing. */
async function selectAll(looker: Looker, table: Table): Promise<string> {
  const role =
    looker.at === 'nowhere' ? 'coprod_staff' : looker.at.startsWith('customer') ? 'coprod_customer' : 'coprod_staff';
  const { rows: columns } = await house.database.owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
     and has_schema_privilege($2, $3, 'usage') and has_column_privilege($2, attrelid, attnum, 'select')`,
    [quoted(table.name), role, table.name.split('.')[0]],
  );
  const select = sql`select ${columns.length === 0 ? sql`count(*)` : sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`))} from ${sql.table(table.name)}`;
  try {
    if (looker.at === 'nowhere') return await selectWithoutContext(table, role);
    return await house.server.parts.doors.transaction(contextOf(looker), async (tx) =>
      JSON.stringify((await select.execute(tx as Kysely<Tables>)).rows),
    );
  } catch (thrown) {
    // Not granted at all: the surest refusal there is.
    if ((thrown as { code?: string }).code === '42501') return '';
    throw thrown;
  }
}

/** Who has got hold of the login role but of no context. */
async function selectWithoutContext(table: Table, role: string): Promise<string> {
  return withClient(house.database.connection('coprod_request'), async (client) => {
    await client.query(`set role ${pg.escapeIdentifier(role)}`);
    return JSON.stringify((await client.query(`select * from ${quoted(table.name)}`)).rows);
  });
}

const contextOf = (looker: Looker): Caller => {
  const customer = looker.at.startsWith('customer') ? plantedId(`of ${looker.at}` as Owner, 'customer_id') : undefined;
  return {
    side: customer === undefined ? 'organization' : 'customer',
    organization:
      looker.at === 'other organization' ? houses['of the other organization'].organization : house.organization,
    ...(customer === undefined ? {} : { customer }),
    person: looker.person,
    membership: looker.membership,
    roles: looker.role === null ? [] : [looker.role],
  };
};
