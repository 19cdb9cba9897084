import type { PartnerId } from '../interchange.ts';

/** Bytes of an interchange, and what of the value the format has no place for: paths such as `items[2].authorizations`. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly lost: readonly string[];
}

/** The envelope that goes around what is written. */
export interface Outgoing {
  readonly sender: PartnerId;
  readonly recipient: PartnerId;
  /** Interchange reference: UNB 0020, ISA13 (a number), VDA transmission number (a number). */
  readonly controlReference: string;
  /** Local date and time of writing, `2026-11-24T06:15`. */
  readonly preparedAt: string;
  readonly test?: boolean;
  /** Ask for a CONTRL, or for a TA1. */
  readonly acknowledge?: boolean;
  /** Reference of the message; `1` (EDIFACT), `0001` (X12) without. */
  readonly messageReference?: string;
  /** Number of the X12 group; the control reference without. */
  readonly groupReference?: string;
}

/** Notes what a format cannot say. */
export class Losses {
  readonly paths: string[] = [];

  /** Notes `path` when there is something in the value. */
  check(path: string, value: unknown): void {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return;
    this.paths.push(path);
  }
}

/**
 * The items that are to be written, with their paths. An item that is the sum over places is not: written beside its parts it
 * would be read as twice the quantity. What only it says is lost, and named.
 */
export function itemsToWrite<Item extends { readonly summary: boolean }>(
  items: readonly Item[],
  losses: Losses,
): (readonly [index: number, item: Item])[] {
  for (const [i, item] of items.entries()) if (item.summary) losses.check(`items[${i}].summary`, true);
  return [...items.entries()].filter(([, item]) => !item.summary);
}
