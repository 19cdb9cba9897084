import { Node } from '@tiptap/core';

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
});
