import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsFirst, sumOf, worst } from './coverage.ts';
import type { RequirementState } from './queries.ts';

const row = (clause: string, ...states: RequirementState[]) => ({
  clause,
  depth: 0,
  cells: states.map((state, customer) => ({ requirement: `${clause}/${customer}`, customer, state })),
});

test('what no block answers stands first, whichever customer asks; alike rows keep the order of clauses', () => {
  const rows = [
    row('4.1', 'covered', 'covered'),
    row('4.2', 'partial'),
    row('4.3', 'covered', 'gap'),
    row('4.4', 'not-applicable'),
    row('4.5', 'gap'),
    row('4.6', 'not-applicable', 'covered'),
  ];
  assert.deepEqual(
    gapsFirst(rows).map(({ clause }) => clause),
    ['4.3', '4.5', '4.2', '4.1', '4.6', '4.4'],
  );
});

test('a cell that stands for several clauses shows the one that needs most', () => {
  assert.equal(worst(['covered', 'gap', 'partial']), 'gap');
  assert.equal(worst(['not-applicable', 'covered']), 'covered');
  assert.equal(worst([]), undefined);
});

test('totals of catalogues add up', () => {
  const one = { covered: 51, partial: 8, gap: 5, 'not-applicable': 0 };
  assert.deepEqual(sumOf([one, { ...one, 'not-applicable': 2 }]), {
    covered: 102,
    partial: 16,
    gap: 10,
    'not-applicable': 2,
    all: 130,
  });
});
