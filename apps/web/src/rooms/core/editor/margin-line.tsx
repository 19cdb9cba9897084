import { Avatar, Popover, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconEyeOff, IconListCheck, IconPencil } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shell/icon.tsx';
import { type DraftBlock, plainText } from './block.ts';
import { BlockPanel } from './block-panel.tsx';
import type { Answered } from './use-block-facts.ts';
import classes from './editor.module.css';

interface MarginLineProps extends FactsProps {
  readonly top: number;
  /** The names of those who write in the block now. */
  readonly writers: string;
  readonly editor: Editor;
  readonly opened: boolean;
  readonly onOpen: (block: string | null) => void;
  readonly onLink: (block: string) => void;
}

/** The line of one block; drawn again only when something of it changes, for a procedure has hundreds. */
export const MarginLine = memo(function MarginLine({
  top,
  writers,
  editor,
  opened,
  onOpen,
  onLink,
  ...facts
}: MarginLineProps) {
  const { t } = useTranslation('editor');
  const { block, number, answered } = facts;
  return (
    <li className={classes.line} style={{ top }}>
      <Popover
        opened={opened}
        onChange={(now) => onOpen(now ? block.id : null)}
        position="bottom-end"
        width={300}
        withinPortal
        trapFocus
      >
        <Popover.Target>
          <UnstyledButton className={classes.facts} onClick={() => onOpen(opened ? null : block.id)}>
            <Facts {...facts} />
            {writers === '' ? null : (
              <span className={classes.writer}>
                <Icon of={IconPencil} size={14} /> {t('writesHere', { name: writers })}
              </span>
            )}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('block.name', { number })}>
          <BlockPanel block={block} answered={answered} editor={editor} onLink={() => onLink(block.id)} />
        </Popover.Dropdown>
      </Popover>
    </li>
  );
});

interface FactsProps {
  readonly block: DraftBlock;
  readonly number: number;
  readonly answered: readonly Answered[];
  /** Undefined while the server does not have the block. */
  readonly author: string | undefined;
  /** The block above has the same author: his mark shows when one looks. */
  readonly repeated: boolean;
}

function Facts({ block, number, answered, author, repeated }: FactsProps) {
  const { t } = useTranslation('editor');
  const clauses = answered.map(({ clause }) => clause);
  const label = [
    t('block.of', { number, words: plainText(block.content).slice(0, 40) }),
    ...(clauses.length === 0 ? [] : [t('block.answers', { count: clauses.length, clauses: clauses.join(', ') })]),
    ...(block.secret ? [t('block.secret')] : []),
    author ?? t('block.unsent'),
  ].join(' · ');
  return (
    <>
      <span className={classes.spoken}>{label}</span>
      <Tooltip label={author ?? t('block.unsent')} position="left">
        <Avatar
          size={20}
          name={author ?? ''}
          color="gray"
          aria-hidden
          className={repeated ? classes.author : undefined}
        />
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
