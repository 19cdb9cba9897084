import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger, aSigner, bytesOf, itemOf } from '../test/a-ledger.ts';
import type { ALedger } from '../test/a-ledger.ts';
import { utf8 } from './bytes.ts';
import { exportEnd, exportEntry, exportHeader } from './export.ts';
import { formatVerifierKey, makeSigner } from './keys.ts';
import { startExportCheck, verifyExport } from './verify-export.ts';

const SIZE = 20;
const ledger = erased(aLedger(SIZE));
const file = exported(ledger);
const key = formatVerifierKey(aSigner.key);

test('an export proves itself: all entries, and the signed head over exactly them', () => {
  const proof = verifyExport(file, { trustedKeys: [key], kept: ledger.checkpoint(17) });
  assert.ok(proof.ok);
  assert.deepEqual([proof.checkpoint.size, proof.erased, proof.trusted], [SIZE, 2, true]);
  assert.ok(verifyExport(exported(aLedger(0))).ok);
});

test('an export may be cut anywhere while it is read', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1 }), (lengths) => {
      const check = startExportCheck();
      for (let [at, turn] = [0, 0]; at < file.length; turn++) {
        const length = itemOf(lengths, turn % lengths.length);
        assert.equal(check.push(file.subarray(at, at + length)), null);
        at += length;
      }
      assert.deepEqual(check.end(), verifyExport(file));
    }),
  );
});

test('every byte of an export counts: flipped, it is found and located by its line', () => {
  let [flipped, found] = [0, 0];
  let line = 1;
  for (let at = 0; at < file.length; at++) {
    const verdict = verifyExport(file.with(at, (file[at] ?? 0) ^ (1 + ((at * 13) % 255))));
    flipped++;
    // A byte that becomes a line end, or stops being one, may be noticed on the next line.
    const [, named] = /^line (\d+)\b/.exec(verdict.ok ? '' : verdict.where) ?? [];
    if (Number(named) === line || Number(named) === line + 1) found++;

    if (file[at] === 0x0a) line++;
  }
  console.log(`export bytes flipped: ${flipped}, found and located: ${found}`);
  assert.equal(found, flipped);
});

test('an export that does not begin with what was kept is refused, and why', () => {
  const other = aLedger(SIZE, { story: 'another', from: 11 });
  const forked = verifyExport(exported(other), { kept: ledger.checkpoint(17) });
  assert.deepEqual(!forked.ok && [forked.code, forked.where], ['forked', 'line 18']);
  assert.ok(verifyExport(exported(other), { kept: ledger.checkpoint(11) }).ok);
  const shorter = verifyExport(exported(aLedger(9)), { kept: ledger.checkpoint(17) });
  assert.equal(!shorter.ok && shorter.code, 'rolled-back');
  const stranger = makeSigner(aSigner.key.name, bytesOf('stranger'));
  const untrusted = verifyExport(file, { trustedKeys: [formatVerifierKey(stranger.key)] });
  assert.equal(!untrusted.ok && untrusted.code, 'untrusted-key');
});

test('lines that are missing, doubled, moved or too many are refused', () => {
  const lines = new TextDecoder().decode(file).split(/(?<=\n)/);
  for (let at = 0; at < lines.length; at++) {
    assert.equal(verifyExport(utf8(lines.toSpliced(at, 1).join(''))).ok, false);
    assert.equal(verifyExport(utf8(lines.toSpliced(at, 0, lines[at] ?? '').join(''))).ok, false);
    assert.equal(verifyExport(utf8(lines.toSpliced(at, 0, '\n').join(''))).ok, false);
  }
  assert.equal(verifyExport(file.subarray(0, -1)).ok, false);
  assert.equal(verifyExport(utf8(`${lines.join('')} `)).ok, false);
  assert.equal(verifyExport(new Uint8Array(0)).ok, false);
});

test('hostile files are refused, never thrown at', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.json(), fc.constantFrom(exportHeader(aSigner.key), '{"checkpoint":"x"}', '\u0000'))),
      (lines) => {
        assert.equal(verifyExport(utf8(`${lines.join('\n')}\n`)).ok, false);
      },
    ),
  );
});

function exported({ entries, checkpoint }: ALedger): Uint8Array {
  return utf8([exportHeader(aSigner.key), ...entries.map(exportEntry), exportEnd(checkpoint())].join(''));
}

function erased(whole: ALedger): ALedger {
  return {
    ...whole,
    entries: whole.entries.map((entry) => (entry.index % 10 === 3 ? { ...entry, text: null, salt: null } : entry)),
  };
}
