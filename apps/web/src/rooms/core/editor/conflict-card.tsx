import { Button, Group, Text } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { BlockText } from '../block-text.tsx';
import type { DraftBlock } from './block.ts';
import { blocksOf } from './block-document.ts';
import { useDraftContext } from './draft-context.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { putText } from './put-text.ts';
import classes from './editor.module.css';

interface ConflictCardProps {
  readonly block: string;
  /** What the other made of it; null: he removed it. */
  readonly theirs: DraftBlock | null;
  readonly editor: Editor;
  readonly keeper: DraftKeeper<unknown>;
}

/** Under a block that two people wrote: the other text, and which of both goes on. Nothing is chosen by itself. */
export function ConflictCard({ block, theirs, editor, keeper }: ConflictCardProps) {
  const { t } = useTranslation('editor');
  const { slug, draft } = useDraftContext();
  const name = draft.blocks.find(({ id }) => id === block)?.changedBy.name ?? t('conflict.other');

  /** As an edit of one's own: it can be undone, and the keeper sends it. */
  function edit(change: (blocks: readonly DraftBlock[]) => readonly DraftBlock[]): void {
    const tr = putText(editor.state, change(blocksOf(editor.state.doc)));
    if (tr !== null) editor.view.dispatch(tr.setMeta('addToHistory', true));
    keeper.settle(block);
    editor.commands.focus();
  }
  const take = (): void => edit((blocks) => blocks.flatMap((one) => (one.id === block ? (theirs ?? []) : [one])));
  const both = (): void =>
    edit((blocks) =>
      blocks.flatMap((one) =>
        one.id === block && theirs !== null ? [one, { ...theirs, id: crypto.randomUUID(), from: block }] : [one],
      ),
    );

  return (
    <section
      className={classes.conflict}
      contentEditable={false}
      aria-label={t(theirs === null ? 'conflict.removed' : 'conflict.title', { name })}
    >
      <Text fw={600} size="sm">
        {t(theirs === null ? 'conflict.removed' : 'conflict.title', { name })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('conflict.mine')}
      </Text>
      {theirs === null ? null : (
        <figure className={classes.other} aria-label={t('conflict.theirs')}>
          <BlockText
            content={theirs.content}
            language={draft.rule.language}
            parameters={draft.parameters}
            slug={slug}
          />
        </figure>
      )}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={() => edit((blocks) => blocks)}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="compact-sm" onClick={take}>
          {t(theirs === null ? 'conflict.remove' : 'conflict.keepTheirs')}
        </Button>
        {theirs === null ? null : (
          <Button size="compact-sm" onClick={both}>
            {t('conflict.keepBoth')}
          </Button>
        )}
      </Group>
    </section>
  );
}
