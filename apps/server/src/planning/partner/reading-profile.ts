import { CATALOG, type Profile, type ProfileData, type FindingCode, basicProfile, profile } from '@coprod/edi';
import { z } from 'zod';

/**
 * How a partner's files are read, by name. Each is the standard with the deviations that several senders share; what one partner alone
 * does stands in his overrides.
 */
const named: Readonly<Record<ProfileName, ProfileData>> = {
  standard: { name: 'standard' },
  // Translators that count the service segments wrongly, or not at all: agreed with them, listed as notes, and read all the same.
  'counts-not-trusted': {
    name: 'counts-not-trusted',
    severities: {
      'segment-count-wrong': 'note',
      'interchange-count-wrong': 'note',
      'group-count-wrong': 'note',
    },
  },
  // DTM 63 is the latest and 64 the earliest day; some take the lower number for the earlier day.
  'earliest-and-latest-exchanged': {
    name: 'earliest-and-latest-exchanged',
    tables: { dates: { 63: 'from', 64: 'to' } },
  },
  // Plants that write their own number in PIA and mark it as the supplier's article.
  'sa-is-the-customers-number': { name: 'sa-is-the-customers-number', tables: { itemIds: { SA: 'customer' } } },
  // Old head records of VDA carry years before 1970.
  'years-from-1950': { name: 'years-from-1950', pivot: 50 },
};

export const profileNames = [
  'standard',
  'counts-not-trusted',
  'earliest-and-latest-exchanged',
  'sa-is-the-customers-number',
  'years-from-1950',
] as const;
export type ProfileName = (typeof profileNames)[number];

const tableNames = [
  'status',
  'frequencies',
  'quantities',
  'dates',
  'parties',
  'locations',
  'itemIds',
  'references',
  'x12Status',
  'x12Frequencies',
  'x12Dates',
  'x12Parties',
  'x12References',
  'x12ItemIds',
  'x12Authorizations',
  'vdaDates',
  'vdaIntervals',
] as const;
const table = z.record(z.string().min(1).max(12), z.string().min(1).max(40));

/** What a partner does differently, as his page takes it: tables of codes, layouts of VDA records, how grave a finding is. */
export const overridesSchema = z.strictObject({
  tables: z.partialRecord(z.enum(tableNames), table).optional(),
  vdaRecords: z.record(z.string().regex(/^\d{3}(\/\d{2})?$/), z.string().max(2000)).optional(),
  pivot: z.number().int().min(0).max(99).optional(),
  severities: z
    .partialRecord(
      z.enum(Object.keys(CATALOG) as [FindingCode, ...FindingCode[]]),
      z.enum(['error', 'warning', 'note']),
    )
    .optional(),
});

export type ReadingProfile = { readonly name: ProfileName; readonly of: () => Profile };

const known = new Map<string, Profile>();

/**
 * The profile of a partner, put together once for each content. What is stored was checked when it was written; a name or an
 * override that this program does not know (an older one wrote it) reads by the standard, never by half.
 */
export function readingProfile(name: string, overrides: unknown): ReadingProfile {
  const base = profileNames.find((one) => one === name) ?? 'standard';
  return {
    name: base,
    of: () => {
      const checked = overridesSchema.safeParse(overrides);
      const own = checked.success ? checked.data : {};
      if (base === 'standard' && Object.keys(own).length === 0) return basicProfile;
      const key = JSON.stringify([base, own]);
      const before = known.get(key);
      if (before !== undefined) return before;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- roles that no table knows are read as "kept"
      const made = profile({ ...(own as Omit<ProfileData, 'name'>), name: 'own', extends: named[base] });
      if (known.size > 500) known.clear();
      known.set(key, made);
      return made;
    },
  };
}
