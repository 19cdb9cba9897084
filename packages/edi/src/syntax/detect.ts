import type { Family } from '../interchange.ts';
import { isTag } from './edifact-head.ts';

/** How many bytes {@link familyAt} needs to see, unless there are no more. */
export const DETECTION_BYTES = 16;

/** What begins at a position, judged by content alone; null when it is none of the three families. */
export function familyAt(bytes: Uint8Array, at: number, length: number): Family | null {
  if (length - at < 4) return null;
  if (isTag(bytes, at, 'UNA') || isTag(bytes, at, 'UNB') || isTag(bytes, at, 'UIB')) return 'edifact';
  const next = bytes[at + 3]!;
  const separator = !letterOrDigit(next) && next > 27;
  if (separator && (isTag(bytes, at, 'UNH') || isTag(bytes, at, 'UNG'))) return 'edifact';
  if (isTag(bytes, at, 'ISA') && !letterOrDigit(next)) return 'x12';
  // VDA: head record 511, 551, 711 with a two-digit version, and then text.
  if (/^(511|551|711)\d\d/.test(String.fromCharCode(...bytes.subarray(at, at + 5)))) return 'vda';
  return null;
}

const letterOrDigit = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** The family of a file by its first bytes (a byte order mark and blanks may stand before), or null. */
export function detect(bytes: Uint8Array): Family | null {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && bytes[at]! <= 32) at++;
  return familyAt(bytes, at, bytes.length);
}
