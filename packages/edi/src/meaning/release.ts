import type { Decimal } from '../exact/decimal.ts';
import type { When } from '../when/when.ts';
import type { Contact, ItemId, Location, NamedDate, Packaging, Party, Quantity, Reference, Rest } from './parts.ts';

/**
 * A delivery schedule as a planner would read it: DELFOR, X12 830, VDA 4905 give the same type. Plain data: it survives
 * JSON and a worker boundary. Replaces the release before it wholly, unless `quantities` says net change.
 */
export interface Release {
  readonly kind: 'release';
  readonly document: Document;
  /** What the schedule covers, where stated. */
  readonly horizon: { readonly from: When | null; readonly to: When | null };
  /** Whether schedule lines say an amount per period, the cumulative up to it, or a change; null where unstated. */
  readonly quantities: 'discrete' | 'cumulative' | 'net-change' | null;
  readonly customer: Party | null;
  readonly supplier: Party | null;
  /** All parties of the heading, the two above included. */
  readonly parties: readonly Party[];
  readonly references: readonly Reference[];
  readonly dates: readonly NamedDate[];
  readonly remarks: readonly string[];
  readonly items: readonly ReleaseItem[];
  readonly rest: readonly Rest[];
}

/**
 * What is to be delivered now: DELJIT, X12 862, VDA 4915. The same shape as a release, which it overrules inside its own
 * short horizon; its lines are not to be added to those of the release.
 */
export interface CallOff extends Omit<Release, 'kind'> {
  readonly kind: 'call-off';
}

export interface Document {
  readonly number: string | null;
  /** The release number, where it is apart from the document number (BFR03, VDA 512). */
  readonly release: string | null;
  readonly previousNumber: string | null;
  readonly date: When | null;
  /** Kind as sent: BGM 1001, BFR04. */
  readonly code: string | null;
  readonly function: DocumentFunction | null;
}

export type DocumentFunction = 'original' | 'replace' | 'change' | 'cancel' | 'duplicate' | 'other';

/** `deleted`: nothing is asked of the item any more, whatever quantities stand behind it. */
export type ItemAction = 'added' | 'deleted' | 'changed' | 'unchanged' | 'other';

/** What is asked of one item at one place of delivery. */
export interface ReleaseItem {
  readonly line: string | null;
  readonly ids: readonly ItemId[];
  /** The customer's number of the item, by the tags of {@link ids} and the profile. */
  readonly customerItem: string | null;
  readonly supplierItem: string | null;
  readonly engineeringLevel: string | null;
  readonly description: string | null;
  /** The customer's order, its line where given. */
  readonly order: { readonly number: string; readonly line: string | null } | null;
  /** Number of the release that this item stands in, where the message gives one per item. */
  readonly release: string | null;
  /** What the message says happens to the item itself (LIN 1229); null where it does not say. */
  readonly action: ItemAction | null;
  /** Number in the sequence of assembly, in a sequenced call-off. */
  readonly sequence: string | null;
  readonly shipTo: Party | null;
  readonly unloadingPoint: string | null;
  readonly locations: readonly Location[];
  readonly parties: readonly Party[];
  readonly contacts: readonly Contact[];
  readonly references: readonly Reference[];
  readonly dates: readonly NamedDate[];
  readonly remarks: readonly string[];
  /** Unit of the item's quantities, where all that state one agree. */
  readonly unit: string | null;
  readonly cumulatives: readonly Cumulative[];
  readonly receipts: readonly Receipt[];
  readonly authorizations: readonly Authorization[];
  readonly schedule: readonly ScheduleLine[];
  readonly packaging: readonly Packaging[];
  /** A total over the delivery points that follow as items of their own: not to be added to them. */
  readonly summary: boolean;
  readonly rest: readonly Rest[];
  /** Number in its message of the segment (record) that opens the item. */
  readonly segment: number;
}

/** A running total of the customer. Missing is not zero: what is not there was not sent. */
export interface Cumulative {
  readonly kind:
    | 'received'
    | 'scheduled'
    | 'ordered'
    | 'despatched'
    | 'received-before-reset'
    | 'scheduled-before-start'
    | 'previous'
    /** No total: what the customer takes to be under way to him. */
    | 'in-transit'
    | 'unspecified';
  readonly code: string;
  readonly quantity: Quantity;
  /** Start of the count: the date of the last reset. */
  readonly since: When | null;
  /** Up to when it counts. */
  readonly until: When | null;
  readonly segment: number;
}

/** A delivery that the customer says he has received: the last ones are included in the received cumulative. */
export interface Receipt {
  readonly kind: 'received' | 'despatched';
  readonly code: string;
  readonly quantity: Quantity;
  /** Number of the delivery note. */
  readonly note: string | null;
  readonly noteDate: When | null;
  readonly when: When | null;
  readonly segment: number;
}

/** A go-ahead: up to `cumulative` (or within the period) the customer pays for production or material. */
export interface Authorization {
  readonly kind: 'production' | 'material';
  readonly from: When | null;
  readonly to: When | null;
  readonly cumulative: Decimal | null;
  readonly segment: number;
}

export type ScheduleKind =
  | 'immediate'
  | 'backlog'
  | 'firm'
  | 'production'
  | 'material'
  | 'forecast'
  /** No call-off follows. */
  | 'stop'
  /** The message does not say; nothing was assumed. */
  | 'unstated';

/** One call-off. `when` is null where the message gives no date (backlog, immediate need). */
export interface ScheduleLine {
  readonly kind: ScheduleKind;
  /** Amount of this line; null when only a cumulative was sent. */
  readonly quantity: Decimal | null;
  /** Cumulative up to and with this line; null when only an amount was sent. */
  readonly cumulative: Decimal | null;
  readonly unit: string | null;
  readonly when: When | null;
  /** Whether the date is one of arrival or of despatch, where the message says so. */
  readonly at: 'delivery' | 'despatch' | null;
  /** Codes as sent, `SCC 1`, `FST C W`: what the kind was concluded from. */
  readonly code: string;
  readonly references: readonly Reference[];
  /** Number in its message of the segment (record) with the quantity. */
  readonly segment: number;
}
