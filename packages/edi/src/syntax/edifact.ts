import type { FindingCode } from '../findings/catalog.ts';
import { NOWHERE, type Place } from '../findings/finding.ts';
import { Reporter } from '../findings/reporter.ts';
import type { Envelope, PartnerId } from '../interchange.ts';
import { edifactDate } from '../when/edifact-dates.ts';
import { charsetOf, insideUtf8, iso8859, repertoireOf } from './charset.ts';
import { isTag, readHead, SAMPLE, wrapWidth } from './edifact-head.ts';
import type { FamilyReader, Handler, MessageSource, Settings } from './family.ts';
import { Scanner } from './scanner.ts';
import { tagOf, type Segments } from './segments.ts';
import { Source } from './source.ts';
import type { Window } from './window.ts';

const UNA = tagOf('UNA');
const UNB = tagOf('UNB');
const UIB = tagOf('UIB');
const UNG = tagOf('UNG');
const UNH = tagOf('UNH');
const UIH = tagOf('UIH');
const UNT = tagOf('UNT');
const UIT = tagOf('UIT');
const UNE = tagOf('UNE');
const UNZ = tagOf('UNZ');
const UIZ = tagOf('UIZ');
const ISA = tagOf('ISA');

/** Reads one EDIFACT interchange (ISO 9735-1, syntax versions 1 to 4): header to trailer, counts and references checked. */
export class EdifactReader implements FamilyReader {
  readonly #window: Window;
  readonly #handler: Handler;
  readonly #settings: Settings;
  readonly #scanner: Scanner;
  readonly #source: Source;
  readonly #reporter: Reporter;
  #state: 'head' | 'header' | 'body' | 'done' = 'head';
  #repetition = -1;
  #decimalMark = 46;
  #reserved = -1;
  #terminator = 0;
  #envelope: Envelope | null = null;
  #from = 0;
  /** Next segment of the table to look at. */
  #next = 0;
  #message: { at: number; reference: string; type: string; segments: number; oversized: boolean } | null = null;
  #group: { reference: string; messages: number } | null = null;
  #messages = 0;
  #groups = 0;
  readonly #references = new Set<string>();

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
    if (this.#state === 'header' && !this.#header()) return false;
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

  /** UNA, separators, wrapped lines: everything before the header segment. */
  #head(): boolean {
    const window = this.#window;
    if (!window.final && window.length - window.from < SAMPLE) return false;
    this.#from = window.byteAt(window.from);
    const head = readHead(window, this.#scanner.line);
    this.#reporter.addAll(head.findings);
    this.#reserved = head.reserved;
    this.#decimalMark = head.decimalMark;
    window.from = head.start;
    const line = this.#scanner.line + head.lines;
    const width = wrapWidth(window, head.start, head.service.terminator);
    if (width > 0) {
      this.#report('wrapped', { ...NOWHERE, byte: window.byteAt(window.from), line }, String(width));
      window.unwrap();
    }
    this.#terminator = head.service.terminator;
    this.#scanner.begin(head.service, line, UNZ);
    this.#state = 'header';
    return true;
  }

  /** The header segment. */
  #header(): boolean {
    const scanner = this.#scanner;
    while (scanner.segments.count === 0 && scanner.scan(1));
    if (scanner.segments.count === 0) {
      if (this.#tooLong()) return true;
      if (!this.#window.final) return false;
      this.#cutOff();
      return true;
    }
    const { segments } = scanner;
    const tag = upper(segments.tag(0));
    const batch = tag === UNB;
    this.#state = 'body';
    if (!batch && tag !== UIB) {
      this.#report('header-missing', this.#source.place(0), segments.tagText(0), 'UNB');
      this.#begin(noEnvelope(this.#source.place(0)));
      return true;
    }
    if (!batch) scanner.retarget(UIZ);
    this.#syntax(batch);
    this.#begin(this.#readHeader(batch));
    this.#next = 1;
    return true;
  }

  #begin(envelope: Envelope): void {
    this.#envelope = envelope;
    this.#handler.opened(envelope);
  }

  /** S001: character set and syntax version, and with them what the repetition character is. */
  #syntax(batch: boolean): void {
    const { segments } = this.#scanner.segments.load(0) && this.#scanner;
    const identifier = segments.text(1, 1).toUpperCase();
    const version = segments.text(1, 2);
    const place = this.#source.place(0, 1, 1);
    const charset = charsetOf(identifier);
    if (!charset) this.#report('syntax-identifier-unknown', place, identifier);
    segments.charset = charset ?? iso8859(1);
    if (!/^[1-4]$/.test(version)) this.#report('syntax-version-unknown', this.#source.place(0, 1, 2), version, '3');
    const repertoire = repertoireOf(identifier);
    this.#scanner.watch((byte) =>
      repertoire === 'open'
        ? byte === 127 || (byte > 127 && byte < 160 && segments.charset.units !== null)
        : byte > 126 || (repertoire === 'upper' && OUTSIDE_A.includes(byte)),
    );
    const blank = this.#reserved === 32 || this.#reserved === 0;
    if (version === '4' && batch) {
      // Without UNA the default is an asterisk; a blank one is a common mistake and means none.
      this.#repetition = this.#reserved === -1 ? 42 : blank ? -1 : this.#reserved;
      if (this.#repetition >= 0) this.#scanner.repeatWith(this.#repetition);
    } else if (this.#reserved > 32) {
      const shown = String.fromCharCode(this.#reserved);
      this.#report(
        'una-repetition',
        { ...place, tag: 'UNA', byte: this.#from + 7, element: null, component: null },
        shown,
      );
    }
  }

  #readHeader(batch: boolean): Envelope {
    const s = this.#scanner.segments.load(0);
    const shift = batch ? 0 : 4;
    const partner = (e: number): PartnerId => ({ id: s.text(e, 1), qualifier: s.value(e, 2), routing: s.value(e, 3) });
    const stamp = batch ? s.text(4, 1) + s.text(4, 2).slice(0, 4) : s.text(8, 1) + s.text(8, 2).slice(0, 4);
    const read = edifactDate(stamp, stamp.length === 10 ? '201' : stamp.length === 12 ? '203' : '');
    const envelope: Envelope = {
      family: 'edifact',
      syntax: `${s.text(1, 1)}:${s.text(1, 2)}`,
      sender: partner(2 + shift),
      recipient: partner(3 + shift),
      controlReference: batch ? s.text(5) : s.text(2, 1),
      preparedAt: 'when' in read ? read.when : null,
      application: batch ? s.value(7) : null,
      test: s.text(batch ? 11 : 10) === '1',
      acknowledgementRequested: batch && s.text(9) === '1',
      place: this.#source.place(0),
    };
    if (envelope.sender.id === '')
      this.#report('party-missing', this.#source.place(0, 2 + shift, 1), null, 'S002/0004');
    if (envelope.recipient.id === '')
      this.#report('party-missing', this.#source.place(0, 3 + shift, 1), null, 'S003/0010');
    if (envelope.controlReference === '')
      this.#report('header-incomplete', this.#source.place(0, batch ? 5 : 2, 1), null, '0020');
    if (envelope.preparedAt === null && stamp !== '')
      this.#report('date-unread', this.#source.place(0, batch ? 4 : 8, 1), stamp, 'YYMMDD:HHMM');
    return envelope;
  }

  /** Looks at the whole segments of the table, hands on each whole message, and lets go of what is done with. */
  #drain(): void {
    const { segments } = this.#scanner;
    const limit = this.#settings.limits.segmentsPerMessage;
    this.#marks();
    const { tags, count } = segments;
    let s = this.#next;
    for (; s < count && this.#state === 'body'; s++) {
      if (this.#message !== null) {
        // Service segments begin with U (55 or 75); inside a message only those are looked at.
        while (s < count && (tags[s]! & 0xdf0000) !== 0x550000 && tags[s] !== ISA) s++;
        if (s - this.#message.at >= limit || this.#tooLarge(this.#message.at)) this.#message.oversized = true;
        if (s === count) break;
      }
      this.#service(upper(tags[s]!), s);
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
    switch (tag) {
      case UNH:
      case UIH:
        if (this.#message) this.#endMessage(s, false);
        this.#openMessage(s, tag === UNH);
        break;
      case UNT:
      case UIT:
        if (this.#message) this.#endMessage(s, true);
        else this.#report('message-header-missing', this.#source.place(s), this.#scanner.segments.tagText(s));
        break;
      case UNG:
        if (this.#message) this.#endMessage(s, false);
        if (this.#group) this.#report('group-trailer-missing', this.#source.place(s), null, 'UNE');
        this.#group = { reference: this.#scanner.segments.load(s).text(5), messages: 0 };
        this.#groups++;
        break;
      case UNE:
        if (this.#message) this.#endMessage(s, false);
        this.#endGroup(s);
        break;
      case UNZ:
      case UIZ:
        if (this.#message) this.#endMessage(s, false);
        this.#endInterchange(s, tag === UNZ);
        break;
      case UNB:
      case UIB:
      case UNA:
      case ISA:
        this.#anotherHeader(tag, s);
        break;
      default:
        this.#otherSegment(s);
    }
  }

  #openMessage(s: number, batch: boolean): void {
    const { segments } = this.#scanner;
    segments.load(s);
    const reference = batch ? segments.text(1) : segments.text(2, 1);
    const type = batch ? segments.text(2, 1) : segments.text(1, 1);
    this.#message = { at: s, reference, type, segments: 0, oversized: false };
    this.#source.open(s, reference);
    this.#messages++;
    if (this.#group) this.#group.messages++;
    if (this.#references.has(reference))
      this.#report('message-reference-repeated', this.#source.place(s, 1, 1), reference);
    else if (this.#references.size < 100_000) this.#references.add(reference);
  }

  /** The message ends at segment `s`: its trailer, or the segment that stands where the trailer should. */
  #endMessage(s: number, trailer: boolean): void {
    const message = this.#message!;
    const { segments } = this.#scanner;
    const reporter = new Reporter(this.#settings.limits.findingsPerMessage, this.#settings.severities);
    const last = trailer ? s : s - 1;
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
    if (!trailer) reporter.add('message-trailer-missing', this.#source.place(s), null, 'UNT');
    else this.#checkTrailer(reporter, s, count, message.reference);
    const from: MessageSource = {
      source: this.#source,
      segments,
      from: message.at,
      to: last,
      reporter,
      envelope: this.#envelope!,
      group: this.#group?.reference ?? null,
      version: '',
      decimalMark: this.#decimalMark,
      readable: !message.oversized,
      count,
    };
    this.#handler.message(from);
    this.#message = null;
    this.#source.open(s, null);
  }

  #checkTrailer(reporter: Reporter, s: number, count: number, reference: string): void {
    const { segments } = this.#scanner;
    segments.load(s);
    const interactive = upper(segments.tag(s)) === UIT;
    const stated = segments.text(interactive ? 2 : 1);
    const given = interactive ? segments.text(1, 1) : segments.text(2);
    if (!sameCount(stated, count))
      reporter.add('segment-count-wrong', this.#source.place(s, 1, 1), stated, String(count));
    if (given !== reference) reporter.add('message-reference-differs', this.#source.place(s, 2, 1), given, reference);
  }

  #endGroup(s: number): void {
    const { segments } = this.#scanner;
    segments.load(s);
    const group = this.#group;
    if (!group) {
      this.#report('group-header-missing', this.#source.place(s), 'UNE');
      return;
    }
    if (!sameCount(segments.text(1), group.messages))
      this.#report('group-count-wrong', this.#source.place(s, 1, 1), segments.text(1), String(group.messages));
    if (segments.text(2) !== group.reference)
      this.#report('group-reference-differs', this.#source.place(s, 2, 1), segments.text(2), group.reference);
    this.#group = null;
  }

  #endInterchange(s: number, batch: boolean): void {
    const { segments } = this.#scanner;
    if (this.#group) this.#report('group-trailer-missing', this.#source.place(s), null, 'UNE');
    segments.load(s);
    const expected = this.#groups > 0 ? this.#groups : this.#messages;
    const stated = segments.text(batch ? 1 : 2);
    const given = batch ? segments.text(2) : segments.text(1, 1);
    if (!sameCount(stated, expected))
      this.#report('interchange-count-wrong', this.#source.place(s, 1, 1), stated, String(expected));
    if (this.#envelope!.controlReference !== given)
      this.#report('control-reference-differs', this.#source.place(s, 2, 1), given, this.#envelope!.controlReference);
    if (this.#messages === 0) this.#report('no-message', this.#source.place(s));
    this.#close(segments.endOf(s) + 1);
  }

  /** A second header: the same one again is skipped; another one means that the trailer of this interchange is missing. */
  #anotherHeader(tag: number, s: number): void {
    const { segments } = this.#scanner;
    segments.load(s);
    if (tag === UNB && this.#messages === 0 && segments.text(5) === this.#envelope?.controlReference) {
      this.#report('header-repeated', this.#source.place(s));
      return;
    }
    if (tag === UNA && this.#messages === 0 && segments.tagText(s).length > 3) return;
    if (this.#message) this.#endMessage(s, false);
    this.#report('trailer-missing', this.#source.place(s), null, 'UNZ');
    this.#close(segments.starts[s]!);
  }

  #otherSegment(s: number): void {
    // UNS, UNP and private segments that begin with U belong to the message.
    if (this.#message) return;
    this.#report('segment-outside-message', this.#source.place(s), this.#scanner.segments.tagText(s));
  }

  /** The open message has come beyond the limit of bytes. */
  #tooLarge(at: number): boolean {
    return this.#scanner.position - this.#scanner.segments.starts[at]! > this.#settings.limits.messageBytes;
  }

  /** A segment without end: either the file is no EDI data, or a terminator is missing. */
  #tooLong(): boolean {
    const start = this.#scanner.openStart;
    const limit = this.#settings.limits.segmentBytes;
    if (start < 0 || this.#scanner.position - start <= limit) return false;
    this.#report('segment-too-long', this.#source.place(this.#scanner.segments.count), null, String(limit));
    this.#abandon();
    return true;
  }

  /** The bytes have come to an end before the trailer. */
  #cutOff(): void {
    if (this.#closeByHand()) return;
    const { segments } = this.#scanner;
    const open = this.#scanner.openStart;
    if (open >= 0) {
      const place = this.#source.place(segments.count);
      const tag = isTag(this.#window.bytes, open, 'UNZ') ? 'UNZ' : null;
      this.#report('truncated', { ...place, tag, byte: this.#window.byteAt(this.#window.length) });
    }
    if (this.#message) this.#endMessage(segments.count, false);
    const place = this.#source.place(Math.max(0, segments.count));
    this.#report(
      'trailer-missing',
      { ...place, byte: this.#window.byteAt(this.#window.length), tag: null },
      null,
      'UNZ',
    );
    this.#abandon();
  }

  /** Some senders leave out the terminator behind the last segment: the trailer is read as if it stood there. */
  #closeByHand(): boolean {
    const { openStart } = this.#scanner;
    const { bytes, length } = this.#window;
    if (this.#supplied || openStart < 0 || !(isTag(bytes, openStart, 'UNZ') || isTag(bytes, openStart, 'UIZ')))
      return false;
    this.#supplied = true;
    const place = this.#source.place(this.#scanner.segments.count);
    this.#report('terminator-missing', { ...place, byte: this.#window.byteAt(length) });
    this.moved(this.#window.supply(this.#terminator));
    return true;
  }
  /** The terminator at the end of the file is ours. */
  #supplied = false;

  /** Ends the interchange where nothing more can be read of it. */
  #abandon(): void {
    if (this.#message) this.#endMessage(this.#scanner.segments.count, false);
    if (!this.#envelope) this.#begin(noEnvelope({ ...NOWHERE, byte: this.#from }));
    this.#close(this.#window.length);
  }

  #close(position: number): void {
    this.#marks();
    const { segments } = this.#scanner;
    if (segments.utf8 !== null)
      this.#report('charset-mislabelled', this.#envelope!.place, segments.utf8, this.#envelope!.syntax);
    this.#state = 'done';
    this.#window.from = position;
    this.#handler.closed({
      findings: this.#reporter.findings,
      ok: !this.#reporter.failed,
      from: this.#from,
      to: this.#window.byteAt(position),
    });
  }

  /** Turns what the scanner has noted about single bytes into findings, once each. */
  #marks(): void {
    const scanner = this.#scanner;
    const { bytes } = scanner.segments;
    const once = (position: number, code: FindingCode, expected: string | null): void => {
      if (this.#noted.has(code)) return;
      this.#noted.add(code);
      const byte = bytes[position] ?? 0;
      const hex = byte.toString(16).toUpperCase().padStart(2, '0');
      const shown = byte > 32 ? `${String.fromCharCode(byte)} (${hex})` : hex;
      this.#report(code, this.#source.around(position), shown, expected);
    };
    // What is UTF-8 under another label is named as that, once the whole is read.
    if (scanner.foreign >= 0 && !insideUtf8(bytes, scanner.foreign))
      once(scanner.foreign, 'character-outside-set', this.#envelope?.syntax ?? 'UNOA');
    if (scanner.control >= 0) once(scanner.control, 'control-character', null);
    if (scanner.indented >= 0) once(scanner.indented, 'indented-segment', null);
    scanner.foreign = scanner.control = scanner.indented = -1;
  }
  readonly #noted = new Set<FindingCode>();

  #report(code: FindingCode, place: Place, found: string | null = null, expected: string | null = null): void {
    this.#reporter.add(code, place, found, expected);
  }
}

/** Printable ASCII characters that UNOA does not have: lower case and # $ @ [ \ ] ^ _ ` { | } ~ */
const OUTSIDE_A = Array.from('abcdefghijklmnopqrstuvwxyz#$@[\\]^_`{|}~', (c) => c.charCodeAt(0));

const noEnvelope = (place: Place): Envelope => ({
  family: 'edifact',
  syntax: '',
  sender: { id: '', qualifier: null, routing: null },
  recipient: { id: '', qualifier: null, routing: null },
  controlReference: '',
  preparedAt: null,
  application: null,
  test: false,
  acknowledgementRequested: false,
  place,
});

/** A tag in upper case: some senders write `unh`. */
const upper = (tag: number): number => {
  let made = 0;
  for (let shift = 16; shift >= 0; shift -= 8) {
    const byte = (tag >> shift) & 255;
    made |= (byte >= 97 && byte <= 122 ? byte - 32 : byte) << shift;
  }
  return made;
};

const sameCount = (stated: string, counted: number): boolean => /^\d{1,9}$/.test(stated) && +stated === counted;
