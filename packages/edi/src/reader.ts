import type { FindingCode } from './findings/catalog.ts';
import { finding, NOWHERE, type Finding, type Place } from './findings/finding.ts';
import type { Envelope, Family, Message } from './interchange.ts';
import { LIMITS, type Limits } from './limits.ts';
import { readMessage, type Depth } from './read-message.ts';
import { DETECTION_BYTES, familyAt } from './syntax/detect.ts';
import { EdifactReader } from './syntax/edifact.ts';
import type { FamilyReader, Handler, InterchangeEnd, MessageSource, Settings } from './syntax/family.ts';
import { Segments } from './syntax/segments.ts';
import { VdaReader } from './syntax/vda.ts';
import { X12Reader } from './syntax/x12.ts';
import { Window } from './syntax/window.ts';
import { basicProfile, type Profile } from './profile/profile.ts';

export interface ReadOptions {
  /** Deviations agreed with a partner; the basic profile without. */
  readonly profile?: Profile;
  readonly limits?: Partial<Limits>;
  /** How far to read: positions and envelope only, validated, or typed values (the default). */
  readonly depth?: Depth;
  /** Looks at the positions of each whole message before it is read; they are valid during the call only. */
  readonly inspect?: (message: MessageSource) => void;
}

/** What the reader meets, in the order of the file. */
export type ReadEvent =
  | { readonly kind: 'interchange'; readonly envelope: Envelope }
  | { readonly kind: 'message'; readonly message: Message }
  | ({ readonly kind: 'end' } & InterchangeEnd)
  /** About the file itself, outside of any interchange. */
  | { readonly kind: 'finding'; readonly finding: Finding };

/**
 * Reads a file chunk by chunk, wherever the chunks are cut; gives each message as soon as it is whole, in memory bounded
 * by the largest message. Do not apply a message before the `end` of its interchange says `ok`.
 */
export class Reader {
  readonly #window = new Window();
  /** One table for all interchanges of the file: it is large, and they may be small. */
  readonly #segments = new Segments();
  readonly #settings: Settings;
  readonly #profile: Profile;
  readonly #depth: Depth;
  readonly #handler: Handler;
  #events: ReadEvent[] = [];
  #current: FamilyReader | null = null;
  #line = 1;
  #started = false;
  #dead = false;
  #interchanges = 0;
  #messages = 0;
  readonly #references = new Set<string>();

  constructor(options: ReadOptions = {}) {
    this.#profile = options.profile ?? basicProfile;
    this.#depth = options.depth ?? 'meaning';
    this.#settings = { limits: { ...LIMITS, ...options.limits }, severities: this.#profile.severities };
    this.#handler = {
      opened: (envelope) => this.#opened(envelope),
      message: (source) => {
        if (++this.#messages > this.#settings.limits.messagesPerFile) return;
        options.inspect?.(source);
        this.#events.push({
          kind: 'message',
          message: readMessage(source, this.#profile, this.#settings.limits, this.#depth),
        });
      },
      closed: (end) => this.#events.push({ kind: 'end', ...end }),
    };
  }

  /** Takes the next chunk and gives what became whole with it. The chunk may be reused after the call. */
  push(chunk: Uint8Array): ReadEvent[] {
    if (this.#dead || chunk.length === 0) return [];
    const shift = this.#window.append(chunk);
    this.#current?.moved(shift);
    this.#run();
    this.#current?.moved(this.#window.release());
    return this.#take();
  }

  /** There are no more bytes: gives what is left, and what is missing. */
  end(): ReadEvent[] {
    this.#window.final = true;
    if (!this.#dead) this.#run();
    if (this.#interchanges === 0 && !this.#started) this.#finding('empty-file', this.#here());
    return this.#take();
  }

  #take(): ReadEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #run(): void {
    while (!this.#dead) {
      if (this.#current) {
        if (!this.#current.advance()) return;
        this.#line = this.#current.line;
        this.#current = null;
        if (this.#messages > this.#settings.limits.messagesPerFile) {
          this.#dead = true;
          this.#finding('too-many-messages', this.#here(), null, String(this.#settings.limits.messagesPerFile));
        }
      }
      if (!this.#seek()) return;
    }
  }

  /** Finds where the next interchange begins. False when more bytes are needed or none are left. */
  #seek(): boolean {
    const window = this.#window;
    if (!this.#started && !this.#start()) return false;
    this.#skipBlanks();
    const left = window.length - window.from;
    if (left === 0 || (left < DETECTION_BYTES && !window.final)) return false;
    const family = familyAt(window.bytes, window.from, window.length);
    if (family === null && this.#interchanges === 0 && isTwoByte(window)) {
      this.#finding('two-byte-text', this.#here());
      this.#dead = true;
      return false;
    }
    if (family === null) {
      const code = this.#interchanges === 0 ? 'unknown-format' : 'trailing-rubbish';
      const shown = String.fromCharCode(
        ...window.bytes.subarray(window.from, Math.min(window.length, window.from + DETECTION_BYTES)),
      );
      this.#finding(code, this.#here(), shown);
      this.#dead = true;
      return false;
    }
    if (this.#interchanges >= this.#settings.limits.interchangesPerFile) {
      this.#finding('too-many-interchanges', this.#here(), null, String(this.#settings.limits.interchangesPerFile));
      this.#dead = true;
      return false;
    }
    this.#current = this.#readerOf(family);
    return true;
  }

  #readerOf(family: Family): FamilyReader {
    switch (family) {
      case 'x12':
        return new X12Reader(this.#window, this.#handler, this.#settings, this.#segments, this.#line);
      case 'vda':
        return new VdaReader(this.#window, this.#handler, this.#settings, this.#segments, this.#line);
      default:
        return new EdifactReader(this.#window, this.#handler, this.#settings, this.#segments, this.#line);
    }
  }

  /** The very beginning of the file: a byte order mark, blanks. */
  #start(): boolean {
    const window = this.#window;
    if (window.length - window.from < 3 && !window.final) return false;
    const { bytes } = window;
    if (window.length === 0) return false;
    this.#started = true;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      this.#finding('byte-order-mark', this.#here());
      window.from += 3;
    }
    const before = window.from;
    if (window.length > before && bytes[before]! <= 32) this.#finding('leading-blanks', this.#here());
    return true;
  }

  #skipBlanks(): void {
    const window = this.#window;
    while (window.from < window.length && window.bytes[window.from]! <= 32) {
      if (window.bytes[window.from] === 10) this.#line++;
      window.from++;
    }
  }

  #opened(envelope: Envelope): void {
    this.#interchanges++;
    this.#events.push({ kind: 'interchange', envelope });
    const key = `${envelope.sender.id}\u0000${envelope.controlReference}`;
    if (envelope.controlReference === '') return;
    if (this.#references.has(key))
      this.#finding('control-reference-repeated', envelope.place, envelope.controlReference);
    else if (this.#references.size < 100_000) this.#references.add(key);
  }

  #here(): Place {
    return { ...NOWHERE, byte: this.#window.byteAt(this.#window.from), line: this.#line };
  }

  #finding(code: FindingCode, place: Place, found: string | null = null, expected: string | null = null): void {
    const severity = this.#profile.severities[code];
    this.#events.push({ kind: 'finding', finding: finding(code, place, found, expected, severity) });
  }
}

/** UTF-16 with or without its mark: every other byte is zero. */
function isTwoByte({ bytes, from, length }: Window): boolean {
  if ((bytes[from] === 0xff && bytes[from + 1] === 0xfe) || (bytes[from] === 0xfe && bytes[from + 1] === 0xff))
    return true;
  return (
    length - from >= 4 && bytes[from] !== 0 && bytes[from + 1] === 0 && bytes[from + 2] !== 0 && bytes[from + 3] === 0
  );
}
