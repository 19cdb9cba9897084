import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader, readInterchanges, type ReadEvent } from '../src/index.ts';
import { sample, sampleNames } from './samples.ts';

/** Cases of damage over all samples: 100,000 in the short mode, 2,000,000 when COPROD_LONG=1. */
const ENOUGH = process.env['COPROD_LONG'] === '1' ? 2_000_000 : 100_000;
const PER_SAMPLE = Math.ceil(ENOUGH / sampleNames().length);
const SLOW_MS = 250;

let cases = 0;
let slowest = 0;

/** Reads damaged bytes: must not throw nor hang, and what is refused must say where. */
function survive(bytes: Uint8Array): boolean {
  let start = performance.now();
  let reading = readInterchanges(bytes);
  let took = performance.now() - start;
  if (took > SLOW_MS) {
    // A busy machine can stop anybody for a while; a hang comes again.
    start = performance.now();
    reading = readInterchanges(bytes);
    took = Math.min(took, performance.now() - start);
  }
  slowest = Math.max(slowest, took);
  cases++;
  if (reading.ok) return true;
  const findings = [...reading.findings];
  for (const interchange of reading.interchanges) {
    findings.push(...interchange.findings);
    for (const message of interchange.messages) findings.push(...message.findings);
  }
  const errors = findings.filter((f) => f.severity === 'error');
  assert.ok(errors.length > 0, 'a refusal must have a reason');
  for (const { place, text } of errors) {
    assert.ok(place.byte >= 0 && place.byte <= bytes.length, `byte ${place.byte} of ${bytes.length}`);
    assert.ok(place.line >= 1 && text.en.length > 10 && text.fr.length > 10);
  }
  return false;
}

const valuesOf = (bytes: Uint8Array): unknown[] =>
  readInterchanges(bytes).interchanges.flatMap((i) => i.messages.map((m) => m.value));

function eventsOf(chunks: readonly Uint8Array[]): ReadEvent[] {
  const reader = new Reader();
  const events = chunks.flatMap((chunk) => reader.push(chunk));
  events.push(...reader.end());
  return events;
}

test('every sample is read without an error', () => {
  for (const name of sampleNames()) assert.ok(readInterchanges(sample(name)).ok, name);
});

test('a sample that is cut off anywhere is refused with the place, or says all that the whole says', () => {
  for (const name of sampleNames()) {
    const whole = sample(name);
    let end = whole.length;
    while (whole[end - 1]! <= 32) end--;
    const said = JSON.stringify(valuesOf(whole));
    for (let cut = 0; cut < end; cut++)
      if (survive(whole.subarray(0, cut)))
        assert.equal(JSON.stringify(valuesOf(whole.subarray(0, cut))), said, `${name} cut at ${cut}`);
  }
});

test('a sample gives the same result wherever the chunks are cut', () => {
  for (const name of sampleNames()) {
    const whole = sample(name);
    const expected = JSON.stringify(eventsOf([whole]));
    for (let cut = 1; cut < whole.length; cut++) {
      const events = eventsOf([whole.subarray(0, cut), whole.subarray(cut)]);
      cases++;
      if (cut % 16 === 0 || cut < 64) assert.equal(JSON.stringify(events), expected, `${name} split at ${cut}`);
    }
    assert.equal(
      JSON.stringify(eventsOf(Array.from(whole, (byte) => Uint8Array.of(byte)))),
      expected,
      `${name} byte by byte`,
    );
  }
});

test('a sample with any byte changed is read or refused with the place', () => {
  let random = 12345;
  const next = (below: number): number => {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0;
    return random % below;
  };
  const telling = [0, 10, 13, 26, 32, 39, 42, 43, 45, 46, 48, 57, 58, 63, 65, 85, 126, 127, 128, 195, 255];
  for (const name of sampleNames()) {
    const damaged = sample(name);
    let done = 0;
    for (let round = 0; done < PER_SAMPLE; round++)
      for (let at = 0; at < damaged.length && done < PER_SAMPLE; at++, done++) {
        const kept = damaged[at]!;
        damaged[at] = round < telling.length ? telling[round]! : next(256);
        survive(damaged);
        damaged[at] = kept;
      }
  }
  assert.ok(cases >= ENOUGH, `${cases} cases`);
  assert.ok(slowest < SLOW_MS, `slowest ${slowest} ms`);
  console.log(`edi, damaged samples: ${cases} cases, 0 throws, slowest ${slowest.toFixed(1)} ms`);
});
