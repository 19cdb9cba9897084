import { parseCsv, type TableMapping } from '@coprod/edi';
import readWorkbook from 'read-excel-file/node';
import { type WorkbookTrouble, checkWorkbook } from './check-workbook.ts';

/** A table as text, whatever kind of file it came in. */
export type Sheet = {
  readonly kind: 'csv' | 'xlsx';
  /** Names of all sheets; none in a CSV. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: readonly (readonly string[])[];
};

export type SheetRead =
  | { readonly ok: true; readonly value: Sheet }
  | { readonly ok: false; readonly why: WorkbookTrouble };

/** More rows than any schedule has; what comes behind them is another kind of file. */
const mostRows = 200_000;

/**
 * Reads a CSV (RFC 4180, UTF-8 or the Windows code page) or an Excel workbook (ECMA-376) as rows of text. Dates come in ISO form;
 * numbers as a person sees them, with the decimal mark of the mapping. A workbook is looked into before it is unpacked.
 * @param sheet name of the sheet to read; the first one without, or where there is none of that name
 */
export async function readSheet(
  bytes: Uint8Array,
  decimalMark: TableMapping['decimalMark'],
  sheet: string | null = null,
): Promise<SheetRead> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!isArchive && !isCompound) {
    if (bytes.subarray(0, 4096).includes(0) && !hasWideMark(bytes)) return { ok: false, why: 'no-workbook' };
    const rows = parseCsv(textOf(bytes));
    if (rows.length > mostRows) return { ok: false, why: 'too-large' };
    return { ok: true, value: { kind: 'csv', sheets: [], sheet: null, rows } };
  }
  const trouble = await checkWorkbook(bytes);
  if (trouble !== null) return { ok: false, why: trouble };
  try {
    const all = await readWorkbook(Buffer.from(bytes), { parseNumber: (number) => asSeen(number, decimalMark) });
    const chosen = all.find((one) => one.sheet === sheet) ?? all[0];
    if (chosen === undefined) return { ok: false, why: 'no-workbook' };
    const rows = chosen.data.map((row) => row.map((cell) => textOfCell(cell)));
    return { ok: true, value: { kind: 'xlsx', sheets: all.map((one) => one.sheet), sheet: chosen.sheet, rows } };
  } catch {
    // The library throws for anything that is no workbook after all: a person is told that it is none.
    return { ok: false, why: 'no-workbook' };
  }
}

const hasWideMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** UTF-16 by its mark, UTF-8 where the bytes are that, else the code page that Excel writes in western Europe. */
function textOf(bytes: Uint8Array): string {
  if (hasWideMark(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A workbook keeps 1200.1 as 1200.0999999999999: fifteen digits are what Excel shows, and all that it holds. */
function asSeen(number: string, decimalMark: string): string {
  const value = Number(number);
  if (!Number.isFinite(value)) return number;
  const digits = value.toPrecision(15);
  if (digits.includes('e')) return number;
  const seen = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return seen.replace('.', decimalMark);
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const text = cell.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
  }
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
