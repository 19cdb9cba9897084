import { text } from '../when/when.ts';
import type { Draft } from './edifact-context.ts';
import type { ReleaseItem, ScheduleLine } from './release.ts';

export type DraftLine = Draft<ScheduleLine>;
export type DraftItem = Omit<Draft<ReleaseItem>, 'schedule'> & { schedule: DraftLine[] };

/** An item of which nothing is known yet. */
export const newItem = (segment: number): DraftItem => ({
  line: null,
  ids: [],
  customerItem: null,
  supplierItem: null,
  engineeringLevel: null,
  description: null,
  order: null,
  shipTo: null,
  unloadingPoint: null,
  locations: [],
  parties: [],
  contacts: [],
  references: [],
  dates: [],
  remarks: [],
  unit: null,
  cumulatives: [],
  receipts: [],
  authorizations: [],
  schedule: [],
  packaging: [],
  summary: false,
  rest: [],
  segment,
});

/** Some senders give each period twice, as amount and as cumulative: neighbours of one date and kind become one line. */
export function joinLines(item: DraftItem): void {
  const { schedule } = item;
  if (!schedule.some((line) => line.quantity === null)) return;
  const joined: DraftLine[] = [];
  for (const line of schedule) {
    const last = joined.at(-1);
    const one =
      last &&
      (last.quantity === null) !== (line.quantity === null) &&
      (last.cumulative === null) !== (line.cumulative === null);
    if (one && last.kind === line.kind && last.when && line.when && text(last.when) === text(line.when)) {
      last.quantity ??= line.quantity;
      last.cumulative ??= line.cumulative;
      last.references = [...last.references, ...line.references];
    } else joined.push(line);
  }
  item.schedule = joined;
}
