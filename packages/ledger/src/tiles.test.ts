import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger } from '../test/a-ledger.ts';
import { leafHash } from './merkle-hash.ts';
import { consistencyNodes, inclusionNodes, inclusionProof, rootHash, rootNodes } from './proofs.ts';
import {
  entryBundle,
  nodeFromTile,
  nodesOfTile,
  parseEntryBundle,
  parseTilePath,
  tileBytes,
  tileOfNode,
  tilePath,
  tileWidth,
} from './tiles.ts';
import type { Tile } from './tiles.ts';

const SIZE = 1_000;
const ledger = aLedger(SIZE);

test('paths are those of C2SP tlog-tiles', () => {
  const known: [Tile, string][] = [
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 2, index: 1_234_067, width: 256 }, 'tile/2/x001/x234/067'],
    [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
    [{ level: 'entries', index: 1_000, width: 1 }, 'tile/entries/x001/000.p/1'],
  ];
  for (const [tile, path] of known) {
    assert.equal(tilePath(tile), path);
    assert.deepEqual(parseTilePath(path), tile);
  }
});

test('a path is taken only as it is written', () => {
  const wrong = [
    'tile/0/0',
    'tile/00/000',
    'tile/0/x000/001',
    'tile/0/x001',
    'tile/64/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
  ];
  const hostile = [
    'tile/0/000.p/01',
    'tile/0/000/',
    '/tile/0/000',
    'tile/data/000',
    'tile/0/../000',
    'tile/0/000\n',
    '',
  ];
  for (const path of [...wrong, ...hostile]) assert.equal(parseTilePath(path), null, path);
  const level = fc.oneof(fc.nat({ max: 63 }), fc.constant('entries' as const));
  fc.assert(
    fc.property(level, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
      assert.deepEqual(parseTilePath(tilePath({ level, index, width })), { level, index, width });
    }),
  );
});

test('a tree of 70,000 leaves has the tiles that the standard counts', () => {
  assert.equal(tileWidth(0, 272, 70_000), 256);
  assert.equal(tileWidth(0, 273, 70_000), 112);
  assert.equal(tileWidth(0, 274, 70_000), 0);
  assert.equal(tileWidth('entries', 273, 70_000), 112);
  assert.deepEqual(
    [0, 1, 2].map((index) => tileWidth(1, index, 70_000)),
    [256, 17, 0],
  );
  assert.equal(tileWidth(2, 0, 70_000), 1);
  assert.equal(tileWidth(1, 0, 256), 1);
});

test('every root and every proof can be computed from tiles alone', () => {
  const served = new Map<string, Uint8Array>();
  const readTile = (tile: Tile) => {
    const path = tilePath(tile);
    const bytes = served.get(path) ?? tileBytes(tile, ledger.readNode);
    served.set(path, bytes);
    return bytes;
  };
  const sizes = fc
    .integer({ min: 1, max: SIZE })
    .chain((size) => fc.tuple(fc.nat({ max: size - 1 }), fc.constant(size)));
  fc.assert(
    fc.property(sizes, ([index, size]) => {
      const fromTiles = (node: { level: number; index: number }) =>
        nodeFromTile(node, readTile(tileOfNode(node, size)));
      assert.deepEqual(rootHash(size, fromTiles), rootHash(size, ledger.readNode));
      assert.deepEqual(inclusionProof(index, size, fromTiles), inclusionProof(index, size, ledger.readNode));
      for (const node of [...rootNodes(size), ...inclusionNodes(index, size), ...consistencyNodes(index, size)]) {
        assert.deepEqual(fromTiles(node), ledger.readNode(node));
      }
    }),
    { numRuns: 300 },
  );
  const lengths = Array.from(served, ([path, bytes]) => [parseTilePath(path)?.width, bytes.length / 32]);
  assert.ok(lengths.length > 10 && lengths.every(([width, hashes]) => width === hashes));
});

test('each hash of a tile is the root of the full tile below it', () => {
  const above = tileBytes({ level: 1, index: 0, width: 3 }, ledger.readNode);
  const below = tileBytes({ level: 0, index: 2, width: 256 }, ledger.readNode);
  assert.deepEqual(above.slice(64, 96), nodeFromTile({ level: 8, index: 2 }, above));
  assert.deepEqual(nodeFromTile({ level: 7, index: 4 }, below), ledger.readNode({ level: 7, index: 4 }));
  assert.throws(() => nodeFromTile({ level: 7, index: 5 }, below.subarray(0, 8_191)), RangeError);
  assert.throws(() => nodesOfTile({ level: 'entries', index: 0, width: 1 }), TypeError);
});

test('the entries of a bundle hash to the leaves of the tile beside it', () => {
  const commitments = ledger.entries.slice(0, 256).map(({ commitment }) => commitment);
  const bundle = entryBundle(commitments);
  assert.equal(bundle.length, 256 * 34);
  const leaves = parseEntryBundle(bundle)?.map((entry) => leafHash(entry)) ?? [];
  assert.deepEqual(Buffer.concat(leaves), Buffer.from(tileBytes({ level: 0, index: 0, width: 256 }, ledger.readNode)));
});

test('a bundle that is cut is refused, whatever the entries were', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1 }), fc.nat(), (entries, cut) => {
      const bundle = entryBundle(entries);
      assert.deepEqual(parseEntryBundle(bundle), entries);
      const shorter = parseEntryBundle(bundle.subarray(0, cut % bundle.length));
      assert.ok(shorter === null || shorter.length < entries.length);
    }),
  );
  assert.throws(() => entryBundle([new Uint8Array(65_536)]), RangeError);
});
