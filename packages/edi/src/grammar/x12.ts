import { tagOf } from '../syntax/segments.ts';
import type { GrammarTables } from './edifact.ts';
import { segmentOf, type SegmentSpec } from './elements.ts';
import { Structure } from './structure.ts';
import type { Grammar } from './validate.ts';
import { X12_MESSAGES } from './x12-messages.ts';
import { X12_SEGMENTS } from './x12-segments.ts';

const OWN: GrammarTables = { messages: X12_MESSAGES, segments: X12_SEGMENTS };

const compiled = new WeakMap<GrammarTables, Map<string, Grammar>>();

/** The grammar of a transaction set; null when it is unknown. A table for the version is taken before the general one. */
export function x12Grammar(type: string, version: string, tables: GrammarTables = OWN): Grammar | null {
  const own = Object.hasOwn(tables.messages, type) ? tables.messages[type] : undefined;
  const notation = own?.[version] ?? own?.[''];
  if (notation === undefined) return null;
  let cache = compiled.get(tables);
  if (!cache) compiled.set(tables, (cache = new Map()));
  let grammar = cache.get(notation);
  if (!grammar) {
    const segments = new Map<number, SegmentSpec>();
    for (const [tag, elements] of Object.entries(tables.segments)) segments.set(tagOf(tag), segmentOf(elements));
    grammar = { structure: new Structure(notation), segments };
    cache.set(notation, grammar);
  }
  return grammar;
}
