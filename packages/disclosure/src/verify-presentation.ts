import {
  parseVerifierKey,
  readBase64url,
  readCanonicalJson,
  readFields,
  readUtf8,
  refuse,
  utf8,
  verifySignature,
} from '@coprod/ledger';
import type { Json, Refusal, VerifierKey } from '@coprod/ledger';
import { digestOf, readDisclosure } from './disclosure.ts';
import { readFacts } from './document.ts';
import type { Block, DocumentFacts, PresentedBlock } from './document.ts';
import { documentHeader } from './issue-document.ts';

/** What a presentation proves. */
export interface PresentationProof {
  readonly ok: true;
  /** Who signed: the name of the key. */
  readonly issuer: string;
  readonly facts: DocumentFacts;
  /** All blocks in their order, the withheld ones as holes. */
  readonly blocks: readonly PresentedBlock[];
}

/**
 * Checks what was handed over (RFC 9901, 7.1): signed by this key (as text, see `formatVerifierKey`), every disclosure vouched for,
 * none twice, none foreign. Stricter than the RFC where our documents have one shape only; no key binding. Never throws.
 */
export function verifyPresentation(presentation: string, key: string): PresentationProof | Refusal {
  const verifier = parseVerifierKey(key);
  if (!verifier) return refuse('wrong-key', 'key', 'this is no Ed25519 key in the form name+id+base64');
  const [jwt = '', ...disclosures] = presentation.split('~');
  const end = disclosures.pop();
  if (end === undefined) return refuse('wrong-format', 'presentation', 'no tilde ends the signed part');
  if (end !== '') return refuse('wrong-format', 'end', 'something follows the last disclosure');

  const payload = openJwt(jwt, verifier);
  if (!payload.ok) return payload;
  const document = readDocument(payload.value, verifier);
  if (!document.ok) return document;
  const opened = openBlocks(document.digests, disclosures);
  if (!opened.ok) return opened;
  return { ok: true, issuer: verifier.name, facts: document.facts, blocks: opened.blocks };
}

function openJwt(jwt: string, key: VerifierKey): { readonly ok: true; readonly value: Json } | Refusal {
  const [header, payload, signatureText, ...more] = jwt.split('.');
  if (payload === undefined || signatureText === undefined || more.length > 0) {
    return refuse('wrong-format', 'signed part', 'three parts are needed: header, payload, signature');
  }
  if (header !== documentHeader(key)) {
    return refuse('wrong-format', 'header', `this is not the header of a document signed by ${key.name}`);
  }
  const signature = readBase64url(signatureText);
  if (!signature || !verifySignature(key, utf8(`${header}.${payload}`), signature)) {
    return refuse('wrong-signature', 'payload or signature', `the signature of ${key.name} does not fit`);
  }
  const bytes = readBase64url(payload);
  const text = bytes && readUtf8(bytes);
  if (text === null) return refuse('not-utf8', 'payload', 'the payload is not base64url of UTF-8');
  const read = readCanonicalJson(text);
  return read.ok ? read : refuse('not-canonical', `payload, character ${read.at}`, read.why);
}

function readDocument(
  value: Json,
  key: VerifierKey,
): { readonly ok: true; readonly facts: DocumentFacts; readonly digests: readonly string[] } | Refusal {
  const read = readFacts(value, ['iss', '_sd_alg', 'blocks']);
  if (!read.ok) return read;
  const { iss, _sd_alg: algorithm, blocks } = read.claims;
  if (iss !== key.name) return refuse('wrong-field', 'iss', `the issuer is not ${key.name}`);
  if (algorithm !== 'sha-256') return refuse('wrong-field', '_sd_alg', 'the digests are not those of SHA-256');
  if (!Array.isArray(blocks)) return refuse('wrong-field', 'blocks', 'a list is needed');
  const digests: string[] = [];
  for (const block of blocks as readonly Json[]) {
    const digest = readDigest(block);
    if (digest === null)
      return refuse('wrong-field', `blocks[${digests.length}]`, 'one digest is needed, and nothing else');
    digests.push(digest);
  }
  // RFC 9901, 7.1, 4: the same digest twice is refused.
  if (new Set(digests).size < digests.length) return refuse('wrong-field', 'blocks', 'a digest stands there twice');
  return { ok: true, facts: read.facts, digests };
}

function readDigest(block: Json): string | null {
  const read = readFields(block, '', ['_sd']);
  if (!read.ok || !Array.isArray(read.fields['_sd'])) return null;
  const [digest, ...more] = read.fields['_sd'] as readonly Json[];
  return typeof digest === 'string' && more.length === 0 && readBase64url(digest)?.length === 32 ? digest : null;
}

function openBlocks(
  digests: readonly string[],
  disclosures: readonly string[],
): { readonly ok: true; readonly blocks: readonly PresentedBlock[] } | Refusal {
  const positions = new Map(digests.map((digest, position) => [digest, position]));
  const opened = new Map<number, Block>();
  const ids = new Set<string>();
  for (const [at, disclosure] of disclosures.entries()) {
    const doubt = (why: string) => refuse('disclosure-differs', `disclosure ${at + 1}`, why);
    const position = positions.get(digestOf(disclosure));
    if (position === undefined) return doubt('the signed part does not vouch for it');
    if (opened.has(position)) return doubt('it stands there twice');
    const block = readDisclosure(disclosure);
    if (!block) return doubt('it is not the disclosure of a block');
    if (ids.has(block.id)) return doubt('another block has the same id');
    ids.add(block.id);
    opened.set(position, block);
  }
  const blocks = digests.map((_, position): PresentedBlock => {
    const block = opened.get(position);
    return block ? { position, state: 'open', ...block } : { position, state: 'withheld' };
  });
  return { ok: true, blocks };
}
