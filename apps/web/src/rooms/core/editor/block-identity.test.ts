import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { type DraftBlock, plainText } from './block.ts';
import { blocksOf, documentOf } from './block-document.ts';
import { BlockIdentity, identify } from './block-identity.ts';
import { moveBlock } from './block-keys.ts';
import { toggleList } from './list-node.ts';
import { textExtensions } from './schema.ts';

const schema = getSchema([...textExtensions(), BlockIdentity]);
const runs = process.env['COPROD_LONG'] === '1' ? 5000 : 300;

const paragraph = (id: string, text: string, secret = false): DraftBlock => ({
  id,
  content: { kind: 'paragraph', runs: text === '' ? [] : [{ text }] },
  secret,
  from: null,
});

/** The state after a command, identity given as the plugin does. */
function stateOf(blocks: readonly DraftBlock[]) {
  let state = EditorState.create({ doc: Node.fromJSON(schema, documentOf(blocks)) });
  const dispatch = (tr: Parameters<NonNullable<Parameters<Command>[1]>>[0]): void => {
    state = state.apply(tr);
    const identified = identify(state.tr);
    if (identified !== null) state = state.apply(identified);
  };
  return {
    get blocks() {
      return blocksOf(state.doc);
    },
    get size() {
      return state.doc.content.size;
    },
    select(from: number, to = from) {
      const at = (place: number) => state.doc.resolve(Math.max(0, Math.min(place, state.doc.content.size)));
      state = state.apply(state.tr.setSelection(TextSelection.between(at(from), at(to))));
    },
    run(command: Command) {
      return command(state, dispatch);
    },
    split() {
      const { $from } = state.selection;
      if ($from.parent.type.name === 'paragraph' && $from.depth === 1) dispatch(state.tr.split($from.pos));
    },
    type(text: string) {
      dispatch(state.tr.insertText(text));
    },
  };
}

describe('The identity of blocks', () => {
  test('cut in two, the first half keeps it and the second says where it came from', () => {
    const editing = stateOf([paragraph('a', 'First. Second.', true)]);
    editing.select(7);
    editing.split();
    assert.deepEqual(
      editing.blocks.map(({ id, from, secret }) => [id === 'a', from, secret]),
      [
        [true, null, true],
        [false, 'a', true],
      ],
      'and both are as secret as the whole was',
    );
  });

  test('Enter before the first letter leaves the identity with the words', () => {
    const editing = stateOf([paragraph('a', 'Words.')]);
    editing.select(1);
    editing.split();
    assert.deepEqual(
      editing.blocks.map(({ id, from }) => [id === 'a', from]),
      [
        [false, null],
        [true, null],
      ],
    );
  });

  test('paragraphs made a list, and the list made paragraphs again, keep the first one’s', () => {
    const editing = stateOf([paragraph('a', 'One'), paragraph('b', 'Two')]);
    editing.select(1, 8);
    assert.ok(editing.run(toggleList(false)));
    assert.deepEqual(
      editing.blocks.map(({ id, content }) => [id, content.kind]),
      [['a', 'list']],
    );
    editing.select(2, 9);
    assert.ok(editing.run(toggleList(false)));
    assert.deepEqual(
      editing.blocks.map(({ id, from, content }) => [id === 'a', from, content]),
      [
        [true, null, { kind: 'paragraph', runs: [{ text: 'One' }] }],
        [false, 'a', { kind: 'paragraph', runs: [{ text: 'Two' }] }],
      ],
    );
  });

  test('whatever is typed, cut, moved and listed: each block has an id of its own, and what was left alone keeps its', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), at: fc.nat() }),
      fc.record({ kind: fc.constant('split' as const), at: fc.nat() }),
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(), by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ kind: fc.constant('list' as const), at: fc.nat(), to: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const editing = stateOf(['a', 'b', 'c', 'd'].map((id) => paragraph(id, `text of ${id}`)));
        for (const one of acts) {
          const before = editing.blocks;
          editing.select(one.at % editing.size, one.kind === 'list' ? one.to % editing.size : undefined);
          if (one.kind === 'type') editing.type('x');
          else if (one.kind === 'split') editing.split();
          else if (one.kind === 'move') editing.run(moveBlock(one.by));
          else editing.run(toggleList(true));
          const after = editing.blocks;
          const ids = after.map(({ id }) => id);
          assert.equal(new Set(ids).size, ids.length);
          if (one.kind === 'type' || one.kind === 'split' || one.kind === 'move')
            for (const { id } of before) assert.ok(ids.includes(id), `${one.kind} lost ${id}`);
          const letters = (blocks: readonly DraftBlock[]): string =>
            blocks
              .map(({ content }) => plainText(content).replaceAll('\n', ''))
              .join('')
              .split('')
              .toSorted()
              .join('');
          if (one.kind === 'type') assert.equal(letters(after).length, letters(before).length + 1);
          else assert.equal(letters(after), letters(before), 'no letter is lost');
        }
      }),
      { numRuns: runs },
    );
    console.log(`identity: ${runs} runs of edits, every block with one id of its own`);
  });
});
