import { Node } from '@tiptap/core';

/** A parameter of the rule within the text: a chip that shows its value, and is moved, copied and deleted like one letter. */
export const Parameter = Node.create({
  name: 'parameter',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['parameter'] ?? '',
      renderHTML: ({ name }: { name?: string }) => ({ 'data-parameter': name ?? '' }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-parameter]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: ({ node }) => `[${String(node.attrs['name'])}]`,
});
