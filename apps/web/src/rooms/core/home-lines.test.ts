import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupOf, laterDays } from './home-lines.ts';

const now = '2026-11-24T09:00:00Z'; // a Tuesday

test('what is late stands under today, what has no term at the end', () => {
  assert.equal(groupOf('2026-11-20T09:00:00Z', now, 'Europe/Paris'), 'today');
  assert.equal(groupOf('2026-11-24T18:00:00Z', now, 'Europe/Paris'), 'today');
  assert.equal(groupOf(null, now, 'Europe/Paris'), 'open');
});

test('a week ends on Sunday', () => {
  assert.equal(groupOf('2026-11-29T12:00:00Z', now, 'Europe/Paris'), 'week');
  assert.equal(groupOf('2026-11-30T12:00:00Z', now, 'Europe/Paris'), 'later');
});

test('the day is the reader’s own', () => {
  assert.equal(groupOf('2026-11-24T23:30:00Z', now, 'Europe/Paris'), 'week');
  assert.equal(groupOf('2026-11-24T23:30:00Z', now, 'Europe/London'), 'today');
});

test('later is offered for tomorrow, Monday and in two weeks; on a Sunday tomorrow stands once', () => {
  const days = (today: string): string[] => laterDays(Temporal.PlainDate.from(today)).map(({ day }) => day.toString());
  assert.deepEqual(days('2026-11-24'), ['2026-11-25', '2026-11-30', '2026-12-08']);
  assert.deepEqual(days('2026-11-23'), ['2026-11-24', '2026-11-30', '2026-12-07']);
  assert.deepEqual(days('2026-11-29'), ['2026-11-30', '2026-12-13']);
});
