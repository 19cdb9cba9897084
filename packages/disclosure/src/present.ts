import type { IssuedDocument } from './issue-document.ts';

/**
 * What one reader gets: the signed part, and the disclosures of the blocks that are open or granted to him (RFC 9901, 4). Not a
 * byte of it depends on what the other blocks say.
 * @throws TypeError if a granted id is not that of a block: a typing error must not become a hole
 */
export function present({ jwt, disclosures }: IssuedDocument, granted: Iterable<string>): string {
  const ids = new Set(granted);
  for (const id of ids) {
    if (!disclosures.has(id)) throw new TypeError(`the document has no block "${id}"`);
  }
  const chosen = [...disclosures].filter(([id]) => ids.has(id)).map(([, disclosure]) => `${disclosure}~`);
  return `${jwt}~${chosen.join('')}`;
}
