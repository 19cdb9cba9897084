import { concatBytes } from './bytes.ts';
import type { NodeId } from './frontier.ts';
import { HASH_LENGTH, nodeHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import type { ReadNode } from './proofs.ts';

/** Hashes in a full tile. */
const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/**
 * A tile (C2SP tlog-tiles): `width` neighbouring hashes of the tree at height 8 * `level`, from `index` * 256 on. Level `entries`
 * names a bundle of the entries (here: commitments) themselves.
 */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; less than 256 is a partial tile. */
  readonly width: number;
}

/** The path of a tile below the address of the log: `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups =
    index
      .toString()
      .padStart(Math.ceil(index.toString().length / 3) * 3, '0')
      .match(/.../g) ?? [];
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${place}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The tile of a path, or null unless it is exactly what `tilePath` writes. */
export function parseTilePath(path: string): Tile | null {
  const [, level, place, width] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path) ?? [];
  if (level === undefined || place === undefined) return null;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const inBounds = (tile.level === 'entries' || tile.level <= 63) && tile.width > 0 && Number.isSafeInteger(tile.index);
  return inBounds && tilePath(tile) === path ? tile : null;
}

/** The width that a tile has in a tree of this size: 0 where there is none yet, 256 where it is full. */
export function tileWidth(level: Tile['level'], index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** The nodes whose hashes, one after the other, are the bytes of a hash tile. */
export function nodesOfTile({ level, index, width }: Tile): readonly NodeId[] {
  if (level === 'entries') throw new TypeError('an entry bundle has no hashes');
  return Array.from({ length: width }, (_, at) => ({ level: level * TILE_HEIGHT, index: index * TILE_WIDTH + at }));
}

/** The bytes of a hash tile, from stored nodes. */
export function tileBytes(tile: Tile, readNode: ReadNode): Uint8Array {
  return concatBytes(...nodesOfTile(tile).map(readNode));
}

/** The tile of a tree of this size from which a node can be computed. */
export function tileOfNode({ level, index }: NodeId, size: number): Tile {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const tileIndex = Math.floor((index * 2 ** (level % TILE_HEIGHT)) / TILE_WIDTH);
  return { level: tileLevel, index: tileIndex, width: tileWidth(tileLevel, tileIndex, size) };
}

/** The hash of a node from the bytes of the tile that `tileOfNode` names. */
export function nodeFromTile({ level, index }: NodeId, bytes: Uint8Array): Hash {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = (index * count) % TILE_WIDTH;
  if (bytes.length < (first + count) * HASH_LENGTH)
    throw new RangeError(`the tile is too short for node ${level}/${index}`);
  return foldComplete(bytes, first, count);
}

function foldComplete(bytes: Uint8Array, first: number, count: number): Hash {
  if (count === 1) return bytes.slice(first * HASH_LENGTH, (first + 1) * HASH_LENGTH);
  const half = count / 2;
  return nodeHash(foldComplete(bytes, first, half), foldComplete(bytes, first + half, half));
}

/** The bytes of an entry bundle: each entry after its length, 16 bits, big-endian. In a ledger an entry is a commitment. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError('an entry of a bundle has at most 65,535 bytes');
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle, or null unless its bytes are exactly used up. */
export function parseEntryBundle(bytes: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
