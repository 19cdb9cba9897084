import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesOf } from './value-sources.ts';

type Segments = Parameters<typeof sourcesOf>[0];
const segments = (...all: readonly (readonly [string, object | null])[]): Segments =>
  all.map(([text, meaning], index) => ({
    number: index + 1,
    byte: 0,
    text,
    tag: text.slice(0, 3),
    depth: 0,
    meaning,
    findings: [],
  })) as unknown as Segments;
const shown = (all: Segments, place: number): readonly string[] =>
  sourcesOf(all, place).map(({ segment, element, component, from, to }) =>
    [segment, element, component, all.at(segment - 1)?.text.slice(from, to)].join(' '),
  );

test('the quantity is found in its own segment and its day in the one behind it, never beyond the next meaning', () => {
  const all = segments(
    ['QTY+113:100:PCE', { kind: 'call-off', firmness: 'firm', quantity: '100', total: null, when: '2026-12-01' }],
    ['SCC+1++D', null],
    ['DTM+2:20261201:102', null],
    ['QTY+113:200:PCE', { kind: 'call-off', firmness: 'firm', quantity: '200', total: null, when: '2026-12-08' }],
    ['DTM+2:20261208:102', null],
  );
  assert.deepEqual(shown(all, 0), ['1 1 2 100', '3 1 2 20261201']);
  assert.deepEqual(shown(all, 3), ['4 1 2 200', '5 1 2 20261208']);
});

test('a week, a released sign, an X12 element and a field of a VDA record are found as they were sent', () => {
  const week = segments(
    ['QTY+113:9', { kind: 'call-off', firmness: 'firm', quantity: '9', total: null, when: '2026-W49' }],
    ['DTM+2:202649:616', null],
  );
  assert.deepEqual(shown(week, 0), ['1 1 2 9', '2 1 2 202649']);
  const released = segments(["LIN+1++KIT?+A:IN'", { kind: 'item', item: 'KIT+A', order: null, action: null }]);
  assert.deepEqual(shown(released, 0), ['1 3 1 KIT?+A']);
  const x12 = segments([
    'FST*320*C*W*20261130~',
    { kind: 'call-off', quantity: '320', total: null, when: '2026-11-30' },
  ]);
  assert.deepEqual(shown(x12, 0), ['1 1 1 320', '1 4 1 20261130']);
  const vda = segments([
    '51303261201000000320',
    { kind: 'call-off', quantity: '320', total: null, when: '2026-12-01' },
  ]);
  assert.deepEqual(shown(vda, 0), ['1   320', '1   261201']);
});

test('what is not written there has no source', () => {
  const all = segments(['QTY+113:100', { kind: 'call-off', quantity: '101', total: null, when: null }]);
  assert.deepEqual(shown(all, 0), []);
});
