import { FileButton, Menu } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import {
  IconArrowDown,
  IconArrowUp,
  IconEyeOff,
  IconH1,
  IconH2,
  IconH3,
  IconLayoutSidebarRight,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { Command } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shell/icon.tsx';
import { moveBlock, selectedBlocks } from './block-keys.ts';
import { useDraftContext } from './draft-context.ts';
import { insertBlocks, setHeading, setSecret } from './insert-block.ts';
import { toggleList } from './list-node.ts';
import { emptyTable, tableCommands } from './table-nodes.ts';
import classes from './editor.module.css';

interface ToolbarProps {
  readonly editor: Editor;
  readonly onPictures: (files: readonly File[]) => void;
  readonly onRequirement: () => void;
  /** On a phone, where there is no margin: opens the facts of the block. */
  readonly onBlock: () => void;
}

/** The tools of the text, for the hand; each has its key or its place under `/` as well. */
export function Toolbar({ editor, onPictures, onRequirement, onBlock }: ToolbarProps) {
  const { t } = useTranslation('editor');
  const { draft, certifies } = useDraftContext();
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const nodes = selectedBlocks(now.state).nodes;
      const [first] = nodes;
      const kind = first?.type.name;
      return {
        level: kind === 'heading' ? Number(first?.attrs['level']) : 0,
        list: kind === 'list' ? first?.attrs['ordered'] === true : null,
        secret: nodes.some((node) => node.attrs['secret'] === true),
        table: isInTable(now.state),
      };
    },
  });
  const run = (command: Command): void => {
    command(editor.state, editor.view.dispatch);
    editor.commands.focus();
  };
  return (
    <RichTextEditor.Toolbar
      sticky
      stickyOffset="var(--coprod-header)"
      className={classes.toolbar}
      role="toolbar"
      aria-label={t('tool.bar')}
    >
      <RichTextEditor.ControlsGroup className={classes.narrow}>
        <Tool icon={IconLayoutSidebarRight} label={t('tool.block')} onClick={onBlock} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <Tool icon={IconH1} label={t('tool.h1')} active={at.level === 1} onClick={() => run(setHeading(1))} />
        <Tool icon={IconH2} label={t('tool.h2')} active={at.level === 2} onClick={() => run(setHeading(2))} />
        <Tool icon={IconH3} label={t('tool.h3')} active={at.level === 3} onClick={() => run(setHeading(3))} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Code />
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <Tool
          icon={IconList}
          label={t('tool.list')}
          active={at.list === false}
          onClick={() => run(toggleList(false))}
        />
        <Tool
          icon={IconListNumbers}
          label={t('tool.ordered')}
          active={at.list === true}
          onClick={() => run(toggleList(true))}
        />
        {at.table ? (
          <TableMenu onRun={run} />
        ) : (
          <Tool icon={IconTable} label={t('tool.table')} onClick={() => run(insertBlocks([emptyTable()]))} />
        )}
        <FileButton accept="image/png,image/jpeg,image/gif,image/webp" multiple onChange={onPictures}>
          {({ onClick }) => <Tool icon={IconPhoto} label={t('tool.picture')} onClick={onClick} />}
        </FileButton>
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        {certifies ? <Tool icon={IconListCheck} label={t('block.add')} onClick={onRequirement} /> : null}
        {draft.may.secrecy ? (
          <Tool
            icon={IconEyeOff}
            label={t('block.secret')}
            active={at.secret}
            onClick={() => run(setSecret(!at.secret))}
          />
        ) : null}
        <Tool icon={IconArrowUp} label={t('tool.up')} onClick={() => run(moveBlock(-1))} />
        <Tool icon={IconArrowDown} label={t('tool.down')} onClick={() => run(moveBlock(1))} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}

interface ToolProps {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly active?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, active, onClick }: ToolProps) {
  return (
    <RichTextEditor.Control
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(active === undefined ? {} : { active, 'aria-pressed': active })}
    >
      <Icon of={icon} size={16} />
    </RichTextEditor.Control>
  );
}

function TableMenu({ onRun }: { readonly onRun: (command: Command) => void }) {
  const { t } = useTranslation('editor');
  return (
    <Menu returnFocus={false}>
      <Menu.Target>
        <RichTextEditor.Control aria-label={t('tool.tableTools')} title={t('tool.tableTools')} active>
          <Icon of={IconTable} size={16} />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onRun(tableCommands.addRowAfter)}>{t('tool.row')}</Menu.Item>
        <Menu.Item onClick={() => onRun(tableCommands.addColumnAfter)}>{t('tool.column')}</Menu.Item>
        <Menu.Item onClick={() => onRun(tableCommands.deleteRow)}>{t('tool.rowGone')}</Menu.Item>
        <Menu.Item onClick={() => onRun(tableCommands.deleteColumn)}>{t('tool.columnGone')}</Menu.Item>
        <Menu.Item onClick={() => onRun(tableCommands.toggleHeaderRow)}>{t('tool.head')}</Menu.Item>
        <Menu.Item onClick={() => onRun(tableCommands.deleteTable)}>{t('tool.tableGone')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
