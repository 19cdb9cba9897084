import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useMemo } from 'react';
import { selectedBlocks } from './block-keys.ts';
import { answeredQuery } from './draft-queries.ts';

export interface Answered {
  readonly block: string;
  readonly requirement: string;
  readonly clause: string;
  readonly customer: string;
  readonly partly: boolean;
}

/** The requirements that each block of the rule answers. */
export function useAnswered(slug: string, rule: string): ReadonlyMap<string, readonly Answered[]> {
  const { data } = useQuery(answeredQuery(slug, rule));
  return useMemo(() => Map.groupBy(data?.rows ?? [], ({ block }) => block), [data]);
}

/** The block in which the cursor stands; the same while one types in it. */
export function useSelectedBlock(editor: Editor): { readonly id: string | null; readonly secret: boolean } {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const attrs = selectedBlocks(now.state).nodes[0]?.attrs;
      return { id: (attrs?.['block'] ?? null) as string | null, secret: attrs?.['secret'] === true };
    },
  });
}
