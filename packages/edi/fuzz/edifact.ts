import { neverWorse } from './never-worse.ts';

const HEAD = new TextEncoder().encode("UNB+UNOC:3+A+B+261124:0600+1'");

/** EDIFACT: bytes as they are, or as the body of an interchange when they begin otherwise. */
export function fuzz(data: Uint8Array): void {
  const isWhole = data[0] === 85 && data[1] === 78;
  neverWorse(isWhole ? data : Buffer.concat([HEAD, data]));
}
