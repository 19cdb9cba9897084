/** One fault of a document: where (JSON Pointer, RFC 6901), which, and a sentence in each language. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly en: string;
  readonly fr: string;
}

export type FaultCode = keyof typeof sentences;

type Values = Readonly<Record<string, string | number>>;

/** Builds the fault `code` at `path`; `{name}` in the sentence takes its value. */
export const fault = (path: string, code: FaultCode, values: Values = {}): Fault => {
  const fill = (sentence: string): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? key));
  return { path, code, en: fill(sentences[code].en), fr: fill(sentences[code].fr) };
};

const sentences = {
  'missing-field': { en: 'The field "{field}" is missing.', fr: 'Le champ « {field} » manque.' },
  'unknown-field': { en: 'The field "{field}" is not known here.', fr: 'Le champ « {field} » n’est pas connu ici.' },
  'wrong-type': { en: 'A value of type {expected} is expected.', fr: 'Une valeur de type {expected} est attendue.' },
  'not-allowed': { en: '"{value}" is not one of: {expected}.', fr: '« {value} » ne fait pas partie de : {expected}.' },
  'wrong-form': { en: '"{value}" does not have the form {expected}.', fr: '« {value} » n’a pas la forme {expected}.' },
  'out-of-bounds': {
    en: '{value} is outside the bounds: {expected}.',
    fr: '{value} est hors des bornes : {expected}.',
  },
  'too-few': { en: 'At least {expected} entry is needed.', fr: 'Il faut au moins {expected} élément.' },
  'unknown-zone': { en: 'The time zone "{value}" is not known.', fr: 'Le fuseau horaire « {value} » n’est pas connu.' },
  'end-before-start': { en: 'The end does not lie after the start.', fr: 'La fin n’est pas après le début.' },
  'horizon-too-long': {
    en: 'The plan spans more than {days} days, the most that can be planned.',
    fr: 'Le plan s’étend sur plus de {days} jours, le maximum planifiable.',
  },
  duplicate: { en: '"{value}" is there twice.', fr: '« {value} » figure deux fois.' },
  'unknown-reference': { en: 'There is no {kind} "{value}".', fr: '{genre} « {value} » n’existe pas.' },
  'not-runnable': {
    en: 'Line "{line}" does not run item "{item}".',
    fr: 'La ligne « {line} » ne fabrique pas l’article « {item} ».',
  },
  'one-of-two': { en: 'Exactly one of {expected} is needed.', fr: 'Il faut exactement un champ parmi {expected}.' },
  'lot-bounds': {
    en: 'No whole number of containers lies between the minimum lot of {minimum} and the maximum lot of {maximum} pieces.',
    fr: 'Aucun nombre entier de conteneurs ne se situe entre le lot minimum de {minimum} et le lot maximum de {maximum} pièces.',
  },
  'bill-cycle': {
    en: 'Item "{item}" uses an item that has itself a bill of material: one level only, and no cycle.',
    fr: 'L’article « {item} » utilise un article qui a lui-même une nomenclature : un seul niveau, sans cycle.',
  },
  'falling-cumulative': {
    en: 'The cumulative quantity falls from {before} to {after}.',
    fr: 'La quantité cumulée baisse de {before} à {after}.',
  },
  'not-in-order': { en: 'The instants are not in order.', fr: 'Les instants ne sont pas dans l’ordre.' },
  'overlapping-shifts': {
    en: 'Shift "{value}" overlaps shift "{other}" on {date}.',
    fr: 'Le poste « {value} » chevauche le poste « {other} » le {date}.',
  },
  'contradictory-pins': {
    en: 'Lots "{first}" and "{second}" are both pinned where they overlap.',
    fr: 'Les lots « {first} » et « {second} » sont tous deux fixés alors qu’ils se chevauchent.',
  },
  'inexact-cycle': {
    en: 'A cycle time is given to the millisecond; {value} seconds is finer.',
    fr: 'Un temps de cycle se donne à la milliseconde ; {value} secondes est plus fin.',
  },
} as const;
