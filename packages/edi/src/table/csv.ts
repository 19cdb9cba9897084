/** Separators that occur, in the order in which a tie is decided. */
const SEPARATORS = [';', ',', '\t', '|'] as const;

/**
 * Rows of a CSV text (RFC 4180): quoted fields may hold separators, line breaks and doubled quotes. Without `separator` the one
 * is taken that the first line holds most often outside of quotes. Never fails: a quote that is not closed ends with the text.
 */
export function parseCsv(text: string, separator?: string): string[][] {
  const source = text.replace(/^\uFEFF/, '');
  const by = separator ?? separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (source[i + 1] === '"') field += source[++i]!;
      else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === by) {
      row.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && source[i + 1] === '\n') i++;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** Rows as CSV text. A field that a spreadsheet would take for a formula gets an apostrophe in front. */
export function writeCsv(rows: readonly (readonly string[])[], separator = ';'): string {
  const quote = (field: string): string => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(field) ? `'${field}` : field;
    return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(quote).join(separator)}\r\n`).join('');
}

function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  let best: string = SEPARATORS[0];
  for (const candidate of SEPARATORS) if (line.split(candidate).length > line.split(best).length) best = candidate;
  return best;
}
