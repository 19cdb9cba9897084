import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SystemAccess } from '../../access/access.ts';
import { announce } from '../../core/live.ts';
import { findAddressee, holdOutgoing, setSent } from './outgoing-store.ts';

/**
 * Writes what waits for a partner with a folder into `<outbox>/<organization>/<folder>/`, once. Who empties the folder may take the
 * file at any moment, so its absence says nothing; a mark beside it does. In this order: the file under a name with a dot, the mark,
 * the file under its own name, the database. A second run after a death in between finishes what was begun, and writes nothing twice.
 */
export async function sendInterchange(system: SystemAccess, outbox: string, outgoing: string): Promise<void> {
  const organization = system.organization.id;
  const mark = await system.transaction(async (tx) => {
    const held = await holdOutgoing(tx, organization, outgoing);
    if (held === undefined || held.state !== 'waiting') return null;
    const to = await findAddressee(tx, organization, held.partner_id);
    // No folder any more: he fetches, or somebody downloads.
    if (to === undefined || to.folder_out === null) return null;
    const folder = join(outbox, to.slug, to.folder_out);
    const placed = await place(folder, held.name, outgoing, held.bytes);
    await setSent(tx, organization, outgoing, 'folder', system.now());
    await announce(tx, { organization, subject: { kind: 'outgoing', id: outgoing }, customer: null });
    return placed;
  });
  // Only after the commit: until then the mark is all that tells that it was sent.
  if (mark !== null) await rm(mark, { force: true });
}

/** Puts a file where others see it appear whole, and only once. @returns the mark that says so */
export async function place(folder: string, name: string, id: string, bytes: Uint8Array): Promise<string> {
  const marks = join(folder, '.sent');
  await mkdir(marks, { recursive: true });
  const mark = join(marks, id);
  const hidden = join(folder, `.${id}.part`);
  const isMarked = await exists(mark);
  if (isMarked && !(await exists(hidden))) return mark;
  if (!isMarked) {
    await write(hidden, bytes);
    await write(mark, new Uint8Array());
  }
  await rename(hidden, join(folder, name));
  return mark;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
