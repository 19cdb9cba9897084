import { notifications } from '@mantine/notifications';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../problem.ts';
import { type Store, store } from '../../../store.ts';
import { blocksOf, documentOf } from './block-document.ts';
import { BlockIdentity } from './block-identity.ts';
import { BlockKeys } from './block-keys.ts';
import { cleanPaste } from './clean-paste.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { type Draft, keepPicture } from './draft-queries.ts';
import { insertBlocks } from './insert-block.ts';
import { ParameterWithView, PictureWithView } from './node-views.tsx';
import { BlockNotes } from './notes-plugin.ts';
import { putText } from './put-text.ts';
import { textExtensions } from './schema.ts';

/** Keys that an open menu takes before the text does. */
export type MenuKeys = Store<TakesKey | null>;
type TakesKey = (event: KeyboardEvent) => boolean;

/** The editor of a draft: every change goes to its keeper, and what the keeper has joined comes into the text in place. */
export function useTextEditor(
  draft: Draft,
  keeper: DraftKeeper<Draft>,
  slug: string,
): {
  readonly editor: Editor;
  readonly menuKeys: MenuKeys;
  readonly addPictures: (files: readonly File[]) => Promise<void>;
} {
  const { t } = useTranslation('editor');
  const { t: frame } = useTranslation();
  const [menuKeys] = useState(() => store<TakesKey | null>(null));
  const tell = (message: string): void => {
    notifications.show({ message, closeButtonProps: { 'aria-label': frame('close') } });
  };
  const editor = useEditor({
    extensions: [
      MenuFirst.configure({ keys: menuKeys }),
      ...textExtensions({ picture: PictureWithView, parameter: ParameterWithView }),
      BlockIdentity.configure({ onRefused: () => tell(t('notJoined')) }),
      BlockKeys,
      BlockNotes,
    ],
    content: documentOf(keeper.text()),
    editable: draft.may.write,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('text', { title: draft.rule.title }),
        lang: draft.rule.language,
      },
      transformPastedHTML: (html) => {
        if (/<img[^>]/i.test(html)) tell(t('pictureGone'));
        return cleanPaste(html);
      },
      handlePaste: (_view, event) => taken(event.clipboardData),
      handleDrop: (_view, event, _slice, moved) => !moved && taken(event.dataTransfer),
    },
    onUpdate: (now) => keeper.write(blocksOf(now.editor.state.doc)),
  });

  /** A picture by itself. Beside words the clipboard holds a drawing of them, which nobody wants. */
  function taken(data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    const words = new DOMParser().parseFromString(data?.getData('text/html') ?? '', 'text/html').body.textContent ?? '';
    if (files.length === 0 || words.trim() !== '') return false;
    void addPictures(files);
    return true;
  }

  async function addPictures(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        const picture = { type: 'picture', attrs: { file: await keepPicture(slug, file), alternative: '' } };
        insertBlocks([picture])(editor.state, editor.view.dispatch);
      } catch (reason) {
        if (!(reason instanceof Refused)) throw reason;
        tell(t('pictureOut', { reason: reason.problem.title || frame('offline.unreachable') }));
      }
    }
  }

  useEffect(
    () =>
      keeper.onText((blocks) => {
        const tr = putText(editor.state, blocks);
        if (tr !== null) editor.view.dispatch(tr);
      }),
    [editor, keeper],
  );
  useEffect(() => editor.setEditable(draft.may.write, false), [editor, draft.may.write]);
  return { editor, menuKeys, addPictures };
}

const MenuFirst = Extension.create<{ keys: MenuKeys }>({
  name: 'menuFirst',
  priority: 1000,
  addOptions: () => ({ keys: store<TakesKey | null>(null) }),
  addProseMirrorPlugins() {
    const { keys } = this.options;
    return [new Plugin({ props: { handleKeyDown: (_view, event) => keys.get()?.(event) ?? false } })];
  },
});
