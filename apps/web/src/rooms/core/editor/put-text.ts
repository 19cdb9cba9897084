import { Node } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import type { DraftBlock } from './block.ts';
import { sameContent } from './block.ts';
import { blocksOf, nodeOf } from './block-document.ts';
import { fromServer } from './block-identity.ts';

/**
 * Puts a text in place of what stands in the editor, touching only the blocks that differ: the cursor, the selection and what can be
 * undone stay as they are. Null where nothing differs.
 */
export function putText(state: EditorState, blocks: readonly DraftBlock[]): Transaction | null {
  const { tr } = state;
  const wanted = new Set(blocks.map(({ id }) => id));
  const shown = new Map(blocksOf(state.doc).map((block) => [block.id, block]));
  const cursor = cursorOf(state);

  for (let index = tr.doc.childCount - 1; index >= 0; index -= 1) {
    const at = startOf(tr.doc, index);
    const node = tr.doc.child(index);
    if (!wanted.has(idOf(node)) && (tr.doc.childCount > 1 || blocks.length > 0)) {
      if (tr.doc.childCount > 1) tr.delete(at, at + node.nodeSize);
      else tr.replaceWith(at, at + node.nodeSize, Node.fromJSON(state.schema, nodeOf(blocks[0]!)));
    }
  }
  for (const [index, block] of blocks.entries()) {
    const at = startOf(tr.doc, index);
    if (tr.doc.maybeChild(index) === null || idOf(tr.doc.child(index)) !== block.id) {
      const there = tr.doc.children.findIndex((node) => idOf(node) === block.id);
      if (there < 0) {
        tr.insert(at, Node.fromJSON(state.schema, nodeOf(block)));
        continue;
      }
      const node = tr.doc.child(there);
      const from = startOf(tr.doc, there);
      tr.delete(from, from + node.nodeSize).insert(at, node);
    }
    const was = shown.get(block.id);
    if (was === undefined || (sameContent(was.content, block.content) && was.secret === block.secret)) continue;
    tr.replaceWith(at, at + tr.doc.child(index).nodeSize, Node.fromJSON(state.schema, nodeOf(block)));
  }
  if (!tr.docChanged) return null;
  restore(tr, cursor);
  return tr.setMeta(fromServer, true).setMeta('addToHistory', false);
}

const idOf = (node: Node): string => String(node.attrs['block']);

function startOf(document: Node, index: number): number {
  let at = 0;
  for (let before = 0; before < index; before += 1) at += document.child(before).nodeSize;
  return at;
}

/** Where the cursor stands, told by the block and the letter in it. */
function cursorOf({ doc, selection }: EditorState) {
  const index = selection.$from.index(0);
  const node = doc.maybeChild(index);
  return node === null ? undefined : { block: idOf(node), offset: selection.from - startOf(doc, index) };
}

/** After its block was moved or written anew, the cursor goes on at the same letter, as far as the block still reaches. */
function restore(tr: Transaction, cursor: ReturnType<typeof cursorOf>): void {
  if (cursor === undefined) return;
  const index = tr.doc.children.findIndex((node) => idOf(node) === cursor.block);
  if (index < 0 || tr.selection.$from.index(0) === index) return;
  const at = startOf(tr.doc, index) + Math.min(cursor.offset, tr.doc.child(index).nodeSize - 1);
  tr.setSelection(Selection.near(tr.doc.resolve(at)));
}
