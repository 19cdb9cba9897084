/**
 * What reading costs beside a bare loop over the bytes that only counts separators, in one run, side by side: ours at three
 * depths, ours writing, and the peers that `node bench/edi/peers.ts` has fetched. CPU time of the thread, because the
 * machine may be shared; medians of five, in turns. Writes its tables and pictures to bench/edi/results.
 *
 *   node bench/edi/run.ts [megabytes]          20 without
 *   node bench/edi/run.ts --long               a file of 1 GB in pieces, memory and time a megabyte
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Reader, readInterchanges, write4905, write830, writeDelfor, type Depth, type Release } from '@coprod/edi';
import { file, pieces, type Family } from './generate.ts';
import { javascriptPeers, PEERS } from './peers.ts';
import { page, picture, type Row } from './results.ts';

const ROUNDS = 5;

const NAMES = {
  syntax: 'ours, syntax',
  grammar: 'ours, validated',
  meaning: 'ours, validated and typed',
  write: 'ours, writing',
} as const;

interface Candidate {
  readonly name: string;
  readonly bytes: number;
  run(): number;
}

function measure(family: Family, size: number): void {
  const bytes = file(family, size);
  const candidates: Candidate[] = [
    { name: 'bare loop', bytes: bytes.length, run: bareLoop(family, bytes) },
    ...(['syntax', 'grammar', 'meaning'] as const).map((depth) => ({
      name: NAMES[depth],
      bytes: bytes.length,
      run: () => ours(bytes, depth),
    })),
    ...writing(family, bytes),
    ...(family === 'vda'
      ? []
      : javascriptPeers(family).map((peer) => ({
          name: `${peer.name} (${peer.yields})`,
          bytes: bytes.length,
          run: () => peer.run(bytes),
        }))),
  ];
  const times = candidates.map((candidate) => ({ candidate, times: [] as number[] }));
  for (let round = -1; round < ROUNDS; round++)
    for (const entry of times) {
      const time = cpu(entry.candidate);
      if (time !== null && round >= 0) entry.times.push(time);
    }
  const rows: Row[] = times
    .filter((entry) => entry.times.length === ROUNDS)
    .map(({ candidate, times }) => ({ name: candidate.name, speed: candidate.bytes / 1e3 / median(times) }));
  if (family !== 'vda') rows.push(...foreign(family, bytes));
  const title = `${{ edifact: 'EDIFACT', x12: 'X12', vda: 'VDA' }[family]}, ${(bytes.length / 1e6).toFixed(0)} MB`;
  console.log(page(title, rows));
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${family}.md`, page(title, rows));
  writeFileSync(`${folder}${family}.svg`, picture(title, rows));
}

function ours(bytes: Uint8Array, depth: Depth): number {
  const reader = new Reader({ depth });
  let count = 0;
  // As a server does: a megabyte comes in, its messages are used and let go.
  for (let at = 0; at < bytes.length; at += 1 << 20)
    for (const event of reader.push(bytes.subarray(at, at + (1 << 20))))
      if (event.kind === 'message') {
        if (!event.message.ok) throw new Error(JSON.stringify(event.message.findings[0]));
        count += event.message.segments;
      }
  reader.end();
  return count;
}

/** The least that a reader could do: a table of 256 entries, and a count. The release character is honoured. */
function bareLoop(family: Family, bytes: Uint8Array): () => number {
  const table = new Uint8Array(256);
  for (const char of { edifact: ":+'", x12: '*>~', vda: '' }[family]) table[char.charCodeAt(0)] = 1;
  if (family === 'edifact') table[63] = 2;
  return () => countSeparators(bytes, table);
}

function countSeparators(bytes: Uint8Array, table: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    const kind = table[bytes[i]!]!;
    if (kind === 1) count++;
    else if (kind === 2) i++;
  }
  return count;
}

/** Writes what was read from two megabytes again. */
function writing(family: Family, bytes: Uint8Array): Candidate[] {
  const out = {
    sender: { id: 'KESTREL', qualifier: 'ZZ', routing: null },
    recipient: { id: 'MURNAU', qualifier: 'ZZ', routing: null },
    controlReference: '4711',
    preparedAt: '2026-11-24T06:15',
  };
  const releases: Release[] = [];
  // The transmissions of VDA are interchanges of their own: the first ones of the file are enough.
  for (const interchange of readInterchanges(bytes.subarray(0, 2_000_000)).interchanges)
    for (const { value } of interchange.messages) if (value?.kind === 'release') releases.push(value);
  const write = (release: Release): Uint8Array =>
    (family === 'edifact'
      ? writeDelfor(release, '97A', out)
      : family === 'x12'
        ? write830(release, out)
        : write4905(release, out)
    ).bytes;
  const all = (): number => releases.reduce((sum, release) => sum + write(release).length, 0);
  return [{ name: NAMES.write, bytes: all(), run: all }];
}

function foreign(family: 'edifact' | 'x12', bytes: Uint8Array): Row[] {
  const path = `${PEERS}sample.${family}`;
  const jar = `${PEERS}staedi-1.25.3.jar`;
  const rows: Row[] = [];
  const add = (name: string, size: number, command: string, args: readonly string[], env: NodeJS.ProcessEnv): void => {
    writeFileSync(path, bytes.subarray(0, size));
    const [time] = execFileSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } })
      .trim()
      .split(' ');
    rows.push({ name, speed: size / 1e3 / Number(time) });
  };
  if (existsSync(jar))
    add(
      'StAEDI, warm (text of every element)',
      bytes.length,
      'java',
      ['-cp', jar, fileURLToPath(new URL('Staedi.java', import.meta.url)), path],
      {},
    );
  const small = file(family, 1_000_000);
  if (family === 'edifact' && existsSync(`${PEERS}py`)) {
    writeFileSync(path, small);
    const script = fileURLToPath(new URL('pydifact_run.py', import.meta.url));
    const [time] = execFileSync('python3', [script, path], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: `${PEERS}py` },
    })
      .trim()
      .split(' ');
    rows.push({ name: 'pydifact (objects, 1 MB)', speed: small.length / 1e3 / Number(time) });
  }
  return rows;
}

/** Milliseconds of CPU, or null when the reader gave up. */
function cpu(candidate: Candidate): number | null {
  const before = process.threadCpuUsage();
  try {
    if (candidate.run() < 0) return null;
  } catch (error) {
    console.error(`${candidate.name}: ${error instanceof Error ? error.message.slice(0, 120) : String(error)}`);
    return null;
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Time a megabyte of a file that comes in pieces, and the most memory that was in use. */
function long(): void {
  for (const size of [1e6, 100e6, 1e9]) {
    const reader = new Reader();
    let messages = 0;
    let bytes = 0;
    let peak = 0;
    let time = 0;
    for (const piece of pieces('edifact', size)) {
      bytes += piece.length;
      const before = process.threadCpuUsage();
      for (const event of reader.push(piece)) if (event.kind === 'message' && event.message.ok) messages++;
      const { user, system } = process.threadCpuUsage(before);
      time += (user + system) / 1000;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
    reader.end();
    console.log(
      `${(bytes / 1e6).toFixed(0)} MB: ${(time / (bytes / 1e6)).toFixed(2)} ms a MB, ${messages} messages, ${(peak / 1e6).toFixed(0)} MB resident`,
    );
  }
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

if (process.argv.includes('--long')) long();
else for (const family of ['edifact', 'x12', 'vda'] as const) measure(family, Number(process.argv[2] ?? 20) * 1e6);
