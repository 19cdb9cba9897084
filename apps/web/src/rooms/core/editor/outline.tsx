import { NavLink, Text } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { plainText } from './block.ts';
import { blocksOf } from './block-document.ts';
import { goTo } from './insert-block.ts';
import classes from './editor.module.css';

/** The headings of the text; choosing one goes there. */
export function Outline({ editor, language }: { readonly editor: Editor; readonly language: string }) {
  const { t } = useTranslation('editor');
  const headings = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      blocksOf(now.state.doc).flatMap(({ id, content }) =>
        content.kind === 'heading' ? [{ id, level: content.level, words: plainText(content) }] : [],
      ),
  });
  return (
    <nav aria-label={t('outline')} className={classes.outline}>
      <Text size="sm" fw={600} mb={4}>
        {t('outline')}
      </Text>
      {headings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noHeading')}
        </Text>
      ) : null}
      {headings.map(({ id, level, words }) => (
        <NavLink
          key={id}
          component="button"
          className={classes.heading}
          lang={language}
          label={words === '' ? '…' : words}
          style={{ paddingInlineStart: 8 + (level - 1) * 12 }}
          onClick={() => {
            goTo(id)(editor.state, editor.view.dispatch);
            editor.commands.focus();
          }}
        />
      ))}
    </nav>
  );
}
