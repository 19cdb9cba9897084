import type { BillLine, Component, Item } from '@coprod/planner';
import type { Gap } from './gaps.ts';
import type { Plant, PlantRow } from './plant-store.ts';
import { cents, given, numberIn, textIn } from './read-row.ts';

/** Items and components of a plant; a bill that cannot be planned is left out and named. */
export function itemsOf(
  plant: Plant,
  start: Temporal.Instant,
  timeZone: string,
): { readonly items: readonly Item[]; readonly components: readonly Component[]; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const names = new Set(plant.items.map((row) => textIn(row, 'item')!));
  const components = plant.components
    .filter((row) => !names.has(textIn(row, 'component')!))
    .map((row) => componentOf(row, plant.receipts, start, timeZone));
  const bills = billsOf(plant, names, new Set(components.map(({ id }) => id)), gaps);
  const items = plant.items.map((row) => itemOf(row, bills.get(textIn(row, 'item')!), gaps));
  return { items, components, gaps };
}

function itemOf(row: PlantRow, bill: readonly BillLine[] | undefined, gaps: Gap[]): Item {
  const container = numberIn(row, 'container') ?? 1;
  const part = row.cells['partContainer'] === true;
  const minimum = numberIn(row, 'minimumLot');
  const maximum = boundOf(row, container, part, minimum, gaps);
  const holding = cents(row, 'holding') ?? 0;
  const [safety, most] = [numberIn(row, 'safetyStock'), numberIn(row, 'maximumStock')];
  const [lostPieces, inspectionMinutes] = [numberIn(row, 'lostPieces'), numberIn(row, 'inspectionMinutes')];
  const empties = numberIn(row, 'empties');
  return given({
    id: textIn(row, 'item')!,
    containerPieces: container,
    partContainer: part || undefined,
    minimumLotPieces: minimum,
    maximumLotPieces: maximum,
    openingStockPieces: numberIn(row, 'stock') ?? 0,
    safetyStock:
      safety === undefined ? undefined : { pieces: safety, centsPerPieceDay: cents(row, 'belowSafety') ?? holding * 4 },
    maximumStock:
      most === undefined ? undefined : { pieces: most, centsPerPieceDay: cents(row, 'aboveMaximum') ?? holding * 2 },
    holdingCentsPerPieceDay: holding,
    family: textIn(row, 'family'),
    tool: textIn(row, 'tool'),
    startUp:
      lostPieces === undefined && inspectionMinutes === undefined
        ? undefined
        : given({ lostPieces, inspectionMinutes }),
    empties: empties === undefined ? undefined : { onHand: empties },
    bill,
    transferMinutes: numberIn(row, 'transferMinutes'),
  }) as Item;
}

/** The maximum lot, unless no whole number of containers lies between the bounds. */
function boundOf(
  row: PlantRow,
  container: number,
  part: boolean,
  minimum: number | undefined,
  gaps: Gap[],
): number | undefined {
  const maximum = numberIn(row, 'maximumLot');
  if (maximum === undefined) return undefined;
  const step = part ? 1 : container;
  const least = Math.max(1, Math.ceil((minimum ?? 1) / step)) * step;
  if (Math.floor(maximum / step) * step >= least) return maximum;
  gaps.push({ sheet: 'items', row: row.id, column: 'maximumLot', effect: 'assumed', code: 'lot-bounds', values: {} });
  return undefined;
}

function componentOf(
  row: PlantRow,
  receipts: readonly PlantRow[],
  start: Temporal.Instant,
  timeZone: string,
): Component {
  const id = textIn(row, 'component')!;
  return given({
    id,
    stock: numberIn(row, 'stock') ?? 0,
    receipts: receipts
      .filter((one) => one.cells['component'] === id && numberIn(one, 'quantity') !== undefined)
      .map((one) => ({ at: morningOf(textIn(one, 'on')!, timeZone), quantity: numberIn(one, 'quantity')! }))
      .filter(({ at }) => Temporal.Instant.compare(at, start) >= 0)
      .map(({ at, quantity }) => ({ at: at.toString(), quantity }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    leadTimeDays: numberIn(row, 'leadTimeDays'),
  }) as Component;
}

const morningOf = (day: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '06:00' }).toInstant();

/** Bills by item: one level, no cycle, of what is there. */
function billsOf(
  plant: Plant,
  items: ReadonlySet<string>,
  components: ReadonlySet<string>,
  gaps: Gap[],
): ReadonlyMap<string, readonly BillLine[]> {
  const parts = new Map<string, readonly string[]>();
  for (const row of plant.bill) {
    const [item, of] = [textIn(row, 'item')!, textIn(row, 'of')!];
    if (items.has(of)) parts.set(item, [...(parts.get(item) ?? []), of]);
  }
  const leadsTo = (from: string, to: string, seen = new Set<string>()): boolean =>
    from === to ||
    (!seen.has(from) && (parts.get(from) ?? []).some((part) => leadsTo(part, to, new Set([...seen, from]))));
  const bills = new Map<string, readonly BillLine[]>();
  for (const row of plant.bill) {
    const [item, of, perPiece] = [textIn(row, 'item')!, textIn(row, 'of')!, numberIn(row, 'perPiece')];
    const stop = (column: string, code: Gap['code'], values: Gap['values']): void => {
      gaps.push({ sheet: 'bill', row: row.id, column, effect: 'stops', code, values });
    };
    if (!items.has(item)) stop('item', 'unknown-name', { name: item });
    else if (!items.has(of) && !components.has(of)) stop('of', 'unknown-name', { name: of });
    else if (items.has(of) && leadsTo(of, item)) stop('of', 'bill-cycle', { item, of });
    else if ((parts.get(of)?.length ?? 0) > 0) stop('of', 'bill-too-deep', { item, of });
    else if (perPiece !== undefined && perPiece > 0) bills.set(item, [...(bills.get(item) ?? []), { of, perPiece }]);
  }
  return bills;
}
