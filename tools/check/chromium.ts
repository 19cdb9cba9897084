import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A Chromium for the browser tests: CHROMIUM, else one of the machine, else installed by apt-get where we may.
 * @returns its path, or why there is none
 */
export function findChromium(): { readonly path: string } | { readonly missing: string } {
  const named = process.env['CHROMIUM'];
  if (named) return isProgram(named) ? { path: named } : { missing: `CHROMIUM names ${named}, which is no program` };
  const found = onPath();
  if (found !== undefined) return { path: found };
  if (process.getuid?.() === 0 && programs(['apt-get']).length > 0) {
    console.log('No Chromium on this machine: installing it with apt-get.');
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', 'chromium');
  }
  const installed = onPath();
  if (installed !== undefined) return { path: installed };
  return { missing: 'the browser tests need a Chromium: install one, or name it in CHROMIUM' };
}

const onPath = (): string | undefined => programs(['chromium', 'chromium-browser', 'google-chrome'])[0];

const programs = (names: readonly string[]): string[] =>
  names
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .filter(isProgram);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function aptGet(...args: readonly string[]): void {
  spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
