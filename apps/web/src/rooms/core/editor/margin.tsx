import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { blocksOf } from './block-document.ts';
import { useDraftContext } from './draft-context.ts';
import { MarginLine } from './margin-line.tsx';
import type { Answered } from './use-block-facts.ts';
import { useBlockTops } from './use-block-tops.ts';
import classes from './editor.module.css';

interface MarginProps {
  readonly editor: Editor;
  readonly answered: ReadonlyMap<string, readonly Answered[]>;
  readonly here: readonly { readonly name: string; readonly block: string | null }[];
  /** The block whose facts are open. */
  readonly open: string | null;
  readonly onOpen: (block: string | null) => void;
  readonly onLink: (block: string) => void;
}

/** Beside each block, on one line: the requirements it answers, whether it is secret, who wrote it, who writes there now. */
export function Margin({ editor, answered, here, open, onOpen, onLink }: MarginProps) {
  const { t } = useTranslation('editor');
  const lines = useRef<HTMLUListElement>(null);
  const tops = useBlockTops(editor, lines);
  const { draft } = useDraftContext();
  const authors = new Map(draft.blocks.map(({ id, changedBy }) => [id, changedBy.name]));
  const blocks = useEditorState({ editor, selector: ({ editor: now }) => blocksOf(now.state.doc) });
  const byId = new Map(blocks.map((block) => [block.id, block]));
  return (
    <aside aria-label={t('beside')} className={classes.margin}>
      <ul className={classes.lines} ref={lines}>
        {tops.map(({ block: id, top }, place) => {
          const block = byId.get(id);
          if (block === undefined) return null;
          return (
            <MarginLine
              key={id}
              block={block}
              number={place + 1}
              top={top}
              answered={answered.get(id) ?? none}
              author={authors.get(id)}
              repeated={place > 0 && authors.get(tops[place - 1]!.block) === authors.get(id)}
              writers={here
                .filter((one) => one.block === id)
                .map(({ name }) => name)
                .join(', ')}
              editor={editor}
              opened={open === id}
              onOpen={onOpen}
              onLink={onLink}
            />
          );
        })}
      </ul>
    </aside>
  );
}

const none: readonly Answered[] = [];
