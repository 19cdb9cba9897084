import type { Grid, RequirementState, Totals } from './queries.ts';

/** From what needs work to what needs none. */
const urgency: Readonly<Record<RequirementState, number>> = { gap: 0, partial: 1, covered: 2, 'not-applicable': 3 };

export type GridRow = Grid['rows'][number];

/** The cell that needs most, among those that stand for one clause of one customer: he may have several catalogues. */
export const worst = (states: readonly RequirementState[]): RequirementState | undefined =>
  states.toSorted((a, b) => urgency[a] - urgency[b])[0];

/** Rows with a gap first, then those answered in part; among alike ones the order of clauses stays. */
export const gapsFirst = (rows: readonly GridRow[]): GridRow[] => {
  const most = new Map(rows.map((row) => [row, Math.min(...row.cells.map((cell) => urgency[cell.state]))]));
  return rows.toSorted((a, b) => (most.get(a) ?? 0) - (most.get(b) ?? 0));
};

/** Totals of several catalogues, and how many clauses there are in all. */
export const sumOf = (totals: readonly Totals[]): Totals & { readonly all: number } => {
  const sum = (state: RequirementState): number => totals.reduce((all, one) => all + one[state], 0);
  const of = {
    covered: sum('covered'),
    partial: sum('partial'),
    gap: sum('gap'),
    'not-applicable': sum('not-applicable'),
  };
  return { ...of, all: of.covered + of.partial + of.gap + of['not-applicable'] };
};
