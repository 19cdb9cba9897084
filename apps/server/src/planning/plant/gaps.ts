import type { Language } from '../../platform/language.ts';
import { type Column, type SheetName, sheets } from './sheets.ts';

/** What is missing or contradicts itself in a plant, where, and what that stops. */
export type Gap = {
  readonly sheet: SheetName;
  /** Null where no row is at fault but the lack of one. */
  readonly row: string | null;
  readonly column: string | null;
  readonly effect: 'stops' | 'assumed';
  readonly code: GapCode;
  readonly values: Readonly<Record<string, string | number>>;
};
export type GapCode = 'empty' | keyof typeof sentences;

/** The sentence of a gap, in the reader's language. */
export function gapInWords(gap: Gap, language: Language): string {
  if (gap.code === 'empty') {
    const column: Column | undefined = sheets[gap.sheet].find(({ name }) => name === gap.column);
    const label = column?.[language] ?? '';
    const stops = column?.without?.[language] ?? '';
    return language === 'fr' ? `« ${label} » manque. ${stops}` : `“${label}” is missing. ${stops}`;
  }
  return sentences[gap.code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(gap.values[name] ?? name));
}

/** Gaps of the cells that are empty and whose column says what that stops. */
export const emptyCells = (
  sheet: SheetName,
  rows: readonly { readonly id: string; readonly cells: Readonly<Record<string, unknown>> }[],
): readonly Gap[] =>
  sheets[sheet].flatMap(({ name, without }) =>
    without === undefined
      ? []
      : rows
          .filter(({ cells }) => (cells[name] ?? null) === null)
          .map(
            ({ id }) => ({ sheet, row: id, column: name, effect: without.effect, code: 'empty', values: {} }) as const,
          ),
  );

const sentences = {
  'no-items': {
    en: 'No item is named yet. Nothing can be planned.',
    fr: 'Aucun article n’est encore nommé. Rien ne peut être planifié.',
  },
  'no-lines': {
    en: 'No line can work yet: it needs a calendar with shifts. Nothing can be planned.',
    fr: 'Aucune ligne ne peut encore travailler : il lui faut un calendrier avec des postes. Rien ne peut être planifié.',
  },
  'item-unknown': {
    en: '{customer} asks for {item}, which is not among the items. Its {pieces} pieces are not planned.',
    fr: '{customer} demande {item}, qui ne figure pas parmi les articles. Ses {pieces} pièces ne sont pas planifiées.',
  },
  'no-line': {
    en: 'No line makes {item}. Its {pieces} pieces asked for are not planned.',
    fr: 'Aucune ligne ne fabrique {item}. Les {pieces} pièces demandées ne sont pas planifiées.',
  },
  'no-line-for-part': {
    en: 'No line makes {item}, of which other items are made. They can only use what is in stock.',
    fr: 'Aucune ligne ne fabrique {item}, dont d’autres articles sont composés. Ils n’utilisent que le stock.',
  },
  'asked-in-the-past': {
    en: '{customer} asked {pieces} pieces of {item} for {day}, which is past. They are planned as soon as possible.',
    fr: '{customer} a demandé {pieces} pièces de {item} pour le {day}, date passée. Elles sont planifiées au plus tôt.',
  },
  'taken-as-shipped': {
    en: '{pieces} pieces of {item} that {customer} asked until {day} are taken as shipped: the stock was counted later.',
    fr: '{pieces} pièces de {item} que {customer} a demandées jusqu’au {day} sont considérées comme expédiées : le stock a été compté après.',
  },
  'calendar-unknown': {
    en: 'There is no calendar {calendar}. Nothing is planned on {line}.',
    fr: 'Le calendrier {calendar} n’existe pas. Rien n’est planifié sur {line}.',
  },
  'no-capacity': {
    en: 'Calendar {calendar} has no time in which {line} works. Nothing is planned on it.',
    fr: 'Le calendrier {calendar} ne laisse aucun temps de travail à {line}. Rien n’y est planifié.',
  },
  'shifts-overlap': {
    en: 'Shifts of calendar {calendar} overlap. {shift} is left out.',
    fr: 'Des postes du calendrier {calendar} se chevauchent. {shift} est laissé de côté.',
  },
  'unknown-name': {
    en: 'There is no {name} yet. This row does not count.',
    fr: '{name} n’existe pas encore. Cette ligne du tableau ne compte pas.',
  },
  'bill-cycle': {
    en: '{item} is made of itself, through {of}. This part of it is not taken from stock.',
    fr: '{item} est composé de lui-même, par {of}. Cette partie n’est pas prélevée sur le stock.',
  },
  'bill-too-deep': {
    en: '{of} is itself made of other items. One level can be planned: this part of {item} is not taken from stock.',
    fr: '{of} est lui-même composé d’autres articles. Un seul niveau est planifié : cette partie de {item} n’est pas prélevée sur le stock.',
  },
  'lot-bounds': {
    en: 'No whole number of containers lies between the minimum lot and the maximum lot. The maximum is left out.',
    fr: 'Aucun nombre entier de contenants ne tient entre le lot minimum et le lot maximum. Le maximum est laissé de côté.',
  },
  'not-plannable': {
    en: 'This cannot be planned as it stands: {what}',
    fr: 'Cela ne peut pas être planifié en l’état : {quoi}',
  },
} as const;
