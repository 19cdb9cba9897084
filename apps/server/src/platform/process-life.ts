import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Whether a process runs. A zombie does not: where process 1 reaps nothing, a killed PostgreSQL stays as one, and
 * `kill(pid, 0)` would count it as alive.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return stateOf(pid) !== 'Z';
}

/** Waits until a process has ended; false when it still runs after `milliseconds`. */
export async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(5);
  }
  return true;
}

/** The command line of a process by /proc, or undefined where that cannot be read (gone, or not Linux). */
export function commandLine(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return undefined;
  }
}

/** Whether some living process of PostgreSQL works in `directory`; false where /proc does not tell. */
export function serverWorksIn(directory: string): boolean {
  if (!existsSync('/proc')) return false;
  return readdirSync('/proc').some((entry) => {
    try {
      return (
        /^\d+$/.test(entry) &&
        readlinkSync(`/proc/${entry}/cwd`) === directory &&
        commandLine(Number(entry))?.[0]?.includes('postgres') === true
      );
    } catch {
      // It has ended meanwhile, or belongs to somebody else.
      return false;
    }
  });
}

/** The state letter of proc(5), after the name, which may itself hold blanks and brackets. */
function stateOf(pid: number): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3);
  } catch {
    return undefined;
  }
}
