/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** How deep canonical JSON may nest here: far beyond any entry, far within the call stack. */
const DEEPEST = 64;

/**
 * The canonical text of a value (RFC 8785): names in the order of their UTF-16 code units, numbers and strings as ECMAScript
 * writes them, no blanks. UTF-8 of this text is what gets hashed.
 * @throws TypeError, with the path, on what has no canonical form: undefined, NaN and infinities, BigInt, functions, lone
 * surrogates, holes in arrays, objects of a class (a Date, a Map), nesting deeper than 64; and on the name `__proto__`.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > DEEPEST) throw new TypeError(`${path} is nested deeper than ${DEEPEST}`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return writeString(value, path);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (element, at) => write(element, `${path}[${at}]`, depth + 1)).join(',')}]`;
  }
  if (isPlainObject(value)) {
    // The default order of `sort` is that of UTF-16 code units, which RFC 8785, 3.2.3 asks for.
    const members = Object.keys(value)
      .toSorted()
      .map((name) => `${writeName(name, path)}:${write(value[name], `${path}.${name}`, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`${path} is ${typeof value === 'object' ? 'an object of a class' : typeof value}, not JSON`);
}

function writeName(name: string, path: string): string {
  // Legal JSON, but an assignment to it changes an object's prototype in half of the programs that read it.
  if (name === '__proto__') throw new TypeError(`${path} has a member named __proto__`);
  return writeString(name, path);
}

function writeString(text: string, path: string): string {
  if (!text.isWellFormed()) throw new TypeError(`${path} holds half a surrogate pair`);
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What reading found: the value, or the first character (UTF-16 offset) at which the text is not canonical JSON. */
export type CanonicalReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly at: number; readonly why: string };

/**
 * Reads text that must be canonical JSON to the byte: one value has one text, so that no changed byte can hide. Blanks, a
 * repeated or misplaced name, another spelling of a number or character are refused where they stand. Never throws.
 */
export function readCanonicalJson(text: string): CanonicalReading {
  try {
    const reader = new Reader(text);
    return { ok: true, value: reader.all() };
  } catch (error) {
    if (error instanceof Doubt) return { ok: false, at: error.at, why: error.why };
    throw error;
  }
}

/** Leaves the recursive descent at the first doubt; never seen outside. */
class Doubt {
  readonly at: number;
  readonly why: string;
  constructor(at: number, why: string) {
    this.at = at;
    this.why = why;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-][0-9]+)?/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Json {
    const value = this.#value(0);
    if (this.#at < this.#text.length) throw new Doubt(this.#at, 'something follows the end');
    return value;
  }

  #value(depth: number): Json {
    if (depth > DEEPEST) throw new Doubt(this.#at, `nested deeper than ${DEEPEST}`);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#literal('true', true);
      case 'f':
        return this.#literal('false', false);
      case 'n':
        return this.#literal('null', null);
      default:
        return this.#number();
    }
  }

  #object(depth: number): Json {
    const object: Record<string, Json> = {};
    this.#at++;
    if (this.#skip('}')) return object;
    for (let previous: string | undefined; ;) {
      const start = this.#at;
      const name = this.#string();
      if (name === '__proto__') throw new Doubt(start, 'a member is named __proto__');
      if (previous !== undefined && name <= previous) throw new Doubt(start, 'a name is repeated or out of order');
      this.#expect(':');
      object[name] = this.#value(depth + 1);
      previous = name;
      if (this.#skip('}')) return object;
      this.#expect(',');
    }
  }

  #array(depth: number): Json {
    const array: Json[] = [];
    this.#at++;
    if (this.#skip(']')) return array;
    for (;;) {
      array.push(this.#value(depth + 1));
      if (this.#skip(']')) return array;
      this.#expect(',');
    }
  }

  #string(): string {
    const start = this.#at;
    this.#expect('"');
    let escaped = false;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) throw new Doubt(this.#at, 'a string does not end');
      if (code < 0x20) throw new Doubt(this.#at, 'a control character stands bare in a string');
      this.#at++;
      if (code === 0x22) break;
      if (code === 0x5c) {
        escaped = true;
        this.#escape();
      }
    }
    const token = this.#text.slice(start, this.#at);
    const value = escaped ? String(JSON.parse(token)) : token.slice(1, -1);
    if (!value.isWellFormed()) throw new Doubt(start, 'a string holds half a surrogate pair');
    if (escaped && JSON.stringify(value) !== token)
      throw new Doubt(start, 'a character is escaped that needs no escape');
    return value;
  }

  /** After a backslash: RFC 8785, 3.2.2.2 leaves the two-character escapes and lower-case \u00xx. */
  #escape(): void {
    const kind = this.#text[this.#at] ?? '';
    const right =
      kind === 'u' ? /^00[01][0-9a-f]$/.test(this.#text.slice(this.#at + 1, this.#at + 5)) : '"\\bfnrt'.includes(kind);
    if (kind === '' || !right) throw new Doubt(this.#at, 'an escape is not canonical');
    this.#at += kind === 'u' ? 5 : 1;
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const token = NUMBER.exec(this.#text)?.[0];
    if (token === undefined) throw new Doubt(this.#at, 'no JSON value begins here');
    const value = Number(token);
    if (!Number.isFinite(value) || String(value) !== token) {
      throw new Doubt(this.#at, 'a number is not written in its one canonical way');
    }
    this.#at += token.length;
    return value;
  }

  #literal<Value extends Json>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) throw new Doubt(this.#at, 'no JSON value begins here');
    this.#at += word.length;
    return value;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#skip(character)) throw new Doubt(this.#at, `expected ${character}`);
  }
}
