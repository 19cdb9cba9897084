import { Button, FileButton, Group, Text } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../../components/refusal.tsx';
import { useDraftContext } from './draft-context.ts';
import { useMarkdownIn } from './use-markdown-in.ts';
import classes from './editor.module.css';

interface EmptyStartProps {
  readonly editor: Editor;
  readonly slug: string;
  readonly onRequirement: () => void;
}

/** Over an empty text: the three ways to begin. */
export function EmptyStart({ editor, slug, onRequirement }: EmptyStartProps) {
  const { t } = useTranslation('editor');
  const { certifies } = useDraftContext();
  const empty = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { doc } = now.state;
      return (
        now.isEditable &&
        doc.childCount === 1 &&
        doc.child(0).type.name === 'paragraph' &&
        doc.child(0).content.size === 0
      );
    },
  });
  const takeIn = useMarkdownIn(editor, slug);
  if (!empty) return null;
  return (
    <div className={classes.start}>
      <Text>{t(certifies ? 'empty' : 'emptyPlain')}</Text>
      <Text size="sm" c="dimmed">
        {t('emptyKeys')}
      </Text>
      <Group gap="xs" mt="sm">
        {certifies ? (
          <Button size="compact-sm" onClick={onRequirement}>
            {t('fromRequirement')}
          </Button>
        ) : null}
        <FileButton accept=".md,.markdown,text/markdown" onChange={(file) => file !== null && takeIn.mutate(file)}>
          {(props) => (
            <Button size="compact-sm" {...props}>
              {t('markdownIn')}
            </Button>
          )}
        </FileButton>
      </Group>
      <RefusalOf error={takeIn.error} />
    </div>
  );
}
