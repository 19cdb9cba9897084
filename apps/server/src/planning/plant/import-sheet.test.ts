import assert from 'node:assert/strict';
import { test } from 'node:test';
import writeWorkbook from 'write-excel-file/node';
import fc from 'fast-check';
import { newId } from '../../platform/ids.ts';
import { readCell } from './cells.ts';
import { judgeTable } from './import-sheet.ts';
import { type PlantRow, keyOfRow } from './plant-store.ts';
import { readTable } from './read-table.ts';
import { sheetNames, sheets } from './sheets.ts';

const item = (cells: PlantRow['cells']): PlantRow => ({
  id: newId(),
  sheet: 'items',
  cells,
  key: keyOfRow('items', cells),
});
const known = [item({ item: 'A-1', container: 40, stock: 120 }), item({ item: 'A-2', container: 10 })];

const preview = async (bytes: Uint8Array, language: 'en' | 'fr' = 'en') => {
  const table = await readTable(bytes, 1000);
  assert.ok(table.ok);
  const judged = judgeTable('items', table.value, known, language);
  assert.ok(judged.ok, JSON.stringify(judged));
  return judged.value;
};

test('each row of a table has its fate before anything is written; columns go by either language’s heading', async () => {
  const text =
    'Article;Contenant (pièces);Stock (pièces);Couleur\nA-1;40;130;rouge\nA-2;10;;\nA-3;20;1 250;\n;5;;\nA-4;x;;\nA-3;20;;\n';
  const { rows, columns } = await preview(Buffer.from(text), 'fr');
  assert.deepEqual(
    rows.map(({ line, fate, faults }) => [line, fate, faults.map(({ column, why }) => `${column} ${why}`).join()]),
    [
      [2, 'changed', ''],
      [3, 'same', ''],
      [4, 'new', ''],
      [5, 'refused', 'item missing-key'],
      [6, 'refused', 'container not-a-number'],
      [7, 'refused', 'item twice'],
    ],
  );
  assert.deepEqual(rows[0]?.before, { stock: 120 });
  assert.equal(rows[2]?.cells['stock'], 1250);
  assert.deepEqual(columns.at(-1), { said: 'Couleur', column: null });
});

test('an Excel workbook is read like a text', async () => {
  const data = [
    ['Item', 'Stock (pieces)'],
    ['A-1', 130],
    ['A-9', 7.5],
  ];
  const blob = await writeWorkbook(
    data.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
    ),
  ).toBuffer();
  const { rows } = await preview(blob);
  assert.deepEqual(
    rows.map(({ fate, cells, faults }) => [fate, cells['item'], cells['stock'] ?? null, faults[0]?.why ?? null]),
    [
      ['changed', 'A-1', 130, null],
      ['refused', 'A-9', null, 'not-whole'],
    ],
  );
});

test('what looks like a workbook and is none, and a table without the key, are refused', async () => {
  const none = await readTable(Buffer.from('PK\u0003\u0004 nothing'), 1000);
  assert.equal(none.ok, false);
  const table = await readTable(Buffer.from('Stock\n1\n'), 1000);
  assert.ok(table.ok);
  const judged = judgeTable('items', table.value, known, 'en');
  assert.equal(judged.ok ? null : judged.refusal.code, 'no-known-column');
});

test('every value that a cell can hold is read back from what the export writes, in both languages', () => {
  let values = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...sheetNames.flatMap((name) => sheets[name])),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom('en' as const, 'fr' as const),
      (column, number, language) => {
        const written: Record<typeof column.kind, string> = {
          text: `T ${number}`,
          whole: String(number),
          decimal: String(number / 1000),
          flag: number % 2 === 0 ? 'true' : 'false',
          time: `${String(number % 24).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`,
          day: Temporal.PlainDate.from('2026-01-01')
            .add({ days: number % 800 })
            .toString(),
          weekdays: `1-${1 + (number % 7)}`,
          moment: Temporal.Instant.fromEpochMilliseconds(number * 1_000_000).toString(),
        };
        const first = readCell(column, written[column.kind], language);
        if ('fault' in first) return assert.equal(first.fault, 'too-small');
        values++;
        assert.deepEqual(readCell(column, String(first.value), language), first);
      },
    ),
    { numRuns: 500 },
  );
  console.log(`${values} values read twice`);
});
