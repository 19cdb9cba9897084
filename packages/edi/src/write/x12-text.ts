import { encode, iso8859, UTF8 } from '../syntax/charset.ts';
import { stamp } from './edifact-text.ts';
import type { Outgoing } from './written.ts';

/** Puts X12 segments together. X12 has no release character: separators inside data become blanks, and that is a loss. */
export class X12Text {
  readonly #segments: string[] = [];
  /** Data that held a separator. */
  replaced = 0;

  /** Adds a segment; empty elements at the end are left out. */
  add(tag: string, ...elements: readonly (string | null)[]): void {
    let segment = tag;
    let gap = '';
    for (const element of elements) {
      gap += '*';
      if (element === null || element === '') continue;
      segment += gap + this.#clean(element);
      gap = '';
    }
    this.#segments.push(segment);
  }

  /** Adds a segment as it was read. */
  addRaw(tag: string, elements: readonly (readonly string[])[]): void {
    this.add(tag, ...elements.map((parts) => parts.join('>')));
  }

  #clean(text: string): string {
    if (!/[*~>^\r\n]/.test(text)) return text;
    this.replaced++;
    return text.replace(/[*~>^\r\n]/g, ' ');
  }

  /** The interchange with one group of one transaction set. `code` is GS01, `version` GS08 such as `004010`. */
  interchange(type: string, code: string, version: string, out: Outgoing): Uint8Array {
    const reference = out.messageReference ?? '0001';
    const group = String(Number(out.groupReference ?? out.controlReference) || 1);
    const [date, time] = stamp(out.preparedAt);
    const day = version < '004010' ? date.slice(2) : date;
    const { sender, recipient } = out;
    const body = [
      `GS*${code}*${this.#clean(sender.routing ?? sender.id)}*${this.#clean(recipient.routing ?? recipient.id)}*${day}*${time}*${group}*X*${version}`,
      `ST*${type}*${reference}`,
      ...this.#segments,
      `SE*${this.#segments.length + 2}*${reference}`,
      `GE*1*${group}`,
    ];
    return this.#finish(body, '1', version, out);
  }

  /** The interchange without a group: what TA1 needs. */
  bare(version: string, out: Outgoing): Uint8Array {
    return this.#finish(this.#segments, '0', version, out);
  }

  #finish(body: readonly string[], groups: string, version: string, out: Outgoing): Uint8Array {
    const [date, time] = stamp(out.preparedAt);
    const control = out.controlReference.padStart(9, '0').slice(-9);
    const id = (partner: Outgoing['sender']): string =>
      `${(partner.qualifier ?? 'ZZ').padEnd(2).slice(0, 2)}*${this.#clean(partner.id).padEnd(15)}`;
    // ISA12 of 4010 is 00401; the repetition separator replaces the standards identifier from 4020 on.
    const release = `00${version.slice(1, 4)}`;
    const isa =
      `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*${id(out.sender)}*${id(out.recipient)}*${date.slice(2)}*${time}*` +
      `${release >= '00402' ? '^' : 'U'}*${release}*${control}*${out.acknowledge ? 1 : 0}*${out.test ? 'T' : 'P'}*>`;
    const text = `${[isa, ...body, `IEA*${groups}*${control}`].join('~\n')}~\n`;
    const latin = encode(text, iso8859(1));
    return latin.lost === 0 ? latin.bytes : encode(text, UTF8).bytes;
  }
}
