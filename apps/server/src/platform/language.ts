export type Language = 'en' | 'fr';

/** The reader's language from an Accept-Language header (RFC 9110, 12.5.4): the first of ours by weight, else English. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(
      (wish): wish is { tag: Language; weight: number } => (wish.tag === 'en' || wish.tag === 'fr') && wish.weight > 0,
    );
  return wishes.toSorted((a, b) => b.weight - a.weight)[0]?.tag ?? 'en';
}
