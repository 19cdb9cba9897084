import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What stands at blocks beside their text: a question put under a block, the mark of another's fresh change, where others write. */
export interface Notes {
  /** Elements that the page fills, each under the block of its id. */
  readonly under: ReadonlyMap<string, HTMLElement>;
  readonly changed: ReadonlySet<string>;
}

const key = new PluginKey<Notes>('notes');

/** Shows {@link Notes}. Give them by `editor.view.dispatch(editor.state.tr.setMeta('notes', notes))`. */
export const BlockNotes = Extension.create({
  name: 'blockNotes',
  addProseMirrorPlugins: () => [
    new Plugin<Notes>({
      key,
      state: {
        init: () => ({ under: new Map(), changed: new Set() }),
        apply: (tr, notes) => (tr.getMeta('notes') as Notes | undefined) ?? notes,
      },
      props: {
        decorations: (state) => decorationsOf(state.doc, key.getState(state)!),
      },
    }),
  ],
});

function decorationsOf(document: Node, notes: Notes): DecorationSet {
  const decorations: Decoration[] = [];
  document.forEach((node, at) => {
    const id = String(node.attrs['block']);
    const element = notes.under.get(id);
    if (element !== undefined)
      decorations.push(
        Decoration.widget(at + node.nodeSize, element, {
          key: `under-${id}`,
          side: -1,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      );
    const marks = [...(element === undefined ? [] : ['asked']), ...(notes.changed.has(id) ? ['changed'] : [])];
    if (marks.length > 0) decorations.push(Decoration.node(at, at + node.nodeSize, { class: marks.join(' ') }));
  });
  return DecorationSet.create(document, decorations);
}
