import { codeOf } from '../syntax/segments.ts';
import type { Severities } from '../findings/reporter.ts';
import type { PartyRole } from '../meaning/parts.ts';
import type { ScheduleKind } from '../meaning/release.ts';
import type { Bucket } from '../when/periods.ts';
import { EDIFACT_TABLES } from './edifact-tables.ts';
import { VDA_TABLES } from './vda-tables.ts';
import { X12_TABLES } from './x12-tables.ts';

/** What a quantity is: EDIFACT 6063 and its like. */
export type QuantityRole =
  | 'schedule'
  | 'backlog'
  | 'immediate'
  | 'cumulative'
  | 'cumulative-received'
  | 'cumulative-scheduled'
  | 'cumulative-ordered'
  | 'cumulative-despatched'
  | 'received-before-reset'
  | 'scheduled-before-start'
  | 'cumulative-previous'
  | 'in-transit'
  | 'received'
  | 'despatched'
  | 'per-pack'
  | 'kept';

/** What a date of a schedule line or of a total is: EDIFACT 2005 and its like. */
export type DateRole =
  | 'at-delivery'
  | 'at-despatch'
  | 'at'
  | 'from'
  | 'to'
  | 'count-start'
  | 'count-end'
  | 'receipt'
  | 'horizon-start'
  | 'horizon-end'
  | 'document'
  | 'reference'
  | 'kept';

export type LocationRole = 'unloading-point' | 'storage' | 'point-of-use' | 'plant' | 'other';
export type ItemIdRole = 'customer' | 'supplier' | 'level' | 'other';
export type AuthorizationRole = 'production' | 'material' | 'scheduled-before-start' | 'kept';
export type ReferenceRole = 'order' | 'note' | 'release' | 'previous-release' | 'kept';

type Table<Role> = Readonly<Record<string, Role>>;

/** How EDIFACT codes are read: one table per question. */
export interface EdifactTables {
  readonly status: Table<ScheduleKind>;
  /** How long a period is of which the first day is given. */
  readonly frequencies: Table<Bucket>;
  readonly quantities: Table<QuantityRole>;
  readonly dates: Table<DateRole>;
  readonly parties: Table<PartyRole>;
  readonly locations: Table<LocationRole>;
  readonly itemIds: Table<ItemIdRole>;
  readonly references: Table<ReferenceRole>;
}

/** The same for X12. */
export interface X12Tables {
  readonly x12Status: Table<ScheduleKind>;
  readonly x12Frequencies: Table<Bucket>;
  readonly x12Dates: Table<DateRole>;
  readonly x12Parties: Table<PartyRole>;
  readonly x12References: Table<ReferenceRole>;
  readonly x12ItemIds: Table<ItemIdRole>;
  readonly x12Authorizations: Table<AuthorizationRole>;
}

/** The same for VDA. */
export interface VdaTables {
  /** Call-off dates that are no dates. `end`: no call-off follows; `periods`: the dates behind it are period codes. */
  readonly vdaDates: Table<ScheduleKind | 'end' | 'periods'>;
  /** 512 interval: how long a call-off's period is. */
  readonly vdaIntervals: Table<Bucket>;
}

export interface Tables extends EdifactTables, X12Tables, VdaTables {}

/** What a partner does differently, as data. Only what differs from the profile it extends. */
export interface ProfileData {
  readonly name: string;
  readonly extends?: ProfileData;
  readonly tables?: { readonly [Name in keyof Tables]?: Tables[Name] };
  /** Layouts of VDA records by type (`512`) or type and version (`512/03`), in the notation of the record tables. */
  readonly vdaRecords?: Readonly<Record<string, string>>;
  /** First two-digit year that is 19xx; 70 without. */
  readonly pivot?: number;
  /** Findings that are agreed with the partner, or that he must not make. */
  readonly severities?: Severities;
}

/** A profile ready for reading. */
export interface Profile {
  readonly name: string;
  readonly tables: Tables;
  /** The same tables by packed code (see `codeOf`), for codes of up to four characters. */
  readonly codes: { readonly [Name in keyof Tables]: ReadonlyMap<number, Tables[Name][string]> };
  readonly severities: Severities;
  readonly vdaRecords: Readonly<Record<string, string>>;
  readonly pivot: number;
  /** Which profile of the chain decides on a code; null when none does. */
  origin(table: keyof Tables, code: string): string | null;
}

/** Puts a chain of profiles together; the outermost one wins, the basic one is always the last. */
export function profile(data: ProfileData): Profile {
  const chain: ProfileData[] = [];
  for (let step: ProfileData | undefined = data; step && chain.length < 16; step = step.extends) chain.unshift(step);
  if (chain[0] !== BASIC) chain.unshift(BASIC);
  const merged = <Name extends keyof Tables>(name: Name): Tables[Name] =>
    Object.assign({}, ...chain.map((step) => step.tables?.[name]));
  const tables: Tables = {
    status: merged('status'),
    frequencies: merged('frequencies'),
    quantities: merged('quantities'),
    dates: merged('dates'),
    parties: merged('parties'),
    locations: merged('locations'),
    itemIds: merged('itemIds'),
    references: merged('references'),
    x12Status: merged('x12Status'),
    x12Frequencies: merged('x12Frequencies'),
    x12Dates: merged('x12Dates'),
    x12Parties: merged('x12Parties'),
    x12References: merged('x12References'),
    x12ItemIds: merged('x12ItemIds'),
    x12Authorizations: merged('x12Authorizations'),
    vdaDates: merged('vdaDates'),
    vdaIntervals: merged('vdaIntervals'),
  };
  return {
    name: data.name,
    tables,
    codes: {
      status: packed(tables.status),
      frequencies: packed(tables.frequencies),
      quantities: packed(tables.quantities),
      dates: packed(tables.dates),
      parties: packed(tables.parties),
      locations: packed(tables.locations),
      itemIds: packed(tables.itemIds),
      references: packed(tables.references),
      x12Status: packed(tables.x12Status),
      x12Frequencies: packed(tables.x12Frequencies),
      x12Dates: packed(tables.x12Dates),
      x12Parties: packed(tables.x12Parties),
      x12References: packed(tables.x12References),
      x12ItemIds: packed(tables.x12ItemIds),
      x12Authorizations: packed(tables.x12Authorizations),
      vdaDates: packed(tables.vdaDates),
      vdaIntervals: packed(tables.vdaIntervals),
    },
    severities: Object.assign({}, ...chain.map((step) => step.severities)),
    vdaRecords: Object.assign({}, ...chain.map((step) => step.vdaRecords)),
    pivot: chain.findLast((step) => step.pivot !== undefined)?.pivot ?? 70,
    origin: (table, code) =>
      chain.findLast((p) => p.tables?.[table] && Object.hasOwn(p.tables[table], code))?.name ?? null,
  };
}

function packed<Role>(table: Table<Role>): ReadonlyMap<number, Role> {
  return new Map(Object.entries(table).map(([code, role]) => [codeOf(code), role]));
}

const BASIC: ProfileData = { name: 'basic', tables: { ...EDIFACT_TABLES, ...X12_TABLES, ...VDA_TABLES } };

/** The reading by the standards, for whoever has no profile of his own. */
export const basicProfile: Profile = profile(BASIC);
