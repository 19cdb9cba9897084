import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The size of the house: lines of source and of tests by room, the longest files, and the packages that an installation gets by npm.
 * Fails on a file over 600 lines and on a direct package at run time that has no reason in docs/decisions/dependencies.md.
 *
 *     node tools/check/figures.ts
 */
const root = join(import.meta.dirname, '../..');
const most = 600;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs|sql|css)$/.test(path) && !path.endsWith('.gen.ts'))
  .map((path) => ({ path, lines: linesOf(path), test: isTest(path) }));

const rooms = Map.groupBy(files, ({ path }) => /^(packages\/\w+|apps\/\w+|tools|bench)/.exec(path)?.[0] ?? 'root');
for (const [room, some] of [...rooms].toSorted(([a], [b]) => a.localeCompare(b))) {
  console.log(`${room.padEnd(20)} ${counted(some)}`);
}
console.log(`${'all'.padEnd(20)} ${counted(files)}`);
const sorted = files.toSorted((a, b) => a.lines - b.lines);
const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.lines;
const longest = sorted.at(-1)!;
console.log(
  `${files.length} files: median ${at(0.5)} lines, 90 % under ${at(0.9) + 1}, longest ${longest.lines} (${longest.path})`,
);

const direct = directPackages();
const reasons = namesWithReason();
const without = direct.filter((name) => !reasons.has(name) && !reasons.has(`${name.split('/')[0]}/*`));
console.log(
  `${neededBy('apps/cli')} packages run on the server (${process.platform}-${process.arch}, Node and PostgreSQL among them), ` +
    `${neededBy('apps/cli', 'apps/web')} with those that the web client is built of; ${direct.length} asked for by us, on all platforms`,
);

const tooLong = files.filter(({ lines }) => lines > most);
for (const { path, lines } of tooLong) console.error(`${path} has ${lines} lines`);
for (const name of without) console.error(`${name} has no reason in docs/decisions/dependencies.md`);
if (tooLong.length > 0 || without.length > 0) process.exitCode = 1;

function linesOf(path: string): number {
  return readFileSync(join(root, path), 'utf8').split('\n').length - 1;
}

/** Tests and what only they use. */
function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/(testing|test|browser)\/|^tools\/(stories|endurance)\/|\/test-[\w-]+\.ts$/.test(path);
}

function counted(some: typeof files): string {
  const sum = (test: boolean): number =>
    some.filter((file) => file.test === test).reduce((all, file) => all + file.lines, 0);
  return `${String(sum(false)).padStart(6)} lines of source, ${String(sum(true)).padStart(6)} of tests`;
}

type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

function directPackages(): readonly string[] {
  const names = globSync(['package.json', 'apps/*/package.json', 'packages/*/package.json'], { cwd: root }).flatMap(
    (path) => {
      const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
      return Object.keys({ ...dependencies, ...optionalDependencies });
    },
  );
  return [...new Set(names)].filter((name) => !name.startsWith('@coprod/')).toSorted();
}

/** The first columns of the tables. */
function namesWithReason(): ReadonlySet<string> {
  const text = readFileSync(join(root, 'docs/decisions/dependencies.md'), 'utf8');
  const cells = text.split('\n').flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1] ?? []);
  return new Set(cells.flatMap((cell) => cell.replace(/ \(.*\)$/, '').split(', ')));
}

type Locked = {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** The packages that some workspaces need at run time on this machine, by the lock file, and Node and PostgreSQL with them. */
function neededBy(...workspaces: readonly string[]): number {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const found = new Set<string>();
  const visit = (path: string, names: Readonly<Record<string, string>>): void => {
    for (const name of Object.keys(names)) {
      const place = whereIs(packages, path, name);
      if (place === undefined || found.has(place)) continue;
      const entry = packages[place]!;
      if (!suits(entry.os, process.platform) || !suits(entry.cpu, process.arch)) continue;
      found.add(place);
      const real = entry.link === true ? entry.resolved! : place;
      const { dependencies, optionalDependencies, peerDependencies } = packages[real]!;
      visit(real, { ...dependencies, ...optionalDependencies, ...peerDependencies });
    }
  };
  for (const workspace of workspaces) visit(workspace, packages[workspace]!.dependencies ?? {});
  visit('', packages['']!.optionalDependencies ?? {});
  return [...found].filter((place) => packages[place]!.link !== true).length;
}

function suits(allowed: readonly string[] | undefined, own: string): boolean {
  return allowed === undefined || allowed.includes(own);
}

/** As Node looks a package up: beside the one who asks, then in each folder above. */
function whereIs(packages: Readonly<Record<string, Locked>>, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === '') return undefined;
  }
}
