import {
  type Checkpoint,
  type ExportProof,
  type ReceiptProof,
  type Refusal,
  base64,
  formatVerifierKey,
  openCheckpoint,
  parseNote,
  parseVerifierKey,
  readUtf8,
  startExportCheck,
  verifyReceipt,
} from '@coprod/ledger';
import { type PresentationProof, verifyPresentation } from '@coprod/disclosure';

/** What the reader holds beside the files. */
export interface Trust {
  /** Keys that he was given, as texts. */
  readonly given: readonly string[];
  /** What this browser keeps of ledgers it has met. */
  readonly kept: readonly { readonly organization: string; readonly key: string; readonly note: string }[];
}

/** What is known of the key that signed: kept here, given by the reader, only ever seen in the files, or another than the one known. */
export type KeyStanding = 'kept' | 'given' | 'unknown' | 'other';

export interface Signed {
  readonly key: string;
  readonly standing: KeyStanding;
}

/** What a file turned out to be and to prove. */
export type Found =
  | { readonly kind: 'receipt'; readonly proof: ReceiptProof | Refusal; readonly signed: Signed | null }
  | { readonly kind: 'ledger'; readonly proof: ExportProof | Refusal; readonly signed: Signed | null }
  | { readonly kind: 'document'; readonly proof: PresentationProof | Refusal; readonly signed: Signed | null }
  | {
      readonly kind: 'checkpoint';
      readonly proof: { readonly ok: true; readonly checkpoint: Checkpoint } | Refusal;
      readonly signed: Signed | null;
    }
  | { readonly kind: 'key'; readonly signed: Signed }
  /** Any other file: `by` is the receipt that vouches for it, byte for byte, `as` the name it has there. */
  | { readonly kind: 'file'; readonly by: { readonly receipt: string; readonly as: string } | null };

export type FileFound = Found & {
  readonly name: string;
  readonly size: number;
  /** The file, where it is small enough to be shown. */
  readonly bytes: Uint8Array | null;
};

/** Two heads of one size, both signed by the same key: whoever signed them showed different ledgers. */
export interface Contradiction {
  readonly size: number;
  readonly origin: string;
  /** Names of files, or of an organization whose checkpoint is kept here. */
  readonly between: readonly [string, string];
}

export interface Verified {
  readonly files: readonly FileFound[];
  readonly contradictions: readonly Contradiction[];
}

/** Larger files are read as streams, and not shown. */
const held = 20_000_000;

/**
 * Checks dropped files, without network: receipts, exports of a ledger, handed-over documents, checkpoints, and any other files
 * against the receipts among them. The same judgement as `coprod verify`.
 */
export async function verifyDropped(files: readonly File[], trust: Trust): Promise<Verified> {
  const read = await Promise.all(files.map(readFile));
  const keys = new Keys(
    trust,
    read.flatMap(({ kind, text }) => (kind === 'key' && text !== null ? [text.trim()] : [])),
  );
  const judged = new Map<Read, Found>();
  // Documents and checkpoints do not carry their key: receipts and exports, which do, are read first.
  for (const one of read)
    if (one.kind === 'receipt' || one.kind === 'ledger') judged.set(one, await judgeSelfContained(one, keys, trust));
  for (const one of read) if (!judged.has(one)) judged.set(one, judgeOther(one, keys, read));
  const found = read.map((one): FileFound => ({
    ...judged.get(one)!,
    name: one.file.name,
    size: one.file.size,
    bytes: one.bytes,
  }));
  return { files: found, contradictions: contradictionsIn(found, trust) };
}

interface Read {
  readonly file: File;
  readonly kind: Found['kind'];
  readonly bytes: Uint8Array | null;
  readonly text: string | null;
}

async function readFile(file: File): Promise<Read> {
  const start = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  const kind = kindOf(start, file.size);
  const bytes = file.size <= held ? new Uint8Array(await file.arrayBuffer()) : null;
  return { file, kind, bytes, text: bytes === null ? null : readUtf8(bytes) };
}

/** By the first bytes. What is damaged there is judged as another file, for which no receipt vouches. */
function kindOf(start: Uint8Array, size: number): Found['kind'] {
  const text = new TextDecoder('latin1').decode(start);
  const firstLine = text.split('\n', 1)[0] ?? '';
  if (firstLine.includes('"format":"coprod ledger ') && firstLine.length < size) return 'ledger';
  if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(text)) return 'document';
  if (text.startsWith('{') && text.includes('"checkpoint":"')) return 'receipt';
  if (size < 1000 && parseVerifierKey(text.trim()) !== null) return 'key';
  return size < 10_000 && parseNote(readUtf8(start) ?? '').ok ? 'checkpoint' : 'file';
}

/** The keys at hand, and what each is to the reader. */
class Keys {
  readonly #standing = new Map<string, KeyStanding>();

  constructor({ given, kept }: Trust, dropped: readonly string[]) {
    for (const key of [...given, ...dropped]) this.#standing.set(key, 'given');
    for (const { key } of kept) this.#standing.set(key, 'kept');
  }

  /** What a key is to the reader. One that a file brings itself speaks for it, unless another is known under the same name. */
  signed(key: string): Signed {
    const known = this.#standing.get(key);
    if (known !== undefined) return { key, standing: known };
    const other = [...this.#standing].some(([one, standing]) => standing !== 'unknown' && nameOf(one) === nameOf(key));
    return { key, standing: other ? 'other' : 'unknown' };
  }

  /** The same of a key that a proven file brought: documents and checkpoints beside it are read with it. */
  meet(key: string): Signed {
    const signed = this.signed(key);
    if (signed.standing === 'unknown') this.#standing.set(key, 'unknown');
    return signed;
  }

  all(): readonly string[] {
    return [...this.#standing.keys()];
  }
}

const nameOf = (key: string): string => key.slice(0, key.indexOf('+'));

const untrusted: Refusal = {
  ok: false,
  code: 'untrusted-key',
  where: 'key',
  why: 'another key is known under this name',
};

async function judgeSelfContained(one: Read, keys: Keys, trust: Trust): Promise<Found> {
  if (one.kind === 'ledger') {
    const proof = await verifyStream(one.file, trust);
    const signed = proof.ok ? keys.meet(proof.key) : null;
    return { kind: 'ledger', proof: signed?.standing === 'other' ? untrusted : proof, signed };
  }
  const proof = verifyReceipt(one.bytes ?? new Uint8Array());
  const signed = proof.ok ? keys.meet(proof.key) : null;
  return { kind: 'receipt', proof: signed?.standing === 'other' ? untrusted : proof, signed };
}

/** An export that continues the checkpoint kept of its ledger; the key in its first line says of which. */
async function verifyStream(file: File, { kept }: Trust): Promise<ExportProof | Refusal> {
  const head = await file.slice(0, 2_000).text();
  const mine = kept.find(({ key }) => head.includes(`"key":"${key}"`));
  const check = startExportCheck(mine === undefined ? {} : { kept: mine.note });
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const refusal = check.push(part.value);
    if (refusal !== null) return refusal;
  }
  return check.end();
}

function judgeOther(one: Read, keys: Keys, all: readonly Read[]): Found {
  switch (one.kind) {
    case 'key':
      return { kind: 'key', signed: keys.signed((one.text ?? '').trim()) };
    case 'document': {
      const text = (one.text ?? '').trimEnd();
      const tried = keys.all().map((key) => ({ key, proof: verifyPresentation(text, key) }));
      const right = tried.find(({ proof }) => proof.ok);
      if (right) return { kind: 'document', proof: right.proof, signed: keys.signed(right.key) };
      const nearest = tried.find(({ proof }) => !proof.ok && proof.where !== 'header');
      return { kind: 'document', proof: nearest?.proof ?? noKey, signed: null };
    }
    case 'checkpoint': {
      const note = one.text ?? '';
      const tried = keys.all().flatMap((key) => {
        const verifier = parseVerifierKey(key);
        return verifier === null ? [] : [{ verifier, opened: openCheckpoint(note, verifier) }];
      });
      const named = tried.filter(({ verifier }) => note.startsWith(`${verifier.name}\n`));
      const best = named.find(({ opened }) => opened.ok) ?? named[0];
      if (best === undefined) return { kind: 'checkpoint', proof: noKey, signed: null };
      const signed = best.opened.ok ? keys.signed(formatVerifierKey(best.verifier)) : null;
      return { kind: 'checkpoint', proof: best.opened, signed };
    }
    default: {
      const bytes = one.bytes;
      if (bytes === null) return { kind: 'file', by: null };
      for (const { file, bytes: receipt } of all.filter(({ kind }) => kind === 'receipt')) {
        const proof = receipt === null ? null : verifyReceipt(receipt, { files: [bytes] });
        if (proof?.ok && keys.signed(proof.key).standing !== 'other')
          return { kind: 'file', by: { receipt: file.name, as: proof.files[0] ?? '' } };
      }
      return { kind: 'file', by: null };
    }
  }
}

const noKey: Refusal = {
  ok: false,
  code: 'untrusted-key',
  where: 'no key',
  why: 'the key that signed it is not at hand',
};

function contradictionsIn(files: readonly FileFound[], { kept }: Trust): readonly Contradiction[] {
  const heads = new Map<string, { readonly name: string; readonly root: string }>();
  const found: Contradiction[] = [];
  const meet = (name: string, key: string, { origin, size, root }: Checkpoint): void => {
    const id = `${key} ${size}`;
    const before = heads.get(id);
    if (before === undefined) heads.set(id, { name, root: base64(root) });
    else if (before.root !== base64(root)) found.push({ size, origin, between: [before.name, name] });
  };
  for (const { organization, key, note } of kept) {
    const verifier = parseVerifierKey(key);
    const opened = verifier === null ? null : openCheckpoint(note, verifier);
    if (opened?.ok === true) meet(organization, key, opened.checkpoint);
  }
  for (const file of files) {
    if (file.kind === 'file' || file.kind === 'key' || file.kind === 'document') continue;
    if (file.proof.ok && file.signed !== null) meet(file.name, file.signed.key, file.proof.checkpoint);
  }
  return found;
}
