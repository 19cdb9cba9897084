import { type Frontier, type NodeId, type ReadNode, type TreeNode, rootNodes } from '@coprod/ledger';
import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';

/** SQL of the ledger. Policies: inside; customer_reads on nodes and checkpoints, and on entries and bodies that carry his number. */

export type HeadRow = {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: Temporal.Instant;
};

/** The newest checkpoint; undefined before the first. */
export const headOf = (tx: Transaction, organization: string): Promise<HeadRow | undefined> =>
  tx
    .selectFrom('core.ledger_checkpoint')
    .select(['size', 'root', 'note', 'signed_at'])
    .where('organization_id', '=', organization)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * Reads the nodes that a proof needs, in one statement, and answers how to look each up.
 * @throws when one of them is not stored: the ledger is damaged
 */
export async function readNodes(tx: Transaction, organization: string, wanted: readonly NodeId[]): Promise<ReadNode> {
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    select n.level, n.index, n.hash
    from unnest(${wanted.map((n) => n.level)}::int[], ${wanted.map((n) => n.index)}::bigint[]) w (level, index)
    join core.ledger_node n on n.organization_id = ${organization} and n.level = w.level and n.index = w.index`.execute(
    tx,
  );
  const found = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hash]));
  return ({ level, index }) => {
    const hash = found.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`node ${level}/${index} of the ledger is not stored`);
    return hash;
  };
}

/** The frontier of the first `size` leaves, from stored nodes. */
export async function frontierOf(tx: Transaction, organization: string, size: number): Promise<Frontier> {
  const nodes = rootNodes(size);
  const read = await readNodes(tx, organization, nodes);
  return { size, hashes: nodes.map(read) };
}

export type WaitingEntry = {
  readonly entry_id: string;
  readonly commitment: Buffer;
  readonly body: string | null;
  readonly salt: Buffer | null;
};

/** Entries that have no place yet, oldest first, and what of them is stored: read again, whatever the writer said. */
export const waitingEntries = (tx: Transaction, organization: string, most: number): Promise<WaitingEntry[]> =>
  tx
    .selectFrom('core.ledger_entry as e')
    .leftJoin('core.ledger_body as b', (join) =>
      join.onRef('b.organization_id', '=', 'e.organization_id').onRef('b.entry_id', '=', 'e.entry_id'),
    )
    .select(['e.entry_id', 'e.commitment', 'b.body', 'b.salt'])
    .where('e.organization_id', '=', organization)
    .where('e.position', 'is', null)
    .orderBy('e.written_at')
    .orderBy('e.entry_id')
    .limit(most)
    .execute();

/** Entries in their places, from one on. */
export const placedEntries = (tx: Transaction, organization: string, from: number, most: number) =>
  tx
    .selectFrom('core.ledger_entry as e')
    .leftJoin('core.ledger_body as b', (join) =>
      join.onRef('b.organization_id', '=', 'e.organization_id').onRef('b.entry_id', '=', 'e.entry_id'),
    )
    .select(['e.entry_id', 'e.position', 'e.commitment', 'b.body', 'b.salt'])
    .where('e.organization_id', '=', organization)
    .where('e.position', '>=', from)
    .orderBy('e.position')
    .limit(most)
    .execute();

/** Gives entries their places, in the order of the list, from `first` on. */
export async function givePlaces(
  tx: Transaction,
  organization: string,
  first: number,
  entries: readonly string[],
): Promise<void> {
  await sql`
    update core.ledger_entry e set position = ${first}::bigint + w.at - 1
    from unnest(${[...entries]}::uuid[]) with ordinality w (entry_id, at)
    where e.organization_id = ${organization} and e.entry_id = w.entry_id`.execute(tx);
}

export async function insertNodes(tx: Transaction, organization: string, nodes: readonly TreeNode[]): Promise<void> {
  await sql`
    insert into core.ledger_node (organization_id, level, index, hash)
    select ${organization}::uuid, level, index, hash
    from unnest(${nodes.map((n) => n.level)}::int[], ${nodes.map((n) => n.index)}::bigint[], ${nodes.map((n) => Buffer.from(n.hash))}::bytea[])
      w (level, index, hash)`.execute(tx);
}

export const insertCheckpoint = (tx: Transaction, organization: string, head: HeadRow) =>
  tx
    .insertInto('core.ledger_checkpoint')
    .values({ organization_id: organization, ...head })
    .execute();

export const insertDifference = (
  tx: Transaction,
  organization: string,
  difference: { readonly position: number; readonly what: string; readonly at: Temporal.Instant },
) =>
  tx
    .insertInto('core.ledger_difference')
    .values({
      organization_id: organization,
      found_at: difference.at,
      position: difference.position,
      what: difference.what,
    })
    .execute();

export const differenceIn = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('core.ledger_difference')
    .select(['position', 'what', 'found_at'])
    .where('organization_id', '=', organization)
    .orderBy('found_at')
    .executeTakeFirst();
