import type { Command } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { useDraftContext } from './draft-context.ts';
import { insertBlocks, setHeading, setSecret } from './insert-block.ts';
import { toggleList } from './list-node.ts';
import type { SlashItem } from './slash-menu.tsx';
import { emptyTable } from './table-nodes.ts';

interface Wishes {
  readonly editor: Editor;
  /** Whether the block at the cursor is secret. */
  readonly secret: boolean;
  readonly onPictures: (files: readonly File[]) => Promise<void>;
  readonly onRequirement: () => void;
}

/** All that `/` offers here. */
export function useSlashItems({ editor, secret, onPictures, onRequirement }: Wishes): readonly SlashItem[] {
  const { draft, certifies } = useDraftContext();
  const { t } = useTranslation('editor');
  const act = (key: string, label: string, command: Command): SlashItem => ({
    key,
    label,
    run: () => void command(editor.state, editor.view.dispatch),
  });
  return [
    act('h1', t('tool.h1'), setHeading(1)),
    act('h2', t('tool.h2'), setHeading(2)),
    act('h3', t('tool.h3'), setHeading(3)),
    act('paragraph', t('tool.paragraph'), setHeading(null)),
    act('list', t('tool.list'), toggleList(false)),
    act('ordered', t('tool.ordered'), toggleList(true)),
    act('table', t('tool.table'), insertBlocks([emptyTable()])),
    { key: 'picture', label: t('tool.picture'), run: () => choosePictures(onPictures) },
    ...(certifies ? [{ key: 'requirement', label: t('slash.requirement'), run: onRequirement }] : []),
    ...(draft.may.secrecy ? [act('secret', secret ? t('slash.open') : t('slash.secret'), setSecret(!secret))] : []),
    ...draft.parameters.map(({ name, label }) => ({
      key: `parameter-${name}`,
      label: t('slash.parameter', { label }),
      run: () => void editor.chain().focus().insertContent({ type: 'parameter', attrs: { name } }).run(),
    })),
  ];
}

function choosePictures(take: (files: readonly File[]) => Promise<void>): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = 'image/png,image/jpeg,image/gif,image/webp';
  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  input.click();
}
