import type { Cumulative, Interchange, ItemAction, Release, ScheduleKind } from '@coprod/edi';
import { whens } from '@coprod/edi';

/** What a segment was read as, for showing it beside the segment. Quantities as sent, days and periods in ISO form. */
export type SegmentMeaning =
  | { readonly kind: 'interchange'; readonly sender: string; readonly recipient: string; readonly reference: string }
  | { readonly kind: 'message'; readonly document: string | null; readonly day: string | null }
  | { readonly kind: 'item'; readonly item: string; readonly order: string | null; readonly action: ItemAction | null }
  | {
      readonly kind: 'call-off';
      readonly firmness: ScheduleKind;
      readonly quantity: string | null;
      readonly total: string | null;
      readonly when: string | null;
    }
  | {
      readonly kind: 'cumulative';
      readonly of: Cumulative['kind'];
      readonly quantity: string;
      readonly since: string | null;
    }
  | { readonly kind: 'receipt'; readonly quantity: string; readonly note: string | null; readonly day: string | null };

/** Meanings by the number of the segment in the interchange, its header being 1. What carries no meaning of its own is not in it. */
export function meaningsOf(interchange: Interchange): ReadonlyMap<number, SegmentMeaning> {
  const { sender, recipient, controlReference, messages } = interchange;
  const meanings = new Map<number, SegmentMeaning>([
    [1, { kind: 'interchange', sender: sender.id, recipient: recipient.id, reference: controlReference }],
  ]);
  for (const { place, value } of messages) {
    if (value?.kind !== 'release' && value?.kind !== 'call-off') continue;
    const header = place.segment ?? 1;
    const { document } = value;
    meanings.set(header, {
      kind: 'message',
      document: document.number ?? document.release,
      day: document.date === null ? null : whens.startOf(document.date),
    });
    for (const [segment, meaning] of inItems(value.items)) meanings.set(header + segment - 1, meaning);
  }
  return meanings;
}

/** Meanings by the number of the row, in a table: it has no header. */
export const meaningsOfItems = (items: Release['items']): ReadonlyMap<number, SegmentMeaning> =>
  new Map(inItems(items));

/** In the order in which later ones win, where one segment says several things: a record of VDA does. */
function* inItems(items: Release['items']): Generator<readonly [number, SegmentMeaning]> {
  for (const item of items) {
    const name = item.customerItem ?? item.supplierItem ?? item.line ?? '';
    const order = item.order?.number ?? null;
    yield [item.segment, { kind: 'item', item: name, order, action: item.action }];
    for (const { kind, quantity, since, segment } of item.cumulatives)
      yield [
        segment,
        {
          kind: 'cumulative',
          of: kind,
          quantity: quantity.amount,
          since: since === null ? null : whens.startOf(since),
        },
      ];
    for (const { quantity, note, noteDate, when, segment } of item.receipts) {
      const day = noteDate ?? when;
      yield [
        segment,
        { kind: 'receipt', quantity: quantity.amount, note, day: day === null ? null : whens.startOf(day) },
      ];
    }
    for (const { kind, quantity, cumulative, when, segment } of item.schedule)
      yield [
        segment,
        {
          kind: 'call-off',
          firmness: kind,
          quantity,
          total: cumulative,
          when: when === null ? null : whens.text(when),
        },
      ];
  }
}
