import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { formatVerifierKey, makeSigner, sha256, utf8 } from '@coprod/ledger';
import { digestOf } from './disclosure.ts';
import { issueDocument } from './issue-document.ts';
import { present } from './present.ts';

const signer = makeSigner('coprod.example/acme', sha256(utf8('the secret of the tests')));
const issued = issueDocument(
  {
    facts: {
      organization: 'Acme',
      rule: 'P-07',
      version: 1,
      title: 'Goods inward',
      decidedAt: '2026-10-02T08:15:00Z',
      customer: 'Valmont',
    },
    blocks: [
      { id: 'b1', kind: 'paragraph', content: 'open' },
      { id: 'b2', kind: 'paragraph', content: 'secret' },
      { id: 'b3', kind: 'table', content: [[1, 2]] },
    ],
  },
  { signer, random: (length) => crypto.getRandomValues(new Uint8Array(length)) },
);

test('the digest of a disclosure is the one that RFC 9901, 4.2.3 shows', () => {
  const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
  assert.equal(digestOf(disclosure), 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
});

test('any reader of SD-JWT gets the document: facts, open blocks by id, and an empty object for each hole', () => {
  assert.deepEqual(processed(present(issued, ['b1', 'b3'])), {
    iss: 'coprod.example/acme',
    organization: 'Acme',
    rule: 'P-07',
    version: 1,
    title: 'Goods inward',
    decidedAt: '2026-10-02T08:15:00Z',
    customer: 'Valmont',
    blocks: [{ b1: { kind: 'paragraph', content: 'open' } }, {}, { b3: { kind: 'table', content: [[1, 2]] } }],
  });
});

test('the signed part is a JWS by Ed25519 with an explicit type', () => {
  const [header = '', payload = '', signature = ''] = issued.jwt.split('.');
  const { kid, ...rest } = JSON.parse(Buffer.from(header, 'base64url').toString());
  assert.deepEqual(rest, { alg: 'EdDSA', typ: 'coprod-document+sd-jwt' });
  assert.equal(kid, formatVerifierKey(signer.key).split('+')[1]);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(signer.key.publicKey).toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  assert.ok(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')));
});

test('salts are of 128 bits, and no two are the same', () => {
  const salts = Array.from(issued.disclosures.values(), (disclosure) => disclosed(disclosure)[0]);
  assert.ok(salts.every((salt) => Buffer.from(String(salt), 'base64url').length === 16));
  assert.equal(new Set(salts).size, 3);
});

/** What RFC 9901, 7.1 and 7.3 tell a reader to do with the digests, written from the RFC and not from our verifier. */
function processed(presentation: string): unknown {
  const [jwt = '', ...rest] = presentation.split('~');
  assert.equal(rest.pop(), '');
  const byDigest = new Map(
    rest.map((text) => [createHash('sha256').update(text, 'ascii').digest('base64url'), disclosed(text)]),
  );
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const object: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(value)) {
      if (name === '_sd' || name === '_sd_alg') continue;
      object[name] = visit(member);
    }
    if ('_sd' in value && Array.isArray(value._sd)) {
      for (const digest of value._sd) {
        const [, name, member] = byDigest.get(String(digest)) ?? [];
        if (typeof name === 'string') object[name] = visit(member);
        byDigest.delete(String(digest));
      }
    }
    return object;
  };
  const payload: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  const document = visit(payload);
  assert.equal(byDigest.size, 0);
  return document;
}

function disclosed(text: string): readonly unknown[] {
  const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
  assert.ok(Array.isArray(parts) && parts.length === 3);
  return parts;
}
