/** The kinds of pictures that are kept, by what their bytes say and not by their name. */
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A photo as it is kept: without the place where it was taken, the camera, the time or a text. */
export type CleanPhoto = { readonly type: PhotoType; readonly bytes: Uint8Array };

/**
 * Reads what a picture is and takes out all that is not picture: EXIF with its position, XMP, IPTC, comments, and whatever was put
 * behind the end. Of a JPEG the orientation stays (EXIF 2.32, tag 0x0112), else it would lie on its side.
 * @returns undefined for bytes that are no whole JPEG, PNG or WebP
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | undefined {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return cleaned('image/jpeg', cleanJpeg(bytes));
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return cleaned('image/png', cleanPng(bytes));
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return cleaned('image/webp', cleanWebp(bytes));
  return undefined;
}

const cleaned = (type: PhotoType, parts: readonly Uint8Array[] | undefined): CleanPhoto | undefined =>
  parts === undefined ? undefined : { type, bytes: Buffer.concat(parts) };

/** ISO/IEC 10918-1, annex B: segments until the end of the image. Kept of the applications: JFIF, the colour profile, Adobe. */
function cleanJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length && bytes[at + 1] !== 0xd9) return undefined;
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === 0xd9) return [...parts, bytes.subarray(at, at + 2)];
    const length = 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (length < 4 || at + length > bytes.length) return undefined;
    const segment = bytes.subarray(at, at + length);
    at += length;
    if (marker === 0xe1) {
      const orientation = orientationOf(segment);
      if (orientation !== undefined && orientation > 1) parts.push(orientationSegment(orientation));
    } else if (isKeptInJpeg(marker)) {
      parts.push(segment);
    }
    if (marker === 0xda) {
      const end = endOfScan(bytes, at);
      if (end === undefined) return undefined;
      parts.push(bytes.subarray(at, end));
      at = end;
    }
  }
}

const isKeptInJpeg = (marker: number): boolean => {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  return isApplication ? marker === 0xe0 || marker === 0xe2 || marker === 0xee : marker !== 0xfe;
};

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

/** The orientation 1 to 8 of an EXIF segment (TIFF 6.0, section 2: header, then the first directory). */
function orientationOf(segment: Uint8Array): number | undefined {
  if (ascii(segment, 4, 6) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 14) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = ascii(tiff, 0, 2) === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (view.getUint16(entry, little) === 0x0112) {
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  }
  return undefined;
}

/** An EXIF segment that says the orientation and nothing else. */
const orientationSegment = (orientation: number): Uint8Array =>
  Buffer.from(
    `ffe1 0022 457869660000 4d4d002a00000008 0001 0112000300000001 000${orientation}0000 00000000`.replaceAll(' ', ''),
    'hex',
  );

const keptInPng = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs']);

/** PNG (third edition), clause 5: chunks until IEND. */
function cleanPng(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const kind = ascii(bytes, at + 4, 4);
    if (end > bytes.length) return undefined;
    if (keptInPng.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return parts;
    at = end;
  }
  return undefined;
}

/** WebP (RFC 9649, 2): chunks inside RIFF. The flags of VP8X must not promise what was taken out. */
function cleanWebp(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const chunks: Uint8Array[] = [];
  for (let at = 12; at < end;) {
    if (at + 8 > end) return undefined;
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (next > end) return undefined;
    const kind = ascii(bytes, at, 4);
    if (kind === 'VP8X') {
      const header = Uint8Array.from(bytes.subarray(at, next));
      header[8] = header[8]! & ~0b0000_1100; // EXIF and XMP
      chunks.push(header);
    } else if (kind !== 'EXIF' && kind !== 'XMP ') {
      chunks.push(bytes.subarray(at, next));
    }
    at = next;
  }
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4);
  return [head, ...chunks];
}

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1');
