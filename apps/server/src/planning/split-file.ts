import { type Finding, readInterchanges } from '@coprod/edi';

/** A part of a file: one interchange, or what is none. All parts together are the whole file, in its order. */
export type FilePart = {
  /** Bytes of the file, `to` not included; blanks after an interchange belong to it. */
  readonly from: number;
  readonly to: number;
  /** The interchange itself, without blanks around it: what makes it the same interchange in another file. */
  readonly own: Uint8Array;
  /** Why this part was not read: it is no interchange, or one too many. */
  readonly refused: Finding | null;
};

/** Each interchange is taken in, entered in the ledger and answered; more than these wait for another file. */
const mostInterchanges = 1000;

/**
 * Splits a file into its interchanges without reading what they say. Nothing is left out: what stands after them, or instead of them,
 * is a part of its own that says why it was not read.
 */
export function splitFile(bytes: Uint8Array): readonly FilePart[] {
  const { interchanges, findings } = readInterchanges(bytes, {
    depth: 'syntax',
    limits: { interchangesPerFile: mostInterchanges },
  });
  const unread = findings.find((f) => f.severity === 'error' || f.code === 'trailing-rubbish');
  const rest = unread === undefined ? bytes.length : interchanges.length === 0 ? 0 : unread.place.byte;
  const parts = interchanges.map(({ from, to }, index): FilePart => {
    const next = interchanges[index + 1]?.from ?? rest;
    return { from: index === 0 ? 0 : from, to: next, own: bytes.subarray(from, to), refused: null };
  });
  if (unread === undefined) return parts;
  return [...parts, { from: rest, to: bytes.length, own: bytes.subarray(rest), refused: unread }];
}
