import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** One file in a backup. */
export interface ArchiveEntry {
  readonly name: string;
  readonly data: Buffer;
}

/** A backup being written. */
export interface ArchiveWriter {
  add(name: string, data: Buffer): Promise<void>;
  /** Makes the backup durable under its name. Until then, there is no file of that name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** The last file of every backup: the SHA-256 of each one before it, as the tool sha256sum writes them. */
const sumsName = 'SHA256SUMS';

/**
 * Writes a backup: a gzipped tar (POSIX.1-1988, ustar), which any tool of the system opens. Only we may read it: it holds what the
 * database holds.
 * @throws when the file exists, or cannot be written
 */
export async function writeArchive(path: string): Promise<ArchiveWriter> {
  const part = `${path}.${process.pid}.part`;
  const file = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
  await once(file, 'open');
  const gzip = createGzip({ level: 6 });
  const written = pipeline(gzip, file);
  // Told where it is awaited, in finish(); a failure before that also ends the next write.
  written.catch(() => undefined);
  const write = async (data: Buffer): Promise<void> => {
    if (!gzip.write(data)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const sums: string[] = [];
  return {
    add: async (name, data) => {
      sums.push(`${sha256(data)}  ${name}\n`);
      await write(entryBytes(name, data));
    },
    finish: async () => {
      await write(entryBytes(sumsName, Buffer.from(sums.join(''))));
      gzip.end(Buffer.alloc(1024));
      await written;
      await rename(part, path);
      await syncFolder(dirname(path));
    },
    abandon: async () => {
      gzip.destroy();
      await written.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

/**
 * Reads a backup file by file.
 * @throws DamagedArchive at the first byte that is not as it was written, at the latest when the last file has been read
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const sums: string[] = [];
  let ended = false;
  for await (const { name, data } of readTar(path)) {
    if (ended) throw new DamagedArchive(`${name} follows the checksums`);
    if (name === sumsName) {
      if (data.toString() !== sums.join('')) throw new DamagedArchive('the checksums differ');
      ended = true;
    } else {
      sums.push(`${sha256(data)}  ${name}\n`);
      yield { name, data };
    }
  }
  if (!ended) throw new DamagedArchive('its end is missing');
}

/** A backup that is not what was written. */
export class DamagedArchive extends Error {}

async function* readTar(path: string): AsyncGenerator<ArchiveEntry> {
  const bytes = new ByteReader(createReadStream(path).pipe(createGunzip()));
  try {
    for (;;) {
      const header = await bytes.take(512);
      if (header === undefined) throw new DamagedArchive('it breaks off');
      if (header.every((byte) => byte === 0)) break;
      const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
      const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
      const sound = Buffer.byteLength(name) <= longestName && size >= 0 && size <= largestPiece;
      if (!sound || !header.equals(headerOf(name, size))) throw new DamagedArchive('a file header differs');
      const data = await bytes.take(size);
      const padding = await bytes.take(padded(size) - size);
      if (data === undefined || padding === undefined) throw new DamagedArchive(`it breaks off in ${name}`);
      yield { name, data };
    }
    await bytes.drain();
  } catch (error) {
    // What zlib says of bytes that are no gzip, or no longer: Z_DATA_ERROR, Z_BUF_ERROR.
    const { code } = error as { code?: string };
    if (code?.startsWith('Z_') !== true) throw error;
    throw new DamagedArchive(error instanceof Error ? error.message : 'it is no gzip');
  } finally {
    bytes.close();
  }
}

/** What the field of ustar holds with a zero at its end, in bytes. */
const longestName = 99;

/** Far above what a backup is written in, and what a damaged one may claim of our memory. */
const largestPiece = 64 * 2 ** 20;

const padded = (size: number): number => Math.ceil(size / 512) * 512;

const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

const entryBytes = (name: string, data: Buffer): Buffer =>
  Buffer.concat([headerOf(name, data.length), data, Buffer.alloc(padded(data.length) - data.length)]);

/** No times and no owners: the same content is the same bytes. */
function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > longestName) throw new RangeError(`${name} is too long for the archive`);
  const header = Buffer.alloc(512);
  const octal = (value: number, at: number, width: number): void => {
    header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at);
  };
  header.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The rename itself must survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder: FileHandle = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Takes given numbers of bytes from a stream. */
class ByteReader {
  readonly #stream: AsyncIterator<Buffer> & { destroy?: () => void };
  #held: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer> & { destroy(): unknown }) {
    this.#stream = Object.assign(stream[Symbol.asyncIterator](), { destroy: () => void stream.destroy() });
  }

  /** Undefined when the stream ends before. */
  async take(size: number): Promise<Buffer | undefined> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < size) {
      const { value, done } = await this.#stream.next();
      if (done === true) return undefined;
      parts.push(value);
      length += value.length;
    }
    const all = Buffer.concat(parts, length);
    this.#held = all.subarray(size);
    return all.subarray(0, size);
  }

  /** Reads to the end, so that the checksum of gzip itself is checked. */
  async drain(): Promise<void> {
    while ((await this.#stream.next()).done !== true);
  }

  close(): void {
    this.#stream.destroy?.();
  }
}
