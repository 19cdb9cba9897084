import { CsvError, parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { checkWorkbook } from '../check-workbook.ts';

export type Table = {
  readonly head: readonly string[];
  /** Not empty; `line` as a spreadsheet counts, from 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

const mostColumns = 200;

/**
 * Reads a table whose first row names the columns: an Excel workbook (its first sheet), or text in UTF-8 or Windows-1252 separated by
 * comma, semicolon or tab.
 * @refuses unreadable-table with the line; too-many-rows
 */
export async function readTable(bytes: Uint8Array, mostRows: number): Promise<Result<Table>> {
  const read = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readXlsx(bytes) : readText(bytes);
  if (!read.ok) return read;
  const [head, ...rows] = read.value;
  if (head === undefined) return ok({ head: [], rows: [] });
  if (head.cells.length > mostColumns) return refuse('unreadable-table', { line: 1, what: `> ${mostColumns}` });
  if (rows.length > mostRows) return refuse('too-many-rows', { most: mostRows });
  return ok({ head: head.cells.map((cell) => cell.trim()), rows });
}

type Rows = { readonly line: number; readonly cells: readonly string[] }[];
const notEmpty = ({ cells }: Rows[number]): boolean => cells.some((cell) => cell.trim() !== '');

async function readXlsx(bytes: Uint8Array): Promise<Result<Rows>> {
  // Looked at before anything is unpacked: a small file can be written that unpacks to terabytes.
  const trouble = await checkWorkbook(bytes);
  if (trouble !== null) return refuse('unreadable-table', { line: 1, what: `XLSX: ${trouble}` });
  try {
    const [first] = await readWorkbook(Buffer.from(bytes));
    const rows = (first?.data ?? []).map((row, index) => ({ line: index + 1, cells: row.map(asText) }));
    return ok(rows.filter(notEmpty));
  } catch (thrown) {
    return refuse('unreadable-table', {
      line: 1,
      what: thrown instanceof Error ? thrown.message.slice(0, 100) : 'XLSX',
    });
  }
}

const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  // A number written by a program and not by a person: a point, whatever language the reader has.
  if (typeof cell === 'number') return plainNumber(cell);
  return typeof cell === 'boolean' ? String(cell) : typeof cell === 'string' ? cell : '';
};
const plainNumber = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
};

function readText(bytes: Uint8Array): Result<Rows> {
  const text = decode(bytes);
  const first = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = ['\t', ';', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return ok(
      records
        // What the export guards with an apostrophe against being taken for a formula is read without it.
        .map(({ record, info }) => ({
          line: info.lines,
          cells: record.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')),
        }))
        .filter(notEmpty),
    );
  } catch (thrown) {
    if (thrown instanceof CsvError)
      return refuse('unreadable-table', { line: Number(thrown['lines'] ?? 1), what: thrown.code });
    throw thrown;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
