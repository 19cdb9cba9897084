import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** What a workbook may hold at most: wide enough for the largest schedules, narrow enough for the memory of a small server. */
const most = { entries: 2000, bytes: 64 * 1024 * 1024, rows: 100_000, columns: 1000, cells: 2_000_000 };

/** Why a workbook is not unpacked. */
export type WorkbookTrouble = 'no-workbook' | 'too-large' | 'encrypted';

/**
 * Looks into a workbook (a ZIP archive, APPNOTE 6.3) before a library unpacks it: what it says of its sizes, what it really unpacks
 * to, and how far its sheets reach. Null when it is harmless. A few kilobytes may unpack to gigabytes, or name the last cell of a
 * sheet of sixteen thousand million.
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<WorkbookTrouble | null> {
  // An old or encrypted workbook is a compound file, not an archive.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'encrypted';
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (entries === null) return 'no-workbook';
  if (entries.length > most.entries || entries.reduce((sum, e) => sum + e.size, 0) > most.bytes) return 'too-large';
  let left = most.bytes;
  for (const { name, data, packed } of entries) {
    // What an entry says of its size may be a lie: it is unpacked under the limit, and let go.
    const content = packed ? await inflate(data, { maxOutputLength: left + 1 }).catch(() => null) : data;
    if (content === null || content.length > left) return 'too-large';
    left -= content.length;
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name) && !isBounded(content)) return 'too-large';
  }
  return entries.some(({ name }) => name === 'xl/workbook.xml') ? null : 'no-workbook';
}

type Entry = { readonly name: string; readonly size: number; readonly data: Buffer; readonly packed: boolean };

/** The entries of the central directory; null when it is none. */
function entriesOf(file: Buffer): readonly Entry[] | null {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > file.length) return null;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null;
    const method = file.readUInt16LE(at + 10);
    const [packedSize, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const local = file.readUInt32LE(at + 42);
    if (local + 30 > file.length || (method !== 0 && method !== 8)) return null;
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (start + packedSize > file.length) return null;
    const name = file.toString('utf8', at + 46, at + 46 + nameLength!);
    entries.push({ name, size, data: file.subarray(start, start + packedSize), packed: method === 8 });
    at += 46 + nameLength! + extra! + comment!;
  }
  return entries;
}

/** How far the cells of a sheet reach: who unpacks it makes room for all of them. */
function isBounded(sheet: Buffer): boolean {
  let [rows, columns, cells] = [0, 0, 0];
  for (const [, letters, digits] of sheet
    .toString('latin1')
    .matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters!));
    if (++cells > most.cells) return false;
  }
  return rows <= most.rows && columns <= most.columns && rows * columns <= most.cells;
}

const columnOf = (letters: string): number =>
  letters.split('').reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
