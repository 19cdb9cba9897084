import {
  type Refusal,
  appendLeaves,
  leafHash,
  openCheckpoint,
  rootOf,
  signCheckpoint,
  startRecomputation,
} from '@coprod/ledger';
import { sql } from 'kysely';
import type { SystemAccess } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import type { LedgerKeys } from './ledger-key.ts';
import {
  differenceIn,
  frontierOf,
  givePlaces,
  headOf,
  insertCheckpoint,
  insertDifference,
  insertNodes,
  placedEntries,
  waitingEntries,
} from './ledger-store.ts';

/** How many entries get their places in one transaction: fewer placed means that nothing was left waiting. */
export const batch = 1000;
/** How many older entries are read again before each checkpoint, in turn, so that the whole ledger is walked over and over. */
const reread = 2000;

export type Sequenced = { readonly placed: number; readonly size: number; readonly difference: string | null };

/**
 * Gives the waiting entries of one organization their places and signs the checkpoint over them, in one transaction. Before it signs
 * it reads again what is stored: the new entries whole, the frontier against the last checkpoint, and a stretch of older entries.
 * On a difference it signs nothing, and the organization becomes read-only. Several processes may call it at once: a lock per
 * organization lets one through, the others find nothing left to do.
 */
export async function sequenceLedger(system: SystemAccess, keys: LedgerKeys): Promise<Sequenced> {
  const organization = system.organization.id;
  const outcome = await system.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${organization}`}, 0))`.execute(tx);
    const head = await headOf(tx, organization);
    const size = head?.size ?? 0;
    if ((await differenceIn(tx, organization)) !== undefined) return { placed: 0, size, difference: null };
    const waiting = await waitingEntries(tx, organization, batch);
    if (waiting.length === 0) return { placed: 0, size, difference: null };

    const signer = await keys.signerOf(tx, organization);
    const frontier = await frontierOf(tx, organization, size);
    const recomputation = startRecomputation({ from: frontier });
    const lastHead = head === undefined ? undefined : openCheckpoint(head.note, signer.key);
    if (lastHead !== undefined) {
      const doubt = lastHead.ok ? recomputation.compare(lastHead.checkpoint) : lastHead;
      if (doubt !== null) return { placed: 0, size, difference: { position: Math.max(0, size - 1), doubt } };
    }
    for (const [index, entry] of waiting.entries()) {
      const doubt = recomputation.add({
        index: size + index,
        commitment: entry.commitment,
        text: entry.body,
        salt: entry.salt,
      });
      if (doubt !== null) return { placed: 0, size, difference: { position: size + index, doubt } };
    }
    const older = await checkOlder(tx, organization, size);
    if (older !== null) return { placed: 0, size, difference: older };

    const appended = appendLeaves(
      frontier,
      waiting.map((entry) => leafHash(entry.commitment)),
    );
    const next = { size: appended.frontier.size, root: rootOf(appended.frontier) };
    await insertNodes(tx, organization, appended.nodes);
    await givePlaces(
      tx,
      organization,
      size,
      waiting.map((entry) => entry.entry_id),
    );
    await insertCheckpoint(tx, organization, {
      size: next.size,
      root: Buffer.from(next.root),
      note: signCheckpoint(next, signer),
      signed_at: system.now(),
    });
    return { placed: waiting.length, size: next.size, difference: null };
  });
  if (outcome.difference === null) return { ...outcome, difference: null };
  const { position, doubt } = outcome.difference;
  const what = `${doubt.where}: ${doubt.why}`;
  await system.transaction((tx) => insertDifference(tx, organization, { position, what, at: system.now() }));
  return { placed: 0, size: outcome.size, difference: what };
}

type Difference = { readonly position: number; readonly doubt: Refusal };

/** Reads a stretch of placed entries again; where it begins moves on with the size, so that in time each is reached. */
async function checkOlder(tx: Transaction, organization: string, size: number): Promise<Difference | null> {
  if (size === 0) return null;
  const stretches = Math.ceil(size / reread);
  return recompute(tx, organization, (size % stretches) * reread, reread);
}

/**
 * Recomputes placed entries from `from` on, at most `most`, against the stored nodes.
 * @returns the first difference, or null
 */
async function recompute(
  tx: Transaction,
  organization: string,
  from: number,
  most: number,
): Promise<Difference | null> {
  const entries = await placedEntries(tx, organization, from, most);
  const leaves = await tx
    .selectFrom('core.ledger_node')
    .select(['index', 'hash'])
    .where('organization_id', '=', organization)
    .where('level', '=', 0)
    .where('index', '>=', from)
    .where('index', '<', from + most)
    .execute();
  const stored = new Map(leaves.map((leaf) => [leaf.index, leaf.hash]));
  const recomputation = startRecomputation({
    from: await frontierOf(tx, organization, from),
    storedNode: ({ level, index }) => (level === 0 ? stored.get(index) : null),
  });
  for (const entry of entries) {
    const doubt = recomputation.add({
      index: entry.position!,
      commitment: entry.commitment,
      text: entry.body,
      salt: entry.salt,
    });
    if (doubt !== null) return { position: entry.position!, doubt };
  }
  if (entries.length < Math.min(most, stored.size)) {
    return {
      position: from + entries.length,
      doubt: {
        ok: false,
        code: 'place-differs',
        where: `entry ${from + entries.length}`,
        why: 'a leaf stands without its entry',
      },
    };
  }
  return null;
}

/**
 * Recomputes the whole ledger of an organization against its last checkpoint, in pages.
 * @returns where it differs, or null
 */
export function checkLedger(
  system: SystemAccess,
  keys: LedgerKeys,
): Promise<{ readonly size: number; readonly difference: string | null }> {
  const organization = system.organization.id;
  return system.transaction(async (tx) => {
    const head = await headOf(tx, organization);
    if (head === undefined) return { size: 0, difference: null };
    const recomputation = startRecomputation();
    for (let from = 0; from < head.size;) {
      const entries = await placedEntries(tx, organization, from, batch);
      for (const entry of entries) {
        const doubt = recomputation.add({
          index: entry.position!,
          commitment: entry.commitment,
          text: entry.body,
          salt: entry.salt,
        });
        if (doubt !== null) return { size: head.size, difference: `${doubt.where}: ${doubt.why}` };
      }
      if (entries.length === 0) return { size: head.size, difference: `entry ${from}: it is missing` };
      from += entries.length;
    }
    const opened = openCheckpoint(head.note, (await keys.signerOf(tx, organization)).key);
    const doubt = opened.ok ? recomputation.compare(opened.checkpoint) : opened;
    return { size: head.size, difference: doubt === null ? null : `${doubt.where}: ${doubt.why}` };
  });
}
