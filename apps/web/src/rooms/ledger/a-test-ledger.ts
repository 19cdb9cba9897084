import {
  EMPTY_FRONTIER,
  type Entry,
  type Hash,
  appendLeaves,
  base64,
  commit,
  consistencyProof,
  describeFile,
  entryText,
  exportEnd,
  exportEntry,
  exportHeader,
  inclusionProof,
  leafHash,
  makeSigner,
  rootHash,
  sha256,
  signCheckpoint,
  utf8,
  writeReceipt,
} from '@coprod/ledger';

export const aSigner = makeSigner('coprod.example/ostrelle', sha256(utf8('ostrelle')));
/** A file that the receipts of these ledgers vouch for. */
export const aFile = utf8('Call before you come.\n');

/** A ledger for the tests of this room, whole in memory; entries from `from` on tell another story. */
export function aTestLedger(size: number, { story = 'one', from = 0, by = aSigner } = {}) {
  const entries = Array.from({ length: size }, (_, index) => {
    const entry: Entry = {
      kind: 'transmission-sent',
      subject: `transmission/${index}`,
      at: '2026-10-09T16:30:00Z',
      attachments: [describeFile('rule.txt', aFile)],
      body: { story: index < from ? 'one' : story },
    };
    const salt = sha256(utf8(`salt ${index}`));
    const text = entryText(entry);
    return { index, entry, salt, text, commitment: commit(text, salt) };
  });
  const nodes = new Map<string, Hash>();
  const leaves = entries.map(({ commitment }) => leafHash(commitment));
  for (const { level, index, hash } of appendLeaves(EMPTY_FRONTIER, leaves).nodes) nodes.set(`${level}/${index}`, hash);
  const read = ({ level, index }: { level: number; index: number }): Hash => nodes.get(`${level}/${index}`)!;
  const note = (at = size): string => signCheckpoint({ size: at, root: rootHash(at, read) }, by);
  return {
    note,
    /** Base64 hashes; null beyond its size, as a server refuses. */
    demand: async (a: number, b: number): Promise<readonly string[] | null> =>
      b > size ? null : consistencyProof(a, b, read).map(base64),
    receipt: (index: number): string => {
      const { entry, salt, commitment } = entries[index]!;
      const proof = inclusionProof(index, size, read);
      return writeReceipt({ opening: { entry, salt }, commitment, index, proof, checkpoint: note(), key: by.key });
    },
    export: (): string => [exportHeader(by.key), ...entries.map(exportEntry), exportEnd(note())].join(''),
  };
}
