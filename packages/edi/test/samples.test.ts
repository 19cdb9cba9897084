import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInterchanges, whens, type Meaning } from '../src/index.ts';
import { sample, sampleNames } from './samples.ts';

/** What a planner would say of a message in one line: item and call-offs, quantity shipped or received, or the verdict. */
function inOneLine(value: Meaning | null): string {
  switch (value?.kind) {
    case 'release':
    case 'call-off': {
      const [item] = value.items;
      const lines = item?.schedule.map(
        (l) => `${l.kind} ${l.quantity ?? `=${l.cumulative}`}${l.when ? ` ${whens.text(l.when)}` : ''}`,
      );
      return `${item?.customerItem} at ${item?.shipTo?.id ?? '-'}: ${lines?.slice(0, 3).join(', ')}`;
    }
    case 'despatch-advice':
      return `${value.items[0]?.customerItem}: ${value.items[0]?.quantity?.amount}, ${value.units.length} units`;
    case 'receipt-advice':
      return `${value.items[0]?.customerItem}: ${value.items[0]?.received?.amount} of ${value.items[0]?.despatched?.amount ?? '-'}`;
    case 'inventory-report':
      return `${value.items[0]?.customerItem}: ${value.items[0]?.quantities.map((q) => q.quantity.amount).join(', ')}`;
    case 'acknowledgement':
      return `${value.level}: ${value.verdict}`;
    default:
      return '-';
  }
}

/** Sample, type with directory and usage, and what it says. */
const TABLE: readonly string[] = [
  '824-4010.x12 | 824 004010 | application: rejected',
  '824-5010.x12 | 824 005010 | application: accepted',
  '830-2001-cumulative.x12 | 830 002001 | C-7781 at P2: firm =5200 2026-W48, firm =6400 2026-W49, forecast =9600 2027-01',
  '830-3020.x12 | 830 003020 | 91B-55-A at A4: firm 2400 2026-11-25, firm 12000 2026-W49, forecast 48000 2027-01',
  '830-4010-sdq.x12 | 830 004010 | 91B-55-A at -: firm 600 2026-11-26, forecast 900 2026-W49',
  '830-4010.x12 | 830 004010 | 91B-55-A at A4: immediate 120 2026-11-24, firm 2400 2026-11-24, firm 2400 2026-11-25',
  '830-5010.x12 | 830 005010 | 91B-55-A at A4: firm 2400 2026-11-25, firm 12000 2026-W49, forecast 48000 2027-01',
  '830-6020.x12 | 830 006020 | 91B-55-A at A4: firm 2400 2026-11-25, firm 12000 2026-W49, forecast 48000 2027-01',
  '830-8010.x12 | 830 008010 | 91B-55-A at A4: firm 2400 2026-11-25, firm 12000 2026-W49, forecast 48000 2027-01',
  '856-2040.x12 | 856 002040 | 91B-55-A: 600, 0 units',
  '856-3060.x12 | 856 003060 | 91B-55-A: 600, 0 units',
  '856-4010.x12 | 856 004010 | 91B-55-A: 600, 2 units',
  '856-5010.x12 | 856 005010 | 91B-55-A: 600, 0 units',
  '856-8010.x12 | 856 008010 | 91B-55-A: 600, 0 units',
  '861-3060.x12 | 861 003060 | 91B-55-A: 598 of 600',
  '861-4010.x12 | 861 004010 | 91B-55-A: 598 of 600',
  '862-3030.x12 | 862 003030 | 91B-55-A at A4: firm 1200 2026-11-25T06:00, firm 1200 2026-11-25T14:00',
  '862-4010.x12 | 862 004010 | 91B-55-A at A4: firm 1200 2026-11-24T06:00, firm 1200 2026-11-24T14:00, firm 2400 2026-11-25',
  '862-5010.x12 | 862 005010 | 91B-55-A at A4: firm 1200 2026-11-25T06:00, firm 1200 2026-11-25T14:00',
  '997-3020.x12 | 997 003020 | syntax: accepted-with-errors',
  '997-and-ta1.x12 | TA1 00401 | syntax: accepted',
  '997-and-ta1.x12 | 997 004010 | syntax: rejected',
  '999-5010.x12 | 999 005010 | syntax: accepted-with-errors',
  'aperak-d04a.edi | APERAK D.04A | application: rejected',
  'aperak-d96a.edi | APERAK D.96A | application: rejected',
  'contrl-accepted-syntax4.edi | CONTRL 4.1 | syntax: accepted',
  'contrl-rejected.edi | CONTRL 3.1 | syntax: partly-accepted',
  'delfor-d02a.edi | DELFOR D.02A | 7X0-881-405 at VSB: firm 600 2026-11-26, forecast 2400 2026-W49',
  'delfor-d04a-vda4984.edi | DELFOR D.04A GAVF13 | 7X0 881 405 at WERK2: backlog 300, firm 1200 2026-11-25T07:00, firm 1200 2026-11-26T07:00',
  'delfor-d96a-odette.edi | DELFOR D.96A ODV4R1 | 1502337 at W2: firm 400 2026-11-27, firm 400 2026-12-04, forecast 1600 2026-W50',
  'delfor-d96a.edi | DELFOR D.96A | 5Q0-955-453-B at VSB: backlog 40, firm 600 2026-11-26, firm 1200 2026-W49',
  'delfor-d96b.edi | DELFOR D.96B | 7X0-881-405 at VSB: firm 600 2026-11-26, forecast 2400 2026-W49',
  'delfor-d97a-galia.edi | DELFOR D.97A | 9674412380 at VSB: immediate 150 2026-11-24, firm 600 2026-11-26T06:00/2026-11-26T10:00, production 3000 2026-W49',
  'delfor-d97a.edi | DELFOR D.97A GMI012 | 91B-55-A at A4: immediate 120, firm 2400 2026-11-24T06:00, firm 2400 2026-11-25T14:00',
  'delfor-d99b.edi | DELFOR D.99B | 7X0-881-405 at VSB: firm 600 2026-11-26, forecast 2400 2026-W49',
  'delfor-product-driven.edi | DELFOR D.96A | 91B-60 at -: forecast 3000 2026-12',
  'deljit-d02b.edi | DELJIT D.02B | 7X0-881-405 at VSB: firm 1 2026-11-24T14:30',
  'deljit-d04a.edi | DELJIT D.04A GAVF11 | 7X0 881 405 at WERK2: firm 600 2026-11-25T06:00, firm 600 2026-11-25T14:00',
  'deljit-d96a.edi | DELJIT D.96A | 91B-55-A at A4: firm 1 2026-11-24T10:12',
  'deljit-d97a-galia-caldel.edi | DELJIT D.97A | 9674412380 at VSB: firm 1200 2026-11-25T06:00',
  'desadv-d07a-vda4987.edi | DESADV D.07A GAVF22 | 7X0 881 405: 100, 1 units',
  'desadv-d96a-odette.edi | DESADV D.96A A01051 | 7X0-881-405: 600, 2 units',
  'desadv-d96a.edi | DESADV D.96A | 5Q0-955-453-B: 600, 3 units',
  'desadv-d97a.edi | DESADV D.97A | 7X0-881-405: 600, 2 units',
  'desadv-d98b.edi | DESADV D.98B | 7X0-881-405: 600, 2 units',
  'edifact-groups.edi | DELFOR D.97A | 7X0-881-405 at VSB: firm 600 2026-11-26, forecast 2400 2026-W49',
  'edifact-groups.edi | DELJIT D.97A | 7X0-881-405 at VSB: firm 60 2026-11-25T06:00',
  'edifact-syntax4-utf8.edi | DELFOR D.04A | 7X0-881-405 at VSB: firm 600 2026-11-26, forecast 2400 2026-W49',
  'invrpt-d04a.edi | INVRPT D.04A | 7X0-881-405: 1250, 200',
  'invrpt-d96a.edi | INVRPT D.96A | 5Q0-955-453-B: 1250, 200',
  'invrpt-d97a.edi | INVRPT D.97A | 7X0-881-405: 1250, 200',
  'recadv-d00a.edi | RECADV D.00A | 7X0-881-405: 598 of 600',
  'recadv-d96a.edi | RECADV D.96A | 7X0-881-405: 598 of 600',
  'recadv-d97a.edi | RECADV D.97A | 5Q0-955-453-B: 598 of 600',
  'vda4905-lines.vda | 4905 02 | 7X0 881 405 at 021: backlog 300, immediate 120, production 1200 2026-11-25',
  'vda4905-v01-weeks.vda | 4905 01 | 7X0 881 405 at 021: backlog 300, immediate 120, production 600 2026-W49',
  'vda4905.vda | 4905 02 | 7X0 881 405 at 021: backlog 300, immediate 120, production 1200 2026-11-25',
  'vda4913-v04.vda | 4913 04 | 7X0 881 405: 300, 1 units',
  'vda4913.vda | 4913 03 | 7X0 881 405: 600, 1 units',
  'vda4915.vda | 4915 01 | 7X0 881 405 at 021: firm 600 2026-11-25T06:00, firm 600 2026-11-25T14:00, firm 600 2026-11-26T06:00',
];

test('every message type, directory and usage has a sample, and it is read as a planner reads it', () => {
  const read: string[] = [];
  for (const name of sampleNames())
    for (const interchange of readInterchanges(sample(name)).interchanges)
      for (const { type, directory, usage, value } of interchange.messages)
        read.push(`${name} | ${type} ${directory}${usage === null ? '' : ` ${usage}`} | ${inOneLine(value)}`);
  assert.deepEqual(read, TABLE);
});
