import type { Place } from '../findings/finding.ts';
import type { Segments } from './segments.ts';
import type { Window } from './window.ts';

/** Says where a segment of the table stands in the file. */
export class Source {
  readonly segments: Segments;
  readonly #window: Window;
  /** Number in the interchange of the table's segment 0; the header is 1. */
  #first = 1;
  /** Index of the segment that opens the message being read. */
  #opening = 0;
  message: string | null = null;

  constructor(window: Window, segments: Segments) {
    this.#window = window;
    this.segments = segments;
  }

  /** The table has given up its first `count` segments. */
  dropped(count: number): void {
    this.#first += count;
    this.#opening -= count;
  }

  /** The segment at `s` opens message `reference`; null closes it. */
  open(s: number, reference: string | null): void {
    this.#opening = s;
    this.message = reference;
  }

  /** Position of segment `s` inside its message, its header being 1. */
  inMessage(s: number): number {
    return s - this.#opening + 1;
  }

  /** Place of segment `s`, of its element `e` and component `c`. */
  place(s: number, e: number | null = null, c: number | null = null): Place {
    const { segments } = this;
    const start = segments.starts[s]!;
    let at = start;
    if (e !== null && s < segments.count) {
      const loaded = segments.at;
      segments.load(s);
      const found = segments.start(e, c ?? 1);
      at = found >= 0 ? found : segments.endOf(s);
      if (loaded >= 0 && loaded !== s && loaded < segments.count) segments.load(loaded);
    }
    return {
      byte: this.#window.byteAt(at),
      line: segments.lines[s]! + this.#window.breaksBefore(at),
      segment: this.#first + s,
      segmentInMessage: this.message === null ? null : this.inMessage(s),
      tag: s < segments.count ? segments.tagText(s).trim() : null,
      element: e,
      component: e === null ? null : c,
      message: this.message,
    };
  }

  /** Place of a byte of the window, in the segment around it. */
  around(position: number): Place {
    const { segments } = this;
    let s = segments.count;
    while (s > 0 && segments.starts[s]! > position) s--;
    return { ...this.place(s), byte: this.#window.byteAt(position) };
  }
}
