import type { Extensions } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Link } from '@tiptap/extension-link';
import { StarterKit } from '@tiptap/starter-kit';
import { Item, List } from './list-node.ts';
import { Parameter } from './parameter-node.ts';
import { Picture } from './picture-node.ts';
import { tableNodes } from './table-nodes.ts';

/** Addresses that a block may link to, as the server takes them. */
export const isAddress = (href: string): boolean => /^(https?:|mailto:|\/)/.test(href);

/** What a text can hold: exactly what blocks can. The page gives pictures and parameters their looks. */
export const textExtensions = (nodes: { picture?: typeof Picture; parameter?: typeof Parameter } = {}): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    strike: false,
    // A paragraph after the last block that nobody wrote would be one more block.
    trailingNode: false,
    underline: false,
  }),
  Code.extend({ excludes: '' }),
  // The control of Mantine opens on this event.
  Link.extend({
    addKeyboardShortcuts: () => ({ 'Mod-k': () => window.dispatchEvent(new Event('edit-link')) }),
  }).configure({
    openOnClick: false,
    protocols: ['mailto'],
    isAllowedUri: (href) => href !== undefined && isAddress(href),
    HTMLAttributes: { target: null, rel: 'noreferrer' },
  }),
  List,
  Item,
  ...tableNodes,
  nodes.picture ?? Picture,
  nodes.parameter ?? Parameter,
];
