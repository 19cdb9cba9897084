import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type BlockContent, type DraftBlock, type Run, type TextRun, canonical, canonicalRuns } from './block.ts';

/*
 * Blocks <-> the editor's document. One node of the document's top level is one block; the node's attributes carry the block's
 * identity. Line breaks are `\n` in a run. Reading what was written gives the same blocks, in canonical form.
 */

/** The document in which the blocks are edited; an empty paragraph where there is none. */
export function documentOf(blocks: readonly DraftBlock[]): JSONContent {
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf) };
}

/** One block as a node of the document's top level. */
export function nodeOf({ id, secret, from, ...block }: DraftBlock): JSONContent {
  const attrs = { block: id, secret, from };
  const content = canonical(block.content);
  switch (content.kind) {
    case 'heading':
      return { type: 'heading', attrs: { ...attrs, level: content.level }, content: inlineOf(content.runs) };
    case 'paragraph':
      return { type: 'paragraph', attrs, content: inlineOf(content.runs) };
    case 'list':
      return {
        type: 'list',
        attrs: { ...attrs, ordered: content.ordered },
        content: content.items.map(({ depth, runs }) => ({
          type: 'item',
          attrs: { depth },
          content: inlineOf(runs),
        })),
      };
    case 'table':
      return {
        type: 'table',
        attrs,
        content: content.rows.map((row, y) => ({
          type: 'tableRow',
          content: row.map((cell) => ({
            type: content.header && y === 0 ? 'tableHeader' : 'tableCell',
            content: [{ type: 'paragraph', content: inlineOf(cell) }],
          })),
        })),
      };
    case 'picture':
      return { type: 'picture', attrs: { ...attrs, file: content.file, alternative: content.alternative } };
  }
}

function inlineOf(runs: readonly Run[]): JSONContent[] {
  return runs.flatMap((run): JSONContent[] => {
    if ('parameter' in run) return [{ type: 'parameter', attrs: { name: run.parameter } }];
    const look = marksOf(run);
    const marks = look.length === 0 ? {} : { marks: look };
    return run.text
      .split('\n')
      .flatMap((line, place): JSONContent[] => [
        ...(place === 0 ? [] : [{ type: 'hardBreak', ...marks }]),
        ...(line === '' ? [] : [{ type: 'text', text: line, ...marks }]),
      ]);
  });
}

const marksOf = (run: TextRun) => [
  ...(run.bold ? [{ type: 'bold' }] : []),
  ...(run.italic ? [{ type: 'italic' }] : []),
  ...(run.code ? [{ type: 'code' }] : []),
  ...(run.link === undefined ? [] : [{ type: 'link', attrs: { href: run.link } }]),
];

/** Nodes are never changed but replaced, so what was read from one stays true: a key pressed in a long text costs one block. */
const read = new WeakMap<Node, DraftBlock>();

/** The blocks of a document, in canonical form. Those without an id yet are left out: identity comes in the same transaction. */
export function blocksOf(document: Node): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  document.forEach((node) => {
    if (typeof node.attrs['block'] !== 'string') return;
    let block = read.get(node);
    if (block === undefined) read.set(node, (block = blockOf(node)));
    blocks.push(block);
  });
  return blocks;
}

function blockOf(node: Node): DraftBlock {
  const { block: id, secret, from } = node.attrs;
  return {
    id: String(id),
    content: contentOf(node),
    secret: secret === true,
    from: typeof from === 'string' ? from : null,
  };
}

function contentOf(node: Node): BlockContent {
  switch (node.type.name) {
    case 'heading':
      return { kind: 'heading', level: node.attrs['level'] as 1 | 2 | 3, runs: runsOf(node) };
    case 'paragraph':
      return { kind: 'paragraph', runs: runsOf(node) };
    case 'list':
      return {
        kind: 'list',
        ordered: node.attrs['ordered'] === true,
        items: node.children.map((item) => ({ depth: Number(item.attrs['depth']), runs: runsOf(item) })),
      };
    case 'table': {
      const cells = node.children.map((row) => row.children);
      return {
        kind: 'table',
        header: cells[0]?.every((cell) => cell.type.name === 'tableHeader') === true,
        rows: cells.map((row) => row.map((cell) => runsOf(cell.child(0)))),
      };
    }
    case 'picture':
      return { kind: 'picture', file: String(node.attrs['file']), alternative: String(node.attrs['alternative']) };
    default:
      throw new Error(`No block is made of a ${node.type.name}.`);
  }
}

function runsOf(parent: Node): Run[] {
  return canonicalRuns(
    parent.children.map((node): Run => {
      if (node.type.name === 'parameter') return { parameter: String(node.attrs['name']) };
      const run: { -readonly [Name in keyof TextRun]: TextRun[Name] } = {
        text: node.type.name === 'hardBreak' ? '\n' : (node.text ?? ''),
      };
      for (const { type, attrs } of node.marks) {
        if (type.name === 'link') run.link = String(attrs['href']);
        else if (type.name === 'bold' || type.name === 'italic' || type.name === 'code') run[type.name] = true;
      }
      return run;
    }),
  );
}
