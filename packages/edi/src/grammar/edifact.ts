import { tagOf } from '../syntax/segments.ts';
import { EDIFACT_MESSAGES } from './edifact-messages.ts';
import { EDIFACT_SEGMENTS } from './edifact-segments.ts';
import { segmentOf, type SegmentSpec } from './elements.ts';
import { Structure } from './structure.ts';
import type { Grammar } from './validate.ts';

/** Tables as they are written down, so that a customer may load larger ones. */
export interface GrammarTables {
  /** By message, then by directory (`96A`). */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly segments: Readonly<Record<string, string>>;
}

const OWN: GrammarTables = { messages: EDIFACT_MESSAGES, segments: EDIFACT_SEGMENTS };

const compiled = new WeakMap<GrammarTables, Map<string, { grammar: Grammar; directory: string }>>();

/**
 * The grammar of a message in a directory; the last one before it where that has no table of its own. Null when the
 * message is unknown. `directory` says which one was taken.
 */
export function edifactGrammar(
  type: string,
  directory: string,
  tables: GrammarTables = OWN,
): { readonly grammar: Grammar; readonly directory: string } | null {
  const own = Object.hasOwn(tables.messages, type) ? tables.messages[type] : undefined;
  if (!own) return null;
  const known = Object.keys(own).toSorted((a, b) => sortable(a).localeCompare(sortable(b)));
  const wanted = sortable(directory);
  const chosen = known.findLast((name) => sortable(name) <= wanted) ?? known[0]!;
  let cache = compiled.get(tables);
  if (!cache) compiled.set(tables, (cache = new Map()));
  const key = `${type} ${chosen}`;
  let entry = cache.get(key);
  if (!entry) {
    const segments = new Map<number, SegmentSpec>();
    for (const [tag, notation] of Object.entries(tables.segments)) segments.set(tagOf(tag), segmentOf(notation));
    entry = { grammar: { structure: new Structure(own[chosen]!), segments }, directory: chosen };
    cache.set(key, entry);
  }
  return entry;
}

/** Directories in the order of time: 96A comes before 04A. */
const sortable = (directory: string): string => {
  const year = Number(directory.slice(0, 2));
  return /^\d\d[A-Z]$/.test(directory) ? `${year < 70 ? 2000 + year : 1900 + year}${directory.charAt(2)}` : '';
};
