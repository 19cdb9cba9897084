import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatsFor } from './formats.ts';

const en = formatsFor('en', 'Europe/Paris');
const fr = formatsFor('fr', 'Europe/Paris');
const now = Temporal.Instant.from('2026-11-24T13:02:00Z');

test('a date reads as a colleague would write it, in both languages', () => {
  assert.equal(en.date('2026-11-24'), '24 Nov 2026');
  assert.equal(fr.date('2026-11-24'), '24 nov. 2026');
  assert.equal(en.day('2026-11-30'), 'Mon 30 Nov');
  assert.equal(fr.day('2026-11-30'), 'lun. 30 nov.');
  assert.equal(en.weekday('2026-11-30'), 'Mon 30');
  assert.equal(fr.weekday('2026-11-30'), 'lun. 30');
  assert.equal(en.month('2026-11-30'), 'Nov 2026');
  assert.equal(fr.month('2026-11-30'), 'nov. 2026');
});

test('a day is the same day wherever the reader sits', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'])
    assert.equal(formatsFor('en', zone).date('2026-03-29'), '29 Mar 2026');
});

test('weeks are those of ISO 8601: the last days of a year may belong to the first week of the next', () => {
  assert.equal(en.week('2026-11-24'), 'W48');
  assert.equal(fr.week('2026-11-24'), 'S48');
  assert.equal(en.week('2024-12-30'), 'W1');
  assert.equal(en.week('2027-01-01'), 'W53');
});

test('an instant is told in the reader’s zone, and another zone is named', () => {
  assert.equal(en.time('2026-11-24T13:02:00Z'), '14:02');
  assert.equal(en.moment('2026-11-24T13:02:00Z'), '24 Nov 2026, 14:02');
  assert.match(en.moment('2026-11-24T13:02:00Z', 'Asia/Tokyo'), /22:02.*(GMT\+9|JST)/);
});

test('quantities, money and hours have the separators of the language', () => {
  assert.equal(en.number(1250.5), '1,250.5');
  assert.equal(fr.number(1250.5), '1\u202f250,5');
  assert.equal(en.money(4280, 'EUR'), '€4,280');
  assert.equal(fr.money(4280, 'EUR'), '4\u202f280\u00a0€');
  assert.equal(en.money(4280.5, 'EUR'), '€4,280.50');
  assert.equal(en.hours(14), '14.0\u00a0h');
  assert.equal(fr.hours(14), '14,0\u00a0h');
  assert.equal(en.signed(-3), '\u22123');
  assert.equal(en.signed(3), '+3');
  assert.equal(en.signed(0), '0');
  assert.equal(fr.bytes(4_200_000), '4,2\u00a0Mo');
  assert.equal(en.bytes(12), '12\u00a0B');
});

test('times within a week are relative, later and earlier ones are dates', () => {
  const at = (text: string) => en.relative(text, now);
  assert.equal(at('2026-11-24T13:02:20Z'), 'now');
  assert.equal(at('2026-11-24T12:52:00Z'), '10 minutes ago');
  assert.equal(at('2026-11-24T16:02:00Z'), 'in 3 hours');
  assert.equal(at('2026-11-23T11:00:00Z'), 'yesterday');
  assert.equal(fr.relative('2026-11-23T11:00:00Z', now), 'hier');
  assert.equal(at('2026-11-20T13:02:00Z'), '4 days ago');
  assert.equal(at('2026-11-10T13:02:00Z'), '10 Nov 2026');
});

test('names sort as the language sorts them, numbers by value', () => {
  assert.deepEqual(['Zèbre', 'Élan', 'R-10', 'R-9'].toSorted(fr.compare), ['Élan', 'R-9', 'R-10', 'Zèbre']);
});
