import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { DraftBlock } from './block.ts';
import { type KeptBlock, applyChanges, changesBetween } from './draft-changes.ts';
import { mergeDrafts } from './merge-drafts.ts';

const runs = process.env['COPROD_LONG'] === '1' ? 50_000 : 2000;

const kept = (id: string, text: string, revision = 1): KeptBlock => ({
  id,
  content: { kind: 'paragraph', runs: text === '' ? [] : [{ text }] },
  secret: false,
  from: null,
  revision,
});
const bare = ({ id, content, secret, from }: KeptBlock): DraftBlock => ({ id, content, secret, from });
const textOf = (block: DraftBlock): string =>
  block.content.kind === 'paragraph' ? block.content.runs.map((run) => ('text' in run ? run.text : '')).join('') : '';

describe('What the server is told', () => {
  test('the changes between two texts lead from the one to the other', () => {
    fc.assert(
      fc.property(draft, draft, (held, mine) => {
        const blocks = mine.map(bare);
        assert.deepEqual(applyChanges(held, changesBetween(held, blocks)).map(bare), blocks);
      }),
      { numRuns: runs },
    );
  });

  test('nothing is told of a text that reads the same', () => {
    fc.assert(
      fc.property(draft, (held) => assert.deepEqual(changesBetween(held, held.map(bare)), [])),
      { numRuns: runs },
    );
  });

  test('a block put in another place is one move, however long the text', () => {
    const held = Array.from({ length: 100 }, (_, place) => kept(String(place), `${place}`));
    const mine = held.map(bare);
    assert.deepEqual(changesBetween(held, [...mine.slice(1), ...mine.slice(0, 1)]), [
      { kind: 'move', block: '0', after: '99' },
    ]);
  });
});

describe('Two people on one draft', () => {
  const base = [kept('a', 'One.'), kept('b', 'Two.'), kept('c', 'Three.')];
  const written = (id: string, text: string): KeptBlock[] =>
    base.map((block) => (block.id === id ? kept(id, text, 2) : block));

  test('who write in different blocks meet without a question', () => {
    const merged = mergeDrafts(base, written('a', 'Mine.').map(bare), written('c', 'Theirs.'));
    assert.deepEqual(merged.blocks.map(textOf), ['Mine.', 'Two.', 'Theirs.']);
    assert.equal(merged.conflicts.size, 0);
  });

  test('who write in the same block see both texts', () => {
    const merged = mergeDrafts(base, written('b', 'Mine.').map(bare), written('b', 'Theirs.'));
    assert.deepEqual(merged.blocks.map(textOf), ['One.', 'Mine.', 'Three.']);
    assert.equal(textOf(merged.conflicts.get('b')!), 'Theirs.');
  });

  test('a block that one removed while the other wrote it is lost to neither', () => {
    const without = base.filter(({ id }) => id !== 'b');
    const iWrote = mergeDrafts(base, written('b', 'Mine.').map(bare), without);
    assert.deepEqual(iWrote.blocks.map(textOf), ['One.', 'Mine.', 'Three.']);
    assert.equal(iWrote.conflicts.get('b'), null);
    const iRemoved = mergeDrafts(base, without.map(bare), written('b', 'Theirs.'));
    assert.deepEqual(iRemoved.blocks.map(textOf), ['One.', 'Theirs.', 'Three.']);
    assert.equal(iRemoved.conflicts.size, 0);
  });

  test('a question stays open until it is answered, or until both wrote the same', () => {
    const mine = written('b', 'Mine.').map(bare);
    const theirs = written('b', 'Theirs.');
    const { conflicts } = mergeDrafts(base, mine, theirs);
    assert.equal(mergeDrafts(theirs, mine, theirs, conflicts).conflicts.size, 1);
    assert.equal(mergeDrafts(theirs, mine, written('b', 'Mine.'), conflicts).conflicts.size, 0);
  });

  test('no text that anybody wrote is ever lost, whatever both did', () => {
    let conflicts = 0;
    fc.assert(
      fc.property(draft, fc.gen(), (start, gen) => {
        const mine = gen(edited, start, 'm').map(bare);
        const theirs = gen(edited, start, 't');
        const merged = mergeDrafts(start, mine, theirs);
        conflicts += merged.conflicts.size;
        const there = new Set(
          [...merged.blocks, ...[...merged.conflicts.values()].filter((one) => one !== null)].map(textOf),
        );
        const before = new Map(start.map((block) => [block.id, textOf(block)]));
        for (const block of [...mine, ...theirs.map(bare)])
          if (before.get(block.id) !== textOf(block)) assert.ok(there.has(textOf(block)), `lost: ${textOf(block)}`);
        const ids = merged.blocks.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, 'each block once');
        // Once the questions are answered for one's own text, what is told to the server makes it hold what is read here.
        const settled = applyChanges(theirs, changesBetween(theirs, merged.blocks)).map(bare);
        assert.deepEqual(settled, merged.blocks);
      }),
      { numRuns: runs },
    );
    assert.ok(conflicts > 0, 'the property never met a conflict');
    console.log(`two people, ${runs} drafts, ${conflicts} conflicts, no text lost`);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const draft: fc.Arbitrary<KeptBlock[]> = fc
  .shuffledSubarray(ids)
  .chain((chosen) => fc.tuple(...chosen.map((id) => fc.string({ maxLength: 3 }).map((text) => kept(id, text)))));

/** What somebody makes of a draft: each block left, written or removed, some new ones, in any order. */
const edited = (start: readonly KeptBlock[], who: string): fc.Arbitrary<KeptBlock[]> =>
  fc
    .tuple(
      ...start.map((block) =>
        fc.oneof(
          { weight: 2, arbitrary: fc.constant([block]) },
          { weight: 1, arbitrary: fc.nat(3).map((n) => [kept(block.id, `${who}${block.id}${n}`, block.revision + 1)]) },
          { weight: 1, arbitrary: fc.constant([]) },
        ),
      ),
      fc.nat(2).map((count) => Array.from({ length: count }, (_, n) => kept(`${who}${n}`, `new ${who}${n}`))),
    )
    .map((blocks) => blocks.flat())
    .chain((blocks) => fc.shuffledSubarray(blocks, { minLength: blocks.length }));
