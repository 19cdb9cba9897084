import { decimal, type Decimal } from './decimal.ts';

/** What reading a number gave: its exact value (with what was odd about it), or why there is none. */
export type NumberReading =
  | { readonly value: Decimal; readonly oddity: 'decorated' | 'mark' | null }
  | { readonly problem: 'missing' | 'ambiguous' | 'wrong' };

const MISSING: NumberReading = { problem: 'missing' };
const AMBIGUOUS: NumberReading = { problem: 'ambiguous' };
const WRONG: NumberReading = { problem: 'wrong' };

/**
 * Reads a number as senders write it. Point and comma are both a decimal mark (ISO 9735-1, 10); `mark` is the announced
 * one, or null. Grouped digits (`1.234,5`, `1 234`) are not guessed; a plus or a minus at the end is read, and said.
 */
export function readNumber(raw: string, mark: '.' | ',' | null): NumberReading {
  const text = raw.trim();
  if (text === '') return MISSING;
  const plain = decimal(text);
  if (plain !== null) {
    if (text.startsWith('+')) return { value: plain, oddity: 'decorated' };
    const other = mark !== null && text.includes(mark === '.' ? ',' : '.');
    return { value: plain, oddity: other ? 'mark' : null };
  }
  const trailing = /^(\d+(?:[.,]\d+)?)([+-])$/.exec(text);
  if (trailing) {
    const value = decimal(trailing[2] === '-' ? `-${trailing[1]}` : trailing[1]!);
    return value === null ? WRONG : { value, oddity: 'decorated' };
  }
  return /^[+-]?\d[\d.,'’\s]*\d[+-]?$/.test(text) ? AMBIGUOUS : WRONG;
}
