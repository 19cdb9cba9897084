import { z } from 'zod';
import { id, instant, plainDate } from '../platform/schemas.ts';
import { blockContent } from './block.ts';
import { type ParameterDefinition, parameterDefinitions, parameterValue, unitIn } from './parameters.ts';
import { type RuleKind, regulations, ruleKinds } from './rule.ts';

/** How rules stand at the edge. */

const count = z.number().int();

export const block = z
  .object({ id, content: blockContent, secret: z.boolean(), from: id.nullable() })
  .meta({ id: 'Block' });

/** A parameter with what a page needs to show and to bound it, in the reader's language. */
export const parameter = z
  .object({
    name: z.string(),
    label: z.string(),
    value: parameterValue,
    unit: z.string().nullable(),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
  })
  .meta({ id: 'Parameter' });

export const ruleRow = z
  .object({
    id,
    number: count,
    label: z.string(),
    kind: z.enum(ruleKinds),
    regulation: z.enum(regulations),
    title: z.string(),
    version: count,
    owner: z.string(),
    ownerId: id,
    customer: z.string().nullable(),
    inUse: count,
    reviewOn: plainDate.nullable(),
    inForceFrom: instant.nullable(),
  })
  .meta({ id: 'RuleRow' });

export const rulePage = z
  .object({
    id,
    number: count,
    label: z.string(),
    kind: z.enum(ruleKinds),
    regulation: z.enum(regulations),
    title: z.string(),
    language: z.enum(['en', 'fr']),
    owner: z.object({ membership: id, name: z.string() }),
    customer: z.object({ id, name: z.string() }).nullable(),
    reviewOn: plainDate.nullable(),
    /** The version shown, and the one in force; 0 while nothing has been decided yet. */
    version: count,
    current: count,
    inForceFrom: instant.nullable(),
    blocks: z.array(block),
    /** Per block that has one: what lineage will tell in full. */
    origins: z.array(z.object({ block: id, channel: z.enum(['certification', 'voice', 'planning']), words: count })),
    parameters: z.array(parameter),
    use: z.object({ inUse: count, differently: count, read: count, of: count }),
    transmissions: count,
    acts: count,
    openProposals: z.array(z.object({ id, number: count, title: z.string(), state: z.string() })),
  })
  .meta({ id: 'Rule' });

export const versionRow = z.object({
  version: count,
  title: z.string(),
  inForceFrom: instant,
  proposal: z.object({ id, number: count, title: z.string() }),
  decision: z.object({ by: z.string(), method: z.string(), reasons: z.string() }),
  changedBlocks: count,
});

/** @param language of the reader */
export function presentParameters(
  kind: RuleKind,
  values: Readonly<Record<string, number | boolean>>,
  language: 'en' | 'fr',
): z.output<typeof parameter>[] {
  const known = parameterDefinitions[kind] as Readonly<Record<string, ParameterDefinition>>;
  return Object.entries(values).map(([name, value]) => {
    const definition = known[name];
    const bounds =
      definition?.kind === 'integer'
        ? { ...definition, unit: unitIn(definition.unit, language) }
        : { unit: null, minimum: null, maximum: null };
    return {
      name,
      label: definition?.[language] ?? name,
      value,
      unit: bounds.unit,
      minimum: bounds.minimum,
      maximum: bounds.maximum,
    };
  });
}
