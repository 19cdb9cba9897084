import type { paths } from '../../../api.gen.ts';
import { type DraftBlock, sameContent } from './block.ts';

/** One change to a draft, in the words of the server. */
export type DraftChange =
  paths['/api/organizations/{organization}/proposals/{proposal}/draft']['put']['requestBody']['content']['application/json']['changes'][number];

/** A block as the server holds it. */
export interface KeptBlock extends DraftBlock {
  readonly revision: number;
}

/**
 * What must be told to the server so that what it holds becomes what is written here: the fewest moves, and nothing of blocks that
 * read the same. To be applied in this order.
 */
export function changesBetween(held: readonly KeptBlock[], mine: readonly DraftBlock[]): DraftChange[] {
  const before = new Map(held.map((block) => [block.id, block]));
  const after = new Set(mine.map(({ id }) => id));
  const changes: DraftChange[] = [];
  for (const { id, revision } of held) if (!after.has(id)) changes.push({ kind: 'remove', block: id, revision });
  for (const block of mine) {
    const was = before.get(block.id);
    if (was === undefined) continue;
    const { id, content, secret } = block;
    if (!sameContent(was.content, content)) changes.push({ kind: 'write', block: id, revision: was.revision, content });
    if (was.secret !== secret) changes.push({ kind: 'secrecy', block: id, revision: was.revision, secret });
  }
  const stay = longestRise(held, mine);
  let previous: string | null = null;
  for (const { id, content, secret, from } of mine) {
    if (!before.has(id)) changes.push({ kind: 'insert', block: id, after: previous, content, secret, from });
    else if (!stay.has(id)) changes.push({ kind: 'move', block: id, after: previous });
    previous = id;
  }
  return changes;
}

/** The blocks that need not move: a longest sequence which stands in the same order on both sides. */
function longestRise(held: readonly DraftBlock[], mine: readonly DraftBlock[]): ReadonlySet<string> {
  const placeHeld = new Map(held.map(({ id }, place) => [id, place]));
  const kept = mine.filter(({ id }) => placeHeld.has(id)).map(({ id }) => ({ id, place: placeHeld.get(id)! }));
  const ends: number[] = []; // of the rises of each length, the one that ends lowest
  const before: number[] = [];
  for (const [index, { place }] of kept.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[ends[middle]!]!.place < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = index;
  }
  const rise = new Set<string>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) rise.add(kept[index]!.id);
  return rise;
}

/**
 * What the server holds once it has taken the changes, as it does itself. What is put after a block that is not there stands first.
 * @param revisions as the server answered; without them every touched block counts one up
 */
export function applyChanges(
  held: readonly KeptBlock[],
  changes: readonly DraftChange[],
  revisions: Readonly<Record<string, number>> = {},
): KeptBlock[] {
  const blocks = [...held];
  const at = (id: string | null): number => (id === null ? -1 : blocks.findIndex((block) => block.id === id));
  for (const change of changes) {
    const place = at(change.block);
    const was = blocks[place];
    const revision = revisions[change.block] ?? (was?.revision ?? 0) + 1;
    if (change.kind === 'insert') {
      const { block: id, content, secret, from } = change;
      blocks.splice(at(change.after) + 1, 0, { id, content, secret: secret ?? false, from: from ?? null, revision });
      continue;
    }
    if (was === undefined) continue;
    switch (change.kind) {
      case 'write':
        blocks[place] = { ...was, content: change.content, revision };
        break;
      case 'secrecy':
        blocks[place] = { ...was, secret: change.secret, revision };
        break;
      case 'move':
        blocks.splice(place, 1);
        blocks.splice(at(change.after) + 1, 0, { ...was, revision });
        break;
      case 'remove':
        blocks.splice(place, 1);
        break;
      case 'restore':
        break;
    }
  }
  return blocks;
}
