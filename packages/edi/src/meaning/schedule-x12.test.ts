import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, sample } from '../../test/samples.ts';
import { readInterchanges, whens, type CallOff, type Release } from '../index.ts';

function scheduleOf(bytes: Uint8Array): Release | CallOff {
  const value = readInterchanges(bytes).interchanges[0]?.messages[0]?.value;
  assert.ok(value?.kind === 'release' || value?.kind === 'call-off');
  return value;
}

const lines = (schedule: Release | CallOff): string[] =>
  schedule.items[0]!.schedule.map(
    (l) => `${l.kind} ${l.quantity ?? `=${l.cumulative}`} ${l.when ? whens.text(l.when) : '-'}`,
  );

const x12 = (version: string, type: string, body: string): Uint8Array => {
  const segments = body.trim().split(/\s*\n\s*/);
  return bytesOf(
    `ISA*00*          *00*          *ZZ*A              *ZZ*B              *261124*0600*U*00401*000000001*0*P*>~GS*PS*A*B*20261124*0600*1*X*${version}~` +
      `ST*${type}*0001~${segments.map((s) => `${s}~`).join('')}SE*${segments.length + 2}*0001~GE*1*1~IEA*1*000000001~`,
  );
};

test('an 830 gives what a planner reads on the paper', () => {
  const release = scheduleOf(sample('830-4010.x12'));
  assert.equal(release.document.release, 'R0482');
  assert.equal(release.customer?.name, 'AVELON POWERTRAIN');
  const item = release.items[0]!;
  assert.deepEqual([item.customerItem, item.supplierItem, item.engineeringLevel], ['91B-55-A', '77-1001', '04']);
  assert.deepEqual(item.order, { number: 'PO-88417', line: '1' });
  assert.deepEqual([item.shipTo?.id, item.unloadingPoint, item.unit], ['A4', 'DOCK 7', 'EA']);
  assert.deepEqual(lines(release).slice(0, 4), [
    'immediate 120 2026-11-24',
    'firm 2400 2026-11-24',
    'firm 2400 2026-11-25',
    'firm 12000 2026-W49',
  ]);
  assert.equal(item.receipts[0]?.note, 'SN5521');
  assert.equal(item.cumulatives[0]?.quantity.amount, '125000');
});

test('the go-aheads of an 830 are cumulative limits with their dates', () => {
  const { authorizations } = scheduleOf(sample('830-4010.x12')).items[0]!;
  assert.deepEqual(
    authorizations.map((a) => [a.kind, a.cumulative, a.to && whens.text(a.to)]),
    [
      ['production', '153420', '2026-12-04'],
      ['material', '220000', '2026-12-31'],
    ],
  );
});

test('BFR05 decides what an FST quantity is: C makes it a cumulative, D a change', () => {
  assert.deepEqual(lines(scheduleOf(sample('830-2001-cumulative.x12'))), [
    'firm =5200 2026-W48',
    'firm =6400 2026-W49',
    'forecast =9600 2027-01',
  ]);
  const change = scheduleOf(
    x12('004010', '830', 'BFR*04**R1*DL*D*20261124*20270101*20261124\nLIN**BP*A\nUIT*EA\nFST*-40*C*D*20261130'),
  );
  assert.equal(change.quantities, 'net-change');
  assert.deepEqual(lines(change), ['firm -40 2026-11-30']);
});

test('a JIT splits the quantity of its day by time and is not added to it', () => {
  const callOff = scheduleOf(sample('862-4010.x12'));
  assert.deepEqual(lines(callOff), [
    'firm 1200 2026-11-24T06:00',
    'firm 1200 2026-11-24T14:00',
    'firm 2400 2026-11-25',
  ]);
  assert.deepEqual(
    callOff.items[0]!.schedule[0]!.references.map((r) => r.number),
    ['K-1'],
  );
});

test('times that do not add up to the quantity of the day are a question with both numbers', () => {
  const bytes = x12(
    '004010',
    '862',
    'BSS*05*1*20261124*DL*20261124*20261127\nLIN**BP*A\nUIT*EA\nFST*100*C*D*20261124\nJIT*60*0600\nJIT*30*1400\nCTT*1',
  );
  const finding = readInterchanges(bytes).interchanges[0]!.messages[0]!.findings.find(
    (f) => f.code === 'split-differs',
  );
  assert.deepEqual([finding?.found, finding?.expected], ['90', '100']);
});

test('ATH is read before and behind the schedule', () => {
  const release = scheduleOf(
    x12(
      '003020',
      '830',
      'BFR*05**R1*DL*A*261124*270101*261124\nLIN**BP*A\nUIT*EA\nSDP*Y*Y\nFST*40*C*D*261130\nATH*FI*261204*500**260101',
    ),
  );
  assert.equal(release.items[0]!.authorizations[0]?.cumulative, '500');
});

test('a further place behind call-offs is an item of its own', () => {
  const bytes = x12(
    '004010',
    '830',
    'BFR*05**R1*DL*A*20261124*20270101*20261124\nLIN**BP*A\nUIT*EA\nN1*ST**92*P1\nFST*40*C*D*20261130\nN1*ST**92*P2\nFST*60*C*D*20261130\nCTT*1',
  );
  assert.deepEqual(placesOf(scheduleOf(bytes)), [
    ['P1', ['40 2026-11-30'], false],
    ['P2', ['60 2026-11-30'], false],
  ]);
  const codes = readInterchanges(bytes).interchanges[0]!.messages[0]!.findings.map((f) => f.code);
  assert.ok(!codes.includes('item-count-differs'));
});

test('quantities that SDQ divides among places belong to the places; the whole stands as their sum', () => {
  const bytes = x12(
    '004010',
    '830',
    'BFR*05**R1*DL*A*20261124*20270101*20261124\nLIN**BP*A\nUIT*EA\nFST*60*C*D*20261130\nSDQ*EA*92*D1*20*D2*40\nFST*50*D*W*20261207\nSDQ*EA*92*D2*45\nCTT*1',
  );
  assert.deepEqual(placesOf(scheduleOf(bytes)), [
    [undefined, ['60 2026-11-30', '50 2026-W50'], true],
    ['D1', ['20 2026-11-30'], false],
    ['D2', ['40 2026-11-30', '45 2026-W50'], false],
  ]);
  const differs = readInterchanges(bytes).interchanges[0]!.messages[0]!.findings.find(
    (f) => f.code === 'split-differs',
  );
  assert.deepEqual([differs?.found, differs?.expected], ['45', '50']);
});

test('a line that SDQ does not divide stays with the item', () => {
  const release = scheduleOf(
    x12(
      '004010',
      '830',
      'BFR*05**R1*DL*A*20261124*20270101*20261124\nLIN**BP*A\nUIT*EA\nN1*ST**92*P1\nFST*60*C*D*20261130\nSDQ*EA*92*D1*60\nFST*50*D*W*20261207\nCTT*1',
    ),
  );
  assert.deepEqual(placesOf(release), [
    ['P1', ['50 2026-W50'], false],
    ['D1', ['60 2026-11-30'], false],
  ]);
});

test('weeks that begin on a Saturday one after the other have seven days each; one that begins in its week ends with it', () => {
  const weeks = (...days: string[]): unknown[] =>
    scheduleOf(
      x12(
        '004010',
        '830',
        `BFR*05**R1*DL*A*20261124*20270101*20261124\nLIN**BP*A\nN1*ST**92*P1\n${days.map((d) => `FST*10*D*W*${d}`).join('\n')}`,
      ),
    ).items[0]!.schedule.map((l) => l.when && whens.text(l.when));
  assert.deepEqual(weeks('20261128', '20261205', '20261219'), [
    '2026-11-28/2026-12-04',
    '2026-12-05/2026-12-11',
    '2026-12-19/2026-12-20',
  ]);
  assert.deepEqual(weeks('20261125', '20261130'), ['2026-11-25/2026-11-29', '2026-W49']);
});

test('a forecast in front of any item forbids to apply the message', () => {
  const { ok, findings } = readInterchanges(
    x12('004010', '830', 'BFR*05**R1*DL*A*20261124*20270101*20261124\nFST*40*C*D*20261130\nLIN**BP*A'),
  ).interchanges[0]!.messages[0]!;
  assert.equal(ok, false);
  assert.ok(findings.some((f) => f.code === 'quantity-outside-item'));
});

const placesOf = (release: Release | CallOff): unknown[] =>
  release.items.map((i) => [
    i.shipTo?.id ?? undefined,
    i.schedule.map((l) => `${l.quantity} ${l.when && whens.text(l.when)}`),
    i.summary,
  ]);
