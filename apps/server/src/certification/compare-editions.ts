import { z } from 'zod';
import { type Piece, wordsBetween } from '../core/difference.ts';

/** A clause of an edition, as it is compared. */
type Clause = { readonly requirement_id: string; readonly clause: string; readonly words: string };

/** What became of one clause between two editions; clauses with the same words are only counted. */
export const clauseDifference = z
  .object({
    /** The clause of the later edition; of the earlier one where it is gone. */
    requirement: z.uuid(),
    clause: z.string(),
    how: z.enum(['new', 'changed', 'gone']),
    words: z.array(z.object({ how: z.enum(['same', 'inserted', 'deleted']), text: z.string() })),
  })
  .meta({ id: 'ClauseDifference' });

export type ClauseDifference = z.output<typeof clauseDifference>;

/**
 * Two editions of one catalogue, clause by clause: matched by the clause's number, changed words word by word. Clauses of the later
 * edition stand in its order; those that are gone follow, in the order that they had.
 */
export function compareEditions(
  earlier: readonly Clause[],
  later: readonly Clause[],
): { readonly rows: readonly ClauseDifference[]; readonly same: number } {
  const before = new Map(earlier.map((row) => [row.clause, row]));
  const now = new Set(later.map((row) => row.clause));
  const whole = (how: Piece['how'], text: string): Piece[] => [{ how, text }];
  const told = later.flatMap((row): ClauseDifference[] => {
    const base = { requirement: row.requirement_id, clause: row.clause };
    const was = before.get(row.clause);
    if (was === undefined) return [{ ...base, how: 'new', words: whole('inserted', row.words) }];
    return was.words === row.words ? [] : [{ ...base, how: 'changed', words: wordsBetween(was.words, row.words) }];
  });
  const gone = earlier
    .filter((row) => !now.has(row.clause))
    .map((row): ClauseDifference => ({
      requirement: row.requirement_id,
      clause: row.clause,
      how: 'gone',
      words: whole('deleted', row.words),
    }));
  const same = later.length - told.length;
  return { rows: [...told, ...gone], same };
}
