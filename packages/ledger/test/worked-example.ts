import {
  appendLeaves,
  base64,
  commit,
  consistencyProof,
  describeFile,
  EMPTY_FRONTIER,
  entryText,
  exportEnd,
  exportEntry,
  exportHeader,
  formatVerifierKey,
  inclusionProof,
  leafHash,
  makeSigner,
  rootOf,
  signCheckpoint,
  utf8,
  writeReceipt,
} from '../src/index.ts';
import type { Entry, ReadNode } from '../src/index.ts';
import { itemOf, nodeName } from './a-ledger.ts';

/** The ledger of three entries that docs/formats works through. Its secrets are counted bytes, so that anyone can redo it. */
export function workedExample() {
  const signer = makeSigner('coprod.example/acme', counted(0));
  const file = utf8('Call before you come.\n');
  const entries: readonly Entry[] = [
    {
      kind: 'intervention-received',
      subject: 'intervention-1',
      customer: 'valmont',
      at: '2026-10-02T08:15:00Z',
      body: { words: 'Prévenez-nous avant de passer.' },
    },
    {
      kind: 'transmission-sent',
      subject: 'transmission-1',
      customer: 'valmont',
      at: '2026-10-09T16:30:00.5Z',
      attachments: [describeFile('rule.txt', file)],
      body: { rule: 'rule-1', version: 3 },
    },
    {
      kind: 'decision-taken',
      subject: 'decision-2',
      at: '2026-10-12T09:00:00Z',
      body: { rule: 'rule-1', by: 'consent' },
    },
  ];
  const stored = entries.map((entry, index) => {
    const [text, salt] = [entryText(entry), counted(32 * (index + 1))];
    return { index, entry, text, salt, commitment: commit(text, salt) };
  });
  const leaves = stored.map(({ commitment }) => leafHash(commitment));
  const { frontier, nodes } = appendLeaves(EMPTY_FRONTIER, leaves);
  const byName = new Map(nodes.map((node) => [nodeName(node), node.hash]));
  const readNode: ReadNode = (node) => byName.get(nodeName(node)) ?? new Uint8Array(0);
  const older = appendLeaves(EMPTY_FRONTIER, leaves.slice(0, 2)).frontier;
  const head = signCheckpoint({ size: 3, root: rootOf(frontier) }, signer);
  const sent = itemOf(stored, 1);
  return {
    key: formatVerifierKey(signer.key),
    file,
    text: sent.text,
    salt: base64(sent.salt),
    commitment: base64(sent.commitment),
    leaves: leaves.map(base64),
    inner: base64(rootOf(older)),
    root: base64(rootOf(frontier)),
    receipt: writeReceipt({
      opening: sent,
      commitment: sent.commitment,
      index: 1,
      proof: inclusionProof(1, 3, readNode),
      checkpoint: head,
      key: signer.key,
    }),
    older: signCheckpoint({ size: 2, root: rootOf(older) }, signer),
    head,
    continuation: consistencyProof(2, 3, readNode).map(base64),
    exported: [
      exportHeader(signer.key),
      ...stored.map((entry) => exportEntry(entry.index === 0 ? { ...entry, text: null, salt: null } : entry)),
      exportEnd(head),
    ].join(''),
  };
}

/** 32 bytes that count up from `first`. */
function counted(first: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => first + at);
}
