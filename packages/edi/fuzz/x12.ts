import { neverWorse } from './never-worse.ts';

const HEAD = new TextEncoder().encode(
  `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${'A'.padEnd(15)}*ZZ*${'B'.padEnd(15)}*261124*0600*U*00401*000000001*0*P*>~`,
);

/** X12: bytes as they are, or as the body of an interchange when they begin otherwise. */
export function fuzz(data: Uint8Array): void {
  const isWhole = data[0] === 73 && data[1] === 83;
  neverWorse(isWhole ? data : Buffer.concat([HEAD, data]));
}
