import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  base64url,
  canonicalJson,
  formatVerifierKey,
  makeSigner,
  readBase64url,
  readUtf8,
  sha256,
  utf8,
} from '@coprod/ledger';
import type { Json, JsonObject } from '@coprod/ledger';
import { digestOf, readDisclosure, writeDisclosure } from './disclosure.ts';
import type { Block, DocumentFacts } from './document.ts';
import { documentHeader, issueDocument } from './issue-document.ts';
import { present } from './present.ts';
import { verifyPresentation } from './verify-presentation.ts';

const LONG = process.env['COPROD_LONG'] !== undefined;
const signer = makeSigner('coprod.example/acme', sha256(utf8('the secret of the tests')));
const key = formatVerifierKey(signer.key);

const facts: DocumentFacts = {
  organization: 'Acme Chimie',
  rule: 'P-07',
  version: 3,
  title: 'Réception des matières',
  decidedAt: '2026-10-02T08:15:00Z',
};
const blocks: readonly Block[] = [
  { id: 'b1', kind: 'heading', content: 'Contrôle à réception' },
  { id: 'b2', kind: 'paragraph', content: 'Le four est réglé à 412 °C.' },
  {
    id: 'b3',
    kind: 'table',
    content: {
      rows: [
        ['lot', 'date'],
        ['12', null],
      ],
      widths: [0.5, 0.5],
    },
  },
];

test('a reader sees the blocks that he was granted, in their places, and holes for the others', () => {
  const issued = issueDocument({ facts, blocks }, { signer, random: counter() });
  const proof = verifyPresentation(present(issued, ['b3', 'b1']), key);
  assert.deepEqual(proof, {
    ok: true,
    issuer: 'coprod.example/acme',
    facts,
    blocks: [
      { position: 0, state: 'open', ...blocks[0] },
      { position: 1, state: 'withheld' },
      { position: 2, state: 'open', ...blocks[2] },
    ],
  });
});

test('a block that is granted later is added at the end, and the holder may leave any out', () => {
  const issued = issueDocument({ facts, blocks }, { signer, random: counter() });
  const later = `${present(issued, ['b1'])}${issued.disclosures.get('b2')}~`;
  const proof = verifyPresentation(later, key);
  assert.deepEqual(proof.ok && proof.blocks.map(({ state }) => state), ['open', 'open', 'withheld']);
  const nothing = verifyPresentation(present(issued, []), key);
  assert.deepEqual(nothing.ok && nothing.blocks.map(({ state }) => state), ['withheld', 'withheld', 'withheld']);
});

const secretDocument = fc
  .array(
    fc.record({
      secret: fc.uint8Array({ minLength: 12, maxLength: 24 }),
      length: fc.nat({ max: 400 }),
      open: fc.boolean(),
      nested: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((parts) =>
    parts.map(({ secret, length, open, nested }, at) => {
      // A text of its own for each block, random to the last character, of any length.
      const words = base64url(sha256(secret)) + base64url(sha256(utf8(`${at}`))) + 'x'.repeat(length);
      const block: Block = {
        id: `block-${at}-${base64url(secret)}`,
        kind: 'paragraph',
        content: nested ? { rows: [[words]] } : words,
      };
      return { block, words, open };
    }),
  );

test('of a withheld block no byte is in what leaves, plain or encoded', () => {
  fc.assert(
    fc.property(secretDocument, (parts) => {
      const issued = issueDocument({ facts, blocks: parts.map(({ block }) => block) }, { signer, random: randomBytes });
      const granted = parts.filter(({ open }) => open).map(({ block }) => block.id);
      const presentation = present(issued, granted);
      const seen = [
        presentation,
        ...presentation.split(/[.~]/).map((part) => Buffer.from(part, 'base64url').toString('latin1')),
      ];
      for (const { block, words, open } of parts) {
        const traces = [words.slice(0, 8), words.slice(20, 28), words.slice(50, 58), block.id.slice(-8)];
        const disclosure = issued.disclosures.get(block.id) ?? '';
        const found = [...traces, disclosure].filter((trace) => seen.some((text) => text.includes(trace)));
        assert.ok(open ? found.length === 5 : found.length === 0, `${block.id}: ${found.join(', ')}`);
      }
      const proof = verifyPresentation(presentation, key);
      assert.ok(proof.ok);
      assert.deepEqual(
        proof.blocks.map((block) => (block.state === 'open' ? block.content : null)),
        parts.map(({ block, open }) => (open ? block.content : null)),
      );
    }),
    { numRuns: LONG ? 5_000 : 300 },
  );
});

test('what leaves is as long whatever the withheld blocks say', () => {
  fc.assert(
    fc.property(secretDocument, fc.array(fc.array(fc.string())), fc.string(), (parts, content, kind) => {
      const other = parts.map(({ block, open }) =>
        open ? block : { id: block.id, kind: `other ${kind}`, content: ['other', content] },
      );
      const granted = parts.filter(({ open }) => open).map(({ block }) => block.id);
      const [one, two] = [parts.map(({ block }) => block), other].map((blocks) =>
        present(issueDocument({ facts, blocks }, { signer, random: randomBytes }), granted),
      );
      assert.equal(one?.length, two?.length);
    }),
  );
});

test('a withheld block is another hole each time it is issued: nobody sees whether it has changed', () => {
  const digests = [1, 2].map(
    () => payloadOf(issueDocument({ facts, blocks }, { signer, random: randomBytes }).jwt)['blocks'],
  );
  assert.notDeepEqual(digests[0], digests[1]);
});

test('every byte of a presentation counts: flipped, it is found and located', () => {
  const presentation = present(issueDocument({ facts, blocks }, { signer, random: counter() }), ['b1', 'b3']);
  const parts = ['header', 'payload', 'signature', 'disclosure 1', 'disclosure 2', 'end'];
  let [flipped, found, part] = [0, 0, 0];
  for (let at = 0; at < presentation.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const flip = String.fromCharCode(presentation.charCodeAt(at) ^ (1 << bit));
      const verdict = verifyPresentation(presentation.slice(0, at) + flip + presentation.slice(at + 1), key);
      flipped++;
      const where = verdict.ok ? '' : verdict.where;
      // A dot or tilde that comes or goes changes where parts begin; then the part after it may be the one that is doubted.
      const near = [parts[part], parts[part + 1], 'signed part', 'presentation'].some(
        (name) => name && where.includes(name),
      );
      if (near || where === 'payload or signature') found++;
    }
    if ('.~'.includes(presentation.charAt(at))) part++;
  }
  console.log(`presentation bits flipped: ${flipped}, found and located: ${found}`);
  assert.equal(found, flipped);
});

test('a disclosure that the signed part does not vouch for is refused: foreign, doubled, altered', () => {
  const issued = issueDocument({ facts, blocks }, { signer, random: counter() });
  const foreign = writeDisclosure({ id: 'b2', kind: 'paragraph', content: 'Le four est froid.' }, new Uint8Array(16));
  const own = issued.disclosures.get('b2') ?? '';
  for (const [added, why] of [
    [`${foreign}~`, /does not vouch/],
    [`${own}~${own}~`, /twice/],
    ['~', /does not vouch/],
    [`${own.slice(0, -1)}~`, /does not vouch/],
  ] as const) {
    const refused = verifyPresentation(present(issued, ['b1']) + added, key);
    assert.equal(!refused.ok && refused.code, 'disclosure-differs');
    assert.match(refused.ok ? '' : refused.why, why);
  }
});

test('another key, a cut, a key binding, a foreign header are refused', () => {
  const presentation = present(issueDocument({ facts, blocks }, { signer, random: counter() }), ['b1']);
  for (let length = 0; length < presentation.length; length++) {
    const cut = presentation.slice(0, length);
    // A disclosure may be left out by its holder; anything else that is cut is missed.
    assert.equal(verifyPresentation(cut, key).ok, cut.split('~').length === 2 && cut.endsWith('~'));
  }
  const stranger = makeSigner('coprod.example/acme', sha256(utf8('stranger')));
  assert.equal(verifyPresentation(presentation, formatVerifierKey(stranger.key)).ok, false);
  assert.equal(verifyPresentation(presentation, 'no key').ok, false);
  assert.equal(verifyPresentation(`${presentation}eyJhbGciOiJFZERTQSJ9.e30.AAAA`, key).ok, false);
  const [, payload = '', signature = ''] = presentation.split('.');
  for (const header of [
    { alg: 'none' },
    { alg: 'EdDSA' },
    { alg: 'HS256', kid: key.split('+')[1] ?? '', typ: 'coprod-document+sd-jwt' },
  ]) {
    const refused = verifyPresentation(`${base64url(utf8(canonicalJson(header)))}.${payload}.${signature}`, key);
    assert.deepEqual(!refused.ok && [refused.code, refused.where], ['wrong-format', 'header']);
  }
});

test('a payload that is none of ours is refused, even with a right signature', () => {
  const digest = digestOf('x');
  const good: JsonObject = { ...facts, iss: signer.key.name, _sd_alg: 'sha-256', blocks: [{ _sd: [digest] }] };
  assert.ok(verifyPresentation(`${sign(canonicalJson(good))}~`, key).ok);
  const wrong: readonly Json[] = [
    { ...good, _sd_alg: 'sha-512' },
    { ...good, iss: 'coprod.example/other' },
    { ...good, more: 1 },
    { ...good, _sd: [digest] },
    { ...good, version: 0 },
    { ...good, decidedAt: 'yesterday' },
    { ...good, customer: '' },
    { ...good, blocks: {} },
    { ...good, blocks: [{ '...': digest }] },
    { ...good, blocks: [{ _sd: [digest, digest] }] },
    { ...good, blocks: [{ _sd: [digest] }, { _sd: [digest] }] },
    { ...good, blocks: [{ _sd: [`${digest}A`] }] },
    { ...good, blocks: [{ _sd: [digest], b1: 'open' }] },
    [],
    null,
  ];
  for (const payload of wrong)
    assert.equal(verifyPresentation(`${sign(canonicalJson(payload))}~`, key).ok, false, canonicalJson(payload));
  const blank = verifyPresentation(`${sign(canonicalJson(good).replace(':', ': '))}~`, key);
  assert.equal(!blank.ok && blank.code, 'not-canonical');
});

test('disclosures that no issuer of ours writes are refused, even if the signed part vouches for them', () => {
  const salt = base64url(new Uint8Array(16));
  const body = { kind: 'paragraph', content: 'text' };
  const wrong: readonly Json[] = [
    [salt, 'b1'],
    [salt, body],
    [salt, 'b1', body, 1],
    ['AAAA', 'b1', body],
    [salt, '_sd', body],
    [salt, '...', body],
    [salt, '', body],
    [salt, 'b1', 'text'],
    [salt, 'b1', { ...body, more: 1 }],
    [salt, 'b1', { ...body, kind: '' }],
    [salt, 'b1', { ...body, content: [{ _sd: [] }] }],
    [salt, 'b1', { ...body, content: { rows: [{ '...': 'x' }] } }],
  ];
  const texts = [...wrong.map(canonicalJson), `["${salt}", "b1", ${canonicalJson(body)}]`, 'no json', '\ud800'];
  for (const text of texts) {
    const disclosure = base64url(utf8(text));
    assert.equal(readDisclosure(disclosure), null, text);
    const payload = { ...facts, iss: signer.key.name, _sd_alg: 'sha-256', blocks: [{ _sd: [digestOf(disclosure)] }] };
    const refused = verifyPresentation(`${sign(canonicalJson(payload))}~${disclosure}~`, key);
    assert.deepEqual(!refused.ok && [refused.code, refused.where], ['disclosure-differs', 'disclosure 1']);
  }
});

test('what cannot be signed is not issued', () => {
  const random = counter();
  const issue = (change: Partial<Block>) =>
    issueDocument({ facts, blocks: [{ ...firstBlock, ...change }] }, { signer, random });
  for (const id of ['', '_sd', '...']) assert.throws(() => issue({ id }), TypeError);
  assert.throws(() => issue({ kind: '' }), TypeError);
  assert.throws(() => issue({ content: { deep: [{ _sd: 1 }] } }), TypeError);
  assert.throws(() => issue({ content: Number.NaN }), TypeError);
  assert.throws(() => issueDocument({ facts, blocks: [firstBlock, firstBlock] }, { signer, random }), /two blocks/);
  assert.throws(() => issueDocument({ facts: { ...facts, title: '' }, blocks }, { signer, random }), /title/);
  assert.throws(() => issueDocument({ facts, blocks }, { signer, random: () => new Uint8Array(8) }), /salt/);
  assert.throws(() => present(issueDocument({ facts, blocks }, { signer, random }), ['b9']), /b9/);
});

test('hostile presentations are refused, never thrown at', () => {
  const real = present(issueDocument({ facts, blocks }, { signer, random: counter() }), ['b1']);
  const pieces = [...real.split(/(?=[.~])|(?<=[.~])/), '.', '~', '\ud800', 'eyJ', '%', '=', ' '];
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.constantFrom(...pieces)), fc.array(fc.string({ unit: 'binary' }))), (parts) => {
      const text = parts.join('');
      assert.ok(!verifyPresentation(text, key).ok || real.startsWith(text));
    }),
    { numRuns: 2_000 },
  );
});

const firstBlock: Block = { id: 'b1', kind: 'heading', content: 'Contrôle à réception' };

function sign(payload: string): string {
  const signed = `${documentHeader(signer.key)}.${base64url(utf8(payload))}`;
  return `${signed}.${base64url(signer.sign(utf8(signed)))}`;
}

function payloadOf(jwt: string): Record<string, unknown> {
  const payload: unknown = JSON.parse(readUtf8(readBase64url(jwt.split('.')[1] ?? '') ?? new Uint8Array(0)) ?? '');
  assert.ok(typeof payload === 'object' && payload !== null);
  return { ...payload };
}

/** Salts that count up: the same document each time. */
function counter(): (length: number) => Uint8Array {
  let next = 0;
  return (length) => Uint8Array.from({ length }, () => next++);
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
