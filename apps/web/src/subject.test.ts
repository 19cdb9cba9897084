import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgesOf, pathOfSubject } from './subject.ts';

test('a subject is found at its own address, whatever stands in its id', () => {
  assert.equal(pathOfSubject('ostrelle', { kind: 'rule', id: '0192' }), '/o/ostrelle/rules/0192');
  assert.equal(pathOfSubject('ostrelle', { kind: 'rule', id: 'a/b' }), '/o/ostrelle/rules/a%2Fb');
  assert.equal(pathOfSubject('ostrelle', { kind: 'unheard', id: '1' }), '/o/ostrelle');
});

test('badges count what waits in each room, and turn late when one of it is past its term', () => {
  const line = (kind: string, due: string | null) => ({ subject: { kind, id: '1' }, due });
  const badges = badgesOf(
    [
      line('proposal', '2026-11-24T10:00:00Z'),
      line('proposal', null),
      line('intervention', '2026-11-24T16:00:00Z'),
      line('unheard', null),
    ],
    '2026-11-24T13:00:00Z',
  );
  assert.deepEqual(badges.get('home'), { count: 4, late: true });
  assert.deepEqual(badges.get('proposals'), { count: 2, late: true });
  assert.deepEqual(badges.get('interventions'), { count: 1, late: false });
  assert.equal(badges.get('rules'), undefined);
});

test('one line for all gaps of a catalogue waits once at home, and counts as many in its room', () => {
  const gaps = { subject: { kind: 'catalogue', id: '1' }, due: null, count: 5 };
  const badges = badgesOf([gaps], '2026-11-24T13:00:00Z');
  assert.deepEqual(badges.get('home'), { count: 1, late: false });
  assert.deepEqual(badges.get('coverage'), { count: 5, late: false });
});
