import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Reference } from './a-reference-model.ts';
import { type Arrival, type InterchangeState, type QuarantineReason, decideInterchange } from './decide-interchange.ts';
import { type ReleaseOutcome, decideRelease } from './decide-release.ts';

const runs = process.env['COPROD_LONG'] === '1' ? 500_000 : 10_000;

/** A document of the sender's, in his order: it replaces all before it, or adds to the one before it. */
type Document = { readonly number: number; readonly netChange: boolean; readonly quantity: number };
/** One arrival of it. */
type Sending = {
  readonly document: number;
  /** Control reference: its own, or another one under which it was sent again. */
  readonly renumbered: boolean;
  readonly truncated: boolean;
  readonly way: 'his' | 'another';
};
type Case = { readonly documents: readonly Document[]; readonly sendings: readonly Sending[] };

/** Every document arrives whole and by its own way at least once, at any place among duplicates, renumberings, pieces and forgeries. */
const aCase: fc.Arbitrary<Case> = fc
  .array(fc.record({ netChange: fc.boolean(), quantity: fc.integer({ min: 0, max: 999 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((made) => {
    const documents = made.map((one, index) => ({
      number: index,
      netChange: index > 0 && one.netChange,
      quantity: one.quantity,
    }));
    const sending = fc.record({
      document: fc.nat({ max: documents.length - 1 }),
      renumbered: fc.boolean(),
      truncated: fc.boolean(),
      way: fc.constantFrom('his' as const, 'another' as const),
    });
    const whole = documents.map(({ number }) => ({
      document: number,
      renumbered: false,
      truncated: false,
      way: 'his' as const,
    }));
    return fc
      .array(sending, { maxLength: 10 })
      .chain((more) => fc.shuffledSubarray([...whole, ...more], { minLength: whole.length + more.length }))
      .map((sendings) => ({ documents, sendings }));
  });

const counted = { again: 0, renumbered: 0, truncated: 0, forged: 0, late: 0, waited: 0, arrivals: 0 };

/** The deciding functions of the server, with nothing around them but what they must know: memory in place of tables. */
class Known {
  readonly #documents: readonly Document[];
  readonly #byBytes = new Map<string, { state: InterchangeState; reason: QuarantineReason | null }>();
  readonly #references = new Set<string>();
  readonly #taken = new Set<number>();
  #waiting: number[] = [];
  #newest: { order: string; document: string } | undefined;
  /** What is asked for now. */
  quantity = 0;
  readonly applied: number[] = [];

  constructor(documents: readonly Document[]) {
    this.#documents = documents;
  }

  arrive({ document, renumbered, truncated, way }: Sending): void {
    const reference = `${document}${renumbered ? 'again' : ''}`;
    const bytes = `${reference}${truncated ? 'cut' : ''}`;
    const arrival: Arrival = {
      readable: !truncated,
      test: false,
      groups: [],
      partner: { id: 'norvik', customer: 'norvik', test: false, byHand: true, ownWay: true, groups: [] },
      way: { kind: 'key', partner: way === 'his' ? 'norvik' : 'brenval' },
    };
    const decision = decideInterchange(arrival, {
      sameBytes: this.#byBytes.get(bytes) ?? null,
      sameReference: this.#references.has(reference),
    });
    counted.arrivals++;
    if (renumbered) counted.renumbered++;
    if (truncated) counted.truncated++;
    if (way === 'another') counted.forged++;
    if (decision.kind === 'again') {
      counted.again++;
      return;
    }
    const outcome = decision.kind === 'counts-now' ? { state: 'received' as const, reason: null } : decision;
    this.#byBytes.set(bytes, { state: outcome.state, reason: outcome.reason });
    if (outcome.state !== 'received') return;
    this.#references.add(reference);
    this.#apply(document);
    for (let isMoving = true; isMoving;) {
      isMoving = false;
      for (const waiting of this.#waiting.toSorted((a, b) => a - b)) if (this.#again(waiting)) isMoving = true;
    }
  }

  #apply(document: number): void {
    const outcome = this.#decide(document, this.#taken.has(document));
    this.#taken.add(document);
    if (outcome === 'without-base') {
      counted.waited++;
      this.#waiting.push(document);
    }
    if (outcome === 'late') counted.late++;
    if (outcome === 'applied') this.#take(document);
  }

  #again(document: number): boolean {
    if (this.#decide(document, false) !== 'applied') return false;
    this.#waiting = this.#waiting.filter((one) => one !== document);
    this.#take(document);
    return true;
  }

  #decide(document: number, repeated: boolean): ReleaseOutcome {
    const { netChange } = this.#documents[document]!;
    return decideRelease(
      {
        kind: 'release',
        cancels: false,
        netChange,
        order: String(document),
        changes: netChange ? String(document - 1) : null,
      },
      { newest: this.#newest, repeated, linesKnown: this.#newest !== undefined },
    );
  }

  #take(document: number): void {
    const { netChange, quantity } = this.#documents[document]!;
    this.quantity = netChange ? this.quantity + quantity : quantity;
    this.#newest = { order: String(document), document: String(document) };
    this.applied.push(document);
  }
}

test(`${runs} sequences of duplicates, reorderings, renumberings and truncations end where the clean sequence ends`, () => {
  let sequences = 0;
  fc.assert(
    fc.property(aCase, ({ documents, sendings }) => {
      sequences++;
      const known = new Known(documents);
      for (const sending of sendings) known.arrive(sending);
      const clean = new Reference(documents);
      for (const { number } of documents) clean.send(number);
      assert.equal(known.quantity, clean.quantity());
      assert.equal(known.applied.at(-1), clean.last());
      assert.equal(new Set(known.applied).size, known.applied.length, 'nothing is applied twice');
    }),
    { numRuns: runs, endOnFailure: true },
  );
  console.log(
    `${sequences} sequences with ${counted.arrivals} arrivals: ${counted.again} again, ${counted.renumbered} renumbered, ${counted.truncated} truncated, ${counted.forged} by another's way, ${counted.late} late, ${counted.waited} waited for what they change`,
  );
  for (const [what, count] of Object.entries(counted)) assert.ok(count > runs / 100, `hardly any ${what}: ${count}`);
});
