import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInterchanges, whens, type Release } from '../src/index.ts';
import { bytesOf } from './samples.ts';

/** One release as a customer would send it in each family, item part only. */
interface Case {
  readonly name: string;
  readonly edifact: readonly string[];
  readonly x12: readonly string[];
  /** Call-offs as pairs of date and quantity, and what stands before them in record 513. */
  readonly vda: {
    readonly receipt?: string;
    readonly calls: readonly (readonly [string, number])[];
    readonly goAheads?: string;
  };
  readonly schedule: readonly string[];
  readonly total?: readonly [amount: string, since: string];
  readonly receipt?: readonly [amount: string, note: string, day: string];
}

const NO_RECEIPT = `${'0'.repeat(6)}${'0'.repeat(8)}${'0'.repeat(6)}${'0'.repeat(12)}${' '.repeat(10)}`;

const CASES: readonly Case[] = [
  {
    name: 'quantities for single days',
    edifact: ["SCC+1++D'", "QTY+113:600:PCE'", "DTM+2:20261126:102'", "QTY+113:400:PCE'", "DTM+2:20261127:102'"],
    x12: ['FST*600*C*D*20261126', 'FST*400*C*D*20261127'],
    vda: {
      calls: [
        ['261126', 600],
        ['261127', 400],
      ],
    },
    schedule: ['600 2026-11-26', '400 2026-11-27'],
  },
  {
    name: 'an immediate need without a date, and one for a day',
    edifact: ["SCC+10'", "QTY+113:120:PCE'", "SCC+1'", "QTY+113:600:PCE'", "DTM+2:20261126:102'"],
    x12: ['FST*120*A*D*20261124', 'FST*600*C*D*20261126'],
    vda: {
      calls: [
        ['444444', 120],
        ['261126', 600],
      ],
    },
    schedule: ['immediate 120', '600 2026-11-26'],
  },
  {
    name: 'weeks over the turn of a year that has 53',
    edifact: ["SCC+4'", "QTY+113:500:PCE'", "DTM+2:202653:616'", "QTY+113:700:PCE'", "DTM+2:202701:616'"],
    x12: ['FST*500*D*W*20261228', 'FST*700*D*W*20270104'],
    vda: {
      calls: [
        ['555555', 0],
        ['260053', 500],
        ['270001', 700],
      ],
    },
    schedule: ['500 2026-W53', '700 2027-W01'],
  },
  {
    name: 'days of a weekly frequency are weeks, those of a monthly one months',
    edifact: [
      "SCC+1++W'",
      "QTY+113:500:PCE'",
      "DTM+2:20261130:102'",
      "SCC+4++M'",
      "QTY+113:9000:PCE'",
      "DTM+2:20270101:102'",
    ],
    x12: ['FST*500*C*W*20261130', 'FST*9000*D*M*20270101'],
    vda: {
      calls: [
        ['555555', 0],
        ['260049', 500],
        ['270100', 9000],
      ],
    },
    schedule: ['500 2026-W49', '9000 2027-01'],
  },
  {
    name: 'a received total with its start, and the last receipt with its note',
    edifact: [
      "QTY+70:12400:PCE'",
      "DTM+51:20260101:102'",
      "QTY+48:600:PCE'",
      "DTM+50:20261119:102'",
      "RFF+AAK:00088123'",
      "SCC+1'",
      "QTY+113:600:PCE'",
      "DTM+2:20261126:102'",
    ],
    x12: ['FST*600*C*D*20261126', 'SHP*01*600*050*20261119', 'REF*SI*00088123', 'SHP*02*12400*051*20260101'],
    vda: { receipt: '261119000881232611180000006000000000012400', calls: [['261126', 600]] },
    schedule: ['600 2026-11-26'],
    total: ['12400', '2026-01-01'],
    receipt: ['600', '00088123', '2026-11-19'],
  },
  {
    name: 'nothing is called off',
    edifact: ["QTY+70:7200:PCE'", "DTM+51:20260101:102'"],
    x12: ['SHP*02*7200*051*20260101'],
    vda: { receipt: `${'0'.repeat(32)}0000007200`, calls: [] },
    schedule: [],
    total: ['7200', '2026-01-01'],
  },
  {
    name: 'a quantity of zero is a quantity',
    edifact: ["SCC+4'", "QTY+113:0:PCE'", "DTM+2:20261201:102'", "QTY+113:50:PCE'", "DTM+2:20261208:102'"],
    x12: ['FST*0*D*D*20261201', 'FST*50*D*D*20261208'],
    vda: {
      calls: [
        ['261201', 0],
        ['261208', 50],
      ],
    },
    schedule: ['0 2026-12-01', '50 2026-12-08'],
  },
];

function edifact(body: readonly string[]): string {
  const segments = [
    "BGM+241+00118+5'",
    "DTM+137:20261124:102'",
    "NAD+BY+040012::92'",
    "NAD+SU+90077::92'",
    "GIS+37'",
    "NAD+ST+021::92'",
    "LOC+11+TOR3'",
    "LIN+1++7X0-881:IN'",
    "PIA+1+M-4711:SA'",
    "RFF+ON:45009981'",
    ...body,
  ];
  return `UNB+UNOC:3+040012+90077+261124:0600+00118'UNH+1+DELFOR:D:97A:UN'${segments.join('')}UNT+${segments.length + 2}+1'UNZ+1+00118'`;
}

function x12(body: readonly string[]): string {
  const segments = [
    'BFR*05*00118**DL*A*20261124*20270524*20261124',
    'N1*BY**92*040012',
    'N1*SU**92*90077',
    'N1*ST**92*021',
    'LIN**BP*7X0-881*VP*M-4711*PO*45009981',
    'UIT*PC',
    'REF*DK*TOR3',
    ...body,
    'CTT*1',
  ];
  const id = (text: string): string => text.padEnd(15);
  return (
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${id('040012')}*ZZ*${id('90077')}*261124*0600*U*00401*000000118*0*P*>~` +
    `GS*PS*040012*90077*20261124*0600*118*X*004010~ST*830*0001~${segments.map((s) => `${s}~`).join('')}SE*${segments.length + 2}*0001~GE*1*118~IEA*1*000000118~`
  );
}

function vda({ receipt, calls }: Case['vda']): string {
  const pairs = calls.map(([date, quantity]) => `${date}${String(quantity).padStart(9, '0')}`).join('');
  const records = [
    `51102${'040012'.padEnd(9)}${'90077'.padEnd(9)}0011700118261124260101`,
    `51201021000000118261124000000117261117${'7X0-881'.padEnd(22)}${'M-4711'.padEnd(22)}45009981    TOR3     STL`,
    `51301${receipt ?? NO_RECEIPT}${calls.length === 0 ? ' '.repeat(75) : pairs.padEnd(75, '0')}`,
    `51902${[1, 1, 1, 0, 0, 0, 1, 0].map((n) => String(n).padStart(7, '0')).join('')}`,
  ];
  return records.map((record) => record.padEnd(128)).join('');
}

function releaseOf(text: string): Release {
  const reading = readInterchanges(bytesOf(text));
  const message = reading.interchanges[0]?.messages[0];
  assert.ok(reading.ok, JSON.stringify([...(message?.findings ?? []), ...(reading.interchanges[0]?.findings ?? [])]));
  assert.equal(message?.value?.kind, 'release');
  return message.value;
}

for (const one of CASES)
  test(`${one.name}: the same in EDIFACT, X12 and VDA`, () => {
    for (const [family, text] of [
      ['edifact', edifact(one.edifact)],
      ['x12', x12(one.x12)],
      ['vda', vda(one.vda)],
    ] as const) {
      const release = releaseOf(text);
      assert.deepEqual(
        [release.document.number, release.customer?.id, release.supplier?.id],
        ['00118', '040012', '90077'],
        family,
      );
      assert.equal(release.document.date && whens.text(release.document.date), '2026-11-24', family);
      const item = release.items[0]!;
      assert.deepEqual(
        [item.customerItem, item.supplierItem, item.order?.number, item.shipTo?.id, item.unloadingPoint],
        ['7X0-881', 'M-4711', '45009981', '021', 'TOR3'],
        family,
      );
      // X12 gives an immediate need the day of the document: what counts is that it is one.
      const lines = item.schedule.map((l) =>
        l.kind === 'immediate' ? `immediate ${l.quantity}` : `${l.quantity} ${l.when && whens.text(l.when)}`,
      );
      assert.deepEqual(lines, one.schedule, family);
      const total = item.cumulatives.find((c) => c.kind === 'received');
      assert.deepEqual(total && [total.quantity.amount, total.since && whens.text(total.since)], one.total, family);
      const last = item.receipts[0];
      assert.deepEqual(
        last && [last.quantity.amount, last.note, last.when && whens.text(last.when)],
        one.receipt,
        family,
      );
    }
  });
