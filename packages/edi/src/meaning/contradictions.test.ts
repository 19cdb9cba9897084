import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, sample } from '../../test/samples.ts';
import { compareTotals, decimals, readInterchanges, type ReleaseItem } from '../index.ts';

const questions = (body: string): (readonly [string, string | null, string | null])[] => {
  const segments = body.trim().split(/\s*\n\s*/);
  const text = `UNB+UNOC:3+A+B+261124:0600+1'UNH+1+DELFOR:D:97A:UN'BGM+241+1+5'DTM+137:20261124:102'NAD+BY+C'GIS+37'NAD+ST+P'LIN+1++A:IN'${segments.join('')}UNT+${segments.length + 8}+1'UNZ+1+1'`;
  const message = readInterchanges(bytesOf(text)).interchanges[0]!.messages[0]!;
  assert.ok(message.ok, 'a question is no refusal');
  return message.findings.map((f) => [f.code, f.found, f.expected] as const);
};

test('a cumulative that is not the one before it plus the quantity is asked about, with both numbers', () => {
  assert.deepEqual(
    questions(
      "SCC+1'\nQTY+113:100'\nDTM+2:20261126:102'\nQTY+3:1100'\nDTM+2:20261126:102'\nQTY+113:50'\nDTM+2:20261127:102'\nQTY+3:1160'\nDTM+2:20261127:102'",
    ),
    [['cumulative-contradicts', '1160', '1150']],
  );
});

test('a cumulative that falls is asked about', () => {
  assert.deepEqual(questions("SCC+1'\nQTY+3:1100'\nDTM+2:20261126:102'\nQTY+3:1000'\nDTM+2:20261127:102'"), [
    ['cumulative-falls', '1000', '1100'],
  ]);
});

test('a day and the week that holds it may count the same need twice', () => {
  assert.deepEqual(questions("SCC+1'\nQTY+113:100'\nDTM+2:20261126:102'\nQTY+113:500'\nDTM+2:202648:616'"), [
    ['periods-overlap', '2026-W48', '2026-11-26'],
  ]);
});

test('a call-off before the date of the document is asked about, backlog is not', () => {
  assert.deepEqual(questions("SCC+1'\nQTY+113:100'\nDTM+2:20261120:102'"), [
    ['line-in-the-past', '100 2026-11-20', '2026-11-24'],
  ]);
  assert.deepEqual(questions("SCC+5'\nQTY+113:100'\nDTM+2:20261120:102'"), []);
});

test('a last receipt above the total that it belongs to is asked about', () => {
  assert.deepEqual(
    questions(
      "QTY+70:500'\nDTM+51:20260101:102'\nQTY+48:600'\nDTM+50:20261119:102'\nSCC+1'\nQTY+113:1'\nDTM+2:20261126:102'",
    ),
    [['receipt-above-total', '600', '500']],
  );
});

test('a sound schedule raises no question', () => {
  for (const name of ['delfor-d96a.edi', 'delfor-d97a.edi', '830-4010.x12', 'vda4905.vda'])
    assert.deepEqual(
      readInterchanges(sample(name)).interchanges[0]!.messages[0]!.findings.filter((f) => f.severity !== 'note'),
      [],
      name,
    );
});

test('between two releases a total may fall only when its count began anew', () => {
  const item = (amount: string, since: string): ReleaseItem => {
    const value = readInterchanges(sample('delfor-d96a.edi')).interchanges[0]!.messages[0]!.value;
    assert.ok(value?.kind === 'release');
    const first = value.items[0]!;
    return {
      ...first,
      cumulatives: [
        {
          ...first.cumulatives[0]!,
          quantity: { amount: decimals.decimal(amount)!, unit: 'PCE' },
          since: { kind: 'day', date: since },
        },
      ],
    };
  };
  const ask = (a: ReleaseItem, b: ReleaseItem): unknown =>
    compareTotals([a], [b]).map((q) => [q.kind, q.before, q.after]);
  assert.deepEqual(ask(item('1000', '2026-01-01'), item('1200', '2026-01-01')), []);
  assert.deepEqual(ask(item('1000', '2026-01-01'), item('900', '2026-01-01')), [['total-fell', '1000', '900']]);
  assert.deepEqual(ask(item('1000', '2026-01-01'), item('0', '2027-01-01')), []);
  assert.deepEqual(ask(item('1000', '2026-01-01'), item('1000', '2025-01-01')), [
    ['reset-moved', '2026-01-01', '2025-01-01'],
  ]);
  assert.deepEqual(ask(item('1000', '2026-01-01'), { ...item('0', '2026-01-01'), cumulatives: [] }), [
    ['total-missing', '1000', ''],
  ]);
});
