import { base64, concatBytes, readBase64, sameBytes, utf8 } from './bytes.ts';
import { isKeyName, verifySignature } from './keys.ts';
import type { Signer, VerifierKey } from './keys.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** Bounds for hostile input; a checkpoint has some 200 bytes and one signature. */
const LONGEST = 1_000_000;
const MOST_SIGNATURES = 100;

/**
 * A signed note (C2SP signed-note): the text, an empty line, one signature line.
 * @throws TypeError on a text that does not end in a newline, is empty, or holds other control characters
 */
export function signNote(text: string, signer: Signer): string {
  if (!isNoteText(text)) throw new TypeError('this text cannot be a note');
  const signature = concatBytes(signer.key.id, signer.sign(utf8(text)));
  return `${text}\n\u2014 ${signer.key.name} ${base64(signature)}\n`;
}

/** Takes a note apart without trusting any of it; refuses at the first doubt, never throws. */
export function parseNote(
  note: string,
): { readonly ok: true; readonly text: string; readonly signatures: readonly NoteSignature[] } | Refusal {
  if (note.length > LONGEST) return doubt('the note is too long');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return doubt('no empty line stands between text and signatures');
  const [text, tail] = [note.slice(0, end + 1), note.slice(end + 2)];
  if (!isNoteText(text)) return doubt('the text is empty or holds control characters');
  if (!tail.endsWith('\n')) return doubt('the last line does not end');
  const lines = tail.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return doubt('the note has too many signatures');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (!signature)
      return refuse('wrong-note', `signature ${signatures.length + 1}`, 'the signature line is malformed');
    signatures.push(signature);
  }
  return { ok: true, text, signatures };
}

/**
 * The text of a note, if this key signed it. Signatures by other keys are ignored, as the standard has it; a wrong one in the
 * name of this key refuses the note.
 */
export function openNote(note: string, key: VerifierKey): { readonly ok: true; readonly text: string } | Refusal {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const own = parsed.signatures.filter(({ name, id }) => name === key.name && sameBytes(id, key.id));
  if (own.length === 0) return refuse('wrong-signature', 'signatures', `the note is not signed by ${key.name}`);
  const message = utf8(parsed.text);
  if (!own.every(({ signature }) => verifySignature(key, message, signature))) {
    return refuse('wrong-signature', 'text or signature', `the signature of ${key.name} does not fit the text`);
  }
  return { ok: true, text: parsed.text };
}

function doubt(why: string): Refusal {
  return refuse('wrong-note', 'note', why);
}

function parseSignature(line: string): NoteSignature | null {
  const [dash, name, encoded, ...more] = line.split(' ');
  if (dash !== '\u2014' || name === undefined || encoded === undefined || more.length > 0 || !isKeyName(name))
    return null;
  const bytes = readBase64(encoded);
  if (!bytes || bytes.length < 5) return null;
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function isNoteText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return text.length > 1 && text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}
