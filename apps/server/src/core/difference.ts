import { diffWordsWithSpace } from 'diff';
import { z } from 'zod';
import { type Block, type BlockContent, sameBlock, textOf } from './block.ts';

/** One stretch of a difference by words. */
const piece = z.object({ how: z.enum(['same', 'inserted', 'deleted']), text: z.string() });

/** What became of one block between two versions. `words` is there where it was changed. */
export const blockDifference = z
  .object({
    block: z.uuid(),
    how: z.enum(['same', 'changed', 'added', 'removed', 'split']),
    /** It stands elsewhere than before, among the blocks that both have. */
    moved: z.boolean(),
    secret: z.boolean(),
    before: z.custom<BlockContent>().nullable(),
    after: z.custom<BlockContent>().nullable(),
    words: z.array(piece),
  })
  .meta({ id: 'BlockDifference' });

export type Piece = z.output<typeof piece>;
export type BlockDifference = z.output<typeof blockDifference>;

/**
 * The difference of two texts, word by word. Neighbouring changed words make one deletion and one insertion, so that a person reads
 * what was replaced by what, not a zip of words.
 */
export function wordsBetween(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  let deleted = '';
  let inserted = '';
  const flush = (): void => {
    if (deleted !== '') pieces.push({ how: 'deleted', text: deleted });
    if (inserted !== '') pieces.push({ how: 'inserted', text: inserted });
    deleted = inserted = '';
  };
  const parts = diffWordsWithSpace(before, after);
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const joins =
      !part.added &&
      !part.removed &&
      part.value.trim() === '' &&
      deleted + inserted !== '' &&
      (next?.added || next?.removed);
    if (part.removed || joins) deleted += part.value;
    if (part.added || joins) inserted += part.value;
    if (part.added || part.removed || joins) continue;
    flush();
    pieces.push({ how: 'same', text: part.value });
  }
  flush();
  return pieces;
}

/**
 * The difference of two versions, block by block, in the order of the later one; removed blocks stand where they stood.
 * Blocks are matched by identity, never by likeness.
 * @param write how parameters read in the one and in the other text; by their names where nothing is said
 */
export function differenceOf(
  before: readonly Block[],
  after: readonly Block[],
  write: Writers = plain,
): BlockDifference[] {
  const old = new Map(before.map((block) => [block.id, block]));
  const kept = new Set(after.map((block) => block.id));
  const stayed = longestRising(after.filter((b) => old.has(b.id)).map((b) => before.findIndex((o) => o.id === b.id)));
  const inPlace = new Set([...stayed].map((index) => before[index]!.id));

  const result: BlockDifference[] = after.map((block) => {
    const was = old.get(block.id) ?? null;
    if (was === null) {
      const parent = block.from === null ? undefined : old.get(block.from);
      return {
        block: block.id,
        how: parent === undefined ? 'added' : 'split',
        moved: false,
        secret: block.secret,
        before: null,
        after: block.content,
        words: [{ how: 'inserted', text: textOf(block.content, write.after) }],
      };
    }
    const same = sameBlock(was, block);
    return {
      block: block.id,
      how: same ? 'same' : 'changed',
      moved: !inPlace.has(block.id),
      secret: block.secret,
      before: was.content,
      after: block.content,
      words: same ? [] : wordsBetween(textOf(was.content, write.before), textOf(block.content, write.after)),
    };
  });

  for (const [index, block] of before.entries()) {
    if (kept.has(block.id)) continue;
    const previous = before.slice(0, index).findLast((b) => kept.has(b.id) || result.some((r) => r.block === b.id));
    const at = previous === undefined ? 0 : result.findIndex((r) => r.block === previous.id) + 1;
    result.splice(at, 0, {
      block: block.id,
      how: 'removed',
      moved: false,
      secret: block.secret,
      before: block.content,
      after: null,
      words: [{ how: 'deleted', text: textOf(block.content, write.before) }],
    });
  }
  return result;
}

type Writers = { readonly before?: (name: string) => string; readonly after?: (name: string) => string };
const plain: Writers = {};

/** The longest rising run of a sequence (not necessarily adjacent): the blocks that need not be called moved. */
function longestRising(sequence: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const value of sequence) {
    let place = tails.findIndex((tail) => tail >= value);
    if (place === -1) place = tails.length;
    previous.set(value, tails[place - 1]);
    tails[place] = value;
  }
  const run = new Set<number>();
  for (let value = tails.at(-1); value !== undefined; value = previous.get(value)) run.add(value);
  return run;
}
