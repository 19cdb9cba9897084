import { type DraftBlock, sameContent } from './block.ts';
import { type KeptBlock, changesBetween } from './draft-changes.ts';

/** What somebody else made of a block that was written here as well; null: he removed it. */
export type Conflicts = ReadonlyMap<string, DraftBlock | null>;

export interface Merged {
  /** What is to be read here now: one's own text where both wrote, the other's everywhere else. */
  readonly blocks: readonly DraftBlock[];
  readonly conflicts: Conflicts;
}

/**
 * Joins what was written here with what others have written meanwhile, block by block. Different blocks meet without a question; of a
 * block that both wrote, one's own text stands and the other's is put beside it. What one removed while another wrote it comes back.
 * No text that either wrote is missing from the result.
 * @param base what both began from
 * @param open conflicts that nobody has settled yet
 */
export function mergeDrafts(
  base: readonly KeptBlock[],
  mine: readonly DraftBlock[],
  theirs: readonly KeptBlock[],
  open: Conflicts = new Map(),
): Merged {
  const was = new Map(base.map((block) => [block.id, block]));
  const here = new Map(mine.map((block) => [block.id, block]));
  const there = new Map(theirs.map((block) => [block.id, block]));
  const conflicts = new Map<string, DraftBlock | null>();
  const blocks: DraftBlock[] = theirs.map((block) => bare(block));
  const at = (id: string): number => blocks.findIndex((block) => block.id === id);
  // Where a block goes: after the nearest one that stands before it here and is still there.
  const placeAfter = (id: string): number => {
    let place = mine.findIndex((block) => block.id === id) - 1;
    while (place >= 0 && at(mine[place]!.id) < 0) place -= 1;
    return place < 0 ? 0 : at(mine[place]!.id) + 1;
  };
  const comesBack = (id: string): void => {
    conflicts.set(id, null);
    blocks.splice(placeAfter(id), 0, here.get(id)!);
  };

  for (const change of changesBetween(base, mine)) {
    const id = change.block;
    const other = there.get(id);
    const place = at(id);
    switch (change.kind) {
      case 'write':
        if (other === undefined) comesBack(id);
        else {
          blocks[place] = { ...blocks[place]!, content: change.content };
          const both = !sameContent(other.content, was.get(id)!.content) && !sameContent(other.content, change.content);
          if (both) conflicts.set(id, bare(other));
        }
        break;
      case 'remove':
        if (other !== undefined && sameContent(other.content, was.get(id)!.content)) blocks.splice(place, 1);
        break;
      case 'secrecy':
        if (place >= 0) blocks[place] = { ...blocks[place]!, secret: change.secret };
        break;
      case 'insert':
        if (other === undefined) blocks.splice(placeAfter(id), 0, here.get(id)!);
        else if (!sameContent(other.content, change.content)) {
          blocks[place] = here.get(id)!;
          conflicts.set(id, bare(other));
        }
        break;
      case 'move':
        if (place >= 0) {
          const [moved] = blocks.splice(place, 1);
          blocks.splice(placeAfter(id), 0, moved!);
        }
        break;
      case 'restore':
        break;
    }
  }
  for (const [id, text] of open)
    if (!conflicts.has(id) && stillOpen(here.get(id), there.get(id))) conflicts.set(id, text);
  return { blocks, conflicts };
}

const stillOpen = (mine: DraftBlock | undefined, theirs: DraftBlock | undefined): boolean =>
  mine !== undefined && (theirs === undefined || !sameContent(mine.content, theirs.content));

const bare = ({ id, content, secret, from }: DraftBlock): DraftBlock => ({ id, content, secret, from });
