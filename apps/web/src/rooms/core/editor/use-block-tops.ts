import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';

export interface BlockTop {
  readonly block: string;
  /** Pixels below the top of the text. */
  readonly top: number;
}

/** Where each block stands in the text, for what is shown beside it. Followed as the text grows, wraps and loads its pictures. */
export function useBlockTops(editor: Editor): readonly BlockTop[] {
  const [tops, setTops] = useState<readonly BlockTop[]>([]);
  useEffect(() => {
    const measure = (): void => {
      if (editor.isDestroyed) return;
      const found: BlockTop[] = [];
      editor.state.doc.forEach((node, at) => {
        const element = editor.view.nodeDOM(at);
        const block = node.attrs['block'] as string | null;
        if (block !== null && element instanceof HTMLElement) found.push({ block, top: element.offsetTop });
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
  }, [editor]);
  return tops;
}
