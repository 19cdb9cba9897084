import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Finding, type Profile, type ProfileData, type Reading, profile, readInterchanges } from '@coprod/edi';
import { StartProblem } from '@coprod/server/platform/start-problem';

/** A file and what stands in it. */
export interface ReadFile {
  readonly path: string;
  readonly reading: Reading;
}

/**
 * Reads EDI files with a partner's profile, or by the standards.
 * @throws StartProblem where a file is not there, or the profile is none
 */
export async function readFiles(paths: readonly string[], profilePath: unknown): Promise<readonly ReadFile[]> {
  const own = typeof profilePath === 'string' ? await readProfile(profilePath) : undefined;
  const read: ReadFile[] = [];
  for (const path of paths) {
    const bytes = await readFile(there(path));
    read.push({ path, reading: readInterchanges(bytes, own === undefined ? {} : { profile: own }) });
  }
  return read;
}

/** @throws StartProblem where the file is not there or holds no profile */
export async function readProfile(path: string): Promise<Profile> {
  return profile(await readProfileData(path));
}

/** @throws StartProblem where the file is not there or holds no profile */
export async function readProfileData(path: string): Promise<ProfileData> {
  const text = await readFile(there(path), 'utf8');
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && typeof Reflect.get(data, 'name') === 'string')
      return data as ProfileData;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new StartProblem({
    en: `${path} is no profile: it is a JSON object with a name, as \`coprod edi profile\` writes one.`,
    fr: `${path} n'est pas un profil : c'est un objet JSON avec un nom (name), tel que l'écrit \`coprod edi profile\`.`,
  });
}

function there(path: string): string {
  if (existsSync(path)) return path;
  throw new StartProblem({ en: `There is no file ${path}.`, fr: `Le fichier ${path} n'existe pas.` });
}

/** All findings of a file, in the order of their places. */
export const findingsOf = ({ interchanges, findings }: Reading): readonly Finding[] =>
  [
    ...findings,
    ...interchanges.flatMap((interchange) => [
      ...interchange.findings,
      ...interchange.messages.flatMap((message) => message.findings),
    ]),
  ].toSorted((a, b) => a.place.byte - b.place.byte);
