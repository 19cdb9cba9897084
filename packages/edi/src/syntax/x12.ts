import type { FindingCode } from '../findings/catalog.ts';
import { NOWHERE, type Place } from '../findings/finding.ts';
import { Reporter } from '../findings/reporter.ts';
import type { Envelope } from '../interchange.ts';
import { edifactDate } from '../when/edifact-dates.ts';
import { isTag, wrapWidth } from './edifact-head.ts';
import type { FamilyReader, Handler, Settings } from './family.ts';
import { Scanner } from './scanner.ts';
import { tagOf, type Segments } from './segments.ts';
import { Source } from './source.ts';
import type { Window } from './window.ts';
import { ISA_BYTES, readIsa } from './x12-head.ts';

const ISA = tagOf('ISA');
const IEA = tagOf('IEA');
const GS = tagOf('GS');
const GE = tagOf('GE');
const ST = tagOf('ST');
const SE = tagOf('SE');
const TA1 = tagOf('TA1');
const UNA = tagOf('UNA');
const UNB = tagOf('UNB');

/** Reads one X12 interchange (X12.5, X12.6): ISA to IEA, groups and transaction sets, counts and control numbers checked. */
export class X12Reader implements FamilyReader {
  readonly #window: Window;
  readonly #handler: Handler;
  readonly #settings: Settings;
  readonly #scanner: Scanner;
  readonly #source: Source;
  readonly #reporter: Reporter;
  #state: 'head' | 'body' | 'done' = 'head';
  #envelope: Envelope | null = null;
  #from = 0;
  #next = 0;
  #message: { at: number; reference: string; segments: number; oversized: boolean } | null = null;
  #group: { reference: string; code: string; version: string; sets: number; references: Set<string> } | null = null;
  #groups = 0;
  /** Transaction sets stand outside of groups. */
  #loose = false;
  #terminator = 0;
  #messages = 0;

  constructor(window: Window, handler: Handler, settings: Settings, segments: Segments, line: number) {
    this.#window = window;
    this.#handler = handler;
    this.#settings = settings;
    this.#scanner = new Scanner(window, segments);
    this.#scanner.line = line;
    this.#source = new Source(window, this.#scanner.segments);
    this.#reporter = new Reporter(settings.limits.findingsPerMessage, settings.severities);
  }

  get line(): number {
    return this.#scanner.line;
  }

  moved(shift: number): void {
    if (this.#state !== 'head') this.#scanner.moved(shift);
  }

  advance(): boolean {
    if (this.#state === 'head' && !this.#head()) return false;
    while (this.#state === 'body') {
      const more = this.#scanner.scan();
      this.#drain();
      if (this.#state !== 'body' || more) continue;
      if (this.#tooLong()) break;
      if (!this.#window.final) return false;
      this.#cutOff();
    }
    return true;
  }

  #head(): boolean {
    const window = this.#window;
    if (!window.final && window.length - window.from < ISA_BYTES) return false;
    this.#from = window.byteAt(window.from);
    const { line } = this.#scanner;
    const head = readIsa(window, line);
    if ('code' in head) {
      this.#reporter.addAll([head]);
      this.#begin([]);
      this.#close(window.length);
      return true;
    }
    this.#reporter.addAll(head.findings);
    const width = head.wrapped ? 1 : wrapWidth(window, window.from, head.service.terminator);
    if (width > 0) {
      const place = { ...NOWHERE, byte: this.#from, line };
      this.#report('wrapped', place, String(head.wrapped ? firstLine(window) : width));
      window.unwrap();
    }
    this.#terminator = head.service.terminator;
    this.#scanner.begin(head.service, line, IEA);
    this.#begin(head.elements);
    this.#state = 'body';
    return true;
  }

  #begin(isa: readonly string[]): void {
    const place: Place = { ...NOWHERE, byte: this.#from, line: this.#scanner.line, segment: 1, tag: 'ISA' };
    const at = (n: number): string => isa[n - 1]?.trim() ?? '';
    const stamp = at(9) + at(10).slice(0, 4);
    const read = edifactDate(stamp, stamp.length === 12 ? '203' : '201');
    if (!('when' in read) && isa.length > 0)
      this.#report('date-unread', { ...place, element: 9 }, stamp, 'YYMMDD*HHMM');
    const envelope: Envelope = {
      family: 'x12',
      syntax: at(12),
      sender: { id: at(6), qualifier: at(5) || null, routing: null },
      recipient: { id: at(8), qualifier: at(7) || null, routing: null },
      controlReference: at(13),
      preparedAt: 'when' in read ? read.when : null,
      application: null,
      test: at(15) === 'T',
      acknowledgementRequested: at(14) === '1',
      place,
    };
    const needed = [
      ['sender', 6],
      ['recipient', 8],
    ] as const;
    for (const [name, element] of isa.length > 0 ? needed : [])
      if (envelope[name].id === '')
        this.#report('party-missing', { ...place, element }, null, `ISA${String(element).padStart(2, '0')}`);
    if (isa.length > 0 && envelope.controlReference === '')
      this.#report('header-incomplete', { ...place, element: 13 }, null, 'ISA13');
    this.#envelope = envelope;
    this.#handler.opened(envelope);
  }

  #drain(): void {
    const { segments } = this.#scanner;
    const limit = this.#settings.limits.segmentsPerMessage;
    this.#noteControls();
    const { count } = segments;
    const { messageBytes } = this.#settings.limits;
    const tooLarge = (start: number): boolean => this.#scanner.position - start > messageBytes;
    let s = this.#next;
    for (; s < count && this.#state === 'body'; s++) {
      const tag = upper(segments.tags[s]!);
      const open = this.#message;
      if (open && (s - open.at >= limit || tooLarge(segments.starts[open.at]!))) open.oversized = true;
      if (open && tag !== SE && tag !== ST && tag !== GE && tag !== GS && tag !== IEA && tag !== ISA) continue;
      this.#service(tag, s);
    }
    this.#next = s;
    // At the end the window has been told where the next interchange begins.
    if (this.#state !== 'body') return;
    const keep = this.#message ? (this.#message.oversized ? s : this.#message.at) : s;
    this.#drop(Math.min(keep, segments.count));
  }

  #drop(count: number): void {
    if (this.#message) {
      if (this.#message.oversized) this.#message.segments += Math.max(0, count - this.#message.at);
      this.#message.at = Math.max(0, this.#message.at - count);
    }
    this.#next -= count;
    this.#source.dropped(count);
    this.#scanner.drop(count);
  }

  #service(tag: number, s: number): void {
    const { segments } = this.#scanner;
    switch (tag) {
      case ISA:
      case UNA:
      case UNB:
        // The first one is our own; another one means that the trailer of this interchange is missing.
        if (this.#source.place(s).segment === 1) return;
        if (this.#message) this.#endMessage(s, false);
        this.#report('trailer-missing', this.#source.place(s), null, 'IEA');
        this.#close(segments.starts[s]!);
        return;
      case GS:
        if (this.#message) this.#endMessage(s, false);
        if (this.#group) this.#report('group-trailer-missing', this.#source.place(s), null, 'GE');
        segments.load(s);
        this.#group = {
          reference: segments.text(6),
          code: segments.text(1),
          version: segments.text(8),
          sets: 0,
          references: new Set(),
        };
        this.#groups++;
        return;
      case GE:
        if (this.#message) this.#endMessage(s, false);
        return this.#endGroup(s);
      case ST:
        if (this.#message) this.#endMessage(s, false);
        return this.#openMessage(s);
      case SE:
        if (this.#message) this.#endMessage(s, true);
        else this.#report('message-header-missing', this.#source.place(s), 'SE');
        return;
      case TA1:
        return this.#acknowledgement(s);
      case IEA:
        if (this.#message) this.#endMessage(s, false);
        return this.#endInterchange(s);
      default:
        this.#report('segment-outside-message', this.#source.place(s), segments.tagText(s));
    }
  }

  /** TA1 stands alone between the envelopes: it is a message of one segment. */
  #acknowledgement(s: number): void {
    this.#messages++;
    this.#source.open(s, this.#scanner.segments.load(s).text(1));
    this.#hand(s, s, 1, this.#messageReporter(), true);
    this.#source.open(s, null);
  }

  #openMessage(s: number): void {
    const reference = this.#scanner.segments.load(s).text(2);
    this.#message = { at: s, reference, segments: 0, oversized: false };
    this.#source.open(s, reference);
    this.#messages++;
    if (!this.#group) {
      if (!this.#loose) this.#report('group-missing', this.#source.place(s), null, 'GS');
      this.#loose = true;
      return;
    }
    this.#group.sets++;
    const { references } = this.#group;
    if (references.has(reference)) this.#report('message-reference-repeated', this.#source.place(s, 2), reference);
    else if (references.size < 100_000) references.add(reference);
  }

  #endMessage(s: number, trailer: boolean): void {
    const message = this.#message!;
    const { segments } = this.#scanner;
    const reporter = this.#messageReporter();
    const count = s - message.at + message.segments + (trailer ? 1 : 0);
    if (message.oversized && count <= this.#settings.limits.segmentsPerMessage)
      reporter.add('message-too-large', this.#source.place(s), null, String(this.#settings.limits.messageBytes));
    else if (message.oversized)
      reporter.add(
        'message-too-long',
        this.#source.place(s),
        String(count),
        String(this.#settings.limits.segmentsPerMessage),
      );
    if (trailer) {
      segments.load(s);
      const [stated, given] = [segments.text(1), segments.text(2)];
      if (!sameNumber(stated, String(count)))
        reporter.add('segment-count-wrong', this.#source.place(s, 1), stated, String(count));
      if (given !== message.reference)
        reporter.add('message-reference-differs', this.#source.place(s, 2), given, message.reference);
    } else reporter.add('message-trailer-missing', this.#source.place(s), null, 'SE');
    this.#hand(message.at, trailer ? s : s - 1, count, reporter, !message.oversized);
    this.#message = null;
    this.#source.open(s, null);
  }

  #hand(from: number, to: number, count: number, reporter: Reporter, readable: boolean): void {
    this.#handler.message({
      source: this.#source,
      segments: this.#scanner.segments,
      from,
      to,
      reporter,
      envelope: this.#envelope!,
      group: this.#group?.reference ?? null,
      version: this.#group?.version ?? this.#envelope!.syntax,
      decimalMark: 46,
      readable,
      count,
    });
  }

  #messageReporter(): Reporter {
    return new Reporter(this.#settings.limits.findingsPerMessage, this.#settings.severities);
  }

  #endGroup(s: number): void {
    const { segments } = this.#scanner;
    segments.load(s);
    const group = this.#group;
    if (!group) return this.#report('group-header-missing', this.#source.place(s), 'GE');
    const [stated, given] = [segments.text(1), segments.text(2)];
    if (!sameNumber(stated, String(group.sets)))
      this.#report('group-count-wrong', this.#source.place(s, 1), stated, String(group.sets));
    if (!sameNumber(given, group.reference))
      this.#report('group-reference-differs', this.#source.place(s, 2), given, group.reference);
    this.#group = null;
  }

  #endInterchange(s: number): void {
    const { segments } = this.#scanner;
    if (this.#group) this.#report('group-trailer-missing', this.#source.place(s), null, 'GE');
    segments.load(s);
    const [stated, given] = [segments.text(1), segments.text(2)];
    // Where groups were left out, the set itself is often counted as one.
    const agrees =
      sameNumber(stated, String(this.#groups)) || (this.#loose && this.#groups === 0 && sameNumber(stated, '1'));
    if (!agrees) this.#report('interchange-count-wrong', this.#source.place(s, 1), stated, String(this.#groups));
    const expected = this.#envelope!.controlReference;
    if (!sameNumber(given, expected))
      this.#report('control-reference-differs', this.#source.place(s, 2), given, expected);
    if (this.#messages === 0) this.#report('no-message', this.#source.place(s));
    this.#close(segments.endOf(s) + 1);
  }

  #tooLong(): boolean {
    const start = this.#scanner.openStart;
    const limit = this.#settings.limits.segmentBytes;
    if (start < 0 || this.#scanner.position - start <= limit) return false;
    this.#report('segment-too-long', this.#source.place(this.#scanner.segments.count), null, String(limit));
    if (this.#message) this.#endMessage(this.#scanner.segments.count, false);
    this.#close(this.#window.length);
    return true;
  }

  #cutOff(): void {
    if (this.#closeByHand()) return;
    const { segments } = this.#scanner;
    const place = { ...this.#source.place(segments.count), byte: this.#window.byteAt(this.#window.length), tag: null };
    if (this.#scanner.openStart >= 0) this.#report('truncated', place);
    if (this.#message) this.#endMessage(segments.count, false);
    this.#report('trailer-missing', place, null, 'IEA');
    this.#close(this.#window.length);
  }

  /** Many senders leave out the terminator behind the last segment: IEA is read as if it stood there. */
  #closeByHand(): boolean {
    const { openStart } = this.#scanner;
    if (this.#supplied || openStart < 0 || !isTag(this.#window.bytes, openStart, 'IEA')) return false;
    this.#supplied = true;
    const place = this.#source.place(this.#scanner.segments.count);
    this.#report('terminator-missing', { ...place, tag: 'IEA', byte: this.#window.byteAt(this.#window.length) });
    this.moved(this.#window.supply(this.#terminator));
    return true;
  }
  /** The terminator at the end of the file is ours. */
  #supplied = false;

  #close(position: number): void {
    this.#noteControls();
    this.#state = 'done';
    this.#window.from = position;
    const to = this.#window.byteAt(position);
    this.#handler.closed({ findings: this.#reporter.findings, ok: !this.#reporter.failed, from: this.#from, to });
  }

  #noteControls(): void {
    const scanner = this.#scanner;
    if (scanner.control >= 0 && !this.#controlSaid) {
      this.#controlSaid = true;
      const hex = (scanner.segments.bytes[scanner.control] ?? 0).toString(16).toUpperCase().padStart(2, '0');
      this.#report('control-character', this.#source.around(scanner.control), hex);
    }
    if (scanner.indented >= 0 && !this.#indentSaid) {
      this.#indentSaid = true;
      this.#report('indented-segment', this.#source.around(scanner.indented));
    }
    scanner.foreign = scanner.control = scanner.indented = -1;
  }
  #controlSaid = false;
  #indentSaid = false;

  #report(code: FindingCode, place: Place, found: string | null = null, expected: string | null = null): void {
    this.#reporter.add(code, place, found, expected);
  }
}

function firstLine(window: Window): number {
  let i = window.from;
  while (i < window.length && window.bytes[i] !== 10 && window.bytes[i] !== 13) i++;
  return i - window.from;
}

/** Control numbers are numbers in X12: leading zeros do not count. */
const sameNumber = (a: string, b: string): boolean =>
  a === b || (/^\d{1,15}$/.test(a) && /^\d{1,15}$/.test(b) && Number(a) === Number(b));

/** A tag of two or three characters in upper case. */
const upper = (tag: number): number => {
  let made = 0;
  for (let shift = 16; shift >= 0; shift -= 8) {
    const byte = (tag >> shift) & 255;
    made |= (byte >= 97 && byte <= 122 ? byte - 32 : byte) << shift;
  }
  return made;
};
