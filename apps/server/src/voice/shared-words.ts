/** Words that say nothing of what is asked, in both languages; short ones are left out anyway. */
const empty = new Set(
  (
    'that this with from have been were they them when what then than there your would could should about into only just even ' +
    'avec dans pour plus mais nous vous elle elles leur leurs sans cela cette quand comme tout tous toute très bien fait être était ' +
    'avait avoir suis sont nest cest quil quelle chez encore jamais toujours alors aussi after before every always never still'
  ).split(' '),
);

/** The words of a text that carry its meaning, in their plain form: lower case, without accents and endings, each once. */
export function meaningfulWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [word] of text.toLocaleLowerCase().matchAll(/\p{L}{4,}/gu)) {
    const plain = word.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    if (empty.has(word) || empty.has(plain)) continue;
    const stem = plain.replace(/(ements?|ations?|ings?|ed|es|er|ez|s)$/, '').slice(0, 7);
    if (stem.length >= 3 && !words.has(stem)) words.set(stem, word);
  }
  return words;
}

/** The words that two texts have in common, as the second one writes them: why the one is suggested for the theme of the other. */
export function sharedWords(one: string, other: string): string[] {
  const known = meaningfulWords(one);
  return [...meaningfulWords(other)].filter(([stem]) => known.has(stem)).map(([, word]) => word);
}
