import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesOf } from '../test/a-ledger.ts';
import { base64, readBase64, readBase64url, base64url } from './bytes.ts';
import { formatVerifierKey, makeSigner, parseVerifierKey } from './keys.ts';
import * as node from './primitives-node.ts';
import * as portable from './primitives-portable.ts';

test('the first test vector of RFC 8032, 7.1 comes out, in Node and in a browser', () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
  const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
  const signature =
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
  for (const { ed25519PublicKey, ed25519Sign } of [node, portable]) {
    assert.equal(Buffer.from(ed25519PublicKey(seed)).toString('hex'), publicKey);
    assert.equal(Buffer.from(ed25519Sign(seed, new Uint8Array(0))).toString('hex'), signature);
  }
});

test('Node and browser hash, sign and verify alike', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(),
      (message, seed, at) => {
        assert.deepEqual(Buffer.from(node.sha256(message)), Buffer.from(portable.sha256(message)));
        const publicKey = node.ed25519PublicKey(seed);
        assert.deepEqual(publicKey, portable.ed25519PublicKey(seed));
        const signature = node.ed25519Sign(seed, message);
        assert.deepEqual(signature, portable.ed25519Sign(seed, message));
        const damaged = signature.map((byte, position) => (position === at % 64 ? byte ^ (1 << (at % 8)) : byte));
        for (const { ed25519Verify } of [node, portable]) {
          assert.ok(ed25519Verify(publicKey, message, signature));
          assert.ok(!ed25519Verify(publicKey, message, damaged));
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('bytes that are no key or no signature are refused without a throw', () => {
  const message = new Uint8Array(3);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 70 }), (key, signature) => {
      for (const { ed25519Verify } of [node, portable]) assert.equal(ed25519Verify(key, message, signature), false);
    }),
  );
});

test('keys under which one signature fits many messages are refused, in every spelling', () => {
  const point = ed25519.Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
  const spellings = new Set<string>();
  for (let multiple = 0n, sum = ed25519.Point.ZERO; multiple < 8n; multiple++, sum = sum.add(point)) {
    spellings.add(sum.toHex());
  }
  assert.equal(spellings.size, 8);
  for (const low of ['ed', 'ee', 'f0', 'ff'])
    for (const top of ['7f', 'ff']) spellings.add(`${low}${'ff'.repeat(30)}${top}`);
  for (const hex of spellings) {
    const key = { ...aKey, publicKey: new Uint8Array(Buffer.from(hex, 'hex')) };
    const text = formatVerifierKey({ ...key, id: idOf(key.name, key.publicKey) });
    assert.equal(parseVerifierKey(text), null, hex);
  }
  assert.ok(parseVerifierKey(formatVerifierKey(aKey)));
});

test('a key text is the one that the tools of the Go checksum database know', () => {
  const text = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
  const key = parseVerifierKey(text);
  assert.ok(key);
  assert.equal(key.name, 'sum.golang.org');
  assert.equal(formatVerifierKey(key), text);
});

test('every changed character of a key text is noticed', () => {
  const text = formatVerifierKey(aKey);
  for (let at = 0; at < text.length; at++) {
    for (const other of 'aB3+/= \n') {
      if (other !== text[at]) assert.equal(parseVerifierKey(text.slice(0, at) + other + text.slice(at + 1)), null);
    }
  }
  for (const name of ['', 'two words', 'a+b', 'line\n', '\u00a0'])
    assert.throws(() => makeSigner(name, bytesOf('x')), TypeError);
  assert.throws(() => makeSigner('short', new Uint8Array(31)), TypeError);
});

test('base64 has one spelling for each value', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'));
      assert.equal(base64url(bytes), Buffer.from(bytes).toString('base64url'));
      assert.deepEqual(readBase64(base64(bytes)), bytes);
      assert.deepEqual(readBase64url(base64url(bytes)), bytes);
    }),
  );
  for (const wrong of ['QQ', 'QQ=', 'QR==', 'QQ== ', 'Q Q=', '=QQ=', 'QQ==QQ==', '-_8=', 'A', '===='])
    assert.equal(readBase64(wrong), null, wrong);
  for (const wrong of ['QR', 'QQ==', 'Q', '+/8', 'QQ\n']) assert.equal(readBase64url(wrong), null, wrong);
});

const aKey = makeSigner('coprod.example/acme', bytesOf('a seed')).key;

function idOf(name: string, publicKey: Uint8Array): Uint8Array {
  return node.sha256(Buffer.concat([Buffer.from(`${name}\n\u0001`), publicKey])).slice(0, 4);
}
