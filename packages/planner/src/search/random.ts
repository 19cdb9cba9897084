/** Pseudo-random numbers by sfc32 (Chris Doty-Humphrey, PractRand): whole 32-bit operations, the same on any machine. */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #count = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 0x1_0000_0000) | 0;
    this.#c = 0x9e3779b9 | 0;
    for (let n = 0; n < 16; n++) this.next();
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * bound);
  }

  /** A number from 0 to 1, 1 excluded. */
  share(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** A distance from 1 to `most`: small ones far more often. */
  distance(most: number): number {
    const share = this.share();
    return 1 + Math.floor(share * share * share * most);
  }
}
