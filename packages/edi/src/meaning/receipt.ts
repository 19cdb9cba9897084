import type { When } from '../when/when.ts';
import type { ItemId, NamedDate, Party, Quantity, Reference, Rest } from './parts.ts';
import type { Document } from './release.ts';

/** What arrived and was counted: RECADV, X12 861. */
export interface ReceiptAdvice {
  readonly kind: 'receipt-advice';
  readonly document: Document;
  readonly customer: Party | null;
  readonly supplier: Party | null;
  readonly parties: readonly Party[];
  /** Number of the despatch that it answers. */
  readonly despatch: string | null;
  readonly receivedAt: When | null;
  readonly references: readonly Reference[];
  readonly dates: readonly NamedDate[];
  readonly items: readonly ReceiptItem[];
  readonly rest: readonly Rest[];
}

export interface ReceiptItem {
  readonly line: string | null;
  readonly ids: readonly ItemId[];
  readonly customerItem: string | null;
  readonly supplierItem: string | null;
  readonly engineeringLevel: string | null;
  readonly despatched: Quantity | null;
  readonly received: Quantity | null;
  readonly accepted: Quantity | null;
  readonly order: { readonly number: string; readonly line: string | null } | null;
  readonly note: string | null;
  /** What differs, with the reason as sent. */
  readonly differences: readonly {
    readonly quantity: Quantity;
    readonly code: string;
    readonly reason: string | null;
  }[];
  readonly references: readonly Reference[];
  readonly rest: readonly Rest[];
  readonly segment: number;
}

/** What lies where: INVRPT, and VDA 4927 where it touches containers. */
export interface InventoryReport {
  readonly kind: 'inventory-report';
  readonly document: Document;
  readonly customer: Party | null;
  readonly supplier: Party | null;
  readonly parties: readonly Party[];
  readonly references: readonly Reference[];
  readonly dates: readonly NamedDate[];
  readonly items: readonly InventoryItem[];
  readonly rest: readonly Rest[];
}

export interface InventoryItem {
  readonly line: string | null;
  readonly ids: readonly ItemId[];
  readonly customerItem: string | null;
  readonly supplierItem: string | null;
  readonly engineeringLevel: string | null;
  readonly quantities: readonly {
    /** What is counted, as sent: QTY 6063 `145` actual stock, `17` on hand. */
    readonly code: string;
    /** INV 4501 movement, where the message reports movements; null for a stock. */
    readonly movement: string | null;
    readonly quantity: Quantity;
    readonly when: When | null;
    readonly place: string | null;
  }[];
  readonly references: readonly Reference[];
  readonly rest: readonly Rest[];
  readonly segment: number;
}
