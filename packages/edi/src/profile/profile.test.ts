import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../test/samples.ts';
import {
  basicProfile,
  explainLine,
  profile,
  readInterchanges,
  type Profile,
  type ProfileData,
  type Release,
} from '../index.ts';

function releaseOf(name: string, own?: Profile): Release {
  const value = readInterchanges(sample(name), own ? { profile: own } : {}).interchanges[0]!.messages[0]!.value;
  assert.ok(value?.kind === 'release');
  return value;
}

// A group of plants that calls pilot quantities firm, and one of its plants with a habit of its own.
const group: ProfileData = { name: 'kestrel', tables: { status: { 11: 'firm', 4: 'material' } } };
const plant: ProfileData = {
  name: 'kestrel plant 2',
  extends: group,
  tables: { status: { 4: 'production' }, itemIds: { SA: 'customer' } },
  severities: { 'segment-count-wrong': 'note' },
};

test('a profile says only what differs; the rest comes from the one it extends', () => {
  const own = profile(plant);
  assert.deepEqual(
    ['1', '4', '11'].map((code) => own.tables.status[code]),
    ['firm', 'production', 'firm'],
  );
  assert.deepEqual(
    ['1', '4', '11'].map((code) => own.origin('status', code)),
    ['basic', 'kestrel plant 2', 'kestrel'],
  );
});

test('what a profile says decides how a file is read', () => {
  const kinds = (own?: Profile): string[] => releaseOf('delfor-d97a.edi', own).items[0]!.schedule.map((l) => l.kind);
  assert.deepEqual(kinds().slice(-2), ['forecast', 'forecast']);
  assert.deepEqual(kinds(profile(group)).slice(-2), ['material', 'material']);
  assert.deepEqual(kinds(profile(plant)).slice(-2), ['production', 'production']);
});

test('a count that is known to lie is a note, and is still listed', () => {
  const text = new TextDecoder('latin1').decode(sample('delfor-d97a.edi')).replace('UNT+39+', 'UNT+40+');
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const strict = readInterchanges(bytes).interchanges[0]!.messages[0]!;
  const agreed = readInterchanges(bytes, { profile: profile(plant) }).interchanges[0]!.messages[0]!;
  assert.deepEqual([strict.ok, agreed.ok], [false, true]);
  assert.equal(agreed.findings.find((f) => f.code === 'segment-count-wrong')?.severity, 'note');
});

test('why was this read so: the code, what it was read as, and the profile that says so', () => {
  const own = profile(plant);
  const line = releaseOf('delfor-d97a.edi', own).items[0]!.schedule.at(-1)!;
  assert.deepEqual(explainLine(line, own), [
    { table: 'status', code: '4', role: 'production', profile: 'kestrel plant 2' },
    { table: 'frequencies', code: 'M', role: 'month', profile: 'basic' },
  ]);
  const [backlog] = releaseOf('delfor-d04a-vda4984.edi').items[0]!.schedule;
  assert.deepEqual(explainLine(backlog!, basicProfile), [
    { table: 'quantities', code: '83', role: 'backlog', profile: 'basic' },
  ]);
  const fst = releaseOf('830-4010.x12').items[0]!.schedule[3]!;
  assert.deepEqual(
    explainLine(fst, basicProfile).map((r) => [r.table, r.code, r.role]),
    [
      ['x12Status', 'C', 'firm'],
      ['x12Frequencies', 'W', 'week'],
    ],
  );
  const immediate = releaseOf('vda4905.vda').items[0]!.schedule[1]!;
  assert.deepEqual(
    explainLine(immediate, basicProfile).map((r) => [r.code, r.role]),
    [['444444', 'immediate']],
  );
});
