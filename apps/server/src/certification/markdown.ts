import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { BlockContent, Run } from '../core/block.ts';

// The tree's types (mdast) by way of the reader that makes it.
type Root = ReturnType<typeof fromMarkdown>;
type MdBlock = Root['children'][number];
type PhrasingContent = Extract<MdBlock, { type: 'paragraph' }>['children'][number];
type TableRow = Extract<MdBlock, { type: 'table' }>['children'][number];

type Look = {
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
  readonly code?: true | undefined;
  readonly link?: string | undefined;
};
type Item = { readonly depth: number; readonly runs: Run[] };

/**
 * Blocks from Markdown (CommonMark with GitHub's tables). What a block cannot hold becomes the nearest that it can: a quotation and code
 * are paragraphs, headings below the third are third, HTML is left out, for it may hold a program.
 */
export const blocksOfMarkdown = (text: string): BlockContent[] =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children.flatMap(blocksOfNode);

function blocksOfNode(node: MdBlock): BlockContent[] {
  switch (node.type) {
    case 'heading': {
      const level = Math.min(node.depth, 3) as 1 | 2 | 3;
      return [{ kind: 'heading', level, runs: runsOf(node.children, {}) }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node.children, {}) }];
    case 'code':
      return [{ kind: 'paragraph', runs: [{ text: node.value, code: true }] }];
    case 'blockquote':
      return node.children.flatMap(blocksOfNode);
    case 'list':
      return [{ kind: 'list', ordered: node.ordered === true, items: itemsOf(node, 0) }];
    case 'table':
      return [
        {
          kind: 'table',
          header: true,
          rows: node.children.map((row) => row.children.map((cell) => runsOf(cell.children, {}))),
        },
      ];
    default:
      return [];
  }
}

function itemsOf(list: Extract<MdBlock, { type: 'list' }>, depth: number): Item[] {
  return list.children.flatMap((item) => {
    const own = item.children.flatMap((child) => (child.type === 'paragraph' ? runsOf(child.children, {}) : []));
    const below = item.children.flatMap((child) =>
      child.type === 'list' ? itemsOf(child, Math.min(depth + 1, 5)) : [],
    );
    return [{ depth, runs: own }, ...below];
  });
}

function runsOf(nodes: readonly PhrasingContent[], look: Look): Run[] {
  const runs = nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replaceAll('\n', ' '), ...look }];
      case 'inlineCode':
        return [{ text: node.value, ...look, code: true }];
      case 'strong':
        return runsOf(node.children, { ...look, bold: true });
      case 'emphasis':
        return runsOf(node.children, { ...look, italic: true });
      case 'delete':
        return runsOf(node.children, look);
      case 'link':
        return runsOf(node.children, /^(https?:|mailto:|\/)/.test(node.url) ? { ...look, link: node.url } : look);
      case 'break':
        return [{ text: ' ', ...look }];
      case 'image':
        return node.alt ? [{ text: node.alt, ...look }] : [];
      default:
        return [];
    }
  });
  return joined(runs);
}

/** Neighbours of one look are one run: then what is written again reads the same. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && 'text' in last && 'text' in run && sameLook(last, run))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

const sameLook = (a: Look, b: Look): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.link === b.link;

/** @param valueOf a parameter as text; Markdown knows none. Pictures are named by their alternative text and address. */
export function markdownOf(blocks: readonly BlockContent[], valueOf: (parameter: string) => string): string {
  const root: Root = { type: 'root', children: blocks.flatMap((block) => nodesOf(block, valueOf)) };
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '*', listItemIndent: 'one' });
}

function nodesOf(block: BlockContent, valueOf: (parameter: string) => string): MdBlock[] {
  const inline = (runs: readonly Run[]): PhrasingContent[] => runs.map((run) => phraseOf(run, valueOf));
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', depth: block.level, children: inline(block.runs) }];
    case 'paragraph':
      return [{ type: 'paragraph', children: inline(block.runs) }];
    case 'list':
      return [listNode(block.items, block.ordered, inline)];
    case 'table': {
      const rows: TableRow[] = block.rows.map((row) => ({
        type: 'tableRow',
        children: row.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
      }));
      return [{ type: 'table', children: rows }];
    }
    case 'picture':
      return [{ type: 'paragraph', children: [{ type: 'image', url: `files/${block.file}`, alt: block.alternative }] }];
  }
}

function listNode(
  items: readonly Item[],
  ordered: boolean,
  inline: (runs: readonly Run[]) => PhrasingContent[],
): Extract<MdBlock, { type: 'list' }> {
  const depth = items[0]?.depth ?? 0;
  const groups: { item: Item; below: Item[] }[] = [];
  for (const item of items) {
    if (item.depth <= depth || groups.length === 0) groups.push({ item, below: [] });
    else groups.at(-1)!.below.push(item);
  }
  return {
    type: 'list',
    ordered,
    spread: false,
    children: groups.map(({ item, below }) => ({
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children: inline(item.runs) },
        ...(below.length === 0 ? [] : [listNode(below, ordered, inline)]),
      ],
    })),
  };
}

function phraseOf(run: Run, valueOf: (parameter: string) => string): PhrasingContent {
  if ('parameter' in run) return { type: 'text', value: valueOf(run.parameter) };
  let node: PhrasingContent = run.code ? { type: 'inlineCode', value: run.text } : { type: 'text', value: run.text };
  if (run.italic) node = { type: 'emphasis', children: [node] };
  if (run.bold) node = { type: 'strong', children: [node] };
  if (run.link !== undefined) node = { type: 'link', url: run.link, children: [node] };
  return node;
}
