import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DeclaredRoute } from '../access/routes.ts';
import type { Planted } from './leaks/documents/ground.ts';
import { type Documents, plantDocuments } from './leaks/documents/plant-documents.ts';
import type { Reader } from './leaks/documents/readers.ts';
import { type Filled, fillingsOf } from './leaks/documents/route-ids.ts';
import { eightAtATime } from './leaks/eight-at-a-time.ts';
import { routeRows } from './leaks/matrix.ts';
import { prefix } from './leaks/secrets.ts';
import { pdfText } from './pdf-text.ts';

/**
 * The leak matrix over real documents: rules, transmissions, pictures, expectations, call-offs made through the routes, each text
 * with a secret of its own; everybody asks every route for every one of them, and all bytes of every answer are searched.
 */
let documents: Documents;
let close = async (): Promise<void> => undefined;
const heard = new Map<Reader, { text: string; readonly stop: AbortController; reading: Promise<void> }>();
/** What each route showed to somebody who may see it: a route that shows nothing proves nothing. */
const shownBy = new Map<string, Set<Planted>>();
const figures = { cells: 0, searched: 0, writes: 0, asked: 0, seen: 0, leaks: 0 };

before(async () => {
  documents = await plantDocuments((readers, { house }) => {
    for (const reader of readers) heard.set(reader, listen(reader, house.server.url, house.slug));
    close = house.close;
  });
});
after(async () => {
  for (const { stop, reading } of heard.values()) {
    stop.abort();
    await reading;
  }
  await close();
  console.log(
    `leak matrix over documents: ${documents.readers.length} viewers, ${documents.ground.secrets.all().length} secrets; ${figures.cells} cells of reading routes, ${figures.searched} answers 200 searched; ${figures.writes} cells of writing routes; ${figures.asked} filters tried; secrets seen by who may see them: ${figures.seen}; leaks: ${figures.leaks}`,
  );
});

type Got = { readonly status: number; readonly bytes: Buffer };

/** What came back, as it is and, of a PDF, as it is read. */
const readable = (bytes: Buffer): string =>
  bytes.includes('%PDF-') ? `${bytes.toString('latin1')}\n${pdfText(bytes)}` : bytes.toString('latin1');

/** Which secrets in what came back the reader must not know, as sentences. */
function leaksIn(reader: Reader, route: string, where: string, bytes: Buffer): readonly string[] {
  const found = documents.ground.secrets.findIn(readable(bytes));
  const leaked = found.filter((planted) => !planted.readers(reader, route));
  const shown = shownBy.get(route) ?? new Set<Planted>();
  for (const planted of found) if (!leaked.includes(planted)) shown.add(planted);
  shownBy.set(route, shown);
  figures.seen += found.length - leaked.length;
  figures.leaks += leaked.length;
  return leaked.map(({ what }) => `${reader.name} reads “${what}” by ${where}`);
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
  const headers = Buffer.from(JSON.stringify([...answer.headers]));
  return { status: answer.status, bytes: Buffer.concat([headers, Buffer.from(await answer.arrayBuffer())]) };
}

const routesOf = (reading: boolean): readonly DeclaredRoute[] =>
  documents.ground.house.server.routes.filter(
    ({ method, path }) => (method === 'GET') === reading && !path.endsWith('/live'),
  );

/** Whoever is of the other organization asks there for our ids as well. */
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
        slugsOf(reader).flatMap((slug) => filled.map((ids) => ({ reader, slug, ids }))),
      );
      await eightAtATime(cells, async ({ reader, slug, ids }) => {
        const { status, bytes } = await call(reader, route, slug, ids, `?limit=200&${query ?? ''}`);
        figures.cells += 1;
        if (status === 200) figures.searched += 1;
        if (status >= 500) leaks.push(`${name} breaks (${status}) for ${reader.name}`);
        leaks.push(...leaksIn(reader, name, `${name} ${JSON.stringify(ids)} (${status})`, bytes));
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
});

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
