import type { Decimal } from '../exact/decimal.ts';
import type { ItemId, NamedDate, Party, Quantity, Reference, Rest } from './parts.ts';
import type { Document } from './release.ts';
import type { When } from '../when/when.ts';

/** What is on its way: DESADV, X12 856, VDA 4913. */
export interface DespatchAdvice {
  readonly kind: 'despatch-advice';
  readonly document: Document;
  readonly customer: Party | null;
  readonly supplier: Party | null;
  readonly shipTo: Party | null;
  readonly unloadingPoint: string | null;
  readonly parties: readonly Party[];
  readonly references: readonly Reference[];
  readonly dates: readonly NamedDate[];
  readonly despatchedAt: When | null;
  readonly arrivesAt: When | null;
  readonly transport: Transport | null;
  readonly grossWeight: Quantity | null;
  readonly netWeight: Quantity | null;
  /** Number of packages, where stated. */
  readonly packages: Decimal | null;
  readonly remarks: readonly string[];
  /** Pallets, boxes and what else holds the goods, parents before children. */
  readonly units: readonly HandlingUnit[];
  readonly items: readonly DespatchItem[];
  readonly rest: readonly Rest[];
}

export interface Transport {
  /** Voyage, trip or load number. */
  readonly number: string | null;
  /** Mode as sent: TDT 8067, TD5-04. */
  readonly mode: string | null;
  readonly carrier: string | null;
  /** Number of the vehicle or trailer. */
  readonly vehicle: string | null;
}

/** One handling unit, or several alike that are told apart by their labels. */
export interface HandlingUnit {
  /** Number in the message, as sent (CPS 7164, HL01). */
  readonly id: string;
  readonly parent: string | null;
  /** Packaging as sent, null where not stated. */
  readonly type: string | null;
  readonly count: Decimal | null;
  readonly perPack: Quantity | null;
  /** Serial numbers of the labels: SSCC or the supplier's own. */
  readonly labels: readonly string[];
  /** How the labels are marked, as sent: PCI 4233, MAN-01 `GM` (SSCC), VDA 715 label kind; null where not stated. */
  readonly marking: string | null;
  readonly segment: number;
}

export interface DespatchItem {
  readonly line: string | null;
  readonly ids: readonly ItemId[];
  readonly customerItem: string | null;
  readonly supplierItem: string | null;
  readonly engineeringLevel: string | null;
  readonly description: string | null;
  readonly quantity: Quantity | null;
  /** What the supplier has shipped of the item so far, this despatch included. */
  readonly cumulative: Decimal | null;
  readonly order: { readonly number: string; readonly line: string | null } | null;
  /** Number of the delivery note, where it is not that of the whole despatch. */
  readonly note: string | null;
  readonly batch: string | null;
  /** The handling unit that holds it. */
  readonly unit: string | null;
  readonly references: readonly Reference[];
  readonly dates: readonly NamedDate[];
  readonly remarks: readonly string[];
  readonly rest: readonly Rest[];
  readonly segment: number;
}
