import { finding, NOWHERE, type Finding, type Place } from '../findings/finding.ts';
import type { ServiceCharacters } from './scanner.ts';
import type { Window } from './window.ts';

/** What the ISA segment fixes by its places. */
export interface IsaHead {
  readonly service: ServiceCharacters;
  /** ISA01 to ISA16, blanks at their ends cut. */
  readonly elements: readonly string[];
  readonly findings: readonly Finding[];
  /** Line breaks stand inside of ISA: the data are wrapped. */
  readonly wrapped: boolean;
}

/** How many bytes are looked at for ISA: it has 106, or 132 in lines, or fewer where blanks were cut. */
export const ISA_BYTES = 400;

/**
 * Reads the separators from ISA (X12.5): element separator behind the tag, component separator in ISA16, terminator behind
 * it. ISA is fixed at 106 bytes, but some senders cut the blanks: the separators are counted, not the bytes.
 */
export function readIsa(window: Window, line: number): IsaHead | Finding {
  const { bytes, from } = window;
  const end = Math.min(window.length, from + ISA_BYTES);
  const place: Place = { ...NOWHERE, byte: window.byteAt(from), line, segment: 1, tag: 'ISA' };
  const separator = bytes[from + 3]!;
  const elements: string[] = [];
  let text = '';
  let wrapped = false;
  let at = from + 4;
  const isBreak = (i: number): boolean => separator !== bytes[i] && (bytes[i] === 10 || bytes[i] === 13);
  for (; at < end && elements.length < 15; at++) {
    if (isBreak(at)) wrapped = true;
    else if (bytes[at] === separator) {
      elements.push(text.trimEnd());
      text = '';
    } else text += String.fromCharCode(bytes[at]!);
  }
  const next = (): number => {
    // In wrapped data a line break may stand before the separators; else it may be the terminator itself.
    if (wrapped) while (at < end && isBreak(at)) at++;
    return at < end ? bytes[at++]! : -1;
  };
  const component = next();
  const terminator = next();
  if (elements.length < 15 || terminator < 0) return finding('header-incomplete', place, null, 'ISA16');
  const findings: Finding[] = [];
  // ISA16 may be left out: then the terminator stands where the component separator should.
  const missing =
    (terminator === 71 && bytes[at] === 83) || (isLineBreak(terminator) && endsLine(bytes, at, end, component));
  const service: ServiceCharacters = {
    element: separator,
    component: missing ? -1 : component,
    terminator: missing ? component : terminator,
    release: -1,
    repetition: repetitionOf(elements),
  };
  elements.push(missing ? '' : String.fromCharCode(component));
  const length = at - from - (missing ? 1 : 0);
  if (!wrapped && length !== 106) findings.push(finding('header-not-padded', place, String(length), '106'));
  return { service, elements, findings, wrapped };
}

const isLineBreak = (byte: number): boolean => byte === 10 || byte === 13;

/** Whether the line that begins at `from` ends with a byte: then that is the terminator, and the line break ornament. */
function endsLine(bytes: Uint8Array, from: number, end: number, byte: number): boolean {
  let i = from;
  while (i < end && isLineBreak(bytes[i]!)) i++;
  while (i < end && !isLineBreak(bytes[i]!)) i++;
  return i < end && bytes[i - 1] === byte;
}

/** ISA11 is the standards identifier up to 4010 and the repetition separator from 4020 on; both occur in both. */
function repetitionOf(elements: readonly string[]): number {
  const char = elements[10] ?? '';
  const version = elements[11] ?? '';
  return version >= '00402' && char.length === 1 && !/[A-Za-z0-9 ]/.test(char) ? char.charCodeAt(0) : -1;
}
