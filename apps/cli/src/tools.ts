import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '@coprod/server/platform/start-problem';

/** Runs the checks of the repository, which are no part of an installation, and passes their exit code on. */
export async function runChecks(args: readonly string[]): Promise<number> {
  const root = join(import.meta.dirname, '../../..');
  if (!existsSync(join(root, 'node_modules/typescript'))) {
    throw new StartProblem({
      en: 'The tools of the checks are not installed here: run npm ci in a clone of the repository.',
      fr: 'Les outils de vérification ne sont pas installés ici : lancez npm ci dans un clone du dépôt.',
    });
  }
  const child = spawn(process.execPath, [join(root, 'tools/check/run.ts'), ...args], { cwd: root, stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}
