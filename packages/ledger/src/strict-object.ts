import { readBase64 } from './bytes.ts';
import type { Json, JsonObject } from './canonical-json.ts';
import { HASH_LENGTH } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/**
 * The fields of an object that has all `required` and at most the `optional` ones: an unknown field is a byte that nothing proves,
 * and refused. `where` names the object in the refusal; empty for the whole file.
 */
export function readFields(
  value: Json | undefined,
  where: string,
  required: readonly string[],
  optional: readonly string[] = [],
): { readonly ok: true; readonly fields: JsonObject } | Refusal {
  if (!isObject(value)) return refuse('wrong-field', where === '' ? 'file' : where, 'an object is needed');
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return refuse('wrong-field', within(where, missing), 'the field is missing');
  const unknown = Object.keys(value).find((name) => !required.includes(name) && !optional.includes(name));
  if (unknown !== undefined) return refuse('wrong-field', within(where, unknown), 'no such field is known');
  return { ok: true, fields: value };
}

/** Whether a value is an object with named fields. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The 32 bytes of a base64 text, or null. */
export function readHash(value: Json | undefined): Hash | null {
  const bytes = typeof value === 'string' ? readBase64(value) : null;
  return bytes?.length === HASH_LENGTH ? bytes : null;
}

/** A list of base64 hashes, or the refusal that names the first that is none. */
export function readHashes(
  value: Json | undefined,
  where: string,
): { readonly ok: true; readonly hashes: readonly Hash[] } | Refusal {
  if (!Array.isArray(value)) return refuse('wrong-field', where, 'a list of hashes is needed');
  const hashes: Hash[] = [];
  for (const element of value as readonly Json[]) {
    const hash = readHash(element);
    if (!hash) return refuse('wrong-field', `${where}[${hashes.length}]`, 'the base64 of 32 bytes is needed');
    hashes.push(hash);
  }
  return { ok: true, hashes };
}

/** Whether a value is a count that numbers hold exactly. */
export function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Whether a value is a text that is not empty. */
export function isName(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

/** Whether a value is an instant in UTC, to the second or finer: `2026-11-24T13:45:00.123Z`. */
export function isInstant(value: Json | undefined): value is string {
  if (typeof value !== 'string') return false;
  const [, seconds] = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?Z$/.exec(value) ?? [];
  if (seconds === undefined) return false;
  // `Date` carries the 31st of April over into May; `Temporal` is not in every browser yet.
  const date = new Date(`${seconds}Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(seconds);
}

function within(where: string, name: string): string {
  return where === '' ? name : `${where}.${name}`;
}
