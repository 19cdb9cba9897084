import { CsvError, parse } from 'csv-parse/sync';
import { type Result, ok, refuse } from '../platform/result.ts';

/** One row of a customer's table, as it stands there. */
export type ImportRow = {
  readonly line: number;
  readonly clause: string;
  readonly words: string;
  readonly source: string;
};

/** Which column holds what; columns are counted from 0. */
export type ColumnChoice = { readonly clause: number; readonly words: number; readonly source: number | null };

export type RequirementTable = {
  /** The cells of the first line. */
  readonly head: readonly string[];
  /** Whether the first line names the columns and is no clause itself. */
  readonly named: boolean;
  readonly columns: ColumnChoice;
  readonly rows: readonly ImportRow[];
};

/** Names of the columns as tables in English and French have them. */
const columns = {
  clause: ['clause', 'number', 'no', 'numéro', 'numero', 'n°', 'article', 'paragraphe', 'id', 'ref', 'réf'],
  words: ['text', 'words', 'requirement', 'exigence', 'texte', 'description', 'libellé', 'libelle'],
  source: ['source', 'contract', 'contrat', 'message', 'origin', 'origine'],
} as const;

/**
 * Reads a table of requirements: UTF-8 (Windows-1252 where it is no UTF-8), separated by comma, semicolon or tab, the first line naming
 * the columns; without such a line clause and text are the first two. Nothing is judged here.
 * @param chosen the columns as a person chose them, where the names do not tell; the first line then names them unless it is said not to
 * @refuses unreadable-table with the line
 */
export function readRequirements(
  file: Uint8Array,
  chosen: { readonly columns?: ColumnChoice | undefined; readonly named?: boolean | undefined } = {},
): Result<RequirementTable> {
  const text = decode(file);
  const first = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    }) as unknown as typeof records;
  } catch (thrown) {
    if (thrown instanceof CsvError)
      return refuse('unreadable-table', { line: Number(thrown['lines'] ?? 1), what: thrown.code });
    throw thrown;
  }
  const head = records[0]?.record.map((name) => name.toLowerCase()) ?? [];
  const place = (names: readonly string[]): number => head.findIndex((name) => names.includes(name));
  const isNamed = place(columns.clause) !== -1 && place(columns.words) !== -1;
  const named = chosen.named ?? (isNamed || chosen.columns !== undefined);
  const source = isNamed ? place(columns.source) : head.length > 2 ? 2 : -1;
  const own = chosen.columns ?? {
    clause: isNamed ? place(columns.clause) : 0,
    words: isNamed ? place(columns.words) : 1,
    source: source === -1 ? null : source,
  };
  const rows = records.slice(named ? 1 : 0).map(({ record, info }) => ({
    line: info.lines,
    clause: record[own.clause] ?? '',
    words: record[own.words] ?? '',
    source: own.source === null ? '' : (record[own.source] ?? ''),
  }));
  if (rows.length > mostRows) return refuse('unreadable-table', { line: mostRows, what: `> ${mostRows}` });
  return ok({ head: records[0]?.record ?? [], named, columns: own, rows });
}

/** Rows of one import at most. */
const mostRows = 5000;

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}
