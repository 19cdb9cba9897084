import { Alert, Box, Button, Group } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEditorState } from '@tiptap/react';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../components/refusal.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { useStore } from '../../../store.ts';
import { blocksOf } from './block-document.ts';
import { BlockPanel, type BlockPanelProps } from './block-panel.tsx';
import { ConflictCard } from './conflict-card.tsx';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Draft, Requirement } from './draft-queries.ts';
import { EditorTop } from './editor-top.tsx';
import { EmptyStart } from './empty-start.tsx';
import { goTo, insertBlocks } from './insert-block.ts';
import { Margin } from './margin.tsx';
import { Outline } from './outline.tsx';
import { ParameterValues } from './parameter-values.tsx';
import { RequirementDrawer } from './requirement-drawer.tsx';
import { SlashMenu } from './slash-menu.tsx';
import { Toolbar } from './toolbar.tsx';
import { useAnswered, useSelectedBlock } from './use-block-facts.ts';
import { useNotes } from './use-notes.ts';
import { usePresence } from './use-presence.ts';
import { useSlashItems } from './use-slash-items.ts';
import { useTextEditor } from './use-text-editor.ts';
import { useToolLabels } from './use-tool-labels.ts';
import classes from './editor.module.css';
import textClasses from './text.module.css';

const route = getRouteApi('/o/$organization/proposals/$proposal/edit');

interface DraftEditorProps {
  readonly draft: Draft;
  readonly keeper: DraftKeeper<Draft>;
  readonly slug: string;
}

/** Outline, text and margin of one draft. */
export function DraftEditor({ draft, keeper, slug }: DraftEditorProps) {
  const { t } = useTranslation('editor');
  const { editor, menuKeys, addPictures } = useTextEditor(draft, keeper, slug);
  const selected = useSelectedBlock(editor);
  const answered = useAnswered(slug, draft.rule.id);
  const here = usePresence(slug, draft.id, selected.id);
  const places = useNotes(editor, keeper);
  const conflicts = useStore(keeper.conflicts);
  const [facts, setFacts] = useState<string | null>(null);
  const [panel, setPanel] = useState(false);
  const [linking, setLinking] = useState<{ readonly block: string | null } | null>(null);
  const linkBlock = useCallback((block: string) => {
    setFacts(null);
    setLinking({ block });
  }, []);
  const linkSelected = (): void => setLinking({ block: selected.id });
  const labels = useToolLabels();
  const items = useSlashItems({
    editor,
    secret: selected.secret,
    onPictures: addPictures,
    onRequirement: linkSelected,
  });
  useBlockInAddress(editor, selected.id);

  /** The server links only what it has: the block is sent before. */
  async function blockFor({ clause }: Requirement): Promise<string> {
    let block = linking?.block ?? null;
    if (block === null) {
      block = crypto.randomUUID();
      const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: clause }] };
      insertBlocks([heading, { type: 'paragraph', attrs: { block } }])(editor.state, editor.view.dispatch);
    }
    await keeper.flush();
    return block;
  }

  const first = [...conflicts.keys()][0];
  return (
    <article>
      <EditorTop draft={draft} editor={editor} keeper={keeper} slug={slug} here={here} />
      {draft.may.write ? null : <Alert mb="md">{t('closed')}</Alert>}
      <NotKept keeper={keeper} />
      {first === undefined ? null : (
        <Alert color="amber" mb="md">
          <Group justify="space-between" gap="sm">
            {t('conflict.count', { count: conflicts.size })}
            <Button size="compact-sm" onClick={() => goTo(first)(editor.state, editor.view.dispatch)}>
              {t('conflict.show')}
            </Button>
          </Group>
        </Alert>
      )}
      <div className={classes.columns}>
        <Outline editor={editor} language={draft.rule.language} />
        <div>
          <RichTextEditor editor={editor} labels={labels} className={classes.editor} withTypographyStyles={false}>
            {draft.may.write ? (
              <Toolbar
                editor={editor}
                onPictures={(files) => void addPictures(files)}
                onRequirement={linkSelected}
                onBlock={() => setPanel(true)}
              />
            ) : null}
            <Box className={classes.body} __vars={{ '--secret-word': JSON.stringify(t('block.secret')) }}>
              <EmptyStart editor={editor} slug={slug} onRequirement={() => setLinking({ block: null })} />
              <RichTextEditor.Content className={textClasses.content} />
              <SlashMenu editor={editor} items={items} keys={menuKeys} />
            </Box>
          </RichTextEditor>
          <ParameterValues />
        </div>
        <Margin editor={editor} answered={answered} here={here} open={facts} onOpen={setFacts} onLink={linkBlock} />
      </div>
      {[...places].map(([block, place]) =>
        createPortal(
          <ConflictCard block={block} theirs={conflicts.get(block) ?? null} editor={editor} keeper={keeper} />,
          place,
          block,
        ),
      )}
      <SideDrawer open={panel && selected.id !== null} title={t('tool.block')} onClose={() => setPanel(false)}>
        {selected.id === null ? null : (
          <PanelOf
            block={selected.id}
            answered={answered.get(selected.id) ?? []}
            editor={editor}
            onLink={() => {
              setPanel(false);
              linkSelected();
            }}
          />
        )}
      </SideDrawer>
      <RequirementDrawer
        open={linking !== null}
        slug={slug}
        rule={draft.rule.id}
        proposal={draft.id}
        block={blockFor}
        answered={linking?.block == null ? [] : (answered.get(linking.block) ?? [])}
        start={linking?.block === null}
        onClose={() => setLinking(null)}
      />
    </article>
  );
}

/** Why the server does not take the text, if it does not. Apart, so that a key pressed draws no more than it must. */
function NotKept({ keeper }: { readonly keeper: DraftKeeper<Draft> }) {
  const keeping = useStore(keeper.keeping);
  if (keeping.kind !== 'refused') return null;
  return <Refusal problem={keeping.problem} onRetry={() => void keeper.flush()} />;
}

function PanelOf({ block: id, ...props }: Omit<BlockPanelProps, 'block'> & { readonly block: string }) {
  const block = useEditorState({
    editor: props.editor,
    selector: ({ editor: now }) => blocksOf(now.state.doc).find((one) => one.id === id),
  });
  return block === undefined ? null : <BlockPanel block={block} {...props} />;
}

/** The block at which one writes stands in the address, so that a link or a reload opens there. */
function useBlockInAddress(editor: Parameters<typeof Outline>[0]['editor'], block: string | null): void {
  const { block: wanted } = route.useSearch();
  const navigate = useNavigate();
  useEffect(() => {
    if (wanted !== undefined) goTo(wanted)(editor.state, editor.view.dispatch);
    // oxlint-disable-next-line react/exhaustive-deps -- only where the page is opened
  }, [editor]);
  useEffect(() => {
    if (block === null || block === wanted || !editor.isFocused) return;
    const timer = setTimeout(
      () => void navigate({ to: '.', search: { block }, replace: true, resetScroll: false }),
      400,
    );
    return () => clearTimeout(timer);
  }, [editor, block, wanted, navigate]);
}
