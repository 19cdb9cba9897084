import type { JSONContent } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state';
import { selectedBlocks } from './block-keys.ts';

/**
 * Puts blocks below the one in which the cursor stands; an empty paragraph becomes the first of them and keeps its identity. The cursor
 * goes into the last.
 */
export const insertBlocks =
  (blocks: readonly JSONContent[]): Command =>
  (state, dispatch) => {
    dispatch?.(insertedIn(state, blocks).scrollIntoView());
    return true;
  };

function insertedIn(state: EditorState, blocks: readonly JSONContent[]): Transaction {
  const { from, to, nodes } = selectedBlocks(state);
  const { tr } = state;
  const made = blocks.map((block) => Node.fromJSON(state.schema, block));
  const here = nodes[0];
  const overEmpty = nodes.length === 1 && here?.type.name === 'paragraph' && here.content.size === 0;
  if (overEmpty) {
    const { block, secret } = here.attrs;
    const first = made[0]!;
    made[0] = first.type.create({ ...first.attrs, block: first.attrs['block'] ?? block, secret }, first.content);
    tr.replaceWith(from, to, made);
  } else tr.insert(to, made);
  const start = overEmpty ? from : to;
  const last = made.at(-1)!;
  const at = start + made.slice(0, -1).reduce((size, node) => size + node.nodeSize, 0);
  return tr.setSelection(last.isAtom ? NodeSelection.create(tr.doc, at) : Selection.near(tr.doc.resolve(at + 1)));
}

/** Says of the selected blocks that they are secret, or no longer. */
export const setSecret =
  (secret: boolean): Command =>
  (state, dispatch) => {
    const { from, nodes } = selectedBlocks(state);
    const { tr } = state;
    let at = from;
    for (const node of nodes) {
      tr.setNodeAttribute(at, 'secret', secret);
      at += node.nodeSize;
    }
    dispatch?.(tr);
    return true;
  };

/** Makes the selected paragraphs and headings headings of a level, or paragraphs. */
export const setHeading =
  (level: 1 | 2 | 3 | null): Command =>
  (state, dispatch) => {
    const { from, nodes } = selectedBlocks(state);
    const { tr } = state;
    const { heading, paragraph } = state.schema.nodes;
    if (!nodes.every((node) => node.type === heading || node.type === paragraph)) return false;
    let at = from;
    for (const node of nodes) {
      const same = node.type === heading && node.attrs['level'] === level;
      const type = level === null || same ? paragraph : heading;
      tr.setNodeMarkup(at, type, { ...node.attrs, ...(level === null ? {} : { level }) });
      at += node.nodeSize;
    }
    dispatch?.(tr);
    return true;
  };

/** Puts the cursor at the start of a block. */
export const goTo =
  (block: string): Command =>
  (state, dispatch) => {
    let found: number | undefined;
    state.doc.forEach((node, at) => {
      if (node.attrs['block'] === block) found = at;
    });
    if (found === undefined) return false;
    const node = state.doc.nodeAt(found)!;
    const selection = node.isAtom
      ? NodeSelection.create(state.doc, found)
      : Selection.near(state.doc.resolve(found + 1));
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };
