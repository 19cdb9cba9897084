import { Paper, Portal, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import type { EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuKeys } from './use-text-editor.ts';
import classes from './editor.module.css';

export interface SlashItem {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

interface SlashMenuProps {
  readonly editor: Editor;
  readonly items: readonly SlashItem[];
  readonly keys: MenuKeys;
}

/** In pixels: how wide the menu is, and how high at most. */
const [width, height] = [260, 280];

/** What `/` opens at the cursor: all that can be inserted or marked, found by its name. */
export function SlashMenu({ editor, items, keys }: SlashMenuProps) {
  const { t } = useTranslation('editor');
  const id = useId();
  const asked = useEditorState({ editor, selector: ({ editor: now }) => (now.isEditable ? askedIn(now.state) : null) });
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState({ words: '', place: 0 });
  if (asked === null && closedAt !== null) setClosedAt(null);
  const open = asked !== null && asked.from !== closedAt;
  const found = open ? items.filter(({ label }) => folded(label).includes(folded(asked.words))) : [];
  const at = chosen.words === asked?.words ? Math.min(chosen.place, Math.max(0, found.length - 1)) : 0;

  function choose(item: SlashItem): void {
    // Asked anew: a key may have come faster than the menu was drawn.
    const now = askedIn(editor.state);
    if (now === null) return;
    editor.chain().focus().deleteRange({ from: now.from, to: now.to }).run();
    item.run();
  }

  useEffect(() => {
    const take = (event: KeyboardEvent): boolean => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const item = found[at];
      if (step !== 0 && found.length > 0)
        setChosen({ words: asked?.words ?? '', place: (at + step + found.length) % found.length });
      else if (event.key === 'Escape') setClosedAt(asked?.from ?? null);
      else if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined) choose(item);
      else return false;
      return true;
    };
    keys.set(open ? take : null);
    const text = editor.view.dom;
    const item = open ? found[at] : undefined;
    if (item === undefined) text.removeAttribute('aria-activedescendant');
    else text.setAttribute('aria-activedescendant', `${id}-${item.key}`);
    return () => keys.set(null);
  });
  if (!open) return null;
  const place = editor.view.coordsAtPos(asked.from);
  const below = place.bottom + height < window.innerHeight;
  return (
    <Portal>
      <Paper
        component="section"
        aria-label={t('slash.title')}
        withBorder
        shadow="md"
        className={classes.slash}
        style={{
          left: Math.max(8, Math.min(place.left, window.innerWidth - width - 8)),
          ...(below ? { top: place.bottom + 4 } : { bottom: window.innerHeight - place.top + 4 }),
        }}
      >
        <ScrollArea.Autosize mah={height}>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the text keeps the focus, which a select would take */}
          <div role="listbox" aria-label={t('slash.title')}>
            {found.map((item, n) => (
              <UnstyledButton
                key={item.key}
                id={`${id}-${item.key}`}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
                role="option"
                aria-selected={n === at}
                tabIndex={-1}
                className={classes.option}
                // The text keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(item)}
              >
                {item.label}
              </UnstyledButton>
            ))}
          </div>
          {found.length === 0 ? (
            <Text size="sm" c="dimmed" p="xs">
              {t('slash.none')}
            </Text>
          ) : null}
        </ScrollArea.Autosize>
      </Paper>
    </Portal>
  );
}

const folded = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words after a `/` that begins a word, from the slash to the cursor. */
function askedIn({
  selection,
}: EditorState): { readonly from: number; readonly to: number; readonly words: string } | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '￼');
  const found = /(?:^|\s)\/([\p{L}\p{N} ]{0,30})$/u.exec(before);
  if (found === null || found[1]!.startsWith(' ')) return null;
  const from = $from.pos - found[1]!.length - 1;
  return { from, to: $from.pos, words: found[1]! };
}
