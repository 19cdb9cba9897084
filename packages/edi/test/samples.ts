import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));

/** The bytes of a sample of our own (invented companies). */
export const sample = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(folder + name));

/** Names of all samples, or of those that begin with a prefix. */
export const sampleNames = (prefix = ''): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .toSorted();

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));
