import { CATALOG, type FindingCode } from './catalog.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Where in the file something stands. Counting starts at 1 for people (line, segment, element, component) and at 0 for `byte`. */
export interface Place {
  /** Offset in the file as it came, byte order mark included. */
  readonly byte: number;
  readonly line: number;
  /** Number of the segment (or of the VDA record) in the interchange, the header being 1. */
  readonly segment: number | null;
  /** Number of the segment in its message, the message header being 1. */
  readonly segmentInMessage: number | null;
  readonly tag: string | null;
  readonly element: number | null;
  readonly component: number | null;
  /** Reference of the message, as its header gives it. */
  readonly message: string | null;
}

/**
 * Something the reader saw and a person may want to know. An `error` keeps the message from being applied; a `warning`
 * is a deviation that was read all the same; a `note` is harmless.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly place: Place;
  readonly found: string | null;
  readonly expected: string | null;
  readonly text: { readonly en: string; readonly fr: string };
}

export const NOWHERE: Place = {
  byte: 0,
  line: 1,
  segment: null,
  segmentInMessage: null,
  tag: null,
  element: null,
  component: null,
  message: null,
};

/** Makes a finding from the catalog; `severity` overrides the usual one (a profile may say that a deviation is agreed). */
export function finding(
  code: FindingCode,
  place: Place,
  found: string | null = null,
  expected: string | null = null,
  severity?: Severity,
): Finding {
  const entry = CATALOG[code];
  return {
    code,
    severity: severity ?? entry.severity,
    place,
    found,
    expected,
    text: { en: fill(entry.en, found, expected), fr: fill(entry.fr, found, expected) },
  };
}

/** True when one of the findings forbids to apply what they are about. */
export const hasError = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');

// A function as replacement: a found text may contain "$&".
const fill = (sentence: string, found: string | null, expected: string | null): string =>
  sentence.replace(/\{(found|expected)\}/g, (_, name: string) => shorten(name === 'found' ? found : expected));

function shorten(text: string | null): string {
  if (text === null || text === '') return '∅';
  let clean = '';
  for (const char of text.slice(0, 61)) clean += char < ' ' || char === '\u007F' ? '·' : char;
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
