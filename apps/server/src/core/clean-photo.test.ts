import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { cleanPhoto } from './clean-photo.ts';

const place = Buffer.from('GPS 48.8566 N 2.3522 E');
const segment = (marker: number, body: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const exif = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'),
    Buffer.from([orientation, 0, 0, 0, 0, 0, 0]),
    place,
  ]);
const jpeg = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), place])),
    segment(0xfe, place),
    segment(0xdb, Buffer.alloc(65, 7)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    place, // a film behind the picture, as some phones put it
  ]);
const chunk = (kind: string, body: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(kind), body, Buffer.alloc(4)]);
};
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.alloc(13, 1)),
  chunk('eXIf', place),
  chunk('tEXt', place),
  chunk('IDAT', deflateSync(Buffer.alloc(10))),
  chunk('IEND', Buffer.alloc(0)),
  place,
]);
const riff = (kind: string, body: Uint8Array): Buffer => {
  const head = Buffer.from(`${kind}\0\0\0\0`);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};
const webp = ((): Buffer => {
  const chunks = Buffer.concat([
    riff('VP8X', Buffer.from([0b0000_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('VP8 ', Buffer.alloc(21, 3)),
    riff('EXIF', place),
    riff('XMP ', place),
  ]);
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), chunks]));
})();

test('the place where a photo was taken is in no byte that is kept, whatever the kind of picture', () => {
  for (const [bytes, type] of [
    [jpeg(6), 'image/jpeg'],
    [png, 'image/png'],
    [webp, 'image/webp'],
  ] as const) {
    const clean = cleanPhoto(bytes);
    assert.equal(clean?.type, type);
    assert.ok(bytes.includes(place) && !Buffer.from(clean.bytes).includes(place), type);
    assert.deepEqual(cleanPhoto(clean.bytes), clean, `${type}: cleaned again it stays as it is`);
  }
});

test('a JPEG keeps its orientation, its tables and its picture', () => {
  const clean = Buffer.from(cleanPhoto(jpeg(6))!.bytes);
  assert.ok(clean.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6])));
  assert.ok(clean.includes(segment(0xdb, Buffer.alloc(65, 7))));
  assert.ok(clean.includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9])));
  assert.ok(!Buffer.from(cleanPhoto(jpeg(1))!.bytes).includes(Buffer.from('Exif')), 'upright needs none');
});

test('what is no picture, or only the beginning of one, is refused and never throws', () => {
  for (const whole of [jpeg(3), png, webp]) {
    const bare = cleanPhoto(whole)!.bytes;
    for (let length = 0; length < bare.length; length += 1) {
      assert.equal(cleanPhoto(bare.subarray(0, length)), undefined, `${length} of ${bare.length} bytes`);
    }
  }
  assert.equal(cleanPhoto(Buffer.from('<svg onload="alert(1)"/>')), undefined);
  const starts = [Buffer.from([0xff, 0xd8, 0xff]), png.subarray(0, 8), Buffer.from('RIFF\x20\0\0\0WEBP', 'latin1')];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      cleanPhoto(Buffer.concat([start, rest]));
    }),
  );
});
