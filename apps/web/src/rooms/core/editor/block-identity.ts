import { Extension } from '@tiptap/core';
import { type Node, Slice, Fragment } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

/** The nodes of the top level, each of which is one block. */
export const blockNodes = ['paragraph', 'heading', 'list', 'table', 'picture'];

const known = new PluginKey<ReadonlySet<string>>('known-blocks');

/** Marks a transaction that puts in place what the server holds: it is not judged, and not undone. */
export const fromServer = 'from-server';

/**
 * Gives every block its identity and keeps it: through edits, moves, cutting and pasting, undoing. Cut in two, the first half keeps it
 * and the second is a new block that says where it came from; but where the first is left empty, the text takes its identity along.
 */
export const BlockIdentity = Extension.create<{ readonly onRefused: () => void }>({
  name: 'blockIdentity',
  addOptions: () => ({ onRefused: () => undefined }),
  addGlobalAttributes: () => [
    {
      types: blockNodes,
      attributes: {
        block: {
          default: null,
          parseHTML: (element: HTMLElement) => element.dataset['block'] ?? null,
          renderHTML: ({ block }: { block?: string | null }) => (block ? { 'data-block': block } : {}),
        },
        from: { default: null, rendered: false },
        secret: {
          default: false,
          parseHTML: (element: HTMLElement) => element.dataset['secret'] === 'true',
          renderHTML: ({ secret }: { secret?: boolean }) => (secret ? { 'data-secret': 'true' } : {}),
        },
      },
    },
  ],
  addProseMirrorPlugins() {
    const { onRefused } = this.options;
    return [
      new Plugin({
        key: known,
        state: {
          init: (_, state) => idsOf(state.doc),
          apply: (tr, ids) => (tr.docChanged ? ids.union(idsOf(tr.doc)) : ids),
        },
        appendTransaction: (transactions, _before, state) =>
          transactions.some(({ docChanged }) => docChanged) ? identify(state.tr) : null,
        filterTransaction: (tr, state) => {
          if (!tr.docChanged || tr.getMeta(fromServer) === true || tr.getMeta('history$') !== undefined) return true;
          if (!opensASecret(state.doc, tr.doc)) return true;
          onRefused();
          return false;
        },
        props: {
          // What comes from another text brings no identity along, only its secrecy.
          transformPasted: (slice, view) => {
            const ours = known.getState(view.state) ?? new Set();
            const strip = (node: Node): Node =>
              node.attrs['block'] === undefined || ours.has(node.attrs['block'])
                ? node
                : node.type.create({ ...node.attrs, block: null }, node.content, node.marks);
            return new Slice(Fragment.from(slice.content.content.map(strip)), slice.openStart, slice.openEnd);
          },
        },
      }),
    ];
  },
});

const idsOf = (document: Node): Set<string> =>
  new Set(document.children.map((node) => node.attrs['block'] as string | null).filter((id) => id !== null));

/** Gives ids to blocks without one, and to all but one of those that share one. Null where nothing was missing. */
export function identify(tr: Transaction): Transaction | null {
  const keeper = new Map<string, number>();
  tr.doc.forEach((node, at) => {
    const id = node.attrs['block'] as string | null;
    if (id === null) return;
    const first = keeper.get(id);
    const firstIsEmpty = first !== undefined && tr.doc.nodeAt(first)!.content.size === 0;
    if (first === undefined || (firstIsEmpty && node.content.size > 0)) keeper.set(id, at);
  });
  let changed = false;
  tr.doc.forEach((node, at) => {
    const id = node.attrs['block'] as string | null;
    if (id !== null && keeper.get(id) === at) return;
    changed = true;
    const from = node.content.size === 0 && node.isTextblock ? null : id;
    tr.setNodeMarkup(at, undefined, { ...node.attrs, block: crypto.randomUUID(), from });
  });
  return changed ? tr : null;
}

/** Whether words of a secret block would be joined to an open one: then they would leave with it. */
function opensASecret(before: Node, after: Node): boolean {
  const now = new Map(after.children.map((node) => [node.attrs['block'] as string | null, node]));
  const vanished = before.children.some(
    (node) => node.attrs['secret'] === true && !now.has(node.attrs['block']) && node.content.size > 0,
  );
  if (!vanished) return false;
  return before.children.some((node) => {
    const then = now.get(node.attrs['block']);
    const open = node.attrs['secret'] !== true && then?.attrs['secret'] === false;
    return open && !node.textContent.includes(then.textContent);
  });
}
