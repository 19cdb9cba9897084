import { readFileSync, realpathSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** The account under which PostgreSQL runs. It refuses root, so root lends it another one. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
  /** What `spawn` must be told; empty when PostgreSQL runs as ourselves. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
}

/**
 * Chooses the account: ourselves, unless we are root; then the owner of existing data, else `postgres`, else `nobody`.
 * @param existing the directory of an existing cluster, if there is one
 */
export function postgresUser(existing: string | undefined): PostgresUser {
  const ourselves = process.getuid?.();
  const owner = existing === undefined ? undefined : statSync(existing);
  if (ourselves === undefined) {
    throw new StartProblem({
      en: 'Coprod runs its own PostgreSQL on Linux and macOS only: give the address of a PostgreSQL 15 or later in DATABASE_URL.',
      fr: "Coprod ne lance son propre PostgreSQL que sous Linux et macOS : indiquez l'adresse d'un PostgreSQL 15 ou plus récent dans DATABASE_URL.",
    });
  }
  if (ourselves !== 0) {
    if (owner !== undefined && owner.uid !== ourselves) {
      throw new StartProblem({
        en: `The data in ${existing} belong to user ${owner.uid}, and Coprod runs as user ${ourselves}: start it as that user, or as root.`,
        fr: `Les données de ${existing} appartiennent à l'utilisateur ${owner.uid}, et Coprod tourne sous l'utilisateur ${ourselves} : lancez-le sous cet utilisateur, ou en root.`,
      });
    }
    return { uid: ourselves, gid: process.getgid!(), spawn: {} };
  }
  const account = owner !== undefined && owner.uid !== 0 ? owner : (accountOf('postgres') ?? accountOf('nobody'));
  if (account === undefined) {
    throw new StartProblem({
      en: 'PostgreSQL refuses to run as root, and this machine has neither a user postgres nor nobody: start Coprod as an ordinary user.',
      fr: "PostgreSQL refuse de tourner en root, et cette machine n'a ni utilisateur postgres ni nobody : lancez Coprod sous un utilisateur ordinaire.",
    });
  }
  const { uid, gid } = account;
  return { uid, gid, spawn: { uid, gid } };
}

/** The name under which PostgreSQL sees us when we connect through its socket (`peer`). */
export function ourName(): string {
  try {
    return userInfo().username;
  } catch (cause) {
    throw new StartProblem(
      {
        en: `User ${process.getuid?.()} has no name on this machine, and PostgreSQL knows its users by name: add a row to /etc/passwd, or use DATABASE_URL.`,
        fr: `L'utilisateur ${process.getuid?.()} n'a pas de nom sur cette machine, et PostgreSQL connaît ses utilisateurs par leur nom : ajoutez une ligne à /etc/passwd, ou utilisez DATABASE_URL.`,
      },
      { cause },
    );
  }
}

/** The first directory above (or equal to) `path` that the account may not pass through, if any. */
export function barrier(path: string, user: PostgresUser): string | undefined {
  let found: string | undefined;
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) found = at;
    if (at === dirname(at)) return found;
  }
}

function accountOf(name: string): { uid: number; gid: number } | undefined {
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name);
  return row === undefined ? undefined : { uid: Number(row[2]), gid: Number(row[3]) };
}
