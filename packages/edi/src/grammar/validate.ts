import type { FindingCode } from '../findings/catalog.ts';
import type { MessageSource } from '../syntax/family.ts';
import type { Segments } from '../syntax/segments.ts';
import type { ElementSpec } from './elements.ts';
import type { Node, Structure } from './structure.ts';

/** A grammar for one message: its tree, and what its segments hold. */
export interface Grammar {
  readonly structure: Structure;
  /** By packed tag. */
  readonly segments: ReadonlyMap<number, readonly ElementSpec[]>;
}

/**
 * Checks a message against its grammar: order, repetition and presence of segments; presence, length and kind of elements.
 * Every deviation is a finding; the first of its kind at one element stands for the others.
 */
export function validate(message: MessageSource, grammar: Grammar): void {
  new Validation(message, grammar).run();
}

class Validation {
  readonly #message: MessageSource;
  readonly #grammar: Grammar;
  readonly #counts: Int32Array;
  readonly #said = new Set<string>();

  constructor(message: MessageSource, grammar: Grammar) {
    this.#message = message;
    this.#grammar = grammar;
    this.#counts = new Int32Array(grammar.structure.size);
  }

  run(): void {
    const { segments, from, to } = this.#message;
    const { structure } = this.#grammar;
    let node: Node | null = null;
    for (let s = from; s <= to; s++) {
      const tag = upper(segments.tag(s));
      const way = structure.next(node, tag);
      if (way) {
        node = way.to;
        for (const missing of way.missing) this.#say('segment-missing', s, null, null, segments.tagText(s), missing);
        for (const group of way.opens) this.#open(group, s);
        this.#count(node, s);
      } else {
        const elsewhere: Node | null = structure.around(node, tag) ?? structure.anywhere(tag);
        this.#say(elsewhere ? 'segment-unexpected' : 'segment-unknown', s, null, null, segments.tagText(s), null);
        // A stray segment is passed over if the next one fits without it; else the message goes on from there.
        const fits: boolean = s < to && structure.next(node, upper(segments.tag(s + 1))) !== null;
        if (elsewhere && (!fits || elsewhere === structure.around(node, tag))) {
          node = elsewhere;
          const group = elsewhere.parent;
          if (group?.members[0] === elsewhere) this.#counts.fill(0, group.id + 1, group.last + 1);
        }
      }
      const spec = this.#grammar.segments.get(tag);
      if (spec) this.#elements(segments.load(s), s, spec);
    }
    for (const missing of structure.missingAtEnd(node)) this.#say('segment-missing', to, null, null, 'UNT', missing);
  }

  #open(group: Node, s: number): void {
    this.#counts.fill(0, group.id + 1, group.last + 1);
    this.#count(group, s);
  }

  #count(node: Node, s: number): void {
    if (++this.#counts[node.id]! === node.max + 1)
      this.#say('segment-too-often', s, null, null, node.tag, String(node.max));
  }

  #elements(segments: Segments, s: number, spec: readonly ElementSpec[]): void {
    const { marks, bytes } = segments;
    const { elements } = segments;
    if (elements === 0 && spec.length > 0) this.#say('segment-empty', s, null, null, segments.tagText(s), null);
    for (let e = 1; e <= elements; e++) {
      const first = segments.firstMark(e);
      const next = segments.firstMark(e + 1);
      const rule = spec[e - 1];
      if (rule === undefined) {
        if (next - first > 1 || marks[first]! - marks[first - 1]! > 1)
          this.#say('element-unexpected', s, e, null, segments.text(e), null);
        continue;
      }
      const { components } = rule;
      let filled = false;
      for (let m = first; m < next; m++) {
        const start = marks[m - 1]! + 1;
        const length = marks[m]! - start;
        if (length === 0) continue;
        filled = true;
        const check = components[m - first];
        if (check === undefined) this.#surplus(segments, s, e, m - first + 1);
        else if (length > check.max || length < check.min || check.numeric)
          this.#one(segments, s, e, m - first + 1, check, bytes, start, marks[m]!);
      }
      if (!filled) {
        if (rule.required) this.#say('element-missing', s, e, null, null, `${segments.tagText(s)}/${e}`);
        continue;
      }
      for (let c = 0; c < components.length; c++)
        if (components[c]!.required && segments.size(e, c + 1) === 0)
          this.#say('element-missing', s, e, c + 1, null, `${segments.tagText(s)}/${e}/${c + 1}`);
    }
    for (let e = elements + 1; e <= spec.length; e++)
      if (spec[e - 1]!.required) this.#say('element-missing', s, e, null, null, `${segments.tagText(s)}/${e}`);
  }

  /** A component behind the last one; components of a repetition are counted with it. */
  #surplus(segments: Segments, s: number, e: number, c: number): void {
    if (segments.repetitions(e) === 1) this.#say('component-unexpected', s, e, c, segments.text(e, c), null);
  }

  #one(
    segments: Segments,
    s: number,
    e: number,
    c: number,
    check: ElementSpec['components'][number],
    bytes: Uint8Array,
    start: number,
    end: number,
  ): void {
    if (segments.repetitions(e) > 1) return;
    if (check.numeric && !isNumeric(bytes, start, end)) this.#say('not-numeric', s, e, c, segments.text(e, c), null);
    if (end - start <= check.max && end - start >= check.min) return;
    // Release characters, and blanks around, do not count.
    const text = segments.text(e, c);
    const length = check.numeric ? text.replace(/[-.,]/g, '').length : text.length;
    if (length > check.max) this.#say('element-too-long', s, e, c, text, String(check.max));
    else if (length < check.min && length > 0) this.#say('element-too-short', s, e, c, text, String(check.min));
  }

  #say(
    code: FindingCode,
    s: number,
    e: number | null,
    c: number | null,
    found: string | null,
    expected: string | null,
  ): void {
    const key = `${code}${this.#message.segments.tag(s)}/${e}/${c}/${expected}`;
    if (this.#said.has(key)) return;
    if (this.#said.size < 10_000) this.#said.add(key);
    this.#message.reporter.add(code, this.#message.source.place(s, e, c), found, expected);
  }
}

function isNumeric(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if ((byte < 48 || byte > 57) && byte !== 45 && byte !== 46 && byte !== 44 && byte > 32) return false;
  }
  return true;
}

const upper = (tag: number): number => ((tag & 0x404040) === 0 || (tag & 0x202020) === 0 ? tag : upperSlowly(tag));

function upperSlowly(tag: number): number {
  let made = 0;
  for (let shift = 16; shift >= 0; shift -= 8) {
    const byte = (tag >> shift) & 255;
    made |= (byte >= 97 && byte <= 122 ? byte - 32 : byte) << shift;
  }
  return made;
}
