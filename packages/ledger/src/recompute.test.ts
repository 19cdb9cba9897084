import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLedger, itemOf, nodeName } from '../test/a-ledger.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import type { Frontier, NodeId } from './frontier.ts';
import { leafHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { recomputeLedger, startRecomputation } from './recompute.ts';
import type { StoredEntry } from './recompute.ts';

const SIZE = 2_000;
const ledger = aLedger(SIZE);
const storedNode = (node: NodeId) => ledger.nodes.get(nodeName(node));
const frontiers = frontiersOf(ledger.entries);

test('an untouched ledger gives its head, whole or continued from anywhere', () => {
  for (let size = 0; size <= SIZE; size += 250) {
    const entries = ledger.entries.slice(0, size);
    const whole = recomputeLedger(entries, headOf(size), { storedNode });
    assert.deepEqual(whole.ok && whole.frontier, frontiers[size]);
    const from = itemOf(frontiers, Math.floor(size / 3));
    assert.ok(recomputeLedger(entries.slice(from.size), headOf(size), { storedNode, from }).ok);
  }
});

test('every stored byte of a 2,000-entry ledger counts: flipped, it is found and located', () => {
  const masks = process.env['COPROD_LONG'] ? [1, 2, 4, 8, 16, 32, 64, 128] : [0];
  let [flipped, found] = [0, 0];
  for (const { index, text, salt, commitment } of ledger.entries) {
    assert.ok(text !== null && salt !== null);
    const stored = { index, text, salt, commitment };
    const bytes = Buffer.from(text);
    const parts: [string, Uint8Array, (damaged: Uint8Array) => StoredEntry][] = [
      ['text', bytes, (damaged) => ({ ...stored, text: new TextDecoder().decode(damaged) })],
      ['salt', salt, (damaged) => ({ ...stored, salt: damaged })],
      ['commitment', commitment, (damaged) => ({ ...stored, commitment: damaged })],
    ];
    // What comes before is untouched, so the recomputation may begin here.
    const recomputation = startRecomputation({ from: itemOf(frontiers, index), storedNode });
    for (const [part, original, damage] of parts) {
      for (let at = 0; at < original.length; at++) {
        for (const mask of masks) {
          const difference = recomputation.add(damage(flip(original, at, mask || 1 + ((at * 31 + index) % 255))));
          flipped++;
          if (difference?.where.startsWith(`entry ${index}, `) && difference.where.includes(part)) found++;
        }
      }
    }
  }
  console.log(`entry bytes flipped: ${flipped}, found and located: ${found}`);
  assert.equal(found, flipped);
});

test('every byte of the stored tree counts: flipped, it is found and located', () => {
  let [flipped, found] = [0, 0];
  for (const [name, hash] of ledger.nodes) {
    const [level = 0, index = 0] = name.split('/').map(Number);
    const last = (index + 1) * 2 ** level - 1;
    for (let at = 0; at < hash.length; at++) {
      const damaged = flip(hash, at, 1 + ((at + index) % 255));
      const recomputation = startRecomputation({
        from: itemOf(frontiers, last),
        storedNode: (node) => (nodeName(node) === name ? damaged : storedNode(node)),
      });
      const difference = recomputation.add(itemOf(ledger.entries, last));
      flipped++;
      if (difference?.where === (level === 0 ? `entry ${index}, leaf` : `node ${name}`)) found++;
    }
  }
  console.log(`tree bytes flipped: ${flipped}, found and located: ${found}`);
  assert.equal(found, flipped);
});

test('an entry that is missing, doubled, moved or too many is named', () => {
  const { entries } = ledger;
  const cases: [readonly StoredEntry[], string][] = [
    [entries.toSpliced(700, 1), 'entry 700'],
    [entries.toSpliced(700, 0, itemOf(entries, 700)), 'entry 701'],
    [entries.toSpliced(700, 2, itemOf(entries, 701), itemOf(entries, 700)), 'entry 700'],
    [entries.slice(0, -1), 'size'],
  ];
  for (const [changed, where] of cases) {
    const difference = recomputeLedger(changed, headOf(SIZE));
    assert.equal(!difference.ok && difference.where, where);
  }
  const replaced = aLedger(SIZE, { story: 'another', from: SIZE - 1 });
  const difference = recomputeLedger(replaced.entries, headOf(SIZE));
  assert.deepEqual(!difference.ok && [difference.code, difference.where], ['root-differs', 'root']);
});

test('an erased entry leaves the ledger whole; half an erasure is named', () => {
  assert.ok(recomputeLedger(erase({ text: null, salt: null }), headOf(SIZE), { storedNode }).ok);
  const noText = recomputeLedger(erase({ text: null }), headOf(SIZE));
  const noSalt = recomputeLedger(erase({ salt: null }), headOf(SIZE));
  assert.deepEqual(!noText.ok && noText.where, 'entry 9, text');
  assert.deepEqual(!noSalt.ok && noSalt.where, 'entry 9, salt');
});

test('a node that is not stored is named', () => {
  const difference = recomputeLedger(ledger.entries, headOf(SIZE), {
    storedNode: (node) => (nodeName(node) === '4/30' ? undefined : storedNode(node)),
  });
  assert.equal(!difference.ok && difference.where, 'node 4/30');
});

function headOf(size: number): Checkpoint {
  const opened = openCheckpoint(ledger.checkpoint(size), ledger.signer.key);
  assert.ok(opened.ok);
  return opened.checkpoint;
}

function frontiersOf(entries: readonly StoredEntry[]): readonly Frontier[] {
  const all: Frontier[] = [EMPTY_FRONTIER];
  for (const { commitment } of entries) {
    all.push(appendLeaves(itemOf(all, all.length - 1), [leafHash(commitment)]).frontier);
  }
  return all;
}

function flip(bytes: Hash, at: number, mask: number): Uint8Array {
  return new Uint8Array(bytes).with(at, itemOf(bytes, at) ^ mask);
}

function erase(change: Partial<StoredEntry>): readonly StoredEntry[] {
  return ledger.entries.with(9, { ...itemOf(ledger.entries, 9), ...change });
}
