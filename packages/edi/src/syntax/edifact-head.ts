import { finding, NOWHERE, type Finding, type Place } from '../findings/finding.ts';
import type { ServiceCharacters } from './scanner.ts';
import type { Window } from './window.ts';

/** What stands before the first segment of an EDIFACT interchange. */
export interface Head {
  readonly service: ServiceCharacters;
  /** Byte that UNA gives for the decimal mark (`.` or `,`). It governs writing; reading takes both. */
  readonly decimalMark: number;
  /** UNA's fifth character, -1 without UNA: whether it separates repetitions depends on the syntax version. */
  readonly reserved: number;
  /** Position in the window of the header segment. */
  readonly start: number;
  /** Line breaks that were skipped before it. */
  readonly lines: number;
  readonly findings: readonly Finding[];
}

const DEFAULT: ServiceCharacters = { component: 58, element: 43, terminator: 39, release: 63, repetition: -1 };

/**
 * Reads UNA, or infers the separators from the header segment itself (ISO 9735, 7 and 8). Never fails: what is no
 * interchange shows in the header that follows.
 */
export function readHead(window: Window, line: number): Head {
  const { bytes, from, length } = window;
  const findings: Finding[] = [];
  const place: Place = { ...NOWHERE, byte: window.byteAt(from), line, tag: 'UNA' };
  let service = DEFAULT;
  let decimalMark = 46;
  let reserved = -1;
  let start = from;
  let lines = 0;
  if (isTag(bytes, from, 'UNA')) {
    const char = (i: number): number => (from + i < length ? bytes[from + i]! : 32);
    // Some programs cut the blank that stands for "no repetition": UNA then has 8 characters.
    const short = isTag(bytes, from + 8, 'UNB') && char(7) !== 32;
    const terminator = char(short ? 7 : 8);
    service = { component: char(3), element: char(4), terminator, release: char(6), repetition: -1 };
    if (service.release === 32) service = { ...service, release: -1 };
    decimalMark = char(5);
    reserved = short ? 32 : char(7);
    start = from + (short ? 8 : 9);
    if (short) findings.push(finding('una-short', place, '8'));
    while (start < length && bytes[start]! <= 32) if (bytes[start++] === 10) lines++;
  }
  const used = usedSeparators(bytes, start, length, service);
  if (
    used &&
    (used.element !== service.element || used.component !== service.component || used.terminator !== service.terminator)
  ) {
    const shown = String.fromCharCode(used.component, used.element, used.terminator);
    findings.push(
      finding(
        start > from ? 'una-contradicted' : 'service-characters-inferred',
        { ...place, tag: start > from ? 'UNA' : 'UNB' },
        shown,
      ),
    );
    service = { ...service, ...used };
    if (service.release === service.element || service.release === service.component)
      service = { ...service, release: -1 };
  }
  return { service, decimalMark, reserved, start, lines, findings };
}

/** Whether a tag stands at a position, in upper or lower case. */
export function isTag(bytes: Uint8Array, at: number, tag: string): boolean {
  for (let i = 0; i < 3; i++) if (((bytes[at + i] ?? 0) & 0xdf) !== tag.charCodeAt(i)) return false;
  return true;
}

/** The separators that a header segment shows: after its tag, after the syntax identifier, before the next tag. */
function usedSeparators(
  bytes: Uint8Array,
  start: number,
  length: number,
  announced: ServiceCharacters,
): Pick<ServiceCharacters, 'element' | 'component' | 'terminator'> | null {
  if (!isTag(bytes, start, 'UNB') && !isTag(bytes, start, 'UIB')) return null;
  const element = bytes[start + 3]!;
  // UNOC:3 - a separator stands fifth after a four-letter identifier; a digit or letter there is no separator.
  const after = bytes[start + 8]!;
  const component = isLetterOrDigit(after) || after === element ? announced.component : after;
  if (isLetterOrDigit(element) || element === 32) return null;
  const end = Math.min(length, start + 1024);
  for (let i = start + 3; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === announced.terminator && bytes[i - 1] !== announced.release)
      return { element, component, terminator: byte };
    if (
      byte === element &&
      (isTag(bytes, i - 3, 'UNH') || isTag(bytes, i - 3, 'UNG')) &&
      !isLetterOrDigit(bytes[i - 4]!)
    ) {
      let t = i - 4;
      while (t > start && (bytes[t] === 13 || bytes[t] === 10 || bytes[t] === 32)) t--;
      return {
        element,
        component,
        terminator: bytes[t] === element || isLetterOrDigit(bytes[t]!) ? bytes[i - 4]! : bytes[t]!,
      };
    }
  }
  return { element, component, terminator: announced.terminator };
}

const isLetterOrDigit = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/**
 * Length of the lines when data are wrapped inside segments, else 0: every break that does not follow a terminator ends a
 * line of one length, and no line is longer. Senders wrap at 80, sometimes at 15; some begin each segment on a new line.
 */
export function wrapWidth(window: Window, from: number, terminator: number): number {
  const { bytes } = window;
  const end = Math.min(window.length, from + SAMPLE);
  if (terminator === 10 || terminator === 13) return 0;
  let lineStart = from;
  let width = 0;
  let inside = 0;
  let longest = 0;
  for (let i = from; i < end; i++) {
    if (bytes[i] !== 10 && bytes[i] !== 13) continue;
    let last = i - 1;
    while (last > lineStart && bytes[last] === 32) last--;
    const length = i - lineStart;
    if (bytes[last] === terminator || length === 0) {
      // ISA has 106 characters whatever the lines behind it have.
      if (lineStart > from) longest = Math.max(longest, length);
    } else if (width === 0 || length === width) {
      width = length;
      inside++;
    } else if (length > width || i < window.length - 2) return 0;
    if (bytes[i] === 13 && bytes[i + 1] === 10) i++;
    lineStart = i + 1;
  }
  const sure = inside > 1 || width === USUAL_WIDTH || end - lineStart <= width;
  return inside > 0 && longest <= width && width > 8 && width < 1000 && sure ? width : 0;
}

const USUAL_WIDTH = 80;

/** How many bytes are looked at to recognise wrapped data. */
export const SAMPLE = 2048;
