import { Avatar, Popover, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconEyeOff, IconListCheck, IconPencil } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shell/icon.tsx';
import { type DraftBlock, plainText } from './block.ts';
import { blocksOf } from './block-document.ts';
import { BlockPanel } from './block-panel.tsx';
import { useDraftContext } from './draft-context.ts';
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
  const tops = useBlockTops(editor);
  const blocks = useEditorState({ editor, selector: ({ editor: now }) => blocksOf(now.state.doc) });
  const byId = new Map(blocks.map((block) => [block.id, block]));
  return (
    <aside aria-label={t('beside')} className={classes.margin}>
      <ul className={classes.lines}>
        {tops.map(({ block: id, top }, place) => {
          const block = byId.get(id);
          if (block === undefined) return null;
          return (
            <li key={id} className={classes.line} style={{ top }}>
              <Popover
                opened={open === id}
                onChange={(opened) => onOpen(opened ? id : null)}
                position="bottom-end"
                width={300}
                withinPortal
                trapFocus
              >
                <Popover.Target>
                  <UnstyledButton
                    className={classes.facts}
                    onClick={() => onOpen(open === id ? null : id)}
                    data-secret={block.secret}
                  >
                    <Facts block={block} number={place + 1} answered={answered.get(id) ?? []} />
                    {here
                      .filter((one) => one.block === id)
                      .map(({ name }) => (
                        <span key={name} className={classes.writer}>
                          <Icon of={IconPencil} size={14} /> {t('writesHere', { name })}
                        </span>
                      ))}
                  </UnstyledButton>
                </Popover.Target>
                <Popover.Dropdown aria-label={t('block.name', { number: place + 1 })}>
                  <BlockPanel
                    block={block}
                    answered={answered.get(id) ?? []}
                    editor={editor}
                    onLink={() => onLink(id)}
                  />
                </Popover.Dropdown>
              </Popover>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}

function Facts({
  block,
  number,
  answered,
}: {
  readonly block: DraftBlock;
  readonly number: number;
  readonly answered: readonly Answered[];
}) {
  const { t } = useTranslation('editor');
  const { draft } = useDraftContext();
  const author = draft.blocks.find(({ id }) => id === block.id)?.changedBy.name;
  const clauses = answered.map(({ clause }) => clause);
  const label = [
    t('block.of', { number, words: plainText(block.content).slice(0, 40) }),
    ...(clauses.length === 0 ? [] : [t('block.answers', { count: clauses.length, clauses: clauses.join(', ') })]),
    ...(block.secret ? [t('block.secret')] : []),
    author ?? t('block.unsent'),
  ].join('. ');
  return (
    <>
      <span className={classes.spoken}>{label}</span>
      <Tooltip label={author ?? t('block.unsent')} position="left">
        <Avatar size={20} name={author ?? ''} color="gray" aria-hidden />
      </Tooltip>
      {block.secret ? (
        <span className={classes.fact} aria-hidden>
          <Icon of={IconEyeOff} size={14} /> {t('block.secret')}
        </span>
      ) : null}
      {clauses.length === 0 ? null : (
        <span className={classes.fact} aria-hidden>
          <Icon of={IconListCheck} size={14} /> {clauses.slice(0, 2).join(', ')}
          {clauses.length > 2 ? ` +${clauses.length - 2}` : ''}
        </span>
      )}
      <Text component="span" size="xs" c="dimmed" className={classes.author} aria-hidden>
        {author ?? t('block.unsent')}
      </Text>
    </>
  );
}
