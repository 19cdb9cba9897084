import { canonicalJson, readCanonicalJson, readUtf8, utf8 } from '@coprod/ledger';

/** Where in a file something is wrong, as far as it can be known: a byte, a line, the bytes of named fields, or words only. */
export type WrongPlace =
  | { readonly kind: 'byte'; readonly line: number | null; readonly byte: number }
  | { readonly kind: 'line'; readonly line: number; readonly field: string | null }
  /** A hash tells that one of these bytes was changed, and can tell no more. */
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly name: string; readonly from: number; readonly to: number }[];
    }
  | { readonly kind: 'words'; readonly where: string };

/**
 * Reads the `where` of a refusal against the file it was found in.
 * @param bytes the file; null where it is too large to be held
 */
export function wrongPlaceOf(where: string, bytes: Uint8Array | null): WrongPlace {
  const byte = /^(?:line (\d+), )?byte (\d+)$/.exec(where);
  if (byte) return { kind: 'byte', line: byte[1] === undefined ? null : Number(byte[1]), byte: Number(byte[2]) };
  const line = /^line (\d+)(?:[,.] ?(.+))?$/.exec(where);
  if (line) return { kind: 'line', line: Number(line[1]), field: line[2] ?? null };
  const known = bytes === null ? new Map<string, readonly [number, number]>() : fieldsOf(bytes);
  const fields = where.split(', ').flatMap((name) => {
    const range = known.get(/^\w+/.exec(name)?.[0] ?? '');
    return range === undefined ? [] : [{ name, from: range[0], to: range[1] }];
  });
  return fields.length > 0 ? { kind: 'fields', fields } : { kind: 'words', where };
}

/** The bytes of each field of a canonical object, its name included, from the first up to, not including, the second. */
function fieldsOf(bytes: Uint8Array): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  const text = readUtf8(bytes);
  const read = text === null ? null : readCanonicalJson(text);
  if (!read?.ok || typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) return found;
  let at = 1; // after the brace
  for (const [name, value] of Object.entries(read.value)) {
    const to = at + utf8(`${canonicalJson(name)}:${canonicalJson(value)}`).length;
    found.set(name, [at, to]);
    at = to + 1; // the comma
  }
  return found;
}

/** A piece of a file around what is wrong: what stands before it, itself, and after it; cut where it would be too long to look at. */
export interface Excerpt {
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
}

/** @param around how many bytes are shown on each side, and of what is wrong at most four times as many */
export function excerptOf(bytes: Uint8Array, from: number, to: number, around = 36): Excerpt {
  const shown = (start: number, end: number) => readable(bytes.subarray(Math.max(0, start), Math.max(0, end)));
  const most = around * 4;
  const wrong = to - from > most ? `${shown(from, from + most)}…` : shown(from, to);
  return {
    before: `${from > around ? '…' : ''}${shown(from - around, from)}`,
    wrong,
    after: `${shown(to, to + around)}${to + around < bytes.length ? '…' : ''}`,
  };
}

/** As text; a byte that is none is shown as its number. */
function readable(bytes: Uint8Array): string {
  const text = readUtf8(bytes);
  const shown =
    text ?? Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`)).join('');
  return shown.replaceAll('\n', '⏎');
}
