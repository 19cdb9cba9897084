import type { JudgedWeek } from './apply-release.ts';
import { dayOf } from './demand-curve.ts';

/**
 * What the customer asks, as the words of the intervention: the free text of his message where he wrote any, verbatim; else the part
 * of the message said in his language.
 */
export function changeInWords(
  item: string,
  weeks: readonly JudgedWeek[],
  remarks: readonly string[],
  language: 'en' | 'fr',
): string {
  const written = remarks.map((r) => r.trim()).filter((r) => r !== '');
  if (written.length > 0) return written.join('\n');
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB');
  return weeks
    .map((week) => {
      const name = `${language === 'fr' ? 'S' : 'W'}${dayOf(week.from).weekOfYear}`;
      const asked = number.format(week.asked);
      const was = number.format(week.was ?? 0);
      return language === 'fr'
        ? `${item} : ${asked} au lieu de ${was} en ${name}`
        : `${item}: ${asked} instead of ${was} in ${name}`;
    })
    .join('\n');
}

/** What a cancellation asks, as the words of the intervention: the customer's free text, else the message said in his language. */
export function cancellationInWords(document: string, remarks: readonly string[], language: 'en' | 'fr'): string {
  const written = remarks.map((r) => r.trim()).filter((r) => r !== '');
  if (written.length > 0) return written.join('\n');
  return language === 'fr'
    ? `Le programme de livraison ${document} est annulé.`
    : `The delivery schedule ${document} is cancelled.`;
}
