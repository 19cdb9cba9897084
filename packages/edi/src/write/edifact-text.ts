import { encode, iso8859, UTF8 } from '../syntax/charset.ts';
import type { When } from '../when/when.ts';
import type { Outgoing } from './written.ts';

/** One component, or the components of a composite. */
export type Element = string | null | readonly (string | null)[];

/** Puts EDIFACT segments together: release characters, trailing separators cut, counts and references of the envelope. */
export class EdifactText {
  readonly #segments: string[] = [];

  /** Adds a segment; empty elements at the end are left out. */
  add(tag: string, ...elements: readonly Element[]): void {
    let segment = tag;
    let gap = '';
    for (const element of elements) {
      gap += '+';
      const text = typeof element === 'string' ? escape(element) : element === null ? '' : composite(element);
      if (text === '') continue;
      segment += gap + text;
      gap = '';
    }
    this.#segments.push(segment);
  }

  /** Adds a segment as it was read. */
  addRaw(tag: string, elements: readonly (readonly string[])[]): void {
    this.add(tag, ...elements);
  }

  /** The interchange with one message: `type` and `directory` such as `DELFOR`, `D:97A:UN`. */
  interchange(type: string, directory: string, out: Outgoing): Uint8Array {
    const reference = out.messageReference ?? '1';
    const body = this.#segments;
    // Latin text where it suffices; else UTF-8, which syntax version 4 knows.
    const latin = body.every((segment) => encode(segment, iso8859(1)).lost === 0);
    const head = new EdifactText();
    const [date, time] = stamp(out.preparedAt);
    head.add(
      'UNB',
      latin ? ['UNOC', '3'] : ['UNOW', '4'],
      partner(out.sender),
      partner(out.recipient),
      [latin ? date.slice(2) : date, time],
      out.controlReference,
      null,
      type,
      null,
      out.acknowledge ? '1' : null,
      null,
      out.test ? '1' : null,
    );
    head.add('UNH', reference, [type, ...directory.split(':')]);
    const tail = new EdifactText();
    tail.add('UNT', String(body.length + 2), reference);
    tail.add('UNZ', '1', out.controlReference);
    const text = `UNA:+.? '${[...head.#segments, ...body, ...tail.#segments, ''].join("'\n").replace(/\n$/, '')}\n`;
    return encode(text, latin ? iso8859(1) : UTF8).bytes;
  }
}

const partner = ({ id, qualifier, routing }: Outgoing['sender']): Element => [id, qualifier, routing];

const composite = (components: readonly (string | null)[]): string => {
  let last = components.length;
  while (last > 0 && !components[last - 1]) last--;
  let text = '';
  for (let i = 0; i < last; i++) text += (i === 0 ? '' : ':') + escape(components[i] ?? '');
  return text;
};

// Most data have nothing to release: look before replacing.
const SERVICE = /[:+?']/;
const escape = (text: string): string => (SERVICE.test(text) ? text.replace(/[:+?']/g, '?$&') : text);

/** `CCYYMMDD` and `HHMM` of a local date and time. */
export function stamp(at: string): readonly [string, string] {
  return [at.slice(0, 10).replaceAll('-', ''), at.slice(11, 16).replace(':', '')];
}

const digits = (text: string): string => text.replace(/[^0-9]/g, '');

/** Value and format of DTM C507 for a date or period; null when no format can say it. */
export function dtmOf(when: When): readonly [string, string] | null {
  switch (when.kind) {
    case 'day':
      return [digits(when.date), '102'];
    case 'instant': {
      const seconds = when.at.length > 16;
      if (when.zone !== null) return [digits(when.at) + when.zone.replace(':', ''), seconds ? '304' : '303'];
      return [digits(when.at), seconds ? '204' : '203'];
    }
    case 'week':
      return [digits(when.week), '616'];
    case 'month':
      return [digits(when.month), '610'];
    case 'quarter':
      return [digits(when.quarter), '604'];
    case 'year':
      return [when.year, '602'];
    default: {
      const [from, to] = [dtmOf(when.from), dtmOf(when.to)];
      const format = from && to && from[1] === to[1] ? RANGE_FORMATS[from[1]] : undefined;
      return format ? [`${from![0]}-${to![0]}`, format] : null;
    }
  }
}

const RANGE_FORMATS: Readonly<Record<string, string>> = { 102: '718', 203: '719', 616: '716' };
