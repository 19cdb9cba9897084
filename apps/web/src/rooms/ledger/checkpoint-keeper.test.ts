import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64, formatVerifierKey, makeSigner, sha256, utf8 } from '@coprod/ledger';
import { aSigner, aTestLedger } from './a-test-ledger.ts';
import { type Demand, type Kept, type Verdict, judge, readSaved } from './checkpoint-keeper.ts';

const key = formatVerifierKey(aSigner.key);
const now = '2026-11-24T14:02:00Z';
const honest = aTestLedger(40);
const keptAt = (size: number): Kept => readSaved(honest.note(size), key, '2026-10-02T08:00:00Z')!;
const findingOf = (verdict: Verdict) => (verdict.kind === 'accused' ? verdict.accusation.finding : verdict.kind);
const noProofIsNeeded: Demand = () => assert.fail('no proof is needed');

describe('A kept checkpoint', () => {
  test('the first one is kept with its key', async () => {
    const verdict = await judge(null, { note: honest.note(7), key }, noProofIsNeeded, now);
    assert.equal(verdict.kind, 'first');
    assert.deepEqual(verdict.kind === 'first' && verdict.kept, {
      key,
      note: honest.note(7),
      size: 7,
      since: now,
      provenAt: now,
    });
  });

  test('the same one again needs no proof, and is proven anew', async () => {
    const verdict = await judge(keptAt(7), { note: honest.note(7), key }, noProofIsNeeded, now);
    assert.deepEqual(verdict, { kind: 'same', kept: { ...keptAt(7), provenAt: now } });
  });

  test('every growth is proven and replaces what was kept; the key and the day of the first meeting stay', async () => {
    let steps = 0;
    for (let from = 0; from < 40; from++) {
      for (let to = from + 1; to <= 40; to++, steps++) {
        const verdict = await judge(keptAt(from), { note: honest.note(to), key: 'not read' }, honest.demand, now);
        assert.equal(verdict.kind, 'grown', `${from} to ${to}`);
        assert.ok(verdict.kind === 'grown');
        assert.deepEqual([verdict.added, verdict.kept.size], [to - from, to]);
        assert.deepEqual([verdict.kept.key, verdict.kept.since], [key, keptAt(from).since]);
      }
    }
    console.log(`    ${steps} growths proven`);
  });

  test('a shorter ledger is rolled back, and both notes are the evidence', async () => {
    const verdict = await judge(keptAt(20), { note: honest.note(19), key }, noProofIsNeeded, now);
    assert.deepEqual(verdict, {
      kind: 'accused',
      accusation: { finding: 'rolled-back', kept: honest.note(20), shown: honest.note(19), key, at: now },
    });
  });

  test('another head of the same size is a fork; a longer one in which an old entry differs proves nothing', async () => {
    let caught = 0;
    for (let changed = 0; changed < 20; changed++) {
      const forged = aTestLedger(40, { story: 'two', from: changed });
      const same = await judge(keptAt(20), { note: forged.note(20), key }, noProofIsNeeded, now);
      assert.equal(findingOf(same), 'forked');
      const longer = await judge(keptAt(20), { note: forged.note(33), key }, forged.demand, now);
      assert.equal(findingOf(longer), 'not-continued');
      caught += 2;
    }
    console.log(`    ${caught} forged heads, all signed with the right key, ${caught} found`);
  });

  test('a ledger that gives no proof, or anything but hashes, has not proven that it continues', async () => {
    for (const given of [null, [], ['x'], ['AAAA'], [base64(sha256(utf8('made up')))]]) {
      const verdict = await judge(keptAt(20), { note: honest.note(33), key }, async () => given, now);
      assert.equal(findingOf(verdict), 'not-continued');
    }
  });

  test('a checkpoint by another key is refused, whatever key the ledger names now', async () => {
    const other = makeSigner('coprod.example/ostrelle', sha256(utf8('another')));
    const shown = { note: aTestLedger(33, { by: other }).note(), key: formatVerifierKey(other.key) };
    assert.equal(findingOf(await judge(keptAt(20), shown, honest.demand, now)), 'other-key');
    const broken = { note: honest.note(33).replace('33', '34'), key };
    assert.equal(findingOf(await judge(keptAt(20), broken, honest.demand, now)), 'other-key');
  });

  test('what is no checkpoint at all is not kept', async () => {
    for (const note of ['', '<!doctype html>', 'a\n\nb']) {
      assert.equal(findingOf(await judge(null, { note, key }, honest.demand, now)), 'unreadable');
      assert.equal(readSaved(note, key, now), null);
    }
    assert.equal(
      findingOf(await judge(null, { note: honest.note(), key: 'no key' }, honest.demand, now)),
      'unreadable',
    );
  });

  test('without an answer nobody is accused', async () => {
    const away = new Error('no network');
    const judged = judge(keptAt(20), { note: honest.note(33), key }, () => Promise.reject(away), now);
    await assert.rejects(judged, away);
  });
});
