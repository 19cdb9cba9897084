import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Import, importsOf } from './imports.ts';

/** An import that the house does not allow. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

/** What a look at a repository has found; `imports` is how many imports were judged. */
export interface Boundaries {
  readonly imports: number;
  readonly violations: readonly Violation[];
}

/**
 * Judges every import of every workspace:
 * - apps import packages; `cli` also the server; `tools` and `bench` anything; a package imports no workspace, unless its
 *   package.json lists it as a dependency and its README names it with the reason;
 * - in the server `channel -> core -> access -> platform`, never back, never sideways; no layer imports the root of `src`;
 * - no path leads from one workspace into another; what is imported by name is declared in the workspace's package.json,
 *   and by code that runs in an installation not only as a development dependency;
 * - an internal name (`#primitives`) is declared under `imports`, and each file it may stand for is judged as if it were
 *   imported by its path;
 * - an import whose name is computed carries a comment `computed import: <reason>` above it.
 */
export function judgeBoundaries(root: string): Boundaries {
  const workspaces = findWorkspaces(root);
  const violations: Violation[] = [];
  let imports = 0;
  for (const workspace of workspaces) {
    for (const file of sourcesOf(workspace)) {
      for (const one of importsOf(file)) {
        imports += 1;
        const what = judge(one, file, workspace, workspaces, root);
        if (what !== undefined) violations.push({ file: relative(root, file), line: one.line, what });
      }
    }
  }
  return { imports, violations };
}

interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly imports?: Readonly<Record<string, unknown>>;
}

interface Workspace {
  readonly folder: string;
  /** `packages`, `apps`, `tools` or `bench`. */
  readonly room: string;
  readonly manifest: Manifest;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

function findWorkspaces(root: string): Workspace[] {
  return (readManifest(root).workspaces ?? [])
    .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))
    .map((path) => {
      const folder = dirname(join(root, path));
      return { folder, room: path.split(sep)[0]!, manifest: readManifest(folder) };
    })
    .toSorted((a, b) => a.folder.localeCompare(b.folder));
}

const sourcesOf = ({ folder }: Workspace): string[] =>
  globSync('**/*.{ts,tsx,mts,js,mjs}', { cwd: folder, exclude: (name) => /^(node_modules|dist.*)$/.test(name) })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .toSorted();

function judge(
  { name, marked, typeOnly }: Import,
  file: string,
  from: Workspace,
  all: readonly Workspace[],
  root: string,
): string | undefined {
  if (name === undefined) return marked ? undefined : 'computes the name of what it imports without saying why';
  if (name.startsWith('.')) return judgePath(resolve(dirname(file), name), file, from);
  if (name.startsWith('#')) return judgeInternal(name, file, from);
  if (name.startsWith('node:')) return undefined;
  if (builtinModules.includes(name)) return `imports ${name} without node: before it`;
  const target = all.find(({ manifest }) => name === manifest.name || name.startsWith(`${manifest.name}/`));
  const wrongRoom = target === undefined ? undefined : judgeRooms(from, target);
  return wrongRoom ?? judgeDeclared(name, typeOnly, file, from, root);
}

/** Conditions may nest (Node, "Subpath imports"); whichever holds, the file must be one that could be imported by its path. */
function judgeInternal(name: string, file: string, from: Workspace): string | undefined {
  const targets = filesOf(from.manifest.imports?.[name]);
  if (targets.length === 0) return `imports ${name}, which its package.json does not declare`;
  for (const target of targets) {
    const wrong = judgePath(resolve(from.folder, target), file, from);
    if (wrong !== undefined) return `imports ${name}, which ${wrong}`;
  }
  return undefined;
}

function filesOf(declared: unknown): string[] {
  if (typeof declared === 'string') return [declared];
  return typeof declared === 'object' && declared !== null ? Object.values(declared).flatMap(filesOf) : [];
}

function judgePath(target: string, file: string, from: Workspace): string | undefined {
  if (!target.startsWith(`${from.folder}${sep}`)) return `leads by a path out of its workspace, to ${target}`;
  const [layer, aim] = [layerOf(file, from), layerOf(target, from)];
  if (layer === undefined || layer === 'root' || layer === testing) return undefined;
  if (aim === testing) return isForDevelopment(file) ? undefined : `${layer} imports what only tests may`;
  if (aim === 'root') return `${layer} imports the root of the server, which stands above it`;
  if (aim === undefined || aim === layer) return undefined;
  const [rank, aimRank] = [rankOf(layer), rankOf(aim)];
  if (rank === aimRank) return `${layer} imports ${aim}: channels speak to core, never to one another`;
  return aimRank > rank ? `${layer} imports ${aim}, which stands above it` : undefined;
}

/** The folder of the server's `src` that sets up houses for tests: it may know everything. */
const testing = 'testing';
const lower = ['platform', 'access', 'core'];
const channels = 3;
const rankOf = (layer: string): number => (lower.includes(layer) ? lower.indexOf(layer) : channels);

/** The folder of the server's `src`; `root` for a file that lies in `src` itself; undefined anywhere else. */
function layerOf(path: string, { folder, manifest }: Workspace): string | undefined {
  if (manifest.name !== '@coprod/server') return undefined;
  const [source, layer, ...rest] = relative(folder, path).split(sep);
  if (source !== 'src') return undefined;
  return rest.length === 0 ? 'root' : layer;
}

function judgeRooms(from: Workspace, target: Workspace): string | undefined {
  if (from === target || from.room === 'tools' || from.room === 'bench') return undefined;
  if (from.room === 'packages') {
    const named = target.room === 'packages' && readmeOf(from).includes(target.manifest.name);
    return named ? undefined : `a package imports ${target.manifest.name}, and its README gives no reason`;
  }
  if (target.room === 'packages') return undefined;
  if (from.manifest.name === '@coprod/cli' && target.manifest.name === '@coprod/server') return undefined;
  return `${from.manifest.name} imports ${target.manifest.name}: apps import packages`;
}

function readmeOf({ folder }: Workspace): string {
  const file = join(folder, 'README.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function judgeDeclared(
  name: string,
  typeOnly: boolean,
  file: string,
  from: Workspace,
  root: string,
): string | undefined {
  const wanted = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
  const { name: own, dependencies, devDependencies, peerDependencies } = from.manifest;
  if (wanted === own || wanted in { ...dependencies, ...peerDependencies }) return undefined;
  const development = { ...devDependencies, ...readManifest(root).devDependencies };
  if (!(wanted in development)) return `imports ${wanted}, which its package.json does not declare`;
  const runs = (from.room === 'apps' || from.room === 'packages') && !typeOnly && !isForDevelopment(file);
  return runs ? `imports ${wanted}, which is declared for development only` : undefined;
}

/** Tests, what only tests import, and configuration files. */
const isForDevelopment = (file: string): boolean =>
  /\.test\.tsx?$|\/(test|testing|browser|fuzz)\/|\/test-[a-z-]+\.ts$|\.config\.[mt]?[jt]s$/.test(file);
