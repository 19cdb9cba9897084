import { tagOf } from '../syntax/segments.ts';

/** A segment position or group in the tree of a message, numbered in the order in which it is written. */
export interface Node {
  readonly id: number;
  readonly tag: string;
  readonly packed: number;
  readonly required: boolean;
  readonly max: number;
  /** The group around it; null at the top. */
  readonly parent: Node | null;
  /** For a group: its members, the first one opens it. Empty for a segment. */
  readonly members: Node[];
  /** How deep in groups a segment stands; 0 at the top. */
  readonly depth: number;
  /** Greatest id inside of it. */
  last: number;
  /** Ways that were found from here, by tag. */
  readonly ways: Map<number, Transition | null>;
  /** The way taken last: schedules repeat the same few steps. */
  lastTag: number;
  lastWay: Transition | null;
}

/** What a tag leads to from a position. */
export interface Transition {
  readonly to: Node;
  /** Groups that it opens, outermost first. */
  readonly opens: readonly Node[];
  /** Tags of required segments that were passed over. */
  readonly missing: readonly string[];
}

/** The tree of one message, compiled from its notation; finds where a segment belongs, and remembers the way. */
export class Structure {
  readonly top: Node[];
  readonly size: number;
  readonly #nodes: Node[] = [];
  readonly #beginning = new Map<number, Transition | null>();

  constructor(notation: string) {
    this.top = this.#parse(notation);
    this.size = this.#nodes.length;
  }

  /** Where `tag` leads from `from` (null at the beginning); null when it has no place from there on. */
  next(from: Node | null, tag: number): Transition | null {
    const ways = from === null ? this.#beginning : from.ways;
    if (from !== null && from.lastTag === tag) return from.lastWay;
    let way = ways.get(tag);
    if (way === undefined) {
      way = this.#search(from, tag);
      // Unknown tags are the sender's invention: not remembered for ever.
      if (way !== null || ways.size < 500) ways.set(tag, way);
    }
    if (from !== null) {
      from.lastTag = tag;
      from.lastWay = way;
    }
    return way;
  }

  /** An earlier position of a tag in the groups around `from`: to go on after a segment out of order. */
  around(from: Node | null, tag: number): Node | null {
    for (let group = from?.parent ?? null; group !== null; group = group.parent) {
      const found = group.members.find((m) => m.members.length === 0 && m.packed === tag);
      if (found) return found;
    }
    return null;
  }

  /** The first position of a tag in the whole message. */
  anywhere(tag: number): Node | null {
    return this.#nodes.find((n) => n.members.length === 0 && n.packed === tag) ?? null;
  }

  /** Required tags that are missing when the message ends at `from`. */
  missingAtEnd(from: Node | null): readonly string[] {
    const missing: string[] = [];
    for (let node = from; node !== null; node = node.parent) passOver(siblings(node, this.top), missing);
    if (from === null) passOver(this.top, missing);
    return missing;
  }

  #search(from: Node | null, tag: number): Transition | null {
    const missing: string[] = [];
    if (from === null) return search(this.top, tag, missing, []);
    if (from.packed === tag && from.members.length === 0 && from.max > 1) return { to: from, opens: [], missing };
    for (let node: Node = from; ;) {
      const found = search(siblings(node, this.top), tag, missing, []);
      if (found) return found;
      const group: Node | null = node.parent;
      if (group === null) return null;
      const opener = group.members[0]!;
      if (opener.packed === tag) return { to: opener, opens: [group], missing };
      node = group;
    }
  }

  #parse(notation: string): Node[] {
    const tokens = notation.match(/[()]|[A-Z][A-Z0-9]{1,2}|!|\d+|\*/g) ?? [];
    let at = 0;
    const list = (parent: Node | null, depth: number): Node[] => {
      const members: Node[] = [];
      while (at < tokens.length && tokens[at] !== ')') {
        const group = tokens[at] === '(';
        const id = this.#nodes.length;
        const tag = group ? tokens[at + 1]! : tokens[at]!;
        const node = {
          id,
          tag,
          packed: tagOf(tag),
          required: false,
          max: 1,
          parent,
          members: [] as Node[],
          depth,
          last: id,
          ways: new Map<number, Transition | null>(),
          lastTag: -1,
          lastWay: null,
        };
        this.#nodes.push(node);
        at++;
        if (group) {
          node.members.push(...list(node, depth + 1));
          at++;
        }
        if (tokens[at] === '!') {
          node.required = true;
          at++;
        }
        if (tokens[at] === '*') at++;
        if (/^\d/.test(tokens[at] ?? '')) node.max = Number(tokens[at++]);
        node.last = this.#nodes.length - 1;
        members.push(node);
      }
      return members;
    };
    return list(null, 0);
  }
}

/** Members behind a node in its group. */
const siblings = (node: Node, top: readonly Node[]): readonly Node[] => {
  const all = node.parent?.members ?? top;
  return all.slice(all.indexOf(node) + 1);
};

function search(nodes: readonly Node[], tag: number, missing: string[], opens: Node[]): Transition | null {
  for (const node of nodes) {
    if (node.members.length === 0) {
      if (node.packed === tag) return { to: node, opens, missing };
    } else {
      const opener = node.members[0]!;
      if (opener.packed === tag) return { to: opener, opens: [...opens, node], missing };
    }
    if (node.required) missing.push(node.tag);
  }
  return null;
}

function passOver(nodes: readonly Node[], missing: string[]): void {
  for (const node of nodes) if (node.required) missing.push(node.tag);
}
