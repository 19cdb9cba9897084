import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../test/samples.ts';
import { profile, type Profile, proposeProfile, readInterchanges } from '../index.ts';

const withTail = (name: string): Uint8Array => Uint8Array.from([...sample(name), ...Buffer.from('\nEOF 1\n')]);
const changed = (name: string, from: string, to: string): Uint8Array => {
  const text = new TextDecoder('latin1').decode(sample(name));
  assert.ok(text.includes(from), `${name} holds ${from}`);
  return Uint8Array.from(text.replace(from, to), (c) => c.charCodeAt(0));
};
/** Severity and code of each finding. */
const severitiesIn = (bytes: Uint8Array, own?: Profile): string[] => {
  const reading = readInterchanges(bytes, own ? { profile: own } : {});
  const inside = reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]);
  return [...reading.findings, ...inside].map((f) => `${f.severity} ${f.code}`);
};
const propose = (...samples: readonly Uint8Array[]) =>
  proposeProfile(
    'kestrel',
    samples.map((bytes) => readInterchanges(bytes)),
  );

test('a deviation of form in every sample is a habit: read with the proposal it is a note', () => {
  const samples = [withTail('delfor-d97a.edi'), withTail('delfor-d96a.edi')];
  assert.ok(samples.every((bytes) => severitiesIn(bytes).includes('warning trailing-rubbish')));
  const proposal = propose(...samples);
  assert.deepEqual(proposal.profile, { name: 'kestrel', severities: { 'trailing-rubbish': 'note' } });
  assert.deepEqual(proposal.messages, ['DELFOR D.97A', 'DELFOR D.96A']);
  const own = profile(proposal.profile);
  assert.ok(samples.every((bytes) => severitiesIn(bytes, own).includes('note trailing-rubbish')));
});

test('what one sample has and another has not is no habit', () => {
  assert.equal(propose(withTail('delfor-d97a.edi'), sample('delfor-d97a.edi')).profile.severities, undefined);
});

test('a wrong count in every sample is no habit either: it is asked about', () => {
  const { profile: proposed, questions } = propose(changed('delfor-d97a.edi', 'UNT+39+', 'UNT+40+'));
  assert.equal(proposed.severities, undefined);
  assert.ok(questions.some((q) => q.about === 'segment-count-wrong'));
});

test('what a code means is asked, not guessed', () => {
  const { profile: proposed, questions } = propose(changed('delfor-d97a.edi', 'SCC+1+', 'SCC+77+'));
  assert.equal(proposed.tables, undefined);
  const [asked] = questions.filter((q) => q.about === 'code-unknown');
  assert.deepEqual([asked?.table, asked?.code, asked?.sample], ['status', '77', 0]);
});
