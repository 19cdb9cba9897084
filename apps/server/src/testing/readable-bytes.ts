import { pdfText } from './pdf-text.ts';

/** An answer as text, with what base64url parts and PDF streams hold beside it: disclosures are base64url. */
export function readAll(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const encoded = [...text.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([part]) =>
    Buffer.from(part, 'base64url').toString('latin1'),
  );
  return [text, ...encoded, text.startsWith('%PDF') ? pdfText(bytes) : ''].join('\n');
}
