import { neverWorse } from './never-worse.ts';

const HEAD = new TextEncoder().encode('51102040012   90077    0011700118261124260101'.padEnd(128));

/** VDA: bytes as they are, or as the records behind a head when they begin otherwise. */
export function fuzz(data: Uint8Array): void {
  const isWhole = (data[0] === 53 || data[0] === 55) && data[2] === 49;
  neverWorse(isWhole ? data : Buffer.concat([HEAD, data]));
}
