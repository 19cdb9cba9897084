type Document = { readonly number: number; readonly netChange: boolean; readonly quantity: number };

/**
 * What must hold in the end, for tests: the sender's documents in his own order, each once. It knows nothing of control references,
 * bytes, ways or the order of arrival; whatever of these differs must not matter.
 */
export class Reference {
  readonly #documents: readonly Document[];
  readonly #sent = new Set<number>();

  constructor(documents: readonly Document[]) {
    this.#documents = documents;
  }

  send(number: number): void {
    this.#sent.add(number);
  }

  /** Number of the document that counts. */
  last(): number {
    return Math.max(...this.#sent);
  }

  /** The newest whole schedule, and all changes after it. */
  quantity(): number {
    const sent = this.#documents.filter(({ number }) => this.#sent.has(number));
    const from = sent.findLastIndex(({ netChange }) => !netChange);
    return sent.slice(from).reduce((sum, { quantity }) => sum + quantity, 0);
  }
}
