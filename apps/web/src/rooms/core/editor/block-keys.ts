import { Extension } from '@tiptap/core';
import { type Command, type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';

/** Alt ↑↓ moves the blocks in the selection; Ctrl Enter goes on in a new paragraph below, also after a table or a picture. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  addKeyboardShortcuts() {
    const run = (command: Command) => (): boolean => command(this.editor.state, this.editor.view.dispatch);
    return {
      'Alt-ArrowUp': run(moveBlock(-1)),
      'Alt-ArrowDown': run(moveBlock(1)),
      'Mod-Enter': run(paragraphBelow),
    };
  },
});

/** Which blocks of the top level the selection touches, and where they begin and end. */
export function selectedBlocks({ doc, selection }: Pick<EditorState, 'doc' | 'selection'>) {
  const { $from, $to } = selection;
  const first = $from.index(0);
  const last = Math.max(first, $to.depth === 0 ? $to.index(0) - 1 : $to.index(0));
  return {
    first,
    last,
    from: $from.posAtIndex(first, 0),
    to: $from.posAtIndex(last + 1, 0),
    nodes: doc.children.slice(first, last + 1),
  };
}

/** Puts the selected blocks before the one above, or after the one below. */
export const moveBlock =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { first, last, from, to, nodes } = selectedBlocks(state);
    const neighbour = state.doc.maybeChild(by < 0 ? first - 1 : last + 1);
    if (neighbour == null) return false;
    const { tr, selection } = state;
    // The neighbour travels, not the selected blocks: so the selection stays in them.
    if (by < 0) tr.delete(from - neighbour.nodeSize, from).insert(to - neighbour.nodeSize, neighbour);
    else tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour);
    const shift = by * neighbour.nodeSize;
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, from + shift)
        : TextSelection.between(tr.doc.resolve(selection.anchor + shift), tr.doc.resolve(selection.head + shift)),
    );
    if (nodes.length > 0) dispatch?.(tr.scrollIntoView());
    return true;
  };

const paragraphBelow: Command = (state, dispatch) => {
  const { to } = selectedBlocks(state);
  const tr = state.tr.insert(to, state.schema.nodes['paragraph']!.create());
  tr.setSelection(TextSelection.create(tr.doc, to + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};
