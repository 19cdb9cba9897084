import {
  appendLeaves,
  commit,
  EMPTY_FRONTIER,
  entryText,
  inclusionProof,
  leafHash,
  makeSigner,
  readCanonicalJson,
  rootHash,
  sha256,
  signCheckpoint,
  utf8,
  writeReceipt,
} from '../src/index.ts';
import type { Entry, Hash, NodeId, ReadNode, Signer, StoredEntry } from '../src/index.ts';
import { readEntry } from '../src/entry.ts';

/** A whole ledger in memory, the same each time: what the tests of this package play with. */
export interface ALedger {
  readonly signer: Signer;
  readonly entries: readonly StoredEntry[];
  readonly nodes: Map<string, Hash>;
  readonly readNode: ReadNode;
  /** The signed head at a size. */
  readonly checkpoint: (size?: number) => string;
  readonly receipt: (index: number, size?: number) => string;
}

/** An element that is there. */
export function itemOf<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`no element ${index} of ${list.length}`);
  return item;
}

/** Name of a node in `nodes`. */
export function nodeName({ level, index }: NodeId): string {
  return `${level}/${index}`;
}

/** 32 bytes that follow from a text: never for real secrets. */
export function bytesOf(text: string): Uint8Array {
  return sha256(utf8(text));
}

/** The key that signs the ledgers of the tests. */
export const aSigner = makeSigner('coprod.example/acme', bytesOf('the secret of the tests'));

/** Builds a ledger of `size` entries. `story` tells entries apart: other stories, other entries from `from` on. */
export function aLedger(size: number, { story = 'one', from = 0 }: { story?: string; from?: number } = {}): ALedger {
  const entries = Array.from({ length: size }, (_, index) => anEntry(index, index < from ? 'one' : story));
  const { nodes: treeNodes } = appendLeaves(
    EMPTY_FRONTIER,
    entries.map(({ commitment }) => leafHash(commitment)),
  );
  const nodes = new Map(treeNodes.map((node) => [nodeName(node), node.hash]));
  const readNode: ReadNode = (node) => {
    const hash = nodes.get(nodeName(node));
    if (!hash) throw new Error(`no node ${nodeName(node)}`);
    return hash;
  };
  const checkpoint = (at = size) => signCheckpoint({ size: at, root: rootHash(at, readNode) }, aSigner);
  const receipt = (index: number, at = size) => {
    const stored = itemOf(entries, index);
    return writeReceipt({
      opening: stored.text !== null && stored.salt !== null ? { entry: parse(stored.text), salt: stored.salt } : null,
      commitment: stored.commitment,
      index,
      proof: inclusionProof(index, at, readNode),
      checkpoint: checkpoint(at),
      key: aSigner.key,
    });
  };
  return { signer: aSigner, entries, nodes, readNode, checkpoint, receipt };
}

function anEntry(index: number, story: string): StoredEntry {
  const text = entryText({
    kind: index % 3 === 0 ? 'decision-taken' : 'intervention-received',
    subject: `rule-${index}`,
    ...(index % 2 === 0 && { customer: 'valmont' }),
    at: `2026-11-24T13:${String(index % 60).padStart(2, '0')}:00Z`,
    body: { words: `Prévenez-nous « avant » de passer, ${story} ${index} \u{1F4DE}`, tolerance: 0.05, version: index },
  });
  const salt = bytesOf(`salt ${story} ${index}`);
  return { index, text, salt, commitment: commit(text, salt) };
}

function parse(text: string): Entry {
  const read = readCanonicalJson(text);
  const entry = readEntry(read.ok ? read.value : undefined);
  if (!entry.ok) throw new Error(entry.why);
  return entry.entry;
}
