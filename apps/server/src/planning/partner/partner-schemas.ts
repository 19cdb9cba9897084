import { z } from 'zod';
import { id, instant } from '../../platform/schemas.ts';
import { overridesSchema, profileNames } from './reading-profile.ts';

const when = z.enum(['never', 'refusals', 'always']);

/** How a partner is read, answered and written to. */
export const partnerSettings = z.strictObject({
  mode: z.enum(['test', 'production']),
  profile: z.enum(profileNames),
  overrides: overridesSchema,
  byHand: z.boolean(),
  answerSyntax: when,
  answerEnvelope: when,
  answerApplication: when,
  x12Answer: z.enum(['997', '999']),
  family: z.enum(['edifact', 'x12', 'vda']),
  /** Directory of what we write: `96A` (EDIFACT), `004010` (X12). */
  directory: z
    .string()
    .trim()
    .regex(/^[0-9A-Z]{2,6}$/),
  ownId: z.string().trim().min(1).max(35).nullable(),
  ownQualifier: z.string().trim().max(4),
  folderOut: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .nullable(),
});

const identification = z.object({
  id,
  kind: z.enum(['interchange', 'group']),
  sender: z.string(),
  qualifier: z.string(),
  addedAt: instant,
});

export const partnerRow = z
  .object({
    id,
    customerId: id,
    customer: z.string(),
    mode: z.enum(['test', 'production']),
    family: z.enum(['edifact', 'x12', 'vda']),
    identifications: z.array(identification),
  })
  .meta({ id: 'Partner' });

export const partnerAnswer = partnerRow
  .extend({
    settings: partnerSettings,
    ways: z.array(
      z.object({ id, kind: z.enum(['key', 'folder']), label: z.string(), key: id.nullable(), addedAt: instant }),
    ),
  })
  .meta({ id: 'PartnerPage' });

export const newWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key'), key: id }),
  z.strictObject({
    kind: z.literal('folder'),
    folder: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
      .refine((name) => name !== 'done' && name !== 'refused'),
  }),
]);
