import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { toXlsx } from './xlsx.ts';

test('a workbook keeps words as words and numbers as numbers, and no customer’s words become a formula', async () => {
  const blob = await toXlsx(
    'Rules',
    ['Title', 'In use'],
    [
      ['Prévenir « avant »', 18],
      ['=1+1', 0],
    ],
  );
  const files = unzipped(Buffer.from(await blob.arrayBuffer()));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? assert.fail('no sheet');
  const words = `${sheet}${files.get('xl/sharedStrings.xml') ?? ''}`;
  assert.match(words, /Prévenir « avant »/);
  assert.match(words, /=1\+1/);
  assert.doesNotMatch(sheet, /<f[ >]/, 'no cell holds a formula');
  assert.match(sheet, /<v>18<\/v>/);
  assert.match(sheet, /<pane[^>]*ySplit="1"/, 'the header stays in sight');
});

test('a name that Excel would refuse is made one that it takes', async () => {
  const blob = await toXlsx('Rules: all / of [them] that hold for everybody', ['Title'], []);
  const book = unzipped(Buffer.from(await blob.arrayBuffer())).get('xl/workbook.xml') ?? assert.fail('no workbook');
  const name = /<sheet [^>]*name="([^"]+)"/.exec(book)?.[1] ?? assert.fail('no name');
  assert.ok(name.length <= 31 && !/[[\]:*?/\\]/.test(name), name);
});

/** The texts of a ZIP file by name, read from its central directory (APPNOTE 4.3.12). */
function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength, extra, comment] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(begin, begin + size);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'),
    );
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
