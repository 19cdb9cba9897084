import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { isPrintable } from './printable-picture.ts';

const chunk = (kind: string, data: Buffer): Buffer => {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(data, crc32(kind)));
  return Buffer.concat([length, Buffer.from(kind), data, check]);
};
/** @param type 2 without, 6 with transparency: then the writer of PDFs unpacks it */
const png = (width: number, height: number, data: Buffer, type = 6): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, type], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const lines = (width: number, height: number): Buffer => Buffer.alloc((width * 4 + 1) * height);

test('a whole picture can be printed', async () => {
  assert.equal(await isPrintable(png(20, 10, deflateSync(lines(20, 10)))), true);
  assert.equal(await isPrintable(Buffer.from('ffd8ffc0001108000a001403012200021101031101', 'hex')), true);
});

test('one that is broken inside cannot, and does not end the program', async () => {
  assert.equal(await isPrintable(png(20, 10, Buffer.from('no deflate stream'))), false);
  assert.equal(await isPrintable(png(20, 10, deflateSync(lines(20, 10)).subarray(0, 10))), false);
  assert.equal(await isPrintable(Buffer.from('ffd8ffd9', 'hex')), false);
});

test('one that unpacks to far more than its head says is not unpacked', async () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000));
  assert.ok(bomb.length < 1_000_000);
  const before = process.memoryUsage().arrayBuffers;
  assert.equal(await isPrintable(png(20, 10, bomb)), false);
  assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
});

test('nor one whose head asks for more memory than there is', async () => {
  assert.equal(await isPrintable(png(0x7fff_ffff, 0x7fff_ffff, deflateSync(lines(1, 1)))), false);
});

test('whatever the bytes are, the answer is yes or no', async () => {
  const whole = png(20, 10, deflateSync(lines(20, 10)));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(whole.length),
      async (at, to, cut) => {
        const bytes = Buffer.from(whole.subarray(0, cut));
        if (at < bytes.length) bytes[at] = to;
        assert.equal(typeof (await isPrintable(bytes)), 'boolean');
      },
    ),
    { numRuns: process.env['COPROD_LONG'] === '1' ? 20_000 : 1000 },
  );
});
