import { finding, hasError, NOWHERE, type Finding } from './findings/finding.ts';
import type { Envelope, Family, Interchange, Message } from './interchange.ts';
import { Reader, type ReadEvent, type ReadOptions } from './reader.ts';
import { detect } from './syntax/detect.ts';

/** Everything that a file holds. */
export interface Reading {
  /** Family of the first interchange; null when the file is none. */
  readonly family: Family | null;
  readonly interchanges: readonly Interchange[];
  /** Findings about the file itself, outside of any interchange. */
  readonly findings: readonly Finding[];
  /** There is at least one interchange, and every envelope and message is without error. */
  readonly ok: boolean;
}

/**
 * Reads a whole file: one or more interchanges of any family, detected by content. Never throws for what is in the
 * bytes: what is wrong is a finding with its place, and `ok` is false.
 */
export function readInterchanges(bytes: Uint8Array, options: ReadOptions = {}): Reading {
  const reader = new Reader(options);
  const gathered = new Gathered();
  gathered.take(reader.push(bytes));
  gathered.take(reader.end());
  return gathered.reading();
}

/** The header of the first interchange, or the first reason why there is none. Reads no further than the header. */
export function readEnvelope(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly value: Envelope; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly finding: Finding } {
  // A header has a few hundred bytes; a wrapped or padded one not many more.
  const reader = new Reader({ depth: 'syntax' });
  const gathered = new Gathered();
  for (let from = 0; from < bytes.length && gathered.interchanges.length === 0; from += 4096)
    gathered.take(reader.push(bytes.subarray(from, from + 4096)));
  if (gathered.interchanges.length === 0) gathered.take(reader.end());
  const first = gathered.interchanges[0];
  const refusal =
    gathered.findings.find((f) => f.severity === 'error') ??
    first?.findings.find((f) => ['header-incomplete', 'header-missing', 'party-missing'].includes(f.code));
  if (first && first.controlReference !== '' && !refusal)
    return { ok: true, value: first, findings: gathered.findings };
  const reason = refusal ?? first?.findings.find((f) => f.severity === 'error');
  return { ok: false, finding: reason ?? finding('header-incomplete', first?.place ?? NOWHERE, null, '0020') };
}

/** Messages of a stream as they become whole, with their envelope; findings of envelopes come as `end` events. */
export async function* readStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent> {
  const reader = new Reader(options);
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.end();
}

/** Puts events together into a reading. */
class Gathered {
  readonly interchanges: (Interchange & { messages: Message[] })[] = [];
  readonly findings: Finding[] = [];
  #open: { envelope: Envelope; messages: Message[] } | null = null;

  take(events: readonly ReadEvent[]): void {
    for (const event of events) {
      switch (event.kind) {
        case 'interchange': {
          const messages: Message[] = [];
          this.#open = { envelope: event.envelope, messages };
          this.interchanges.push({ ...event.envelope, messages, findings: [], ok: false, from: 0, to: 0 });
          break;
        }
        case 'message':
          this.#open?.messages.push(event.message);
          break;
        case 'end': {
          const last = this.interchanges.pop();
          const { findings, ok, from, to } = event;
          if (last) this.interchanges.push({ ...last, findings, ok, from, to });
          break;
        }
        case 'finding':
          this.findings.push(event.finding);
          break;
      }
    }
  }

  reading(): Reading {
    const { interchanges, findings } = this;
    return {
      family: interchanges[0]?.family ?? null,
      interchanges,
      findings,
      ok:
        interchanges.length > 0 &&
        !hasError(findings) &&
        interchanges.every((i) => i.ok && i.messages.every((m) => m.ok)),
    };
  }
}

export { detect };
