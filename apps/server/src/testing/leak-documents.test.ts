import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DeclaredRoute } from '../access/routes.ts';
import { newId } from '../platform/ids.ts';
import type { Planted } from './leaks/documents/ground.ts';
import { type Documents, plantDocuments } from './leaks/documents/plant-documents.ts';
import type { Reader } from './leaks/documents/readers.ts';
import { type Filled, fillingsOf } from './leaks/documents/route-ids.ts';
import { eightAtATime } from './leaks/eight-at-a-time.ts';
import { isAllowed } from './leaks/is-allowed.ts';
import { routeRows } from './leaks/matrix.ts';
import { pdfText } from './pdf-text.ts';

/**
 * The leak matrix over real documents: rules, transmissions, pictures, expectations, call-offs made through the routes, each text
 * with a secret of its own; everybody asks every route for every one of them, and all bytes of every answer are searched.
 */
let documents: Documents;
const heard = new Map<Reader, { text: string; readonly stop: AbortController; reading: Promise<void> }>();
/** What each route showed to somebody who may see it: a route that shows nothing proves nothing. */
const shownBy = new Map<string, Set<Planted>>();
const figures = { cells: 0, searched: 0, writes: 0, asked: 0, seen: 0, leaks: 0 };

before(async () => {
  documents = await plantDocuments((readers, { house }) => {
    for (const reader of readers) heard.set(reader, listen(reader, house.server.url, house.slug));
  });
});
after(async () => {
  for (const { stop, reading } of heard.values()) {
    stop.abort();
    await reading;
  }
  await documents.ground.house.close();
  console.log(
    `leak matrix over documents: ${documents.readers.length} viewers, ${documents.ground.secrets.all().length} secrets; ${figures.cells} cells of reading routes, ${figures.searched} answers 200 searched; ${figures.writes} cells of writing routes; ${figures.asked} filters tried; secrets seen by who may see them: ${figures.seen}; leaks: ${figures.leaks}`,
  );
});

type Got = { readonly status: number; readonly bytes: Buffer; readonly body: string; readonly headers: Headers };

/** What came back, as it is and, of a PDF, as it is read. */
const readable = (bytes: Buffer): string =>
  bytes.includes('%PDF-') ? `${bytes.toString('latin1')}\n${pdfText(bytes)}` : bytes.toString('latin1');

/** Which secrets in what came back the reader must not know, as sentences. */
function leaksIn(reader: Reader, route: string, bytes: Buffer): readonly string[] {
  const found = documents.ground.secrets.findIn(readable(bytes));
  const leaked = found.filter((planted) => !planted.readers(reader, route));
  const shown = shownBy.get(route) ?? new Set<Planted>();
  for (const planted of found) if (!leaked.includes(planted)) shown.add(planted);
  shownBy.set(route, shown);
  figures.seen += found.length - leaked.length;
  figures.leaks += leaked.length;
  return leaked.map(({ what }) => `${reader.name} reads “${what}” by ${route}`);
}

async function call(
  reader: Reader,
  { method, path }: Pick<DeclaredRoute, 'method' | 'path'>,
  slug: string,
  filled: Filled,
  query = '',
  body?: unknown,
): Promise<Got> {
  const token = documents.ground.tokens.get(path.replace(/^(\/\w+\/:token).*/, '$1')) ?? 'guessed';
  const values: Filled = { ...filled, organization: slug, token };
  const full = path
    .replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '')
    .replace('*', () => values['*'] ?? '');
  const { url } = documents.ground.house.server;
  const isBytes = body instanceof Uint8Array;
  const answer = await fetch(`${url}/api${full}${query}`, {
    method,
    headers: {
      cookie: reader.someone.cookie,
      origin: `http://localhost:${new URL(url).port}`,
      ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const content = Buffer.from(await answer.arrayBuffer());
  const { status, headers } = answer;
  const bytes = Buffer.concat([Buffer.from(JSON.stringify([...headers])), content]);
  return { status, bytes, body: content.toString('latin1'), headers };
}

/** Whether a browser that is led straight to an answer might run what stands in it: what others sent is saved, shown as a picture or as text. */
function runs(headers: Headers): boolean {
  const type = headers.get('content-type') ?? '';
  const isShown =
    /^(?:application\/(?:problem\+)?json|image\/(?:png|jpeg|gif|webp)|text\/plain|application\/octet-stream)\b/;
  const isSaved = headers.get('content-disposition')?.startsWith('attachment') === true;
  return headers.get('x-content-type-options') !== 'nosniff' || !(isSaved || isShown.test(type));
}

const isId = (value: string): boolean => value.length === 36;

/** How a route refuses this reader what is nowhere. */
async function refusalOf(reader: Reader, route: DeclaredRoute, slug: string, like: Filled): Promise<string> {
  const ids = Object.fromEntries(Object.entries(like).map(([name, value]) => [name, isId(value) ? newId() : value]));
  const { status, body } = await call(reader, route, slug, ids);
  return `${status} ${body}`;
}

const routesOf = (reading: boolean): readonly DeclaredRoute[] =>
  documents.ground.house.server.routes.filter(
    ({ method, path }) => (method === 'GET') === reading && !path.endsWith('/live'),
  );

/** Whoever is of the other organization asks there for our ids as well. */
/** The query of a call, with the ids of rows in the places of their names. */
const askedOf = (query: string | undefined, idOf: (name: string) => string): string =>
  query === undefined ? '' : `?${query.replaceAll(/\$(\w+)/g, (_, name: string) => idOf(name))}`;

const slugsOf = ({ at }: Reader): readonly string[] =>
  at === 'other organization' ? documents.slugs : [documents.slugs[0]];

describe('reading real documents', () => {
  test('no answer to anybody holds a secret that he must not know: JSON, PDF, pictures, EDI, CSV, Markdown, counts, lists', async () => {
    const { owner } = documents.ground.house.database;
    const leaks: string[] = [];
    for (const route of routesOf(true)) {
      const name = `${route.method} ${route.path}`;
      const filled = await fillingsOf(owner, route);
      const { query } = routeRows[name] ?? {};
      const cells = documents.readers.flatMap((reader) =>
        slugsOf(reader).flatMap((slug) =>
          filled.slice(0, isAllowed(reader, route) ? undefined : 1).map((ids) => ({ reader, slug, ids })),
        ),
      );
      const unknown = new Map<string, string>();
      for (const reader of documents.readers)
        for (const slug of slugsOf(reader))
          if (isAllowed(reader, route) && filled[0] !== undefined && Object.values(filled[0]).some(isId))
            unknown.set(`${reader.name} ${slug}`, await refusalOf(reader, route, slug, filled[0]));
      await eightAtATime(cells, async ({ reader, slug, ids }) => {
        const { status, bytes, body, headers } = await call(reader, route, slug, ids, `?limit=200&${query ?? ''}`);
        figures.cells += 1;
        // What is there and not his looks like what is not there at all: same status, same bytes. Inside the house one may know that
        // there is something for another role.
        const nowhere = unknown.get(`${reader.name} ${slug}`);
        const isRoleInside = status === 403 && reader.at === 'organization';
        if (status !== 200 && !isRoleInside && nowhere !== undefined && `${status} ${body}` !== nowhere)
          leaks.push(`${reader.name} can tell by ${name} that something is there: ${status} ${body}`);
        if (status === 200) figures.searched += 1;
        if (status >= 500) leaks.push(`${name} breaks (${status}) for ${reader.name}`);
        if (runs(headers)) leaks.push(`${name} could run in a browser: ${headers.get('content-type')}`);
        leaks.push(...leaksIn(reader, name, bytes));
      });
    }
    assert.deepEqual([...new Set(leaks)], []);
  });

  test('every reading route showed somebody a secret, or its line in the matrix says why it has none to show', () => {
    const silent = routesOf(true)
      .map(({ method, path }) => `${method} ${path}`)
      .filter((name) => (shownBy.get(name)?.size ?? 0) === 0 && routeRows[name]?.bare === undefined);
    assert.deepEqual(silent, []);
    const chatty = Object.keys(routeRows).filter(
      (name) => routeRows[name]!.bare !== undefined && (shownBy.get(name)?.size ?? 0) > 0,
    );
    assert.deepEqual(chatty, [], 'lines that give a reason and need none');
  });

  test('every secret that somebody may read was read by somebody: none was planted where nobody looks', () => {
    const read = new Set([...shownBy.values()].flatMap((set) => [...set]));
    const { readers, ground } = documents;
    const unread = ground.secrets
      .all()
      .map(([, planted]) => planted)
      .filter(
        (planted) => !read.has(planted) && readers.some((reader) => planted.readers(reader, 'GET /answers/:token')),
      );
    assert.deepEqual(
      unread.map(({ what }) => what),
      [],
    );
  });

  test('of two rivals who were each granted another secret, neither reads the other’s, in no form of the document', async () => {
    const { a, b } = documents.ground;
    const { grantedToA, grantedToB } = documents.crosswise;
    for (const [{ actor }, own, others] of [
      [a, grantedToA, grantedToB],
      [b, grantedToB, grantedToA],
    ] as const) {
      const { rows } = (await actor.get('/transmissions')).body;
      for (const form of ['', '/document.json', '/document.pdf']) {
        const read: string[] = [];
        for (const { id } of rows) read.push(readable((await actor.get(`/transmissions/${id}${form}`)).bytes));
        const found = new Set(documents.ground.secrets.findIn(read.join('\n')).map(({ what }) => what));
        for (const word of own) assert.ok(found.has(whatIs(word)), `${actor.name} reads ${whatIs(word)} in ${form}`);
        for (const word of others)
          assert.ok(!found.has(whatIs(word)), `${actor.name} reads ${whatIs(word)} in ${form}`);
      }
    }
  });

  test('no filter answers whether there is what one may not see', async () => {
    const filters = [
      { path: 'search?q=', among: ({ role }: Reader) => ['member', 'technician', 'auditor', null].includes(role) },
      { path: 'expectations?words=', among: ({ role }: Reader) => role === 'technician' || role === 'planner' },
      { path: 'requirements?find=', among: ({ role }: Reader) => role === 'auditor' },
      { path: 'people?name=', among: ({ role }: Reader) => role === 'member' },
    ];
    const told: string[] = [];
    for (const { path, among } of filters) {
      const route = { method: 'GET', path: `/organizations/:organization/${path.split('?')[0]}` };
      const cells = documents.readers.filter(among).flatMap((reader) =>
        documents.ground.secrets
          .all()
          .filter(([, planted]) => !planted.readers(reader, ''))
          .map(([word, planted]) => ({ reader, word, planted })),
      );
      await eightAtATime(cells, async ({ reader, word, planted }) => {
        const answer = await call(reader, route, documents.slugs[0], {}, `?${path.split('?')[1]}${word}`);
        figures.asked += 1;
        const text = answer.bytes.toString();
        if (answer.status === 200 && !/"(?:found|rows)":\[\]/.test(text))
          told.push(`${reader.name} finds “${planted.what}” by ${path}`);
      });
    }
    figures.leaks += told.length;
    assert.deepEqual([...new Set(told)], []);
  });

  test('the live stream told no text to anybody, and no customer of anything of another', async () => {
    const { ground, readers } = documents;
    const { owner } = ground.house.database;
    const told: string[] = [];
    for (const reader of readers) {
      const { text } = heard.get(reader)!;
      told.push(...leaksIn(reader, 'GET /organizations/:organization/live', Buffer.from(text)));
      if (reader.at === 'organization' || reader.at.startsWith('customer'))
        assert.match(text, /event: change/, `${reader.name} heard of nothing at all`);
      else assert.doesNotMatch(text, /event: change/);
    }
    for (const [at, other] of [
      ['customer A', ground.b.id],
      ['customer B', ground.a.id],
    ] as const) {
      const { rows } = await owner.query<{ id: string }>(
        `select intervention_id as id from core.intervention where customer_id = $1
         union all select transmission_id from core.transmission where customer_id = $1
         union all select release_id from planning.release where customer_id = $1
         union all select reply_id from planning.reply where customer_id = $1
         union all select rule_id from core.rule union all select proposal_id from core.proposal`,
        [other],
      );
      for (const reader of readers.filter((one) => one.at === at))
        for (const { id } of rows) if (heard.get(reader)!.text.includes(id)) told.push(`${reader.name} heard of ${id}`);
    }
    assert.deepEqual(told, []);
  });
});

describe('holes are found', () => {
  test('a policy switched off shows in the text of a PDF', async () => {
    const before = { ...figures };
    const { ground, readers } = documents;
    const { owner } = ground.house.database;
    const auditor = readers.find(({ at, role }) => at === 'customer A' && role === 'auditor')!;
    const { rows } = await owner.query(
      'select transmission_id as transmission from core.transmission where customer_id = $1',
      [ground.b.id],
    );
    const path = '/organizations/:organization/transmissions/:transmission/document.pdf';
    const ask = () => call(auditor, { method: 'GET', path }, documents.slugs[0], rows[0]);
    assert.equal((await ask()).status, 404);
    await owner.query('alter table core.transmission disable row level security');
    try {
      const leaks = leaksIn(auditor, `GET ${path}`, (await ask()).bytes);
      assert.ok(
        leaks.some((leak) => leak.includes('granted to B')),
        leaks.join('\n'),
      );
    } finally {
      await owner.query('alter table core.transmission enable row level security');
      Object.assign(figures, before);
    }
  });

  test('a route that asks in another’s name than the caller’s shows at once', async () => {
    const before = { ...figures };
    const { doors } = documents.ground.house.server.parts;
    const auditor = documents.readers.find(({ at, role }) => at === 'customer A' && role === 'auditor')!;
    const path = '/organizations/:organization/interventions';
    const transaction = doors.transaction.bind(doors);
    // The mistake of a programmer: the handler of a customer asks as the organization would.
    doors.transaction = (caller, work) => transaction({ ...caller, side: 'organization', customer: undefined }, work);
    try {
      const leaks = leaksIn(
        auditor,
        `GET ${path}`,
        (await call(auditor, { method: 'GET', path }, documents.slugs[0], {})).bytes,
      );
      assert.ok(
        leaks.some((leak) => leak.includes('words of a customer')),
        leaks.join('\n'),
      );
    } finally {
      doors.transaction = transaction;
      Object.assign(figures, before);
    }
  });
});

describe('writing on real documents', () => {
  test('no answer to a write holds a secret that its caller must not know, whether it was done or refused', async () => {
    const { owner } = documents.ground.house.database;
    const ids = new Map<string, string>();
    const idOf = (name: string): string => ids.get(name) ?? '00000000-0000-7000-8000-000000000000';
    for (const name of ['customer', 'membership', 'intervention', 'rule', 'requirement', 'expectation', 'prepared'])
      ids.set(name, Object.values((await fillingsOf(owner, { path: `/:${name}` }))[0] ?? {})[0] ?? idOf(''));
    const [block] = await fillingsOf(owner, { path: '/:rule/:version/:block' });
    ids.set('block', block!['block']!);
    const leaks: string[] = [];
    // People and settings come last: they change who may do what.
    for (const route of routesOf(false).toReversed()) {
      const name = `${route.method} ${route.path}`;
      const filled = (await fillingsOf(owner, route)).slice(0, 2);
      // Who may not call it at all is refused before any row is read: leak-matrix.test.ts asks for him.
      const cells = documents.readers
        .filter((reader) => isAllowed(reader, route))
        .flatMap((reader) => slugsOf(reader).flatMap((slug) => filled.map((one) => ({ reader, slug, one }))));
      await eightAtATime(cells, async ({ reader, slug, one }) => {
        const { query, body } = routeRows[name] ?? {};
        const sent = body?.((asked) => one[asked] ?? idOf(asked));
        const { status, bytes } = await call(
          reader,
          route,
          slug,
          one,
          askedOf(query, (asked) => one[asked] ?? idOf(asked)),
          sent,
        );
        figures.writes += 1;
        if (status < 300) figures.searched += 1;
        if (status >= 500) leaks.push(`${name} breaks (${status}) for ${reader.name}`);
        leaks.push(...leaksIn(reader, name, bytes));
      });
    }
    assert.deepEqual([...new Set(leaks)], []);
  });
});

const whatIs = (word: string): string => documents.ground.secrets.findIn(word)[0]!.what;

/** Opens the live stream and keeps what comes. */
function listen(
  reader: Reader,
  url: string,
  slug: string,
): { text: string; stop: AbortController; reading: Promise<void> } {
  const stop = new AbortController();
  const kept = { text: '', stop, reading: Promise.resolve() };
  kept.reading = (async () => {
    const answer = await fetch(`${url}/api/organizations/${slug}/live`, {
      headers: { cookie: reader.someone.cookie },
      signal: stop.signal,
    });
    for await (const piece of answer.body!) kept.text += Buffer.from(piece).toString();
  })().catch(() => undefined);
  return kept;
}
