/** Beyond this many segments that differ in one stretch, the stretch is marked as a whole. */
const longest = 1500;

/**
 * Which segments of two files differ, by their places in each: the longest common sequence stays unmarked, so that a segment that
 * stands elsewhere too is marked where it was changed.
 */
export function segmentDifference(
  first: readonly string[],
  second: readonly string[],
): { readonly first: ReadonlySet<number>; readonly second: ReadonlySet<number> } {
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) start++;
  let end = 0;
  while (
    end < first.length - start &&
    end < second.length - start &&
    first[first.length - 1 - end] === second[second.length - 1 - end]
  )
    end++;
  const rows = first.slice(start, first.length - end);
  const columns = second.slice(start, second.length - end);
  const marked = { first: new Set(rows.keys()), second: new Set(columns.keys()) };
  if (rows.length <= longest && columns.length <= longest)
    for (const [row, column] of commonSequence(rows, columns)) {
      marked.first.delete(row);
      marked.second.delete(column);
    }
  const inFile = (places: ReadonlySet<number>): Set<number> => new Set([...places].map((place) => place + start));
  return { first: inFile(marked.first), second: inFile(marked.second) };
}

/** The pairs of a longest common subsequence. */
function* commonSequence(rows: readonly string[], columns: readonly string[]): Generator<readonly [number, number]> {
  const width = columns.length + 1;
  // At (r, c): how many can be paired from row r and column c on.
  const left = new Uint16Array((rows.length + 1) * width);
  for (let r = rows.length - 1; r >= 0; r--)
    for (let c = columns.length - 1; c >= 0; c--)
      left[r * width + c] =
        rows[r] === columns[c]
          ? left[(r + 1) * width + c + 1]! + 1
          : Math.max(left[(r + 1) * width + c]!, left[r * width + c + 1]!);
  for (let r = 0, c = 0; r < rows.length && c < columns.length;) {
    if (rows[r] === columns[c]) yield [r++, c++];
    else if (left[(r + 1) * width + c]! >= left[r * width + c + 1]!) r++;
    else c++;
  }
}
