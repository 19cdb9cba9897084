/**
 * Exact decimal numbers as canonical text: `-?(0|[1-9]\d*)(\.\d*[1-9])?`. Text, because a quantity of 30 digits must
 * survive JSON, a worker boundary and a `numeric` column unrounded, which neither a float nor a bigint does.
 */
export type Decimal = string & { readonly __decimal: unique symbol };

/** Marks text that is already canonical; for the readers, which make it digit by digit. */
export function canonicalDecimal(text: string): Decimal {
  if (!isCanonical(text)) throw new RangeError('an empty text is no number');
  return text;
}

// The full pattern is the business of `decimal`; here a brand must cost nothing.
const isCanonical = (text: string): text is Decimal => text !== '';

export const ZERO = canonicalDecimal('0');

// Small quantities repeat without end: one text serves for all that are equal.
const small: Decimal[] = [];
const SMALL = 10_000;

/** A whole number of at most fifteen digits that is not negative. */
export function wholeDecimal(n: number): Decimal {
  if (n >= SMALL) return canonicalDecimal(String(n));
  if (small.length === 0) for (let i = 0; i < SMALL; i++) small.push(canonicalDecimal(String(i)));
  return small[n]!;
}

/** Reads plain notation (`-12.50`, `007`, `1,5` with comma as mark). `null` when it is no number; never rounds. */
export function decimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(text);
  if (!match || (match[2] === '' && !match[3])) return null;
  return canonical(match[1] === '-', match[2] ?? '', match[3] ?? '');
}

/** `units` of 10^-scale: `fromUnits(12345n, 3)` is 12.345. VDA quantities have implied decimals. */
export function fromUnits(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return canonical(units < 0n, digits.slice(0, cut), digits.slice(cut));
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.length < 15 && b.length < 15 && !a.includes('.') && !b.includes('.')) return canonicalDecimal(String(+a + +b));
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return fromUnits(toUnits(a, scale) + toUnits(b, scale), scale);
}

/** Adds up as numbers what is surely exact as numbers, the rest as decimals. */
export class Sum {
  #whole = 0;
  #rest: Decimal = ZERO;

  constructor(start: Decimal) {
    this.add(start);
  }

  add(value: Decimal): void {
    const n = value.length < 15 ? +value : Number.NaN;
    if (Number.isInteger(n) && Math.abs(this.#whole) < 1e15) this.#whole += n;
    else this.#rest = add(this.#rest, value);
  }

  get value(): Decimal {
    return this.#rest === ZERO
      ? canonicalDecimal(String(this.#whole))
      : add(this.#rest, canonicalDecimal(String(this.#whole)));
  }
}

export const negate = (a: Decimal): Decimal =>
  a === '0' ? a : canonicalDecimal(a.startsWith('-') ? a.slice(1) : `-${a}`);

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  if (a.length < 15 && b.length < 15) return +a - +b;
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const difference = toUnits(a, scale) - toUnits(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Digits after the mark. */
export function scaleOf(a: Decimal): number {
  const dot = a.indexOf('.');
  return dot < 0 ? 0 : a.length - dot - 1;
}

/** a as an integer count of 10^-scale; throws when a has more decimals than that. */
export function toUnits(a: Decimal, scale: number): bigint {
  const dot = a.indexOf('.');
  if (dot < 0) return BigInt(a) * 10n ** BigInt(scale);
  const missing = scale - (a.length - dot - 1);
  if (missing < 0) throw new RangeError(`${a} has more than ${scale} decimals`);
  return BigInt(a.slice(0, dot) + a.slice(dot + 1)) * 10n ** BigInt(missing);
}

function canonical(negative: boolean, whole: string, fraction: string): Decimal {
  const head = whole.replace(/^0+(?=.)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  const text = tail === '' ? head : `${head}.${tail}`;
  return canonicalDecimal(negative && text !== '0' ? `-${text}` : text);
}
