import { z } from 'zod';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { RuleKind } from './rule.ts';

/**
 * The typed parameters by which rules act, per kind of rule. The program reads them through one door (use-rules.ts); a rule
 * carries those it sets. Bounds hold for everybody: a value outside is refused before anybody votes on it.
 */
export const parameterDefinitions = {
  planning: {
    'frozen-days': integer('days', 0, 60, 'Frozen days', 'Jours figés'),
    'tolerance-firm': percent('Tolerance in the firm horizon', 'Tolérance sur l’horizon ferme'),
    'tolerance-production': percent('Tolerance in the production horizon', 'Tolérance sur l’horizon de fabrication'),
    'tolerance-material': percent('Tolerance in the material horizon', 'Tolérance sur l’horizon matière'),
    'tolerance-forecast': percent('Tolerance in the forecast', 'Tolérance sur la prévision'),
    'container-rounding': { kind: 'flag', en: 'Round to whole containers', fr: 'Arrondir au contenant' },
    'answer-hours': integer('hours', 1, 240, 'Answer a change within', 'Répondre à une modification sous'),
    'overtime-hours': integer('hours per week', 0, 48, 'Overtime at most', 'Heures supplémentaires au plus'),
    'safety-stock-days': integer('days', 0, 60, 'Safety stock', 'Stock de sécurité'),
  },
  service: {
    'notice-hours': integer('hours', 0, 168, 'Call before a visit', 'Appeler avant une visite'),
    'delay-minutes': integer(
      'minutes',
      0,
      480,
      'Delay after which the customer is told',
      'Retard à partir duquel le client est prévenu',
    ),
    'answer-days': integer('days', 1, 90, 'Answer an expectation within', 'Répondre à une attente sous'),
    'peers-days': integer('days', 0, 30, 'Days among peers first', 'Jours entre pairs d’abord'),
  },
  procedure: {
    'review-months': integer('months', 1, 60, 'Review every', 'Revoir tous les'),
    'acknowledge-days': integer('days', 1, 90, 'Acknowledge within', 'Accuser réception sous'),
    'read-confirmation': { kind: 'flag', en: 'Must be confirmed as read', fr: 'Lecture à confirmer' },
  },
} as const satisfies Readonly<Record<RuleKind, Readonly<Record<string, ParameterDefinition>>>>;

export type ParameterName<K extends RuleKind = RuleKind> = K extends RuleKind
  ? keyof (typeof parameterDefinitions)[K] & string
  : never;
export type ParameterValue = number | boolean;

export type ParameterDefinition = { readonly en: string; readonly fr: string } & (
  | { readonly kind: 'integer'; readonly unit: string; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'flag' }
);

export const parameterValue = z.union([z.number(), z.boolean()]);

function integer(unit: string, minimum: number, maximum: number, en: string, fr: string) {
  return { kind: 'integer', unit, minimum, maximum, en, fr } as const;
}
function percent(en: string, fr: string) {
  return integer('%', 0, 100, en, fr);
}

/** The unit in the reader's language; the table itself names it in English, as the schema does. */
export const unitIn = (unit: string, language: 'en' | 'fr'): string =>
  language === 'fr' ? (frenchUnits[unit] ?? unit) : unit;

const frenchUnits: Readonly<Record<string, string>> = {
  days: 'jours',
  hours: 'heures',
  'hours per week': 'heures par semaine',
  months: 'mois',
};

/**
 * Writes the values of a version's parameters into a text, as a chip shows them: `2 hours`.
 * @returns what {@link textOf} asks for a name; a name without a value stands in brackets
 */
export const valueWriter =
  (values: Readonly<Record<string, ParameterValue>>, language: 'en' | 'fr') =>
  (name: string): string => {
    const value = values[name];
    if (value === undefined) return `[${name}]`;
    const definition = (['planning', 'service', 'procedure'] as const)
      .map((kind) => definitionOf(kind, name))
      .find((d) => d !== undefined);
    return definition?.kind === 'integer' ? `${String(value)} ${unitIn(definition.unit, language)}` : String(value);
  };

/** The definition of a parameter of one kind of rule, or nothing where that kind has none of this name. */
export const definitionOf = (kind: RuleKind, name: string): ParameterDefinition | undefined =>
  Object.hasOwn(parameterDefinitions[kind], name)
    ? (parameterDefinitions[kind] as Readonly<Record<string, ParameterDefinition>>)[name]
    : undefined;

/** @refuses invalid-request for an unknown name or a value of the wrong type; parameter-out-of-bounds */
export function checkParameter(kind: RuleKind, name: string, value: unknown): Result<ParameterValue> {
  const definition = definitionOf(kind, name);
  if (definition === undefined) return refuse('invalid-request', { where: name, what: 'unknown parameter' });
  if (definition.kind === 'flag') {
    return typeof value === 'boolean' ? ok(value) : refuse('invalid-request', { where: name, what: 'true or false' });
  }
  if (typeof value !== 'number' || !Number.isInteger(value))
    return refuse('invalid-request', { where: name, what: 'a whole number' });
  const { minimum, maximum } = definition;
  if (value < minimum || value > maximum) return refuse('parameter-out-of-bounds', { name, value, minimum, maximum });
  return ok(value);
}
