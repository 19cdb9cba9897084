import { stringify } from 'csv-stringify/sync';

/**
 * Requirements as CSV, as they are imported. A cell that a spreadsheet would take for a formula gets an apostrophe in front
 * (csv-stringify `escape_formulas`; OWASP, CSV injection).
 */
export const requirementsCsv = (
  rows: readonly { readonly clause: string; readonly words: string; readonly source: string; readonly state: string }[],
): string =>
  stringify(
    rows.map((row) => [row.clause, row.words, row.source, row.state]),
    { header: true, columns: ['clause', 'text', 'source', 'state'], bom: true, escape_formulas: true },
  );
