import { type Editor, Extension, Node, callOrReturn, getExtensionField } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
  toggleHeaderRow,
} from '@tiptap/pm/tables';

/*
 * A table is one block: rows of cells of one paragraph each. Cells are never joined; a block has no word for it. The editing itself
 * (selecting cells, keys, repair) is ProseMirror's.
 */

declare module '@tiptap/core' {
  interface NodeConfig<Options, Storage> {
    /** What a node is to ProseMirror's tables. */
    tableRole?: 'table' | 'row' | 'cell' | 'header_cell';
  }
}

const cellAttributes = () => ({
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
});

/** Tiptap hands only the fields that it knows to the schema; ProseMirror's tables find their nodes by this one. */
const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema(extension) {
    const role: unknown = callOrReturn(getExtensionField(extension, 'tableRole', { name: extension.name }));
    return typeof role === 'string' ? { tableRole: role } : {};
  },
  addProseMirrorPlugins: () => [tableEditing()],
});

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  tableRole: 'table',
  parseHTML: () => [{ tag: 'div[data-table]', contentElement: 'tbody' }, { tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-table': '' }, ['table', ['tbody', 0]]],
  addKeyboardShortcuts() {
    return {
      Tab: () => run(this.editor, goToNextCell(1)) || (isInTable(this.editor.state) && addLine(this.editor)),
      'Shift-Tab': () => run(this.editor, goToNextCell(-1)),
      Enter: () => isInTable(this.editor.state) && this.editor.commands.setHardBreak(),
    };
  },
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph',
  isolating: true,
  tableRole: 'cell',
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});

const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph',
  isolating: true,
  tableRole: 'header_cell',
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
});

export const tableNodes = [TableRoles, Table, TableRow, TableCell, TableHeader];

const run = (editor: Editor, command: Command): boolean => command(editor.state, editor.view.dispatch);

/** Tab in the last cell opens a new row, as in a word processor. */
function addLine(editor: Editor): boolean {
  return run(editor, addRowAfter) && run(editor, goToNextCell(1));
}

/** What can be done to the table in which the cursor stands. */
export const tableCommands = {
  addRowAfter,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
  toggleHeaderRow,
} as const;

/** A table of three by three with a row of headings, as one has it before one's eyes when one asks for it. */
export const emptyTable = () => ({
  type: 'table',
  content: [0, 1, 2].map((row) => ({
    type: 'tableRow',
    content: [0, 1, 2].map(() => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: [{ type: 'paragraph' }],
    })),
  })),
});
