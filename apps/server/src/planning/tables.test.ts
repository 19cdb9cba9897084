import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import { type Answer, type House, type Someone, aHouse } from '../testing/a-house.ts';
import { actAsSystem } from '../access/access.ts';
import { applyInterchange } from './apply-interchange.ts';
import { checkWorkbook } from './check-workbook.ts';

const byRows = {
  headingRows: 1,
  customerItem: 0,
  shipTo: 1,
  status: 2,
  date: 3,
  quantity: 4,
  dateOrder: 'day-month-year',
  decimalMark: ',',
  kinds: { fest: 'firm', '*': 'forecast' },
};
const csv = (...rows: string[]): Buffer => Buffer.from(['Teil;Werk;Status;Datum;Menge', ...rows, ''].join('\r\n'));
const first = csv(
  '7X0-881;W2;fest;30.11.2026;1.200',
  '7X0-881;W2;Vorschau;07.12.2026;2.400',
  '7X0-882;W2;fest;30.11.2026;60',
);

describe('A customer sends his schedule as a table', () => {
  let house: House;
  let planner: Someone;
  let scheduler: Someone;
  let norvik: string;
  before(async () => {
    house = await aHouse({ name: 'Ateliers Morvane' });
    planner = await house.addPerson('Sacha', ['planner']);
    norvik = await house.addCustomer('Norvik Automobiles');
    scheduler = await house.addPerson('Charlie', ['scheduler'], { customer: norvik });
  });
  after(() => house.close());

  const send = async (path: string, query: Record<string, string>, bytes: Uint8Array, status: number) => {
    const { status: got, body }: Answer = await planner.post(`${path}?${new URLSearchParams(query).toString()}`, bytes);
    assert.equal(got, status, JSON.stringify(body));
    return body;
  };
  const keep = (name: string, mapping: object, bytes: Uint8Array): Promise<{ id: string }> =>
    send('/table-mappings', { customer: norvik, name, mapping: JSON.stringify(mapping) }, bytes, 201) as never;
  const applied = async (interchange: string): Promise<void> => {
    const system = actAsSystem(house.server.parts.doors, house.organization);
    await applyInterchange(system, interchange);
  };

  test('the planner sees what a mapping reads before anything is kept, each finding with row and column', async () => {
    const looked = await send('/tables/preview', {}, first, 200);
    assert.deepEqual(
      [looked.kind, looked.rows[0], looked.rowCount, looked.read],
      ['csv', ['Teil', 'Werk', 'Status', 'Datum', 'Menge'], 4, null],
    );
    const read = await send('/tables/preview', { mapping: JSON.stringify(byRows) }, first, 200);
    assert.deepEqual([read.read.ok, read.read.items, read.read.lineCount], [true, 2, 3]);
    assert.deepEqual(read.read.lines[0], {
      row: 2,
      item: '7X0-881',
      place: 'W2',
      kind: 'firm',
      quantity: '1200',
      total: null,
      when: '2026-11-30',
    });
    const wrong = await send(
      '/tables/preview',
      { mapping: JSON.stringify(byRows) },
      csv('7X0-881;W2;fest;31.11.2026;x'),
      200,
    );
    assert.deepEqual(
      wrong.read.findings
        .filter((f: { severity: string }) => f.severity === 'error')
        .map((f: { row: number; column: number }) => [f.row, f.column]),
      [
        [2, 4],
        [2, 5],
      ],
    );
  });

  test('what he pointed at once reads every later file of that customer, whichever way it comes', async () => {
    const { id } = await keep('Wochenplan', byRows, first);
    const taken = await send('/tables', { mapping: id, name: 'KW47.csv', day: '2026-11-20' }, first, 202);
    const [{ interchange }] = taken.interchanges;
    await applied(interchange);
    const page = (await planner.get(`/interchanges/${interchange}`)).body;
    assert.deepEqual(
      [page.state, page.family, page.customer, page.controlReference],
      ['applied', 'table', 'Norvik Automobiles', 'KW47'],
    );
    assert.deepEqual(page.segments[1].meaning, {
      kind: 'call-off',
      firmness: 'firm',
      quantity: '1200',
      total: null,
      when: '2026-11-30',
    });
    const release = (await planner.get(`/releases/${page.releases[0].id}`)).body;
    assert.deepEqual([release.document, release.day, release.message], ['KW47', '2026-11-20', 'CSV']);
    // The next one comes by machine, as a workbook, and nobody says what it is.
    const cells = [
      ['Teil', 'Werk', 'Status', 'Datum', 'Menge'],
      ['7X0-881', 'W2', 'fest', new Date(Date.UTC(2026, 10, 30)), 1320],
    ];
    const workbook = await writeWorkbook(
      cells.map(
        (row) =>
          row.map((value) =>
            value instanceof Date ? { value, type: Date, format: 'dd.mm.yyyy' } : { value },
          ) as never,
      ),
    ).toBuffer();
    const second = await send('/interchanges', { name: 'KW48.xlsx' }, workbook, 202);
    assert.equal(second.interchanges[0].customer, 'Norvik Automobiles');
    await applied(second.interchanges[0].interchange);
    const shown = (await planner.get(`/interchanges/${second.interchanges[0].interchange}`)).body;
    assert.equal(shown.segments[1].meaning.quantity, '1320');
    const again = await send('/interchanges', { name: 'other name.xlsx' }, workbook, 202);
    assert.equal(
      again.interchanges[0].interchange,
      second.interchanges[0].interchange,
      'the same bytes are the same file',
    );
    const table = await planner.get(`/releases/${page.releases[0].id}/table?format=csv&mapping=${id}`);
    assert.match(JSON.stringify(table.body), /Teil;Werk;Status;Datum;Menge/);
    assert.match(JSON.stringify(table.body), /7X0-881;W2;fest;2026-11-30;1200/);
  });

  test('a table with a wrong cell is kept with the place and not applied', async () => {
    const [mapping] = (await planner.get('/table-mappings')).body.rows;
    const wrong = csv('7X0-881;W2;fest;30.11.2026;12OO');
    const refused = await send('/tables', { mapping: mapping.id, name: 'bad.csv' }, wrong, 422);
    assert.match(refused.title, /Row 2, column E/);
    const list = (await planner.get('/interchanges?state=unreadable')).body;
    assert.deepEqual(
      list.rows.map((row: { name: string }) => row.name),
      ['bad.csv'],
    );
  });

  test('a table that one mapping could not read is read by a better one, and only then has its effect', async () => {
    const other = { ...byRows, decimalMark: '.' };
    const { id: wrong } = await keep('With points', other, first);
    const bytes = csv('7X0-881;W2;fest;30.11.2026;1,5');
    await send('/tables', { mapping: wrong, name: 'KW50.csv' }, bytes, 422);
    const { id: right } = await keep('With commas', byRows, first);
    const taken = await send('/tables', { mapping: right, name: 'KW50.csv', day: '2026-12-11' }, bytes, 202);
    await applied(taken.interchanges[0].interchange);
    const page = (await planner.get(`/interchanges/${taken.interchanges[0].interchange}`)).body;
    assert.deepEqual([page.state, page.refused, page.segments[1].meaning.quantity], ['applied', null, '1.5']);
    for (const mapping of [wrong, right]) await planner.call('DELETE', `/table-mappings/${mapping}`);
  });

  test('an ended mapping reads nothing new; what it read stays readable', async () => {
    const [mapping] = (await planner.get('/table-mappings')).body.rows;
    assert.equal((await planner.call('DELETE', `/table-mappings/${mapping.id}`)).status, 200);
    assert.deepEqual((await planner.get('/table-mappings')).body.rows, []);
    const refused = await send('/interchanges', { name: 'KW49.csv' }, csv('7X0-881;W2;fest;07.12.2026;5'), 422);
    assert.equal(refused.code, 'no-interchange');
    const applied = (await planner.get('/interchanges?state=applied')).body.rows;
    assert.equal((await planner.get(`/interchanges/${applied[0].id}`)).body.family, 'table');
  });

  test('a customer sees no mapping and sends no table', async () => {
    assert.equal((await scheduler.get('/table-mappings')).status, 404);
    assert.equal((await scheduler.post('/tables/preview', first)).status, 404);
  });
});

/** An archive of one entry, with whatever it says of its size. */
function archive(name: string, content: Buffer, says = content.length): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(says, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

test('a workbook that unpacks to more than any schedule is refused before it is unpacked, even when it lies about its size', async () => {
  const zeros = Buffer.alloc(200 * 1024 * 1024);
  const before = process.memoryUsage.rss();
  const start = performance.now();
  assert.equal(await checkWorkbook(archive('xl/workbook.xml', zeros)), 'too-large');
  assert.equal(await checkWorkbook(archive('xl/workbook.xml', zeros, 10)), 'too-large');
  assert.ok(performance.now() - start < 5000 && process.memoryUsage.rss() - before < 256 * 1024 * 1024);
});

test('a sheet whose last cell is at the end of the world is refused, and so is what is no workbook', async () => {
  const sheet = (ref: string): Buffer =>
    archive('xl/worksheets/sheet1.xml', Buffer.from(`<worksheet><c r="${ref}"/></worksheet>`));
  assert.equal(await checkWorkbook(sheet('XFD1048576')), 'too-large');
  assert.equal(await checkWorkbook(sheet('B2')), 'no-workbook');
  assert.equal(await checkWorkbook(Buffer.from('PK\u0003\u0004nothing')), 'no-workbook');
  assert.equal(await checkWorkbook(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), 'encrypted');
});
