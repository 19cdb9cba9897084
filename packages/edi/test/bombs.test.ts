import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader, type ReadEvent } from '../src/index.ts';

/** Reads pieces that are made as they are read; gives the codes of all errors, the time and the memory it took. */
function devour(pieces: Iterable<Uint8Array>): {
  readonly errors: Set<string>;
  readonly seconds: number;
  readonly megabytes: number;
} {
  const errors = new Set<string>();
  const take = (events: readonly ReadEvent[]): void => {
    for (const event of events) {
      const findings =
        event.kind === 'message'
          ? event.message.findings
          : event.kind === 'end'
            ? event.findings
            : event.kind === 'finding'
              ? [event.finding]
              : [];
      for (const finding of findings) if (finding.severity === 'error') errors.add(finding.code);
    }
  };
  const before = process.memoryUsage.rss();
  let most = before;
  const start = process.threadCpuUsage();
  const reader = new Reader();
  for (const piece of pieces) {
    take(reader.push(piece));
    most = Math.max(most, process.memoryUsage.rss());
  }
  take(reader.end());
  const { user, system } = process.threadCpuUsage(start);
  return { errors, seconds: (user + system) / 1e6, megabytes: (most - before) / 1e6 };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function* repeated(head: string, part: string, times: number, width = 4096): Generator<Uint8Array> {
  yield bytes(head.padEnd(width));
  const lot = bytes(part.repeat(1000));
  for (let i = 0; i < times / 1000; i++) yield lot;
}

const HEAD =
  "UNB+UNOC:3+A+B+261124:0600+1'UNH+1+DELFOR:D:97A:UN'BGM+241+1+5'DTM+137:20261124:102'GIS+37'LIN+1++A:IN'SCC+1'";
const ISA = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${'A'.padEnd(15)}*ZZ*${'B'.padEnd(15)}*261124*0600*U*00401*000000001*0*P*>~GS*PS*A*B*20261124*0600*1*X*004010~ST*830*0001~BFR*05*1**DL*A*20261124**20261124~LIN**BP*A~`;

/** Bombs, and the error by which each is refused. */
const BOMBS: readonly (readonly [name: string, pieces: () => Iterable<Uint8Array>, error: string])[] = [
  ['a segment without end', () => repeated(HEAD, 'A', 50_000_000), 'segment-too-long'],
  ['an element without end', () => repeated(`${HEAD}QTY+`, ':', 50_000_000), 'segment-too-long'],
  ['all separators alike', () => [bytes(`UNA''''''UNB'UNOC'3'${"'".repeat(5_000_000)}`)], 'header-incomplete'],
  ['ten million segments', () => repeated(HEAD, "ABC'", 10_000_000), 'message-too-long'],
  [
    'as many delivery points as a message may hold',
    () => [...repeated(HEAD, "NAD+ST+A'", 990_000), bytes("UNT+1+1'UNZ+1+1'")],
    'segment-count-wrong',
  ],
  ['a million schedule lines', () => repeated(HEAD, "QTY+113:1'DTM+2:20261130:102'", 1_000_000), 'message-too-long'],
  ['a million X12 segments', () => repeated(ISA, 'FST*1*C*D*20261130~', 2_000_000), 'message-too-long'],
  [
    'as many places for one quantity as a message may hold',
    () => [...repeated(`${ISA}FST*1*C*D*20261130~`, 'SDQ*EA*92*A*1*B*2~', 990_000), bytes('SE*1*0001~')],
    'limit-exceeded',
  ],
  [
    'numbers beyond any machine',
    () => [bytes(`${HEAD}QTY+113:1E309'QTY+113:${'9'.repeat(60_000)}'DTM+2:20261130:102'UNT+11+1'UNZ+1+1'`)],
    'quantity-wrong',
  ],
  [
    'VDA records without end',
    () => repeated('51101A        B        0000000001261124260101', '514010000000'.padEnd(128), 1_200_000, 128),
    'message-too-large',
  ],
  ['a message of endless texts', () => repeated(HEAD, `FTX+AAI+++${'A'.repeat(60_000)}'`, 3_000), 'message-too-large'],
];

for (const [name, pieces, error] of BOMBS)
  test(`${name}: refused in less than two seconds and 256 MB`, () => {
    const { errors, seconds, megabytes } = devour(pieces());
    assert.ok(errors.has(error), [...errors].join());
    assert.ok(seconds < 2, `${seconds} s of CPU`);
    assert.ok(megabytes < 256, `${megabytes} MB`);
  });
