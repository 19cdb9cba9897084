import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import type { DraftBlock } from './block.ts';
import { blocksOf, documentOf } from './block-document.ts';
import { BlockIdentity } from './block-identity.ts';
import { putText } from './put-text.ts';
import { textExtensions } from './schema.ts';

const schema = getSchema([...textExtensions(), BlockIdentity]);

const paragraph = (id: string, text: string): DraftBlock => ({
  id,
  content: { kind: 'paragraph', runs: text === '' ? [] : [{ text }] },
  secret: false,
  from: null,
});
const stateOf = (blocks: readonly DraftBlock[]): EditorState =>
  EditorState.create({ doc: Node.fromJSON(schema, documentOf(blocks)) });

describe('Another person’s change, in the editor', () => {
  test('the text becomes what it should be, from any text to any other', () => {
    const text = fc
      .shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1 })
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.constantFrom('', 'x', 'yy').map((words) => paragraph(id, words)))),
      );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const state = stateOf(before);
        const tr = putText(state, after);
        assert.deepEqual(blocksOf(tr === null ? state.doc : state.apply(tr).doc), after);
      }),
      { numRuns: 1000 },
    );
  });

  test('the cursor stays at its letter when blocks above come, go and change', () => {
    const state = stateOf([paragraph('a', 'One'), paragraph('b', 'Two'), paragraph('c', 'Three')]);
    const writing = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 13)));
    const put = putText(writing, [paragraph('new', 'New'), paragraph('a', 'One, changed'), paragraph('c', 'Three')])!;
    const { $from } = writing.apply(put).selection;
    assert.equal($from.parent.textContent, 'Three');
    assert.equal($from.parentOffset, 2);
  });

  test('a text that reads the same is left alone', () => {
    const blocks = [paragraph('a', 'One')];
    assert.equal(putText(stateOf(blocks), blocks), null);
  });
});
