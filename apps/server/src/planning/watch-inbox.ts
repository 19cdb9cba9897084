import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actAsSystem } from '../access/access.ts';
import type { Parts } from '../access/room.ts';
import type { Language } from '../platform/language.ts';
import { whyRefused } from './answer-sender.ts';
import { type Receiver, receiveFile } from './receive-file.ts';

/** Milliseconds between two looks; a file is read once its size has not changed between them. */
const pause = 1000;

/**
 * Watches a folder that other programs write into: `<inbox>/<organization>/*`. A file goes to `done` or `refused` beside it only
 * after what it did is durable; beside a refused one lies a sentence that says why. After a crash it is read again, and has no second
 * effect. A poller, since network shares tell of no changes. Names that begin with a dot are being written by somebody.
 * @returns how to end it
 */
export function watchInbox(parts: Parts, inbox: string): () => Promise<void> {
  let ended = false;
  const sizes = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      await takeAll(parts, inbox, sizes, () => ended);
    } catch (thrown) {
      // A share that is away for a while comes back; the operator is told and nothing is lost.
      process.emitWarning(thrown instanceof Error ? thrown : String(thrown));
    }
    if (!ended) timer = setTimeout(() => (running = look()), pause);
  };
  let running = look();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}

async function takeAll(parts: Parts, inbox: string, sizes: Map<string, number>, ended: () => boolean): Promise<void> {
  const organizations = await parts.people
    .selectFrom('access.organization')
    .select(['organization_id', 'slug', 'language'])
    .execute();
  for (const { organization_id: organization, slug, language } of organizations) {
    const folder = join(inbox, slug);
    const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (ended()) return;
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      const { size } = await stat(path);
      if (sizes.get(path) !== size) {
        sizes.set(path, size);
        continue;
      }
      sizes.delete(path);
      await take(folder, entry.name, { ...actAsSystem(parts.doors, organization), language });
    }
  }
}

/** Moved only once what it did is durable. The name may come again with other content: both stay. */
async function take(folder: string, name: string, receiver: Receiver & { readonly language: Language }): Promise<void> {
  const path = join(folder, name);
  const received = await receiveFile(receiver, { bytes: await readFile(path), name, cameBy: 'folder' });
  const refused = whyRefused(received, receiver.language);
  const target = join(folder, refused === null ? 'done' : 'refused');
  await mkdir(target, { recursive: true });
  const kept = join(target, `${received.file}-${name}`);
  // The sentence first: a refused file never lies there without it, not even after a crash.
  if (refused !== null) await writeFile(`${kept}.txt`, refused);
  await rename(path, kept);
}
