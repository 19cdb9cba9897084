import { sameBytes } from './bytes.ts';
import { readCanonicalJson } from './canonical-json.ts';
import type { Checkpoint } from './checkpoint.ts';
import { commit, readEntry, SALT_LENGTH } from './entry.ts';
import { appendLeaves, EMPTY_FRONTIER, rootOf } from './frontier.ts';
import type { Frontier, NodeId, TreeNode } from './frontier.ts';
import { HASH_LENGTH, leafHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** One entry as it is read back from where it is kept. */
export interface StoredEntry {
  readonly index: number;
  readonly commitment: Hash;
  /** The canonical text, to the byte; null if erased. */
  readonly text: string | null;
  /** Null if erased. */
  readonly salt: Uint8Array | null;
}

/** What a recomputation starts from and compares with. */
export interface RecomputationStart {
  /** A frontier that was right before: only what follows is read. Default: the empty ledger. */
  readonly from?: Frontier;
  /**
   * If given, every node is compared with what is stored, leaves included: its hash, undefined if it is missing, null if nodes of
   * its level are not kept.
   */
  readonly storedNode?: (node: NodeId) => Hash | undefined | null;
}

/** A recomputation under way. */
export interface Recomputation {
  /** Takes the next entry; null, or where it differs. Nothing may be added after a difference. */
  readonly add: (stored: StoredEntry) => Refusal | null;
  /** Where the ledger stands after what was added. */
  readonly frontier: () => Frontier;
  /** Compares with a head; null, or what differs. */
  readonly compare: (head: Pick<Checkpoint, 'size' | 'root'>) => Refusal | null;
}

/**
 * Computes a ledger again from what is stored, entry by entry, so that the caller can read them in pages. To be run over new
 * entries before a checkpoint is signed, and over all of them whenever one wants to know.
 */
export function startRecomputation({ from = EMPTY_FRONTIER, storedNode }: RecomputationStart = {}): Recomputation {
  let frontier = from;
  const isStored = (node: TreeNode): boolean => {
    const hash = storedNode ? storedNode(node) : null;
    return hash === null || (hash !== undefined && sameBytes(hash, node.hash));
  };
  return {
    add(stored) {
      const where = `entry ${frontier.size}`;
      if (stored.index !== frontier.size) {
        return refuse('place-differs', where, `entry ${stored.index} stands where entry ${frontier.size} belongs`);
      }
      if (stored.commitment.length !== HASH_LENGTH) {
        return refuse('commitment-differs', `${where}, commitment`, 'a commitment has 32 bytes');
      }
      const leaf = leafHash(stored.commitment);
      const leafFits = isStored({ level: 0, index: stored.index, hash: leaf });
      const doubt = checkOpening(stored, where);
      if (doubt) {
        // Entry and leaf both disown the commitment: it is the one that was changed.
        return doubt.code === 'entry-differs' && !leafFits
          ? refuse('commitment-differs', `${where}, commitment`, 'neither the entry nor the leaf gives this commitment')
          : doubt;
      }
      if (!leafFits) {
        const part = stored.text === null ? 'commitment or leaf' : 'leaf';
        return refuse('leaf-differs', `${where}, ${part}`, 'the stored leaf is not the hash of the commitment');
      }
      const appended = appendLeaves(frontier, [leaf]);
      const wrong = appended.nodes.find((node) => !isStored(node));
      if (wrong) {
        return refuse(
          'node-differs',
          `node ${wrong.level}/${wrong.index}`,
          'the stored node is not the hash of its children',
        );
      }
      frontier = appended.frontier;
      return null;
    },
    frontier: () => frontier,
    compare({ size, root }) {
      if (size !== frontier.size) {
        return refuse('root-differs', 'size', `the head speaks of ${size} entries, and ${frontier.size} are stored`);
      }
      return sameBytes(root, rootOf(frontier))
        ? null
        : refuse('root-differs', 'root', `the entries are not those of the head at size ${size}`);
    },
  };
}

/** Computes a whole ledger again and compares it with a head. Never throws on what is stored. */
export function recomputeLedger(
  entries: Iterable<StoredEntry>,
  head: Pick<Checkpoint, 'size' | 'root'>,
  start: RecomputationStart = {},
): { readonly ok: true; readonly frontier: Frontier } | Refusal {
  const recomputation = startRecomputation(start);
  for (const entry of entries) {
    const difference = recomputation.add(entry);
    if (difference) return difference;
  }
  return recomputation.compare(head) ?? { ok: true, frontier: recomputation.frontier() };
}

function checkOpening({ text, salt, commitment }: StoredEntry, where: string): Refusal | null {
  if (text === null && salt === null) return null;
  if (text === null) return refuse('entry-differs', `${where}, text`, 'there is a salt, and no text');
  if (salt === null) return refuse('entry-differs', `${where}, salt`, 'there is a text, and no salt');
  if (salt.length !== SALT_LENGTH) return refuse('entry-differs', `${where}, salt`, `a salt has ${SALT_LENGTH} bytes`);
  // First the hash: whatever the text says, if it fits, it is what was committed to.
  if (!sameBytes(commit(text, salt), commitment)) {
    return refuse('entry-differs', `${where}, text or salt`, 'they do not give the commitment');
  }
  const read = readCanonicalJson(text);
  if (!read.ok) return refuse('not-canonical', `${where}, text, character ${read.at}`, read.why);
  const entry = readEntry(read.value, `${where}, text`);
  return entry.ok ? null : entry;
}
