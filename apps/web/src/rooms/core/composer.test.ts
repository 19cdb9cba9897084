import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Composer, type Grant, cellOf, conflictsAmong, rivalsHolding, toggled } from './composer.ts';

const customer = (id: string, conflictClass: string | null) => ({ id, name: id, conflictClass, last: null });
const composer: Composer = {
  dueOn: '2026-12-08',
  rule: { id: 'rule', label: 'PR-QUA-07', title: 'Drum cleaning', version: 6, language: 'en' },
  blocks: [
    { id: 'purpose', kind: 'heading', text: 'Purpose', secret: false },
    { id: 'rinse', kind: 'paragraph', text: 'Rinse time', secret: true },
  ],
  customers: [customer('verran', 'paint'), customer('lumet', 'paint'), customer('tarvel', null)],
  grants: [{ id: 'grant', block: 'rinse', customer: 'lumet', agreement: 'A-2' }],
};
const [purpose, rinse] = composer.blocks as [Composer['blocks'][number], Composer['blocks'][number]];
const [verran, lumet, tarvel] = composer.customers as [
  Composer['customers'][number],
  Composer['customers'][number],
  Composer['customers'][number],
];

test('an open block leaves unless it is withheld by choice, and a choice can be taken back', () => {
  assert.deepEqual(cellOf(composer, {}, [], purpose, 'verran'), { kind: 'open' });
  const withheld = toggled({}, 'purpose', 'verran');
  assert.deepEqual(cellOf(composer, withheld, [], purpose, 'verran'), { kind: 'withheld', can: true, waits: false });
  assert.deepEqual(cellOf(composer, withheld, [], purpose, 'lumet'), { kind: 'open' });
  assert.deepEqual(cellOf(composer, toggled(withheld, 'purpose', 'verran'), [], purpose, 'verran'), { kind: 'open' });
});

test('a secret leaves only under a grant, which can be left unused', () => {
  assert.deepEqual(cellOf(composer, {}, [], rinse, 'verran'), { kind: 'withheld', can: false, waits: false });
  assert.deepEqual(cellOf(composer, {}, [], rinse, 'lumet'), { kind: 'granted', agreement: 'A-2' });
  assert.deepEqual(cellOf(composer, toggled({}, 'rinse', 'lumet'), [], rinse, 'lumet'), {
    kind: 'withheld',
    can: true,
    waits: false,
  });
});

test('a grant that lacks its second signature withholds, and says so', () => {
  const waiting = [{ block: { id: 'rinse', text: '' }, customer: { id: 'verran' } }] as unknown as readonly Grant[];
  assert.deepEqual(cellOf(composer, {}, waiting, rinse, 'verran'), { kind: 'withheld', can: false, waits: true });
});

test('rivals are customers of one conflict class, and only those who hold the block', () => {
  assert.deepEqual(rivalsHolding(composer, 'rinse', verran), [lumet]);
  assert.deepEqual(rivalsHolding(composer, 'purpose', verran), []);
  assert.deepEqual(rivalsHolding(composer, 'rinse', tarvel), []);
  assert.deepEqual(conflictsAmong(composer, [verran, lumet, tarvel]), [
    { customer: verran, number: 2, rivals: [lumet] },
  ]);
});
