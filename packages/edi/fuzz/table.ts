import { OWN_TABLE, parseCsv, readTable, writeTable, writeCsv, type TableMapping } from '../src/index.ts';

const ACROSS: TableMapping = {
  headingRows: 1,
  customerItem: 0,
  received: 1,
  across: { from: 2, to: 9 },
  dateOrder: 'day-month-year',
  decimalMark: ',',
  bucket: 'week',
  kinds: { '*': 'forecast' },
};

/** Tables, by rows and with periods across: nothing is thrown, and what was read can be written and read again. */
export function fuzz(data: Uint8Array): void {
  const start = performance.now();
  const rows = parseCsv(new TextDecoder('latin1').decode(data));
  const heading = { number: 'T', date: { kind: 'day', date: '2026-11-24' }, customer: null, supplier: null } as const;
  for (const mapping of [OWN_TABLE, ACROSS]) {
    const { value, findings } = readTable(rows, mapping, heading);
    for (const { place } of findings)
      if (place.line < 1 || place.line > rows.length + 1) throw new Error(`a finding at line ${place.line}`);
    const written = writeTable(value, OWN_TABLE);
    const again = readTable(parseCsv(writeCsv(written.rows), ';'), written.mapping, heading).value;
    const said = (one: typeof value): string =>
      JSON.stringify(one.items.flatMap((i) => i.schedule.map((l) => [l.quantity, l.cumulative])));
    if (written.lost.every((path) => !path.includes('schedule')) && said(again) !== said(value))
      throw new Error(`${said(value)} became ${said(again)}`);
  }
  if (performance.now() - start > 500) throw new Error('takes too long');
}
