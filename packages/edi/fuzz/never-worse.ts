import { Reader, type Finding, type ReadEvent } from '../src/index.ts';

/** Longest time for one input; a busy machine can stop anybody for a while, a hang comes again. */
const SLOW_MS = 250;

/**
 * What must hold for any bytes: nothing is thrown, nothing hangs, what is refused says where, and the chunks in which the bytes
 * come make no difference. Throws what the fuzzer shall keep.
 */
export function neverWorse(data: Uint8Array): void {
  const start = performance.now();
  const whole = eventsOf([data]);
  if (performance.now() - start > SLOW_MS) {
    const again = performance.now();
    eventsOf([data]);
    if (performance.now() - again > SLOW_MS) throw new Error(`takes ${Math.round(performance.now() - again)} ms`);
  }
  for (const finding of findingsOf(whole)) {
    const { byte, line } = finding.place;
    if (byte < 0 || byte > data.length || line < 1)
      throw new Error(`${finding.code} stands at byte ${byte}, line ${line}`);
  }
  // Reading twice halves the speed: one input in four is cut.
  if (data.length === 0 || (data.at(-1)! & 3) !== 0) return;
  const cut = data[data.length >> 1]! % data.length;
  const pieces = eventsOf([data.subarray(0, cut), data.subarray(cut)]);
  if (JSON.stringify(pieces) !== JSON.stringify(whole)) throw new Error(`is read otherwise when cut at ${cut}`);
}

function eventsOf(chunks: readonly Uint8Array[]): ReadEvent[] {
  const reader = new Reader();
  const events = chunks.flatMap((chunk) => reader.push(chunk));
  events.push(...reader.end());
  return events;
}

const findingsOf = (events: readonly ReadEvent[]): Finding[] =>
  events.flatMap((event) =>
    event.kind === 'message'
      ? event.message.findings
      : event.kind === 'end'
        ? event.findings
        : event.kind === 'finding'
          ? [event.finding]
          : [],
  );
