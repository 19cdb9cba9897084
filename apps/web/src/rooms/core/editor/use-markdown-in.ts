import { useMutation } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { nodeOf } from './block-document.ts';
import { readMarkdown } from './draft-queries.ts';
import { insertBlocks } from './insert-block.ts';

/** Takes a Markdown file into the text where the cursor stands; it can be undone like anything typed. */
export const useMarkdownIn = (editor: Editor, slug: string) =>
  useMutation({
    mutationFn: async (file: File) => {
      const blocks = await readMarkdown(slug, file);
      const nodes = blocks.map((content) => nodeOf({ id: crypto.randomUUID(), content, secret: false, from: null }));
      if (nodes.length > 0) insertBlocks(nodes)(editor.state, editor.view.dispatch);
    },
  });
