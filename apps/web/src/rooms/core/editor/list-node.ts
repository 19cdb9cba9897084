import { InputRule, Node } from '@tiptap/core';
import { Fragment, type Node as Tree } from '@tiptap/pm/model';
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** How deep an item can stand; the server refuses deeper ones. */
const deepest = 5;

/**
 * A list is one block: a row of items, each with its depth. Flat as it is kept, and not lists within lists, so that no item needs a
 * parent that nobody wrote.
 */
export const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'item+',
  addAttributes: () => ({ ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs['ordered'] === true ? 'ol' : 'ul', HTMLAttributes, 0],
  addInputRules() {
    const rule = (find: RegExp, ordered: boolean): InputRule =>
      new InputRule({
        find,
        handler: ({ state, range }) => {
          if (state.doc.resolve(range.from).depth !== 1) return null;
          state.tr.delete(range.from, range.to);
          return listing(state.tr, ordered) ? undefined : null;
        },
      });
    return [rule(/^[-*•]\s$/, false), rule(/^1[.)]\s$/, true)];
  },
});

export const Item = Node.create({
  name: 'item',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    depth: {
      default: 0,
      parseHTML: (element: HTMLElement) => Math.min(deepest, Number(element.dataset['depth'] ?? 0)),
      renderHTML: ({ depth }: { depth?: number }) => ({ 'data-depth': depth ?? 0, style: `--depth: ${depth ?? 0}` }),
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const run = (command: Command) => (): boolean => command(this.editor.state, this.editor.view.dispatch);
    return {
      Enter: run(enterItem),
      Backspace: run(leaveAtStart),
      Tab: run(shift(1)),
      'Shift-Tab': run(shift(-1)),
    };
  },
});

/** Makes the paragraphs and headings in the selection items of one list; a list of that kind becomes paragraphs again. */
export const toggleList =
  (ordered: boolean): Command =>
  (state, dispatch) => {
    const { tr } = state;
    if (!listing(tr, ordered)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };

function listing(tr: Transaction, ordered: boolean): boolean {
  const { $from, $to } = tr.selection;
  const [first, last] = [$from.index(0), $to.index(0)];
  const nodes = tr.doc.children.slice(first, last + 1);
  const { list, item, paragraph } = tr.doc.type.schema.nodes;
  if (!nodes.every((node) => ['paragraph', 'heading', 'list'].includes(node.type.name))) return false;
  const from = $from.posAtIndex(first, 0);
  const to = $to.posAtIndex(last + 1, 0);
  const { anchor, head } = tr.selection;
  const allListed = nodes.every((node) => node.type === list);
  if (allListed && nodes.every((node) => node.attrs['ordered'] === ordered)) {
    // Every item becomes a paragraph with the list's identity; of those the first keeps it.
    const lines = nodes.flatMap((node) => node.children.map((one) => paragraph!.create(identityOf(node), one.content)));
    tr.replaceWith(from, to, lines);
    reselect(tr, anchor - 1, head - 1);
    return true;
  }
  if (allListed) {
    let at = from;
    for (const node of nodes) {
      tr.setNodeAttribute(at, 'ordered', ordered);
      at += node.nodeSize;
    }
    return true;
  }
  const items = nodes.flatMap((node) =>
    node.type === list ? node.children : [item!.create({ depth: 0 }, node.content)],
  );
  const secret = nodes.some((node) => node.attrs['secret'] === true);
  tr.replaceWith(from, to, list!.create({ ...nodes[0]!.attrs, ordered, secret }, items));
  reselect(tr, anchor + 1, head + 1);
  return true;
}

/** What a node that goes on with the words of another takes over; of those with one id, all but one get their own at once. */
const identityOf = ({ attrs: { block, from, secret } }: Tree): Record<string, unknown> => ({ block, from, secret });

function reselect(tr: Transaction, anchor: number, head: number): void {
  const inside = (at: number): number => Math.max(0, Math.min(at, tr.doc.content.size));
  tr.setSelection(TextSelection.between(tr.doc.resolve(inside(anchor)), tr.doc.resolve(inside(head))));
}

function itemAt(state: EditorState) {
  const { $from, $to } = state.selection;
  if ($from.depth !== 2 || $from.parent.type.name !== 'item' || !$from.sameParent($to)) return undefined;
  return { $from, item: $from.parent, depth: Number($from.parent.attrs['depth']), place: $from.index(1) };
}

/** Enter cuts an item in two; in an empty one it steps out by one depth, and at last out of the list. */
const enterItem: Command = (state, dispatch) => {
  const at = itemAt(state);
  if (at === undefined) return false;
  if (at.item.content.size === 0) return leave(state, dispatch);
  const tr = state.tr.deleteSelection();
  dispatch?.(tr.split(tr.selection.from, 1).scrollIntoView());
  return true;
};

const leaveAtStart: Command = (state, dispatch) => {
  const at = itemAt(state);
  if (at === undefined || !state.selection.empty || at.$from.parentOffset > 0) return false;
  return leave(state, dispatch);
};

const shift =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection;
    const list = $from.node(1);
    if (list?.type.name !== 'list' || $to.node(1) !== list) return false;
    const { tr } = state;
    let moved = false;
    for (let place = $from.index(1); place <= $to.index(1); place += 1) {
      const above = place === 0 ? -1 : Number(tr.doc.child($from.index(0)).child(place - 1).attrs['depth']);
      const depth = Number(list.child(place).attrs['depth']);
      const then = Math.max(0, Math.min(depth + by, above + 1, deepest));
      if (then === depth) continue;
      moved = true;
      tr.setNodeAttribute($from.posAtIndex(place, 1), 'depth', then);
    }
    if (moved) dispatch?.(tr);
    return moved; // where nothing can move, Tab goes on to the next field: nobody is caught in a list
  };

/** One depth out; from the outermost the item becomes a paragraph, and what follows it a list of its own. */
const leave: Command = (state, dispatch) => {
  const at = itemAt(state);
  if (at === undefined) return false;
  const { $from, item, depth, place } = at;
  const list = $from.node(1);
  const { tr } = state;
  if (depth > 0) tr.setNodeAttribute($from.before(2), 'depth', depth - 1);
  else {
    const before = list.children.slice(0, place);
    const after = list.children.slice(place + 1);
    const nodes = [
      ...(before.length === 0 ? [] : [list.copy(Fragment.from(before))]),
      state.schema.nodes['paragraph']!.create(identityOf(list), item.content),
      ...(after.length === 0 ? [] : [list.copy(Fragment.from(after))]),
    ];
    const start = $from.before(1);
    tr.replaceWith(start, start + list.nodeSize, nodes);
    const inParagraph = start + (before.length === 0 ? 0 : nodes[0]!.nodeSize) + 1 + $from.parentOffset;
    tr.setSelection(TextSelection.create(tr.doc, inParagraph));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};
