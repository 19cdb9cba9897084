import type { FindingCode } from '../findings/catalog.ts';
import type { MessageSource } from '../syntax/family.ts';
import type { Segments } from '../syntax/segments.ts';
import { CLOSER, type ComponentSpec, type SegmentSpec } from './elements.ts';
import type { Node, Structure } from './structure.ts';

/** A grammar for one message: its tree, and what its segments hold. */
export interface Grammar {
  readonly structure: Structure;
  /** By packed tag. */
  readonly segments: ReadonlyMap<number, SegmentSpec>;
}

/**
 * Checks a message against its grammar: order, repetition and presence of segments; presence, length and kind of elements.
 * Every deviation is a finding; the first of its kind at one element stands for the others. Segment by segment, so that
 * who reads the meaning loads each segment once.
 */
export class Validation {
  readonly #message: MessageSource;
  readonly #grammar: Grammar;
  readonly #counts: Int32Array;
  readonly #said = new Set<string>();
  #node: Node | null = null;
  /** The last tag looked up, and what its segment holds. */
  #tag = -1;
  #spec: SegmentSpec | undefined;

  constructor(message: MessageSource, grammar: Grammar) {
    this.#message = message;
    this.#grammar = grammar;
    this.#counts = new Int32Array(grammar.structure.size);
  }

  /** How deep in groups the last segment stands; 0 at the top. */
  get depth(): number {
    return this.#node?.depth ?? 0;
  }

  /** The whole message, for who wants no more than that. */
  run(): void {
    const { segments, from, to } = this.#message;
    for (let s = from; s <= to; s++) this.step(segments.load(s), s);
  }

  /** Segment `s`, which is loaded. */
  step(segments: Segments, s: number): void {
    const tag = upper(segments.tags[s]!);
    if (tag !== segments.tags[s])
      this.#say('lower-case-tag', s, null, null, segments.tagText(s), segments.tagText(s).toUpperCase());
    const way = this.#grammar.structure.next(this.#node, tag);
    if (way) {
      const node = (this.#node = way.to);
      if (way.missing.length > 0)
        for (const missing of way.missing) this.#say('segment-missing', s, null, null, segments.tagText(s), missing);
      if (way.opens.length > 0) for (const group of way.opens) this.#open(group, s);
      this.#count(node, s);
    } else this.#outOfPlace(segments, s, tag);
    if (tag !== this.#tag) {
      this.#tag = tag;
      this.#spec = this.#grammar.segments.get(tag);
    }
    if (this.#spec) this.#elements(segments, s, this.#spec);
    if (s === this.#message.to)
      for (const missing of this.#grammar.structure.missingAtEnd(this.#node))
        this.#say('segment-missing', s, null, null, segments.tagText(s), missing);
  }

  #outOfPlace(segments: Segments, s: number, tag: number): void {
    const { structure } = this.#grammar;
    const near = structure.around(this.#node, tag);
    const elsewhere = near ?? structure.anywhere(tag);
    this.#say(elsewhere ? 'segment-unexpected' : 'segment-unknown', s, null, null, segments.tagText(s), null);
    // A stray segment is passed over if the next one fits without it; else the message goes on from there.
    const fits = s < this.#message.to && structure.next(this.#node, upper(segments.tag(s + 1))) !== null;
    if (!elsewhere || (fits && elsewhere !== near)) return;
    this.#node = elsewhere;
    const group = elsewhere.parent;
    if (group?.members[0] === elsewhere) this.#reset(group);
  }

  #reset(group: Node): void {
    const counts = this.#counts;
    for (let id = group.id + 1; id <= group.last; id++) counts[id] = 0;
  }

  #open(group: Node, s: number): void {
    this.#reset(group);
    this.#count(group, s);
  }

  #count(node: Node, s: number): void {
    if (++this.#counts[node.id]! === node.max + 1)
      this.#say('segment-too-often', s, null, null, node.tag, String(node.max));
  }

  #elements(segments: Segments, s: number, spec: SegmentSpec): void {
    const { marks, bytes, elements } = segments;
    const rules = spec.elements;
    if (elements === 0 && rules.length > 0) this.#say('segment-empty', s, null, null, segments.tagText(s), null);
    let first = segments.firstMark(1);
    for (let e = 1; e <= elements; e++) {
      const next = segments.firstMark(e + 1);
      const rule = rules[e - 1];
      if (rule === undefined) {
        if (next - first > 1 || marks[first]! - marks[first - 1]! > 1)
          this.#say('element-unexpected', s, e, null, segments.text(e), null);
        first = next;
        continue;
      }
      const { limits } = rule;
      const known = limits.length;
      let seen = 0;
      let start = marks[first - 1]! + 1;
      for (let m = first; m < next; m++) {
        const end = marks[m]!;
        if (end > start) {
          const c = m - first;
          seen |= 1 << c;
          if (c >= known) this.#surplus(segments, s, e, c + 1);
          else if (end - start > limits[c]! || limits[c]! >= CLOSER)
            this.#one(segments, s, e, c + 1, rule.components[c]!, bytes, start, end);
        }
        start = end + 1;
      }
      if (seen === 0) {
        if (rule.required) this.#say('element-missing', s, e, null, null, `${segments.tagText(s)}/${e}`);
      } else if ((rule.needed & ~seen) !== 0) this.#needed(segments, s, e, rule.needed & ~seen);
      first = next;
    }
    for (let e = elements + 1; e <= spec.lastRequired; e++)
      if (rules[e - 1]!.required) this.#say('element-missing', s, e, null, null, `${segments.tagText(s)}/${e}`);
  }

  #needed(segments: Segments, s: number, e: number, missing: number): void {
    for (let c = 0; c < 31; c++)
      if ((missing >> c) & 1) this.#say('element-missing', s, e, c + 1, null, `${segments.tagText(s)}/${e}/${c + 1}`);
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
    check: ComponentSpec,
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
