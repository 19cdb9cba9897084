import {
  consistencyNodes,
  consistencyProof,
  entryBundle,
  formatVerifierKey,
  inclusionNodes,
  inclusionProof,
  nodesOfTile,
  parseTilePath,
  readCanonicalJson,
  readEntry,
  tileBytes,
  tileWidth,
  writeReceipt,
} from '@coprod/ledger';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Access, actAsSystem } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant, page, pageQuery } from '../platform/schemas.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import { gistOf } from './ledger-gist.ts';
import type { LedgerKeys } from './ledger-key.ts';
import type { Sequencer } from './ledger-sequencer.ts';
import { differenceIn, headOf, placedEntries, readNodes } from './ledger-store.ts';

const everybody = ['organization:*', 'customer:*'] as const;
/** An entry by its id, or by its place: the address of its page is `/ledger/4711`. */
const entry = z.union([id, z.string().regex(/^(0|[1-9][0-9]{0,14})$/)]);
const entryRow = z
  .object({
    id,
    /** Null for the moment in which it waits for its place. */
    index: z.number().int().nullable(),
    kind: z.string(),
    subject: z.object({ kind: z.string(), id }),
    /** Whose page tells of it: the subject's own, or of a decision the proposal's; null where that is no longer known. */
    page: z.object({ kind: z.string(), id }).nullable(),
    customer: id.nullable(),
    writtenAt: instant,
    /** Erased: the content is gone, the proof stays. Withheld: its customer may no longer be named, and the reader is not he. */
    state: z.enum(['open', 'erased', 'withheld']),
    gist: z.object({ text: z.string(), quotedIn: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'LedgerEntry' });

/** The ledger as it is read: by people, by the checker of a customer, by third-party tools (C2SP tlog-tiles). */
export const ledgerRoutes = ({ doors }: Parts, keys: LedgerKeys, sequencer: Sequencer): RouteGroup =>
  routes((r) => {
    const keyOf = async (organization: string) => {
      const system = actAsSystem(doors, organization);
      return (await system.transaction((tx) => keys.signerOf(tx, organization))).key;
    };

    r.get(
      '/organizations/:organization/ledger',
      {
        summary: 'Ledger entries, newest first; a customer reads his own',
        allow: [...everybody],
        query: pageQuery.extend({
          kind: z.string().max(60).optional(),
          subject: id.optional(),
          customer: id.optional(),
        }),
        answer: page(entryRow).extend({
          size: z.number().int(),
          difference: z.object({ entry: z.number().int(), what: z.string() }).nullable(),
        }),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const organization = access.organization.id;
          const key = decodeKey(query.after, 1);
          const rows = await entriesAsSeen(tx, access)
            .where('e.position', 'is not', null)
            .$if(key !== undefined, (q) => q.where('e.position', '<', Number(key?.[0])))
            .$if(query.kind !== undefined, (q) => q.where('e.kind', '=', query.kind!))
            .$if(query.subject !== undefined, (q) => q.where('e.subject_id', '=', query.subject!))
            .$if(query.customer !== undefined, (q) =>
              q.where('e.customer_id', '=', query.customer!).where(isConcealed(access), 'is not', true),
            )
            .orderBy('e.position', 'desc')
            .limit(query.limit + 1)
            .execute();
          const { rows: shown, next } = toPage(rows, query.limit, (row) => [String(row.position)]);
          const difference = access.side === 'organization' ? await differenceIn(tx, organization) : undefined;
          return ok({
            rows: shown.map(presentEntry),
            next,
            size: (await headOf(tx, organization))?.size ?? 0,
            difference: difference === undefined ? null : { entry: difference.position, what: difference.what },
          });
        }),
    );

    r.get(
      '/organizations/:organization/ledger/entries/:entry',
      {
        summary: 'One entry with its body, if it was not erased',
        allow: [...everybody],
        params: z.object({ entry }),
        answer: entryRow.extend({
          commitment: z.string(),
          body: z.unknown().nullable(),
          proof: z.array(z.string()),
          size: z.number().int(),
        }),
      },
      ({ access, params }) =>
        access.transaction(async (tx) => {
          const found = await findEntry(tx, access, params.entry);
          if (found === undefined) return refuse('not-found');
          const size = (await headOf(tx, access.organization.id))?.size ?? 0;
          const placed = found.position !== null && found.position < size;
          const proof = placed ? await proofOf(tx, access.organization.id, found.position!, size) : [];
          return ok({
            ...presentEntry(found),
            commitment: found.commitment.toString('hex'),
            body: found.body === null || found.concealed ? null : (JSON.parse(found.body) as unknown),
            proof: proof.map((hash) => Buffer.from(hash).toString('hex')),
            size,
          });
        }),
    );

    r.get(
      '/organizations/:organization/ledger/entries/:entry/receipt',
      {
        summary: 'The receipt of an entry, as a file that is checked offline',
        allow: [...everybody],
        params: z.object({ entry }),
      },
      async ({ access, params, reply }) => {
        const receipt = await readReceipt(access, params.entry, () => sequencer.demand(access.organization.id), keyOf);
        if (!receipt.ok) return receipt;
        return reply
          .type('application/json')
          .header('content-disposition', `attachment; filename="receipt-${receipt.value.index}.json"`)
          .send(Buffer.from(receipt.value.text));
      },
    );

    r.get(
      '/organizations/:organization/ledger/checkpoint',
      { summary: 'The newest checkpoint (C2SP tlog-checkpoint)', allow: [...everybody] },
      async ({ access, reply }) => {
        await sequencer.demand(access.organization.id);
        const head = await access.transaction((tx) => headOf(tx, access.organization.id));
        return head === undefined
          ? refuse('not-found')
          : reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(head.note);
      },
    );

    r.get(
      '/organizations/:organization/ledger/key',
      {
        summary: 'The key that signs the checkpoints, to be pinned',
        allow: [...everybody],
        answer: z.object({ key: z.string() }),
      },
      async ({ access }) => ok({ key: formatVerifierKey(await keyOf(access.organization.id)) }),
    );

    r.get(
      '/organizations/:organization/ledger/consistency',
      {
        summary: 'Proof that the ledger of one size continues that of a smaller one (RFC 9162, 2.1.4)',
        allow: [...everybody],
        query: z.object({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(0) }),
        answer: z.object({ proof: z.array(z.string()) }),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const size = (await headOf(tx, access.organization.id))?.size ?? 0;
          if (query.from > query.to || query.to > size) return refuse('not-found');
          const read = await readNodes(tx, access.organization.id, consistencyNodes(query.from, query.to));
          return ok({
            proof: consistencyProof(query.from, query.to, read).map((hash) => Buffer.from(hash).toString('base64')),
          });
        }),
    );

    r.get(
      '/organizations/:organization/ledger/tile/*',
      {
        summary: 'A tile or entry bundle (C2SP tlog-tiles)',
        allow: [...everybody],
        params: z.object({ '*': z.string().max(200) }),
      },
      async ({ access, params, reply }) => {
        const tile = parseTilePath(`tile/${params['*']}`);
        if (tile === null) return refuse('not-found');
        const content = await access.transaction(async (tx): Promise<Result<Uint8Array>> => {
          const organization = access.organization.id;
          const size = (await headOf(tx, organization))?.size ?? 0;
          if (tile.width > tileWidth(tile.level, tile.index, size)) return refuse('not-found');
          if (tile.level !== 'entries')
            return ok(tileBytes(tile, await readNodes(tx, organization, nodesOfTile(tile))));
          // Commitments say nothing of what stands behind them; a customer may follow the whole log by them, as any witness does.
          const system = actAsSystem(doors, organization);
          const entries = await system.transaction((inside) =>
            placedEntries(inside, organization, tile.index * 256, tile.width),
          );
          return ok(entryBundle(entries.map((entry) => entry.commitment)));
        });
        return content.ok ? reply.type('application/octet-stream').send(Buffer.from(content.value)) : content;
      },
    );
  });

type EntryRow = NonNullable<Awaited<ReturnType<typeof findEntry>>>;

/**
 * Entries with their bodies, as the caller may see them. Policy: inside, customer_reads: an entry of another customer is not there.
 * A customer who took back the leave to be named stands on the organization side neither beside his words nor in them.
 */
const entriesAsSeen = (tx: Transaction, access: Access) =>
  tx
    .selectFrom('core.ledger_entry as e')
    .leftJoin('core.ledger_body as b', (join) =>
      join.onRef('b.organization_id', '=', 'e.organization_id').onRef('b.entry_id', '=', 'e.entry_id'),
    )
    .leftJoin('core.intervention as i', (join) =>
      join
        .onRef('i.organization_id', '=', 'e.organization_id')
        .onRef('i.intervention_id', '=', 'e.subject_id')
        .on('e.subject_kind', '=', 'intervention'),
    )
    .select([
      'e.entry_id',
      'e.position',
      'e.kind',
      'e.subject_kind',
      'e.subject_id',
      'e.customer_id',
      'e.written_at',
      'e.commitment',
      'b.body',
      'b.salt',
    ])
    .select(isConcealed(access).as('concealed'))
    .where('e.organization_id', '=', access.organization.id);

const isConcealed = (access: Access) =>
  access.side === 'customer'
    ? sql<boolean>`false`
    : sql<boolean>`(e.customer_id is not null and i.consent is not null and i.consent <> 'by-name')`;

const findEntry = (tx: Transaction, access: Access, entry: string) =>
  entriesAsSeen(tx, access)
    .$if(entry.includes('-'), (q) => q.where('e.entry_id', '=', entry))
    .$if(!entry.includes('-'), (q) => q.where('e.position', '=', Number(entry)))
    .executeTakeFirst();

const presentEntry = (row: EntryRow): z.output<typeof entryRow> => ({
  id: row.entry_id,
  index: row.position,
  kind: row.kind,
  subject: { kind: row.subject_kind, id: row.subject_id },
  page: pageOf(row),
  customer: row.concealed ? null : row.customer_id,
  writtenAt: row.written_at,
  state: row.concealed ? 'withheld' : row.body === null ? 'erased' : 'open',
  gist: row.concealed || row.body === null ? null : gistOf(row.kind, contentOf(row.body)),
});

function pageOf({ subject_kind: kind, subject_id, body }: EntryRow): { kind: string; id: string } | null {
  if (kind !== 'decision') return { kind, id: subject_id };
  const content = body === null ? null : contentOf(body);
  const proposal = typeof content === 'object' && content !== null && 'proposal' in content ? content.proposal : null;
  return typeof proposal === 'string' ? { kind: 'proposal', id: proposal } : null;
}

function contentOf(body: string): unknown {
  const entry: unknown = JSON.parse(body);
  return typeof entry === 'object' && entry !== null && 'body' in entry ? entry.body : null;
}

async function proofOf(
  tx: Transaction,
  organization: string,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  return inclusionProof(index, size, await readNodes(tx, organization, inclusionNodes(index, size)));
}

/**
 * Makes the receipt of an entry that the caller may see. An entry that was written a moment ago gets its place first.
 * @refuses not-found; read-only when the ledger differs, so that the entry can get no place
 */
async function readReceipt(
  access: Access,
  entry: string,
  place: () => Promise<unknown>,
  keyOf: (organization: string) => Promise<Parameters<typeof writeReceipt>[0]['key']>,
): Promise<Result<{ readonly index: number; readonly text: string }>> {
  const organization = access.organization.id;
  const waiting = await access.transaction((tx) => findEntry(tx, access, entry));
  if (waiting === undefined || waiting.concealed) return refuse('not-found');
  if (waiting.position === null) await place();
  const key = await keyOf(organization);
  return access.transaction(async (tx) => {
    const found = (await findEntry(tx, access, entry))!;
    const head = await headOf(tx, organization);
    if (found.position === null || head === undefined) return refuse('read-only', { entry: head?.size ?? 0 });
    return ok({
      index: found.position,
      text: writeReceipt({
        opening: openingOf(found),
        commitment: found.commitment,
        index: found.position,
        proof: await proofOf(tx, organization, found.position, head.size),
        checkpoint: head.note,
        key,
      }),
    });
  });
}

function openingOf({ body, salt }: Pick<EntryRow, 'body' | 'salt'>): Parameters<typeof writeReceipt>[0]['opening'] {
  if (body === null || salt === null) return null;
  const read = readCanonicalJson(body);
  const entry = read.ok ? readEntry(read.value) : read;
  if (!entry.ok || !('entry' in entry)) throw new Error('a ledger body is not a canonical entry');
  return { entry: entry.entry, salt };
}
