import { subtract, type Decimal } from '../exact/decimal.ts';
import type { ReleaseItem, ScheduleLine } from './release.ts';

/** A schedule line with its amount, whether sent or computed. */
export interface AmountLine {
  readonly line: ScheduleLine;
  /** Null where only a cumulative was sent and nothing says what it starts from. */
  readonly amount: Decimal | null;
  /** The amount is the difference of two cumulatives, not what was sent. */
  readonly computed: boolean;
}

/**
 * Amounts of an item's lines, also where only cumulatives were sent: each less the one before it, the first one less the
 * received total. A missing total is not zero: then the first amount is unknown, and the others are not.
 */
export function amountsOf(item: ReleaseItem): AmountLine[] {
  let before: Decimal | null = item.cumulatives.find((c) => c.kind === 'received')?.quantity.amount ?? null;
  return item.schedule.map((line) => {
    const { quantity, cumulative } = line;
    const amount: Decimal | null =
      quantity ?? (cumulative !== null && before !== null ? subtract(cumulative, before) : null);
    if (cumulative !== null) before = cumulative;
    return { line, amount, computed: quantity === null };
  });
}
