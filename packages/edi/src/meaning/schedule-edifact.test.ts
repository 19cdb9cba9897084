import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../test/samples.ts';
import { readInterchanges, whens, type Release } from '../index.ts';

function releaseOf(name: string): Release {
  const value = readInterchanges(sample(name)).interchanges[0]?.messages[0]?.value;
  assert.equal(value?.kind, 'release');
  return value;
}

const lines = (release: Release, item = 0): string[] =>
  release.items[item]!.schedule.map((l) => `${l.kind} ${l.quantity} ${l.when ? whens.text(l.when) : '-'}`);

test('a DELFOR D.96A gives what a planner reads on the paper: who, what, how much, how firm, when', () => {
  const release = releaseOf('delfor-d96a.edi');
  assert.equal(release.document.number, 'LAB20261124');
  assert.equal(release.document.function, 'replace');
  assert.equal(release.customer?.name, 'VALMONT AUTOMOBILES');
  const item = release.items[0]!;
  assert.equal(item.customerItem, '5Q0-955-453-B');
  assert.equal(item.supplierItem, 'LP-2210');
  assert.equal(item.engineeringLevel, 'C');
  assert.equal(item.shipTo?.id, 'VSB');
  assert.equal(item.unloadingPoint, 'K12');
  assert.deepEqual(item.order, { number: '5500012345', line: '10' });
  assert.deepEqual(lines(release), [
    'backlog 40 -',
    'firm 600 2026-11-26',
    'firm 1200 2026-W49',
    'forecast 2400 2027-01',
    'forecast 2000 2027-02-01/2027-02-28',
  ]);
});

test('the received total says since when it counts, and the last receipt names its delivery note', () => {
  const item = releaseOf('delfor-d96a.edi').items[0]!;
  const [total] = item.cumulatives;
  assert.equal(total?.kind, 'received');
  assert.equal(total?.quantity.amount, '12400');
  assert.equal(total?.since && whens.text(total.since), '2026-01-01');
  const [receipt] = item.receipts;
  assert.equal(receipt?.note, '88123');
  assert.equal(receipt?.noteDate && whens.text(receipt.noteDate), '2026-11-18');
});

test('a DELFOR D.97A puts the status before the quantities, and a weekly quantity belongs to its week', () => {
  const release = releaseOf('delfor-d97a.edi');
  assert.deepEqual(lines(release), [
    'immediate 120 -',
    'firm 2400 2026-11-24T06:00',
    'firm 2400 2026-11-25T14:00',
    'firm 12000 2026-W49',
    'forecast 11500 2026-W50',
    'forecast 48000 2027-01',
  ]);
  assert.equal(release.items[0]!.schedule[4]!.cumulative, '153420', 'amount and cumulative of one week are one line');
});

test('a DELFOR in the German usage tells production and material go-ahead from forecast', () => {
  const release = releaseOf('delfor-d04a-vda4984.edi');
  assert.deepEqual(
    release.items[0]!.schedule.map((l) => l.kind),
    ['backlog', 'firm', 'firm', 'production', 'material', 'forecast'],
  );
  assert.equal(release.items[0]!.shipTo?.name, 'Kestrel Fahrzeugbau, Werk Süd');
});
