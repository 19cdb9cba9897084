import type { Editor } from '@tiptap/react';
import { type RefObject, useEffect, useState } from 'react';

export interface BlockTop {
  readonly block: string;
  /** Pixels below the top of what stands beside. */
  readonly top: number;
}

/** Where each block stands in the text, for what is shown beside it. Followed as the text grows, wraps and loads its pictures. */
export function useBlockTops(editor: Editor, beside: RefObject<HTMLElement | null>): readonly BlockTop[] {
  const [tops, setTops] = useState<readonly BlockTop[]>([]);
  useEffect(() => {
    const measure = (): void => {
      if (editor.isDestroyed || beside.current === null) return;
      const origin = beside.current.getBoundingClientRect().top;
      const found: BlockTop[] = [];
      editor.state.doc.forEach((node, at) => {
        const element = editor.view.nodeDOM(at);
        const block = node.attrs['block'] as string | null;
        if (block !== null && element instanceof HTMLElement)
          found.push({ block, top: Math.round(element.getBoundingClientRect().top - origin) });
      });
      setTops((before) =>
        before.length === found.length &&
        found.every(({ block, top }, n) => before[n]!.block === block && before[n]!.top === top)
          ? before
          : found,
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(editor.view.dom);
    editor.on('transaction', measure);
    measure();
    return () => {
      observer.disconnect();
      editor.off('transaction', measure);
    };
  }, [editor, beside]);
  return tops;
}
