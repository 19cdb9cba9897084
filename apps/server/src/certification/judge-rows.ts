import type { ImportRow } from './read-requirements.ts';

/** What will become of one row of an import. */
export type Fate = ImportRow & {
  /** `carried`: the clause stands with the same words in the edition that this one replaces, and goes over with its blocks. */
  readonly fate: 'new' | 'same' | 'carried' | 'changed' | 'refused';
  /** Why it is refused: no clause, no text, too long, or the clause stands twice in the file. */
  readonly reason: 'no-clause' | 'no-text' | 'clause-too-long' | 'text-too-long' | 'twice' | null;
  /** The words until now, where they change: of this catalogue, else of the edition before. */
  readonly before: string | null;
};

/**
 * The fate of each row, before anything is written. Clauses that a file does not name stay as they are: a customer who leaves one out
 * has not said that it no longer holds.
 * @param known words by clause, of the catalogue as it stands
 * @param earlier words by clause, of the edition that it replaces
 */
export function judgeRows(
  rows: readonly ImportRow[],
  known: ReadonlyMap<string, string>,
  earlier: ReadonlyMap<string, string>,
): Fate[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const reason = reasonToRefuse(row, seen);
    seen.add(row.clause);
    if (reason !== null) return { ...row, fate: 'refused', reason, before: null };
    const now = known.get(row.clause);
    const before = now ?? earlier.get(row.clause);
    if (before === undefined) return { ...row, fate: 'new', reason, before: null };
    if (before !== row.words) return { ...row, fate: 'changed', reason, before };
    return { ...row, fate: now === undefined ? 'carried' : 'same', reason, before: null };
  });
}

function reasonToRefuse(row: ImportRow, seen: ReadonlySet<string>): Fate['reason'] {
  if (row.clause === '') return 'no-clause';
  if (row.words === '') return 'no-text';
  if (row.clause.length > 60) return 'clause-too-long';
  if (row.words.length > 10_000) return 'text-too-long';
  return seen.has(row.clause) ? 'twice' : null;
}
