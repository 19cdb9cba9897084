/**
 * Other readers to measure against: npm `edifact`, `ts-edifact` and `node-x12`, Python's pydifact, Java's StAEDI. Not
 * dependencies: fetched by their ordinary clients into bench/out, which git does not keep. What cannot be had is left out.
 *
 *   node bench/edi/peers.ts        fetch what is missing
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const PEERS = fileURLToPath(new URL('../out/edi-peers/', import.meta.url));
const STAEDI = 'io.xlate:staedi:1.25.3';
// ts-edifact needs htmlparser2 and does not say so.
const VERSIONS = ['edifact@1.2.12', 'ts-edifact@0.0.14', 'node-x12@1.7.1', 'htmlparser2@6.1.0'];

/** One way of reading a file; gives a count, so that nothing can be optimised away. */
export interface Subject {
  readonly name: string;
  /** What it yields: `events` one by one, `objects`, or `typed` values. */
  readonly yields: 'events' | 'objects';
  run(bytes: Uint8Array): number;
}

/** Fetches the peers. */
export function fetchPeers(): void {
  mkdirSync(PEERS, { recursive: true });
  const quiet = { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  attempt('npm', () =>
    execFileSync(
      'npm',
      ['install', '--prefix', PEERS, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...VERSIONS],
      quiet,
    ),
  );
  attempt('pydifact', () =>
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', `${PEERS}py`, 'pydifact==0.2.3'], quiet),
  );
  attempt('StAEDI', () => {
    execFileSync('mvn', ['-q', 'dependency:get', `-Dartifact=${STAEDI}`], quiet);
    execFileSync('mvn', ['-q', 'dependency:copy', `-Dartifact=${STAEDI}`, `-DoutputDirectory=${PEERS}`], quiet);
  });
}

function attempt(name: string, fetch: () => unknown): void {
  try {
    fetch();
  } catch (error) {
    console.error(`${name} could not be had: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

interface Events {
  onopensegment(tag: string): void;
  onelement(): void;
  oncomponent(data: string): void;
  onclosesegment(): void;
  write(text: string): void;
  end(): void;
  encoding(name: string): void;
}

/** The JavaScript peers that were fetched. */
export function javascriptPeers(family: 'edifact' | 'x12'): Subject[] {
  if (!existsSync(`${PEERS}node_modules`)) return [];
  const load = createRequire(`${PEERS}index.js`);
  const decoder = new TextDecoder('latin1');
  if (family === 'x12') {
    const { X12Parser } = load('node-x12') as {
      X12Parser: new (strict: boolean) => { parse(text: string): { functionalGroups: unknown[] } };
    };
    return [
      {
        name: 'node-x12',
        yields: 'objects',
        run: (bytes) => new X12Parser(true).parse(decoder.decode(bytes)).functionalGroups.length,
      },
    ];
  }
  const edifact = load('edifact') as {
    Parser: new () => Events;
    Reader: new () => { parse(text: string): unknown[]; encoding?(name: string): void };
  };
  const typed = load('ts-edifact') as {
    Parser: new (configuration?: unknown) => Events;
    Configuration: new (options: object) => unknown;
  };
  const events =
    (make: () => Events) =>
    (bytes: Uint8Array): number => {
      const parser = make();
      let count = 0;
      parser.onopensegment = () => count++;
      parser.onelement = () => undefined;
      parser.oncomponent = (data) => (count += data.length & 1);
      parser.onclosesegment = () => undefined;
      parser.write(decoder.decode(bytes));
      parser.end();
      return count;
    };
  return [
    { name: 'edifact, callbacks', yields: 'events', run: events(() => latin(new edifact.Parser())) },
    {
      name: 'edifact, Reader',
      yields: 'objects',
      run: (bytes) => new edifact.Reader().parse(decoder.decode(bytes).toUpperCase()).length,
    },
    {
      name: 'ts-edifact, callbacks',
      yields: 'events',
      run: (bytes) =>
        quietly(() => events(() => new typed.Parser(new typed.Configuration({ charset: 'UNOC' })))(bytes)),
    },
  ];
}

/** ts-edifact says a line for each segment it has no table for: its console is switched off, or we would measure that. */
function quietly(run: () => number): number {
  const { log, warn, error } = console;
  console.log = console.warn = console.error = () => undefined;
  try {
    return run();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

function latin(parser: Events): Events {
  parser.encoding('UNOC');
  return parser;
}

if (import.meta.main) fetchPeers();
