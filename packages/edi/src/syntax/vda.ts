import type { FindingCode } from '../findings/catalog.ts';
import { NOWHERE, type Place } from '../findings/finding.ts';
import { Reporter } from '../findings/reporter.ts';
import { VDA_COUNTERS, VDA_VERSIONS } from '../grammar/vda-records.ts';
import type { Envelope } from '../interchange.ts';
import { edifactDate } from '../when/edifact-dates.ts';
import type { FamilyReader, Handler, Settings } from './family.ts';
import { tagOf, type Segments } from './segments.ts';
import { Source } from './source.ts';
import type { Window } from './window.ts';

/** Characters of a record. */
export const RECORD = 128;

/** Message types by the first two digits of their records. */
export const VDA_TYPES: Readonly<Record<string, string>> = { '51': '4905', '55': '4915', '71': '4913' };

/**
 * Reads one VDA transmission, head record to trailer (511 to 519, 551 to 559, 711 to 719): records of 128 characters one
 * behind the other, or one a line, blanks at the end cut. Every record becomes a segment whose tag is its type.
 */
export class VdaReader implements FamilyReader {
  line: number;
  readonly #window: Window;
  readonly #handler: Handler;
  readonly #settings: Settings;
  readonly #segments: Segments;
  readonly #source: Source;
  readonly #reporter: Reporter;
  readonly #messages: Reporter;
  #state: 'head' | 'records' | 'done' = 'head';
  #lines = true;
  #at = 0;
  #from = 0;
  #family = '';
  #envelope: Envelope | null = null;
  /** Records of this transmission by the last digit of their type, and their tags. */
  readonly #counts = new Uint32Array(10);
  #tags: readonly number[] = [];

  constructor(window: Window, handler: Handler, settings: Settings, segments: Segments, line: number) {
    this.#segments = segments.reset();
    this.#window = window;
    this.#handler = handler;
    this.#settings = settings;
    this.#source = new Source(window, this.#segments);
    const { limits, severities } = settings;
    this.#reporter = new Reporter(limits.findingsPerMessage, severities);
    this.#messages = new Reporter(limits.findingsPerMessage, severities);
    this.line = line;
  }

  moved(shift: number): void {
    const s = this.#segments;
    s.bytes = this.#window.bytes;
    this.#at -= shift;
    for (let i = 0; i <= s.count; i++) s.starts[i]! -= shift;
    for (let i = 0; i < s.count * 2; i++) s.marks[i]! -= shift;
  }

  advance(): boolean {
    if (this.#state === 'head' && !this.#head()) return false;
    while (this.#state === 'records') if (!this.#record()) return false;
    return true;
  }

  #head(): boolean {
    const window = this.#window;
    if (!window.final && window.length - window.from < 2 * RECORD + 4) return false;
    this.#at = window.from;
    this.#from = window.byteAt(window.from);
    this.#segments.bytes = window.bytes;
    // One record a line, if a line break comes no later than behind the first record.
    const end = Math.min(window.length, window.from + RECORD + 2);
    let breakAt = window.from;
    while (breakAt < end && window.bytes[breakAt] !== 10 && window.bytes[breakAt] !== 13) breakAt++;
    this.#lines = breakAt < end || window.length - window.from < RECORD;
    this.#family = String.fromCharCode(window.bytes[window.from]!, window.bytes[window.from + 1]!);
    this.#tags = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((kind) => tagOf(`${this.#family}${kind}`));
    this.#envelope = this.#readHead(window.from, this.#lines ? breakAt : end);
    this.#source.open(0, this.#envelope.controlReference);
    this.#handler.opened(this.#envelope);
    this.#state = 'records';
    return true;
  }

  #readHead(start: number, end: number): Envelope {
    const field = (from: number, to: number): string =>
      this.#segments.slice(Math.min(start + from - 1, end), Math.min(start + to, end));
    const date = field(34, 39);
    const read = edifactDate(date, '101');
    const place: Place = {
      ...NOWHERE,
      byte: this.#from,
      line: this.line,
      segment: 1,
      segmentInMessage: 1,
      tag: `${this.#family}1`,
    };
    const customer = { id: field(6, 14), qualifier: null, routing: null };
    const supplier = { id: field(15, 23), qualifier: null, routing: null };
    // Call-offs come from the customer; delivery notes go to him, and 711 names the receiver first.
    const despatch = this.#family === '71';
    const envelope: Envelope = {
      family: 'vda',
      syntax: field(4, 5),
      sender: despatch ? supplier : customer,
      recipient: despatch ? customer : supplier,
      controlReference: field(29, 33),
      preparedAt: 'when' in read ? read.when : null,
      application: VDA_TYPES[this.#family] ?? null,
      test: false,
      acknowledgementRequested: false,
      place,
    };
    if (!('when' in read)) this.#reporter.add('date-unread', place, date, 'YYMMDD');
    for (const [what, at] of [
      ['sender', 6],
      ['recipient', 15],
    ] as const)
      if (envelope[what].id === '')
        this.#reporter.add('party-missing', { ...place, element: at }, null, `${this.#family}1/${at}`);
    if (envelope.controlReference === '')
      this.#reporter.add('header-incomplete', { ...place, element: 29 }, null, `${this.#family}1/29`);
    return envelope;
  }

  /** Takes the next record; false when more bytes are needed. */
  #record(): boolean {
    const window = this.#window;
    const { bytes, length } = window;
    const start = this.#at;
    let end = start;
    const limit = this.#lines ? this.#settings.limits.segmentBytes : RECORD;
    while (end < length && end - start < limit && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const broken = end < length && (bytes[end] === 10 || bytes[end] === 13);
    if (!broken && end === length && !window.final) return false;
    if (end === start && broken) {
      if (bytes[end] === 10) this.line++;
      this.#at = end + 1;
      return true;
    }
    if (end - start >= this.#settings.limits.segmentBytes) return this.#stop('segment-too-long', start, String(limit));
    // NUL padding and an end-of-file character are no record.
    if (start >= length || bytes[start]! < 32) return this.#cutOff(start);
    const kind = start + 2 < length ? bytes[start + 2]! - 48 : -1;
    const own = bytes[start] === this.#family.charCodeAt(0) && bytes[start + 1] === this.#family.charCodeAt(1);
    if (!own || kind < 0 || kind > 9 || (kind === 1 && this.#segments.count > 0))
      return this.#stranger(String.fromCharCode(bytes[start]!, bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), start);
    this.#take(start, end, kind);
    this.#at = end;
    if (kind === 9) this.#finish();
    return true;
  }

  #take(start: number, end: number, kind: number): void {
    const s = this.#segments;
    const n = s.count;
    if (n + 2 >= s.starts.length || 2 * n + 4 >= s.marks.length) this.#grow();
    s.starts[n] = start;
    s.firsts[n] = 2 * n;
    s.lines[n] = this.line;
    s.tags[n] = this.#tags[kind]!;
    s.marks[2 * n] = Math.min(start + 3, end);
    s.marks[2 * n + 1] = end;
    s.count = n + 1;
    s.starts[n + 1] = end;
    s.firsts[n + 1] = 2 * n + 2;
    s.lines[n + 1] = this.line;
    this.#counts[kind]!++;
    const length = end - start;
    if (length < RECORD && !this.#lines)
      this.#messages.add('record-length', this.#source.place(n), String(length), String(RECORD));
    else if (length > RECORD && this.#overlong(start, end))
      this.#messages.add('record-length', this.#source.place(n), String(length), String(RECORD));
    this.#checkVersion(n, start, end, kind);
    if (end - s.starts[0]! > this.#settings.limits.messageBytes)
      this.#stop('message-too-large', start, String(this.#settings.limits.messageBytes));
    else if (n + 1 > this.#settings.limits.segmentsPerMessage)
      this.#stop('message-too-long', start, String(this.#settings.limits.segmentsPerMessage));
  }
  readonly #said = new Set<string>();

  #checkVersion(n: number, start: number, end: number, kind: number): void {
    const s = this.#segments;
    // The same few types and versions come again and again: their text is looked at once.
    const key = (kind << 16) | (this.#byteBefore(start + 3, end) << 8) | this.#byteBefore(start + 4, end);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const version = s.slice(start + 3, Math.min(start + 5, end));
    const known = VDA_VERSIONS[this.#family.charAt(0)];
    if (known?.includes(version)) return;
    const value = `${this.#family}${kind} ${version}`;
    this.#messages.add('record-version-unknown', this.#source.place(n), value, known?.join(', ') ?? null);
  }
  readonly #seen = new Set<number>();

  #byteBefore(position: number, end: number): number {
    return position < end ? this.#window.bytes[position]! : 0;
  }

  /** Data, not only blanks, behind the 128 characters. */
  #overlong(start: number, end: number): boolean {
    for (let i = start + RECORD; i < end; i++) if (this.#window.bytes[i]! > 32) return true;
    return false;
  }

  #grow(): void {
    const s = this.#segments;
    for (const name of ['starts', 'firsts', 'lines', 'tags', 'marks'] as const) {
      const larger = new Int32Array(s[name].length * 2);
      larger.set(s[name]);
      s[name] = larger;
    }
  }

  /** A record of another message: the trailer of this one is missing. Anything else is refused. */
  #stranger(tag: string, start: number): boolean {
    if (/^(511|551|711)$/.test(tag) || !/^\d/.test(tag)) return this.#cutOff(start);
    if (!this.#said.has(tag)) {
      this.#said.add(tag);
      this.#messages.add('record-unknown', this.#placeAt(start), tag);
    }
    this.#at = start + RECORD;
    if (this.#lines) {
      const { bytes, length } = this.#window;
      this.#at = start;
      while (this.#at < length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at++;
    }
    return true;
  }

  #finish(): void {
    const s = this.#segments;
    const last = s.count - 1;
    const tag = `${this.#family}9`;
    const start = s.starts[last]!;
    const end = s.marks[2 * last + 1]!;
    for (const [index, type] of (VDA_COUNTERS[tag] ?? []).entries()) {
      const from = start + 5 + index * 7;
      const stated = from < end ? s.slice(from, Math.min(from + 7, end)) : '';
      const counted = this.#counts[Number(type.charAt(2))] ?? 0;
      // Older trailers lack the last counters; one that the end of the file cuts off is no older trailer.
      const whole = end - start >= RECORD || end < this.#window.length;
      if (stated === '' ? counted === 0 || (index > 6 && whole) : /^\d+$/.test(stated) && Number(stated) === counted)
        continue;
      const place = {
        ...this.#source.place(last),
        byte: this.#window.byteAt(Math.min(from, end)),
        element: 6 + index * 7,
      };
      this.#messages.add('record-count-wrong', place, `${type}: ${stated}`, `${type}: ${counted}`);
    }
    this.#hand(last);
    this.#close(this.#at);
  }

  #cutOff(start: number): boolean {
    const place = { ...this.#placeAt(start), byte: this.#window.byteAt(this.#window.length) };
    this.#messages.add('message-trailer-missing', place, null, `${this.#family}9`);
    this.#reporter.add('trailer-missing', place, null, `${this.#family}9`);
    if (this.#segments.count > 0) this.#hand(this.#segments.count - 1);
    this.#close(start);
    return true;
  }

  #stop(code: FindingCode, start: number, expected: string): boolean {
    this.#reporter.add(code, this.#placeAt(start), null, expected);
    this.#close(this.#window.length);
    return true;
  }

  #hand(last: number): void {
    const reporter = this.#messages;
    this.#handler.message({
      source: this.#source,
      segments: this.#segments,
      from: 0,
      to: last,
      reporter,
      envelope: this.#envelope!,
      group: null,
      version: this.#envelope!.syntax,
      decimalMark: 0,
      readable: true,
      count: last + 1,
    });
  }

  #close(position: number): void {
    this.#state = 'done';
    this.#window.from = Math.min(position, this.#window.length);
    const to = this.#window.byteAt(this.#window.from);
    this.#handler.closed({ findings: this.#reporter.findings, ok: !this.#reporter.failed, from: this.#from, to });
  }

  #placeAt(position: number): Place {
    return { ...NOWHERE, byte: this.#window.byteAt(position), line: this.line, segment: this.#segments.count + 1 };
  }
}
