import { concatBytes, readUtf8, sameBytes, utf8 } from './bytes.ts';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { EXPORT_FORMAT } from './export.ts';
import { rootOf } from './frontier.ts';
import { formatVerifierKey, parseVerifierKey } from './keys.ts';
import type { VerifierKey } from './keys.ts';
import type { Hash } from './merkle-hash.ts';
import { startRecomputation } from './recompute.ts';
import type { StoredEntry } from './recompute.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { isCount, isObject, readFields, readHash } from './strict-object.ts';

/** What the reader of an export holds beside it. */
export interface ExportContext {
  /** Keys that he trusts, as texts. If given, any other is refused. */
  readonly trustedKeys?: readonly string[];
  /** A checkpoint that he has kept, as a note: the export must begin with that ledger. */
  readonly kept?: string;
}

/** What an export proves. */
export interface ExportProof {
  readonly ok: true;
  readonly checkpoint: Checkpoint;
  readonly key: string;
  readonly trusted: boolean;
  /** How many of its entries have been erased. */
  readonly erased: number;
}

/** A check of an export under way. */
export interface ExportCheck {
  /** Takes the next bytes of the file, cut anywhere; null, or the first thing that is wrong. */
  readonly push: (bytes: Uint8Array) => Refusal | null;
  /** The verdict, after the last bytes. */
  readonly end: () => ExportProof | Refusal;
}

/** Checks a whole export in memory. Never throws. */
export function verifyExport(bytes: Uint8Array, context: ExportContext = {}): ExportProof | Refusal {
  const check = startExportCheck(context);
  return check.push(bytes) ?? check.end();
}

/** Checks an export as it is read: it may be larger than memory. Never throws. */
export function startExportCheck(context: ExportContext = {}): ExportCheck {
  const lines = new ExportLines(context);
  let rest: Uint8Array = new Uint8Array(0);
  let failed: Refusal | null = null;
  return {
    push(bytes) {
      let start = 0;
      for (let end = bytes.indexOf(0x0a); !failed && end >= 0; end = bytes.indexOf(0x0a, start)) {
        failed = lines.take(concatBytes(rest, bytes.subarray(start, end)));
        rest = new Uint8Array(0);
        start = end + 1;
      }
      if (!failed) rest = concatBytes(rest, bytes.subarray(start));
      return failed;
    },
    end() {
      if (failed) return failed;
      if (rest.length > 0) return refuse('wrong-format', `line ${lines.number + 1}`, 'the last line does not end');
      return lines.verdict();
    },
  };
}

class ExportLines {
  readonly #context: ExportContext;
  // The lines hold the leaves; the nodes above them are not in the file, and the head at its end speaks for them.
  readonly #recomputation = startRecomputation({ storedNode: ({ level }) => (level === 0 ? this.#leaf : null) });
  #leaf: Hash | undefined;
  #key: VerifierKey | null = null;
  #trusted = false;
  #kept: Checkpoint | null = null;
  #checkpoint: Checkpoint | null = null;
  #erased = 0;
  number = 0;

  constructor(context: ExportContext) {
    this.#context = context;
  }

  take(bytes: Uint8Array): Refusal | null {
    this.number++;
    const here = `line ${this.number}`;
    if (this.#checkpoint) return refuse('wrong-format', here, 'something follows the checkpoint');
    const text = readUtf8(bytes);
    if (text === null) return refuse('not-utf8', here, 'the line is not UTF-8');
    const read = readCanonicalJson(text);
    if (!read.ok) return refuse('not-canonical', `${here}, byte ${utf8(text.slice(0, read.at)).length}`, read.why);
    if (!this.#key) return this.#header(read.value, here);
    const isEnd = isObject(read.value) && Object.hasOwn(read.value, 'checkpoint');
    return isEnd ? this.#end(read.value, here, this.#key) : this.#entry(read.value, here);
  }

  verdict(): ExportProof | Refusal {
    if (!this.#key || !this.#checkpoint)
      return refuse('wrong-format', `line ${this.number + 1}`, 'the checkpoint is missing');
    return {
      ok: true,
      checkpoint: this.#checkpoint,
      key: formatVerifierKey(this.#key),
      trusted: this.#trusted,
      erased: this.#erased,
    };
  }

  #header(value: Json, here: string): Refusal | null {
    const read = readFields(value, here, ['format', 'key']);
    if (!read.ok) return read;
    const { format, key: keyText } = read.fields;
    if (format !== EXPORT_FORMAT) return refuse('wrong-format', `${here}.format`, `this is no "${EXPORT_FORMAT}"`);
    const key = typeof keyText === 'string' ? parseVerifierKey(keyText) : null;
    if (!key) return refuse('wrong-key', `${here}.key`, 'this is no Ed25519 key in the form name+id+base64');
    this.#trusted = this.#context.trustedKeys?.includes(formatVerifierKey(key)) ?? false;
    if (this.#context.trustedKeys && !this.#trusted)
      return refuse('untrusted-key', here, 'this key is not one that you trust');
    if (this.#context.kept !== undefined) {
      const kept = openCheckpoint(this.#context.kept, key);
      if (!kept.ok) return { ...kept, where: `kept, ${kept.where}` };
      this.#kept = kept.checkpoint;
    }
    this.#key = key;
    return this.#compareWithKept(here);
  }

  #entry(value: Json, here: string): Refusal | null {
    const read = readFields(value, here, ['index', 'commitment', 'leaf'], ['entry', 'salt']);
    if (!read.ok) return read;
    const { index, commitment: commitmentText, leaf: leafText, entry, salt: saltText } = read.fields;
    if (!isCount(index)) return refuse('wrong-field', `${here}.index`, 'a count is needed');
    const commitment = readHash(commitmentText);
    if (!commitment) return refuse('wrong-field', `${here}.commitment`, 'the base64 of 32 bytes is needed');
    const leaf = readHash(leafText);
    if (!leaf) return refuse('wrong-field', `${here}.leaf`, 'the base64 of 32 bytes is needed');
    const salt = saltText === undefined ? null : readHash(saltText);
    if (saltText !== undefined && !salt)
      return refuse('wrong-field', `${here}.salt`, 'the base64 of 32 bytes is needed');
    const stored: StoredEntry = { index, commitment, salt, text: entry === undefined ? null : canonicalJson(entry) };
    this.#leaf = leaf;
    const difference = this.#recomputation.add(stored);
    if (difference) return { ...difference, where: `${here}, ${difference.where}` };
    if (stored.text === null) this.#erased++;
    return this.#compareWithKept(here);
  }

  #end(value: Json, here: string, key: VerifierKey): Refusal | null {
    const read = readFields(value, here, ['checkpoint']);
    if (!read.ok) return read;
    const { checkpoint: note } = read.fields;
    if (typeof note !== 'string') return refuse('wrong-field', `${here}.checkpoint`, 'a signed note is needed');
    const opened = openCheckpoint(note, key);
    if (!opened.ok) return { ...opened, where: `${here}, checkpoint, ${opened.where}` };
    const difference = this.#recomputation.compare(opened.checkpoint);
    if (difference) return { ...difference, where: `${here}, ${difference.where}` };
    if (this.#kept && this.#kept.size > opened.checkpoint.size) {
      return refuse(
        'rolled-back',
        here,
        `the ledger had ${this.#kept.size} entries, and is exported with ${opened.checkpoint.size}`,
      );
    }
    this.#checkpoint = opened.checkpoint;
    return null;
  }

  #compareWithKept(here: string): Refusal | null {
    const frontier = this.#recomputation.frontier();
    if (this.#kept?.size !== frontier.size || sameBytes(this.#kept.root, rootOf(frontier))) return null;
    return refuse('forked', here, `the first ${frontier.size} entries are not those whose head you have kept`);
  }
}
