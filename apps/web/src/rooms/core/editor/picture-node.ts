import { Node } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';

/** A picture is one block: a file kept by the server, and what it shows in words for those who do not see it. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    file: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['picture'] ?? '',
      renderHTML: ({ file }: { file?: string }) => ({ 'data-picture': file ?? '' }),
    },
    alternative: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('aria-label') ?? '',
      renderHTML: ({ alternative }: { alternative?: string }) => ({ 'aria-label': alternative ?? '' }),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // Who types while a picture is selected goes on below it; the picture is not typed over.
        handleTextInput: (view, _from, _to, text) => {
          const { selection, schema, tr } = view.state;
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture') return false;
          tr.insert(selection.to, schema.nodes['paragraph']!.create(null, schema.text(text)));
          tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
          view.dispatch(tr.scrollIntoView());
          return true;
        },
      },
    }),
  ],
});
