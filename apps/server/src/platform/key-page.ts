/**
 * Pages of a list by key: the last row's sort values, as text that only we read. A list never counts offsets: it stays as fast at
 * 100,000 rows as at ten, and rows that come meanwhile neither repeat nor push others out.
 */
export const encodeKey = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** @returns the values, or undefined for text that is no key of `count` values: the list then begins at its start */
export function decodeKey(key: string | undefined, count: number): readonly string[] | undefined {
  if (key === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(key, 'base64url').toString('utf8'));
    return Array.isArray(values) && values.length === count && values.every((v) => typeof v === 'string')
      ? values
      : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts one row too many off and says where the next page begins. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? encodeKey(keyOf(last)) : null };
}
