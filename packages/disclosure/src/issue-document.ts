import { base64url, canonicalJson, keyIdText, readCanonicalJson, utf8 } from '@coprod/ledger';
import type { Signer, VerifierKey } from '@coprod/ledger';
import { digestOf, SALT_LENGTH, writeDisclosure } from './disclosure.ts';
import { readFacts } from './document.ts';
import type { Block, DocumentFacts } from './document.ts';

/** A signed document and the keys to its blocks, in the order of the blocks. Whoever has a disclosure can read its block. */
export interface IssuedDocument {
  /** The signed part (a JWS in compact form): facts, and one digest per block. It says nothing of any content. */
  readonly jwt: string;
  /** By block id. As secret as the blocks themselves. */
  readonly disclosures: ReadonlyMap<string, string>;
}

/**
 * Signs the whole of a decided version, so that any part of it can be handed over and checked (SD-JWT, RFC 9901).
 *
 * Each block stands in its place as an object that holds one digest; its disclosure, if handed over, makes the block a claim of that
 * object, named by its id. A block that is withheld leaves 43 characters of digest, whatever it says.
 *
 * `random` gives as many fresh random bytes as it is asked for. A block gets a new salt each time it is issued: nobody can tell
 * whether a withheld block has changed between two versions.
 * @throws TypeError on facts or blocks that cannot be signed: a missing fact, two blocks of one id, a reserved name
 */
export function issueDocument(
  document: { readonly facts: DocumentFacts; readonly blocks: readonly Block[] },
  { signer, random }: { readonly signer: Signer; readonly random: (length: number) => Uint8Array },
): IssuedDocument {
  const disclosures = new Map<string, string>();
  for (const block of document.blocks) {
    if (disclosures.has(block.id)) throw new TypeError(`two blocks have the id "${block.id}"`);
    disclosures.set(block.id, writeDisclosure(block, random(SALT_LENGTH)));
  }
  const blocks = Array.from(disclosures.values(), (disclosure) => ({ _sd: [digestOf(disclosure)] }));
  const payload = canonicalJson({ ...checkedFacts(document.facts), iss: signer.key.name, _sd_alg: 'sha-256', blocks });
  const signed = `${documentHeader(signer.key)}.${base64url(utf8(payload))}`;
  return { jwt: `${signed}.${base64url(signer.sign(utf8(signed)))}`, disclosures };
}

/** The protected header of every document by a key: one text, so that a reader need not interpret it. */
export function documentHeader(key: VerifierKey): string {
  return base64url(utf8(canonicalJson({ alg: 'EdDSA', kid: keyIdText(key.id), typ: 'coprod-document+sd-jwt' })));
}

function checkedFacts(facts: DocumentFacts): DocumentFacts {
  const text = readCanonicalJson(canonicalJson(facts));
  const read = readFacts(text.ok ? text.value : null);
  if (!read.ok) throw new TypeError(`${read.where}: ${read.why}`);
  return read.facts;
}
