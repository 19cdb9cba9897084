import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gistOf } from './ledger-gist.ts';

test('an entry is recognised by its title, its words or its document', () => {
  assert.deepEqual(gistOf('proposal-opened', { number: 3, rule: crypto.randomUUID(), title: 'Call before coming' }), {
    text: 'Call before coming',
    quotedIn: null,
  });
  assert.deepEqual(gistOf('release-applied', { document: '4711', day: '2026-11-24' })?.text, '4711');
});

test('a decision is recognised by the label and version of its rule, not by ids', () => {
  const body = {
    proposal: crypto.randomUUID(),
    rule: crypto.randomUUID(),
    label: 'R-31',
    version: 4,
    reasons: 'Agreed.',
  };
  assert.equal(gistOf('decision-taken', body)?.text, 'R-31 v4');
  assert.equal(gistOf('decision-taken', { ...body, version: null })?.text, 'R-31');
  assert.equal(gistOf('x', { rule: crypto.randomUUID() }), null);
});

test('only a customer’s own words are a quotation', () => {
  const words = { words: 'Er kam um fünf.', language: 'de' };
  assert.deepEqual(gistOf('intervention-received', words), { text: 'Er kam um fünf.', quotedIn: 'de' });
  assert.equal(gistOf('objection-raised', words)?.quotedIn, null);
});

test('a long text is cut, and what is no entry has no gist', () => {
  assert.equal(gistOf('x', { words: 'a'.repeat(500) })?.text.length, 160);
  for (const nothing of [null, 'text', {}, { words: '' }, { words: 7 }]) assert.equal(gistOf('x', nothing), null);
});
