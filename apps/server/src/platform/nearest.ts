/** The word that takes the fewest letters to change, add or drop (Levenshtein); of equals the first. */
export function nearest(word: string, words: readonly string[]): string {
  const ranked = words.map((candidate) => ({ candidate, steps: distance(word, candidate) }));
  return ranked.toSorted((a, b) => a.steps - b.steps)[0]?.candidate ?? word;
}

function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
