import assert from 'node:assert/strict';
import { test } from 'node:test';
import { above, neighbourOf } from './neighbours.ts';

const rules = { list: '/o/a/rules?kind=service', pages: ['/o/a/rules/1', '/o/a/rules/2', '/o/a/rules/3'] };
const nothing = { list: '', pages: [] };
const isPage = (path: string): boolean => ['/o/a', '/o/a/rules', '/o/a/rules/1', '/o/a/plan'].includes(path);

test('J and K lead through the rows of the list from which one came, and end at its ends', () => {
  assert.equal(neighbourOf('/o/a/rules/2', 1, rules), '/o/a/rules/3');
  assert.equal(neighbourOf('/o/a/rules/2', -1, rules), '/o/a/rules/1');
  assert.equal(neighbourOf('/o/a/rules/3', 1, rules), undefined);
  assert.equal(neighbourOf('/o/a/customers/2', 1, rules), undefined);
});

test('a version of a rule stands where the rule stands', () => {
  assert.equal(neighbourOf('/o/a/rules/1/v/2', 1, rules), '/o/a/rules/2');
});

test('u leads back to the list with its filters', () => {
  assert.equal(above('/o/a/rules/2', isPage, rules), '/o/a/rules?kind=service');
});

test('without a list u leads to the next address above that is a page', () => {
  assert.equal(above('/o/a/rules/1/v/2', isPage, nothing), '/o/a/rules/1');
  assert.equal(above('/o/a/plan/drafts/7', isPage, nothing), '/o/a/plan');
  assert.equal(above('/o/a/rules', isPage, nothing), '/o/a');
  assert.equal(above('/o/a', isPage, nothing), undefined);
});
