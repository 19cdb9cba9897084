import { structureOf } from './read-message.ts';
import { Reader } from './reader.ts';

/** One segment or record as it stands in the file, for showing a message beside what it means. */
export interface OutlineSegment {
  /** Which interchange of the file and which message of it, counted from 0. */
  readonly interchange: number;
  readonly message: number;
  /** Number in the message, the header being 1: what the typed values call `segment`. */
  readonly segment: number;
  readonly tag: string;
  /** Elements and their components; one element with everything behind the record type for VDA. */
  readonly elements: readonly (readonly string[])[];
  /** Bytes of the file, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** How deep in groups it stands, by the tables of its directory; 0 at the top. */
  readonly depth: number;
}

/** The segments of all messages of a file, at most `limit` of them, with their groups. */
export function outline(bytes: Uint8Array, limit = 20_000): OutlineSegment[] {
  const all: OutlineSegment[] = [];
  let interchange = -1;
  let message = 0;
  let start = -1;
  const reader = new Reader({
    depth: 'syntax',
    inspect: (source) => {
      const { envelope, segments, from, to } = source;
      if (envelope.place.byte !== start) {
        start = envelope.place.byte;
        interchange++;
        message = -1;
      }
      message++;
      const structure = structureOf(source);
      for (let s = from; s <= to && all.length < limit && source.readable; s++) {
        const place = source.source.place(s);
        segments.load(s);
        structure?.step(segments, s);
        const end = segments.endOf(s);
        const elements =
          envelope.family === 'vda' ? [[segments.slice(segments.starts[s]! + 3, end)]] : segments.toArrays();
        const length = end - segments.starts[s]!;
        all.push({
          interchange,
          message,
          segment: s - from + 1,
          tag: place.tag ?? '',
          elements,
          from: place.byte,
          to: place.byte + length,
          line: place.line,
          depth: structure?.depth ?? 0,
        });
      }
    },
  });
  reader.push(bytes);
  reader.end();
  return all;
}
