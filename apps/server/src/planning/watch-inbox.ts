import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readInterchanges } from '@coprod/edi';
import { type SystemAccess, actAsSystem } from '../access/access.ts';
import type { Parts } from '../access/room.ts';
import type { Language } from '../platform/language.ts';
import { whyRefused } from './answer-sender.ts';
import { listFolders } from './partner/partner-store.ts';
import { receiveAny } from './receive-any.ts';
import type { ReceivedFile } from './receive-file.ts';

/** How a folder is watched, in milliseconds. */
type Pace = {
  /** Between two looks; a file is read once nothing has changed about it between them. */
  readonly pause: number;
  /** How long a file that breaks off must have lain untouched before it is taken as it is. */
  readonly patience: number;
};

/**
 * Watches a folder that other programs write into: `<inbox>/<organization>/*`, and in it the folder of each partner who has one of his
 * own (`<inbox>/<organization>/<folder>/*`): what lies in there came by him. A file goes to `done` or `refused` beside it only
 * after what it did is durable; beside a refused one lies a sentence that says why. After a crash it is read again, and has no second
 * effect. A poller, since network shares tell of no changes. Names that begin with a dot are being written by somebody.
 * @returns how to end it
 */
export function watchInbox(
  parts: Parts,
  inbox: string,
  pace: Pace = { pause: 1000, patience: 30_000 },
): () => Promise<void> {
  let ended = false;
  const seen = new Map<string, Seen>();
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      await takeAll(parts, inbox, seen, pace.patience, () => ended);
    } catch (thrown) {
      // A share that is away for a while comes back; the operator is told and nothing is lost.
      process.emitWarning(thrown instanceof Error ? thrown : String(thrown));
    }
    if (!ended) timer = setTimeout(() => (running = look()), pace.pause);
  };
  let running = look();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}

/** How a file looked when it was last found changed, and when that was by our own clock: a share has another. */
type Seen = { readonly mark: string; readonly since: number };

async function takeAll(
  parts: Parts,
  inbox: string,
  seen: Map<string, Seen>,
  patience: number,
  ended: () => boolean,
): Promise<void> {
  const organizations = await parts.people
    .selectFrom('access.organization')
    .select(['organization_id', 'slug', 'language'])
    .execute();
  for (const { organization_id: organization, slug, language } of organizations) {
    const common = join(inbox, slug);
    const receiver = { ...actAsSystem(parts.doors, organization), language };
    for (const own of [null, ...(await partnersFolders(common, receiver))]) {
      const folder = own === null ? common : join(common, own);
      for (const entry of await entriesOf(folder)) {
        if (ended()) return;
        if (!entry.isFile() || entry.name.startsWith('.')) continue;
        const path = join(folder, entry.name);
        const mark = await markOf(path);
        const before = seen.get(path);
        if (before?.mark !== mark) {
          seen.set(path, { mark, since: performance.now() });
          continue;
        }
        const bytes = await readFile(path);
        if (performance.now() - before.since < patience && !isWhole(bytes)) continue;
        const received = await receiveAny(receiver, { bytes, name: entry.name, cameBy: 'folder', folder: own });
        // Written to while it was read: it stays, and is read again when it is whole. What was in it has no second effect.
        if ((await markOf(path)) !== mark) continue;
        await putAway(folder, entry.name, received, language);
        seen.delete(path);
      }
    }
  }
}

const entriesOf = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Folders in the common one that are a partner's; any other is somebody else's, and stays untouched. */
async function partnersFolders(common: string, system: SystemAccess): Promise<readonly string[]> {
  const present = (await entriesOf(common)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (present.every((name) => name === 'done' || name === 'refused')) return [];
  const known = await system.transaction((tx) => listFolders(tx, system.organization.id));
  const names = new Set(known.map(({ folder }) => folder));
  return present.filter((name) => names.has(name));
}

const markOf = async (path: string): Promise<string> => {
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
};

/** Every interchange that begins in the file also ends in it. */
const isWhole = (bytes: Uint8Array): boolean => readInterchanges(bytes, { depth: 'syntax' }).ok;

/** The name may come again with other content: both stay. */
async function putAway(folder: string, name: string, received: ReceivedFile, language: Language): Promise<void> {
  const refused = whyRefused(received, language);
  const target = join(folder, refused === null ? 'done' : 'refused');
  await mkdir(target, { recursive: true });
  const kept = join(target, `${received.file}-${name}`);
  // The sentence first: a refused file never lies there without it, not even after a crash.
  if (refused !== null) await writeFile(`${kept}.txt`, refused);
  await rename(join(folder, name), kept);
}
