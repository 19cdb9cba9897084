import type { Decimal } from '../exact/decimal.ts';
import type { When } from '../when/when.ts';

/** A party that a message names. */
export interface Party {
  readonly role: PartyRole;
  /** The code as sent: NAD 3035 `BY`, N1-01 `ST`. */
  readonly code: string;
  readonly id: string | null;
  /** Who gave the id: code list of NAD C082 3055 (`92` buyer), N1-03. */
  readonly agency: string | null;
  readonly name: string | null;
  readonly address: readonly string[];
  readonly contacts: readonly Contact[];
  readonly references: readonly Reference[];
}

export type PartyRole =
  | 'customer'
  | 'supplier'
  | 'ship-to'
  | 'ship-from'
  | 'carrier'
  | 'invoice-to'
  | 'issuer'
  | 'recipient'
  | 'other';

export interface Contact {
  /** Function as sent: CTA 3139 `IC`, PER-01. */
  readonly code: string;
  readonly name: string | null;
  /** Addresses by channel: `TE` telephone, `EM` e-mail. */
  readonly addresses: readonly { readonly channel: string; readonly address: string }[];
}

export interface Reference {
  /** What it refers to, as sent: RFF 1153 `ON`, REF-01 `PO`. */
  readonly code: string;
  readonly number: string;
  readonly line: string | null;
  readonly date: When | null;
}

/** A place below the ship-to address. */
export interface Location {
  readonly role: 'unloading-point' | 'storage' | 'point-of-use' | 'plant' | 'other';
  readonly code: string;
  readonly id: string;
  readonly name: string | null;
}

/** One number of an item, with the tag that says whose it is. All are kept: plants disagree on the tags. */
export interface ItemId {
  /** 7143 `IN`, X12 235 `BP`, VDA field name; '' where none was given. */
  readonly tag: string;
  readonly value: string;
  readonly role: 'customer' | 'supplier' | 'level' | 'other';
}

/** A quantity with its unit as sent (`PCE`, `EA`, VDA `ST`); null where the message gives none. */
export interface Quantity {
  readonly amount: Decimal;
  readonly unit: string | null;
}

/** A date that has no place of its own in the type, kept with its qualifier. */
export interface NamedDate {
  readonly code: string;
  readonly when: When;
}

export interface Packaging {
  /** Packaging type as sent. */
  readonly type: string | null;
  /** Number of packages, where given. */
  readonly count: Decimal | null;
  readonly perPack: Quantity | null;
  readonly references: readonly Reference[];
}

/** A segment or record that has no place in the type: nothing of a message is lost. */
export interface Rest {
  /** Number in the message, the header being 1. */
  readonly segment: number;
  readonly tag: string;
  readonly elements: readonly (readonly string[])[];
}
