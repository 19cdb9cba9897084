import type { Language } from '../platform/language.ts';
import type { JudgedWeek } from './apply-release.ts';
import type { LimitName } from './judge-change.ts';
import type { Amount } from './reply-store.ts';

/** What a call-off asks beyond the rule, as one line: "Norvik asks 360 more KIT-A inside the frozen days". */
export function askedBeyond(
  customer: string,
  line: { readonly item: string; readonly weeks: readonly JudgedWeek[] } | null,
  language: Language,
): string {
  const french = language === 'fr';
  if (line === null) return french ? `${customer} annule un programme` : `${customer} cancels a schedule`;
  const verdicts = line.weeks.flatMap(({ verdict }) => (verdict?.kind === 'outside' ? [verdict] : []));
  const difference = verdicts.reduce((sum, verdict) => sum + verdict.difference, 0);
  const quantity = numberIn(language).format(Math.abs(difference));
  const where = verdicts[0] === undefined ? '' : ` ${beyond[language][verdicts[0].by]}`;
  if (difference === 0)
    return french
      ? `${customer} demande ${line.item} à d’autres dates${where}`
      : `${customer} asks for ${line.item} on other days${where}`;
  if (french) return `${customer} demande ${quantity} ${line.item} de ${difference > 0 ? 'plus' : 'moins'}${where}`;
  return `${customer} asks ${quantity} ${difference > 0 ? 'more' : 'fewer'} ${line.item}${where}`;
}

/** What is offered, as one line: "KIT-A: 600 on Mon 30 Nov, 80 on Wed 2 Dec". */
export function offered(item: string, lines: readonly Amount[], language: Language): string {
  const french = language === 'fr';
  const day = new Intl.DateTimeFormat(french ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const amounts = lines.map(({ on, quantity }) => {
    const amount = numberIn(language).format(quantity);
    const date = day.format(new Date(`${on}T00:00:00Z`)).replace(',', '');
    return french ? `${amount} le ${date}` : `${amount} on ${date}`;
  });
  return french ? `${item}\u00A0: ${amounts.join(', ')}` : `${item}: ${amounts.join(', ')}`;
}

/** By what a line of planning waits: the number of the document, or why a file cannot go on by itself. */
export const reasons = {
  en: {
    release: (document: string) => `release ${document}`,
    'unknown-sender': (sender: string) => `no customer uses the sender ${sender} yet`,
    quarantined: (sender: string) => `${sender} sent it before with other content`,
    misfit: (sender: string) => `signed by ${sender}, but it came by a way that is not his`,
  },
  fr: {
    release: (document: string) => `programme ${document}`,
    'unknown-sender': (sender: string) => `aucun client n’utilise encore l’émetteur ${sender}`,
    quarantined: (sender: string) => `${sender} l’a déjà envoyé avec un autre contenu`,
    misfit: (sender: string) => `signé par ${sender}, mais arrivé par un accès qui n’est pas le sien`,
  },
} as const;

const beyond: Readonly<Record<Language, Readonly<Record<LimitName, string>>>> = {
  en: {
    'frozen-days': 'inside the frozen days',
    'tolerance-firm': 'beyond the tolerance for firm weeks',
    'tolerance-production': 'beyond the tolerance for production',
    'tolerance-material': 'beyond the tolerance for material',
    'tolerance-forecast': 'beyond the tolerance for the forecast',
    'container-rounding': 'beyond whole containers',
  },
  fr: {
    'frozen-days': 'dans les jours figés',
    'tolerance-firm': 'au-delà de la tolérance du ferme',
    'tolerance-production': 'au-delà de la tolérance de production',
    'tolerance-material': 'au-delà de la tolérance de matière',
    'tolerance-forecast': 'au-delà de la tolérance du prévisionnel',
    'container-rounding': 'au-delà des contenants entiers',
  },
};

const numberIn = (language: Language): Intl.NumberFormat =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 3 });
