import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

/** The most pixels of a PNG that is unpacked to be set into a document: what a camera of 40 megapixels makes. */
const mostPixels = 40_000_000;
/** Channels by colour type (PNG, third edition, 11.2.1). */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const unpack = promisify(inflate);

/**
 * Whether a picture can be set into a PDF. The writer of PDFs trusts what it is given: a PNG that is broken inside, or that unpacks to
 * far more than its size, would end the whole program from within a callback. So each is unpacked here first, bounded by what its head
 * promises. A JPEG goes in as it is and needs but a frame header (ISO/IEC 10918-1, B.2.2).
 */
export function isPrintable(bytes: Uint8Array): Promise<boolean> {
  return bytes[0] === 0x89 ? isWholePng(Buffer.from(bytes)) : Promise.resolve(hasFrame(bytes));
}

async function isWholePng(bytes: Buffer): Promise<boolean> {
  const data: Buffer[] = [];
  let lines: number | undefined;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (at + 12 + length > bytes.length) return false;
    if (kind === 'IHDR') lines = unpackedSize(body);
    if (kind === 'IDAT') data.push(body);
    if (kind === 'IEND') break;
    at += 12 + length;
  }
  if (lines === undefined || data.length === 0) return false;
  try {
    const unpacked = await unpack(Buffer.concat(data), { maxOutputLength: lines });
    return unpacked.length > 0;
  } catch {
    return false;
  }
}

/** Bytes of all lines with their filter bytes, with room for the passes of an interlaced one; undefined for no head of a PNG. */
function unpackedSize(head: Buffer): number | undefined {
  if (head.length !== 13) return undefined;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [bits, channels] = [head[8]!, channelsOf[head[9]!]];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(bits)) return undefined;
  if (width === 0 || height === 0 || width * height > mostPixels) return undefined;
  return (Math.ceil((width * channels * bits) / 8) + 1) * height + 8 * (width + height);
}

/** Whether a JPEG says its size before its data ends. */
function hasFrame(bytes: Uint8Array): boolean {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) return true;
    if (marker === 0xda || marker === 0xd9) return false;
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
  }
  return false;
}
