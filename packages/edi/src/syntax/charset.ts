/**
 * Character sets of EDIFACT (ISO 9735-1, code list 0001) as tables of 256 UTF-16 units. Own tables, because the web's
 * `TextDecoder` reads iso-8859-1 as windows-1252 and iso-8859-9 as windows-1254: byte 80 would become a euro sign.
 */
export interface Charset {
  readonly name: string;
  /** UTF-16 unit of each byte, U+FFFD where the set has none; null for UTF-8. */
  readonly units: Uint16Array | null;
}

/** The upper 96 characters (A0 to FF) of each part of ISO 8859 that is not 8859-1. */
const UPPER: Readonly<Record<number, string>> = {
  2: '\u00A0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00ADŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  3: '\u00A0Ħ˘£¤\uFFFDĤ§¨İŞĞĴ\u00AD\uFFFDŻ°ħ²³´µĥ·¸ışğĵ½\uFFFDżÀÁÂ\uFFFDÄĊĈÇÈÉÊËÌÍÎÏ\uFFFDÑÒÓÔĠÖ×ĜÙÚÛÜŬŜßàáâ\uFFFDäċĉçèéêëìíîï\uFFFDñòóôġö÷ĝùúûüŭŝ˙',
  4: '\u00A0ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u00ADŽ¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪßāáâãäåæįčéęëėíîīđņōķôõö÷øųúûüũū˙',
  5: '\u00A0ЁЂЃЄЅІЇЈЉЊЋЌ\u00ADЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ',
  6: '\u00A0\uFFFD\uFFFD\uFFFD¤\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\u060C\u00AD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\u061B\uFFFD\uFFFD\uFFFD\u061F\uFFFD\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063A\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064A\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD',
  7: '\u00A0‘’£€₯¦§¨©ͺ«¬\u00AD\uFFFD―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\uFFFDΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\uFFFD',
  8: '\u00A0\uFFFD¢£¤¥¦§¨©×«¬\u00AD®¯°±²³´µ¶·¸¹÷»¼½¾\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD‗\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6\u05D7\u05D8\u05D9\u05DA\u05DB\u05DC\u05DD\u05DE\u05DF\u05E0\u05E1\u05E2\u05E3\u05E4\u05E5\u05E6\u05E7\u05E8\u05E9\u05EA\uFFFD\uFFFD\u200E\u200F\uFFFD',
  9: '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  15: '\u00A0¡¢£€¥Š§š©ª«¬\u00AD®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
};

const tables = new Map<number, Charset>();

/** ISO 8859-`part`; part 1 is the identity. */
export function iso8859(part: number): Charset {
  let charset = tables.get(part);
  if (!charset) {
    const units = Uint16Array.from({ length: 256 }, (_, byte) => byte);
    const upper = UPPER[part];
    if (upper) for (let i = 0; i < 96; i++) units[0xa0 + i] = upper.charCodeAt(i);
    charset = { name: `ISO 8859-${part}`, units };
    tables.set(part, charset);
  }
  return charset;
}

export const UTF8: Charset = { name: 'UTF-8', units: null };

/** Which part of ISO 8859 a syntax identifier stands for. A and B are ISO 646, read here as the superset 8859-1. */
const PARTS: Readonly<Record<string, number>> = {
  A: 1,
  B: 1,
  C: 1,
  D: 2,
  E: 5,
  F: 7,
  G: 3,
  H: 4,
  I: 6,
  J: 8,
  K: 9,
  L: 15,
};

/** The character set of a syntax identifier such as `UNOC`; null when it is none of ISO 9735 (`IATB`, `XXXA`). */
export function charsetOf(identifier: string): Charset | null {
  if (!/^UNO[A-Z]$/.test(identifier)) return null;
  const letter = identifier.charAt(3);
  // X (ISO 2022 escapes) is read as Latin: the escapes stay visible in the text.
  if (letter === 'W' || letter === 'Y') return UTF8;
  if (letter === 'X') return iso8859(1);
  const part = PARTS[letter];
  return part === undefined ? null : iso8859(part);
}

/** Whether a byte from 80 to 9F belongs to a character of UTF-8: such a byte is a control character in ISO 8859. */
export function insideUtf8(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80 || byte > 0x9f) return false;
  let lead = at - 1;
  while (lead > at - 4 && lead >= 0 && (bytes[lead]! & 0xc0) === 0x80) lead--;
  const first = bytes[lead] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (lead + length <= at) return false;
  for (let i = lead + 1; i < lead + length; i++) if ((bytes[i]! & 0xc0) !== 0x80) return false;
  return true;
}

/** Whether the identifier limits text to ISO 646 (`UNOA`, `UNOB`), and whether lower case is outside of it (`UNOA`). */
export const repertoireOf = (identifier: string): 'upper' | 'ascii' | 'open' =>
  identifier === 'UNOA' ? 'upper' : identifier === 'UNOB' ? 'ascii' : 'open';

const utf8 = new TextDecoder('utf-8');
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, if the bytes are well-formed UTF-8 with at least one character beyond ASCII; else null. */
export function utf8Text(bytes: Uint8Array, start: number, end: number): string | null {
  let i = start;
  while (i < end && bytes[i]! < 128) i++;
  // A lone byte, or one not followed by a continuation byte, is the usual case: spare the exception.
  if (i + 1 >= end || bytes[i]! < 0xc2 || (bytes[i + 1]! & 0xc0) !== 0x80) return null;
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    return null;
  }
}
const scratch: number[] = [];

/** Text of the bytes from `start` to `end`. Bytes that the set does not have become U+FFFD. */
export function decode(bytes: Uint8Array, start: number, end: number, charset: Charset): string {
  const units = charset.units;
  const length = end - start;
  if (length <= 0) return '';
  if (units === null) return ascii(bytes, start, end) ?? utf8.decode(bytes.subarray(start, end));
  if (length > 256) return decodeLong(bytes, start, end, units);
  scratch.length = length;
  for (let i = 0; i < length; i++) scratch[i] = units[bytes[start + i]!]!;
  return String.fromCharCode.apply(null, scratch);
}

function decodeLong(bytes: Uint8Array, start: number, end: number, units: Uint16Array): string {
  let text = '';
  for (let from = start; from < end; from += 4096) {
    const part = Array.from(bytes.subarray(from, Math.min(end, from + 4096)), (byte) => units[byte]!);
    text += String.fromCharCode.apply(null, part);
  }
  return text;
}

function ascii(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > 64) return null;
  scratch.length = end - start;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte > 127) return null;
    scratch[i - start] = byte;
  }
  return String.fromCharCode.apply(null, scratch);
}

/** The bytes of a text in a set; characters that it lacks become `?`, and their count is given. */
export function encode(text: string, charset: Charset): { readonly bytes: Uint8Array; readonly lost: number } {
  if (charset.units === null) return { bytes: new TextEncoder().encode(text), lost: 0 };
  const reverse = reverseOf(charset);
  const bytes = new Uint8Array(text.length);
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = reverse.get(text.charCodeAt(i));
    if (byte === undefined) lost++;
    bytes[i] = byte ?? 0x3f;
  }
  return { bytes, lost };
}

const reverses = new Map<Charset, Map<number, number>>();

function reverseOf(charset: Charset): Map<number, number> {
  let reverse = reverses.get(charset);
  if (!reverse) {
    reverse = new Map();
    charset.units?.forEach((unit, byte) => unit !== 0xfffd && reverse?.set(unit, byte));
    reverses.set(charset, reverse);
  }
  return reverse;
}
