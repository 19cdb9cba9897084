import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sample } from '../../test/samples.ts';
import {
  OWN_TABLE,
  parseCsv,
  readInterchanges,
  readTable,
  whens,
  writeCsv,
  writeTable,
  type Release,
  type TableHeading,
  type TableMapping,
} from '../index.ts';

const heading: TableHeading = {
  number: 'T1',
  date: { kind: 'day', date: '2026-11-24' },
  customer: {
    role: 'customer',
    code: 'table',
    id: 'KESTREL',
    agency: null,
    name: null,
    address: [],
    contacts: [],
    references: [],
  },
  supplier: null,
};
const lines = (release: Release, item = 0): string[] =>
  release.items[item]!.schedule.map((l) => `${l.kind} ${l.quantity} ${l.when ? whens.text(l.when) : '-'}`);

test('a table of one call-off a row is read by the columns that were pointed at', () => {
  const rows = parseCsv(
    'Teil;Werk;Status;Datum;Menge\r\n7X0-881;W2;fest;26.11.2026;1.200\r\n7X0-881;W2;Vorschau;07.12.2026;2.400,5\r\n\r\n7X0-882;W2;fest;26.11.2026;0\r\n',
  );
  const mapping: TableMapping = {
    headingRows: 1,
    customerItem: 0,
    shipTo: 1,
    status: 2,
    date: 3,
    quantity: 4,
    dateOrder: 'day-month-year',
    decimalMark: ',',
    kinds: { fest: 'firm', vorschau: 'forecast' },
  };
  const { value, ok } = readTable(rows, mapping, heading);
  assert.ok(ok);
  assert.deepEqual(lines(value), ['firm 1200 2026-11-26', 'forecast 2400.5 2026-12-07']);
  assert.deepEqual(lines(value, 1), ['firm 0 2026-11-26']);
  assert.equal(value.items[0]!.shipTo?.id, 'W2');
});

test('a table with weeks across is read by its headings; an empty cell is no zero', () => {
  const rows = parseCsv('Part,Received,KW 48/2026,2026-W49,12/2026\n91B-55,125000,"2,400",,48000\n91B-56,0,10,20,x\n');
  const mapping: TableMapping = {
    headingRows: 1,
    customerItem: 0,
    received: 1,
    across: { from: 2, to: 4 },
    dateOrder: 'month-day-year',
    decimalMark: '.',
    kinds: { '*': 'forecast' },
  };
  const { value, findings, ok } = readTable(rows, mapping, heading);
  assert.deepEqual(lines(value), ['forecast 2400 2026-W48', 'forecast 48000 2026-12']);
  assert.equal(value.items[0]!.cumulatives[0]?.quantity.amount, '125000');
  assert.equal(ok, false);
  const wrong = findings.find((f) => f.code === 'quantity-wrong');
  assert.deepEqual([wrong?.found, wrong?.place.line, wrong?.place.element], ['x', 3, 5]);
});

test('a day may stand for its week, and the order of day and month is the mapping’s', () => {
  const read = (cell: string, dateOrder: TableMapping['dateOrder']): string => {
    const mapping: TableMapping = {
      headingRows: 0,
      customerItem: 0,
      date: 1,
      quantity: 2,
      bucket: 'week',
      dateOrder,
      decimalMark: '.',
      kinds: { '*': 'firm' },
    };
    return lines(readTable([['A', cell, '1']], mapping, heading).value)[0]!;
  };
  assert.equal(read('30.11.2026', 'day-month-year'), 'firm 1 2026-W49');
  assert.equal(read('11/30/2026', 'month-day-year'), 'firm 1 2026-W49');
  assert.equal(read('2026-11-30', 'day-month-year'), 'firm 1 2026-W49');
});

test('a number with the other decimal mark is not guessed', () => {
  const mapping: TableMapping = {
    headingRows: 0,
    customerItem: 0,
    quantity: 1,
    dateOrder: 'day-month-year',
    decimalMark: ',',
    kinds: { '*': 'backlog' },
  };
  assert.deepEqual(
    readTable([['A', '1.5']], mapping, heading)
      .findings.map((f) => f.code)
      .filter((c) => c.startsWith('quantity')),
    ['quantity-ambiguous'],
  );
});

test('CSV: what is written is read again, whatever the fields hold', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom(...Array.from('ab;,"\n\r \t1')) }), { minLength: 2, maxLength: 4 }),
        { minLength: 1 },
      ),
      (rows) => {
        const plain = rows.map((row) => row.map((field) => (/^[\t\r]/.test(field) ? `a${field}` : field)));
        assert.deepEqual(parseCsv(writeCsv(plain), ';'), plain);
      },
    ),
  ));

test('a field that a spreadsheet would run as a formula is made harmless', () => {
  assert.equal(writeCsv([['=1+1', '+A1', '-2', '@x', '-A']]), "'=1+1;'+A1;-2;'@x;'-A\r\n");
});

const sampleRelease = (): Release => {
  const value = readInterchanges(sample('delfor-d97a.edi')).interchanges[0]!.messages[0]!.value;
  assert.ok(value?.kind === 'release');
  return {
    ...value,
    items: value.items.map((i) => ({ ...i, schedule: i.schedule.filter((l) => l.when?.kind !== 'instant') })),
  };
};

test('a release becomes a table and a release again', () => {
  const release = sampleRelease();
  const { rows, mapping } = writeTable(release, OWN_TABLE);
  const { value, findings } = readTable(parseCsv(writeCsv(rows)), mapping, heading);
  assert.deepEqual(
    findings.filter((f) => f.severity === 'error'),
    [],
  );
  for (const [i] of release.items.entries()) assert.deepEqual(lines(value, i), lines(release, i));
  assert.equal(value.items[0]!.cumulatives[0]?.quantity.amount, release.items[0]!.cumulatives[0]?.quantity.amount);
});

test('a release is written in the customer’s own table with periods across; what has no column is named', () => {
  const release = sampleRelease();
  const own: TableMapping = {
    headingRows: 2,
    customerItem: 1,
    across: { from: 3, to: 4 },
    dateOrder: 'day-month-year',
    decimalMark: ',',
    kinds: { '*': 'forecast' },
  };
  const { rows, mapping, lost } = writeTable(release, own, { customerItem: 'Teil' });
  assert.deepEqual(rows.slice(0, 2), [[], ['', 'Teil', '', '2026-W49', '2026-W50', '2027-01']]);
  const { value } = readTable(rows, mapping, heading);
  assert.deepEqual(
    lines(value),
    lines(release).filter((line) => line.startsWith('forecast')),
  );
  assert.ok(lost.includes('items[0].schedule'));
});

test('whatever a release says in days, weeks and months is read again from its table', () => {
  const when = fc.oneof(
    fc.integer({ min: 0, max: 700 }).map((n) => whens.daysAfter('2026-01-01', n)),
    fc.integer({ min: 1, max: 52 }).map((n) => whens.week(2027, n)!),
    fc.integer({ min: 1, max: 12 }).map((n) => whens.month(2027, n)!),
    fc.constant(null),
  );
  const line = fc.record({
    kind: fc.constantFrom('firm' as const, 'forecast' as const, 'backlog' as const, 'unstated' as const),
    quantity: fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
    when,
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('.' as const, ',' as const),
      (schedule, mark) => {
        const [item] = sampleRelease().items;
        const release = {
          ...sampleRelease(),
          items: [{ ...item!, schedule: schedule.map((l) => ({ ...item!.schedule[0]!, ...l, cumulative: null })) }],
        } as unknown as Release;
        const { rows, mapping } = writeTable(release, { ...OWN_TABLE, decimalMark: mark });
        assert.deepEqual(lines(readTable(parseCsv(writeCsv(rows)), mapping, heading).value), lines(release));
      },
    ),
    { numRuns: process.env['COPROD_LONG'] === '1' ? 20_000 : 300 },
  );
});

test('a week without a year is the next one of that number, or a little behind', () => {
  const mapping: TableMapping = {
    headingRows: 1,
    customerItem: 0,
    across: { from: 1, to: 3 },
    dateOrder: 'day-month-year',
    decimalMark: ',',
    kinds: { '*': 'forecast' },
  };
  const { value, ok } = readTable(
    [
      ['Teil', 'KW 47', 'KW 53', 'KW02'],
      ['A', '1', '2', '3'],
    ],
    mapping,
    heading,
  );
  assert.ok(ok);
  assert.deepEqual(lines(value), ['forecast 1 2026-W47', 'forecast 2 2026-W53', 'forecast 3 2027-W02']);
});

test('running totals in the columns stay running totals', () => {
  const mapping: TableMapping = {
    headingRows: 1,
    customerItem: 0,
    date: 1,
    quantity: 2,
    numbers: 'cumulative',
    dateOrder: 'day-month-year',
    decimalMark: ',',
    kinds: { '*': 'firm' },
  };
  const { value } = readTable(
    [
      ['Teil', 'am', 'kumuliert'],
      ['A', '30.11.2026', '5.200'],
      ['A', '07.12.2026', '6.400'],
    ],
    mapping,
    heading,
  );
  assert.equal(value.quantities, 'cumulative');
  assert.deepEqual(
    value.items[0]!.schedule.map((l) => [l.quantity, l.cumulative]),
    [
      [null, '5200'],
      [null, '6400'],
    ],
  );
});
