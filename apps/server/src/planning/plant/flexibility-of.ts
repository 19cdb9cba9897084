import type { Calendar, Flexibility, Line } from '@coprod/planner';
import type { Gap } from './gaps.ts';
import { shiftOf } from './lines-of.ts';
import type { Plant, PlantRow } from './plant-store.ts';
import { given, numberIn, textIn, wholeCents } from './read-row.ts';

/**
 * The planner's ladder: what can be had at which price. A rung without its price or bound is not offered.
 * @param overtimeHours the hours a week that a rule in force allows on a line, where one says so
 */
export function flexibilityOf(
  plant: Plant,
  lines: readonly Line[],
  calendars: readonly Calendar[],
  items: ReadonlySet<string>,
  overtimeHours: number | undefined,
): { readonly flexibility: Flexibility; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const calendarOf = new Map(lines.map((line) => [line.id, calendars.find(({ id }) => id === line.calendar)]));
  const stranger = (sheet: Gap['sheet'], row: PlantRow, column: string): void => {
    const name = textIn(row, column)!;
    gaps.push({ sheet, row: row.id, column, effect: 'stops', code: 'unknown-name', values: { name } });
  };
  const isOnLine = (sheet: Gap['sheet'], row: PlantRow): boolean => {
    const line = textIn(row, 'line')!;
    if (!plant.lines.some(({ cells }) => cells['line'] === line)) stranger(sheet, row, 'line');
    return calendarOf.has(line);
  };
  const overtime = plant.overtime.filter((row) => {
    if (!isOnLine('overtime', row)) return false;
    const isShift = calendarOf.get(textIn(row, 'line')!)?.shifts.some(({ name }) => name === textIn(row, 'shift'));
    if (isShift !== true) stranger('overtime', row, 'shift');
    return isShift === true;
  });
  const extra = plant['extra-shifts'].filter((row) => isOnLine('extra-shifts', row));
  const outside = plant.outside.filter((row) => {
    const isItem = items.has(textIn(row, 'item')!);
    if (!isItem) stranger('outside', row, 'item');
    return isItem;
  });
  return {
    flexibility: {
      overtime: overtime.flatMap((row) => overtimeOf(row, overtimeHours) ?? []),
      extraShifts: extra.flatMap((row) => extraOf(row) ?? []),
      temporaryWorkers: plant['temporary-workers'].flatMap((row) => temporaryOf(row) ?? []),
      movingPeople: plant['moving-people'].flatMap((row) => movingOf(row) ?? []),
      outside: outside.flatMap((row) => outsideOf(row) ?? []),
    },
    gaps,
  };
}

type Rung<K extends keyof Flexibility> = NonNullable<Flexibility[K]>[number];

const agreed = (row: PlantRow) => ({ noticeHours: numberIn(row, 'noticeHours'), consent: textIn(row, 'consent') });

function overtimeOf(row: PlantRow, hours: number | undefined): Rung<'overtime'> | undefined {
  const [most, price] = [numberIn(row, 'maximumMinutes'), wholeCents(row, 'perHour')];
  if (most === undefined || price === undefined) return undefined;
  const bounds = [numberIn(row, 'perWeekMinutes'), hours === undefined ? undefined : hours * 60].filter(
    (bound) => bound !== undefined,
  );
  return given({
    line: textIn(row, 'line')!,
    shift: textIn(row, 'shift')!,
    stepMinutes: Math.min(most, numberIn(row, 'stepMinutes') ?? 30),
    maximumMinutes: most,
    maximumMinutesPerWeek: bounds.length === 0 ? undefined : Math.min(...bounds),
    centsPerHour: price,
    ...agreed(row),
  });
}

function extraOf(row: PlantRow): Rung<'extraShifts'> | undefined {
  const [shift, price] = [shiftOf(row), wholeCents(row, 'perShift')];
  if (shift === undefined || price === undefined) return undefined;
  return given({
    line: textIn(row, 'line')!,
    ...shift,
    cents: price,
    maximumPerWeek: numberIn(row, 'perWeek'),
    ...agreed(row),
  });
}

function temporaryOf(row: PlantRow): Rung<'temporaryWorkers'> | undefined {
  const [heads, price] = [numberIn(row, 'heads'), wholeCents(row, 'perShift')];
  if (heads === undefined || price === undefined) return undefined;
  return given({ skill: textIn(row, 'skill')!, centsPerShift: price, maximumHeads: heads, ...agreed(row) });
}

function movingOf(row: PlantRow): Rung<'movingPeople'> | undefined {
  const price = wholeCents(row, 'perShift');
  return price === undefined
    ? undefined
    : given({ skill: textIn(row, 'skill')!, centsPerShift: price, consent: textIn(row, 'consent') });
}

function outsideOf(row: PlantRow): Rung<'outside'> | undefined {
  const [notice, most, price] = [numberIn(row, 'noticeHours'), numberIn(row, 'perWeek'), wholeCents(row, 'perPiece')];
  if (notice === undefined || most === undefined || price === undefined) return undefined;
  return given({
    item: textIn(row, 'item')!,
    centsPerPiece: price,
    noticeHours: notice,
    maximumPiecesPerWeek: most,
    minimumPieces: numberIn(row, 'minimum'),
    consent: textIn(row, 'consent'),
  });
}
