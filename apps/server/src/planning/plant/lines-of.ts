import type { Calendar, Changeover, Line, Run, Setters, Shift } from '@coprod/planner';
import { weekdaysOf } from './cells.ts';
import type { Gap } from './gaps.ts';
import type { Plant, PlantRow } from './plant-store.ts';
import { given, numberIn, textIn, wholeCents } from './read-row.ts';

/** Lines that can work, their calendars and setters; what cannot is left out and named. */
export function linesOf(
  plant: Plant,
  frozenUntil: (days: number | undefined) => string | undefined,
): {
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
  readonly setters: readonly Setters[];
  readonly gaps: readonly Gap[];
} {
  const gaps: Gap[] = [];
  const calendars = calendarsOf(plant, gaps);
  const setters = plant.setters.flatMap((row): Setters[] => {
    const heads = numberIn(row, 'heads');
    return heads === undefined ? [] : [{ id: textIn(row, 'setters')!, heads }];
  });
  const working = plant.lines.filter((row) => {
    const [line, name] = [textIn(row, 'line')!, textIn(row, 'calendar')];
    if (name === undefined) return false;
    const calendar = calendars.find(({ id }) => id === name);
    if (calendar !== undefined && calendar.shifts.length > 0) return true;
    const isKnown = plant.shifts.some(({ cells }) => cells['calendar'] === name);
    gaps.push({
      sheet: 'lines',
      row: row.id,
      column: 'calendar',
      effect: 'stops',
      code: isKnown ? 'no-capacity' : 'calendar-unknown',
      values: { calendar: name, line },
    });
    return false;
  });
  const known: Known = {
    items: new Set(plant.items.map((row) => textIn(row, 'item')!)),
    families: new Set(plant.items.flatMap((row) => textIn(row, 'family') ?? [])),
    lines: new Set(plant.lines.map((row) => textIn(row, 'line')!)),
    setters: new Set(setters.map(({ id }) => id)),
  };
  nameStrangers(plant, known, gaps);
  return {
    lines: working.map((row) => lineOf(row, plant, known, frozenUntil)),
    calendars,
    setters,
    gaps,
  };
}

type Known = Readonly<Record<'items' | 'families' | 'lines' | 'setters', ReadonlySet<string>>>;

function lineOf(
  row: PlantRow,
  plant: Plant,
  known: Known,
  frozenUntil: (days: number | undefined) => string | undefined,
): Line {
  const id = textIn(row, 'line')!;
  const [skill, heads, setFor] = [textIn(row, 'skill'), numberIn(row, 'heads'), textIn(row, 'setFor')];
  const crewed = skill !== undefined && heads !== undefined;
  const own = (sheet: 'runs' | 'changeovers' | 'absences') => plant[sheet].filter(({ cells }) => cells['line'] === id);
  return given({
    id,
    calendar: textIn(row, 'calendar'),
    runs: runsOf(own('runs'), known, crewed),
    changeovers: own('changeovers').flatMap((one) => changeoverOf(one, known) ?? []),
    state:
      setFor === undefined
        ? undefined
        : known.items.has(setFor)
          ? { item: setFor }
          : known.families.has(setFor)
            ? { family: setFor }
            : undefined,
    frozenUntil: frozenUntil(numberIn(row, 'frozenDays')),
    crew: crewed
      ? {
          skill,
          heads,
          absences: own('absences').flatMap((one) => {
            const absent = numberIn(one, 'heads');
            return absent === undefined
              ? []
              : [{ date: textIn(one, 'on')!, shift: textIn(one, 'shift')!, heads: absent }];
          }),
        }
      : undefined,
  }) as Line;
}

function runsOf(rows: readonly PlantRow[], known: Known, crewed: boolean): readonly Run[] {
  const runs = new Map<string, Run['modes'][number][]>();
  for (const row of rows) {
    const [item, seconds] = [textIn(row, 'item')!, numberIn(row, 'seconds')];
    if (!known.items.has(item) || seconds === undefined) continue;
    const heads = numberIn(row, 'heads');
    const mode = {
      secondsPerPiece: Math.max(0.001, Math.round(seconds * 1000) / 1000),
      ...(crewed && heads !== undefined ? { heads } : {}),
    };
    runs.set(item, [...(runs.get(item) ?? []), mode]);
  }
  return [...runs].map(([item, modes]) => ({ item, modes }));
}

function changeoverOf(row: PlantRow, known: Known): Changeover | undefined {
  const [from, to, minutes] = [textIn(row, 'from')!, textIn(row, 'to')!, numberIn(row, 'minutes')];
  if (minutes === undefined || !isSide(from, known) || !isSide(to, known)) return undefined;
  const by = textIn(row, 'setters');
  return given({
    from,
    to,
    minutes,
    cents: wholeCents(row, 'cost'),
    setters: by !== undefined && known.setters.has(by) ? by : undefined,
  }) as Changeover;
}

const isSide = (name: string, known: Known): boolean =>
  name === '*' || known.items.has(name) || known.families.has(name);

/** Rows that speak of something that is not there. */
function nameStrangers(plant: Plant, known: Known, gaps: Gap[]): void {
  const stop = (sheet: Gap['sheet'], row: PlantRow, column: string): void => {
    const name = textIn(row, column);
    if (name !== undefined)
      gaps.push({ sheet, row: row.id, column, effect: 'stops', code: 'unknown-name', values: { name } });
  };
  for (const row of plant.runs) {
    if (!known.lines.has(textIn(row, 'line')!)) stop('runs', row, 'line');
    else if (!known.items.has(textIn(row, 'item')!)) stop('runs', row, 'item');
  }
  for (const row of plant.changeovers) {
    if (!known.lines.has(textIn(row, 'line')!)) stop('changeovers', row, 'line');
    for (const side of ['from', 'to']) if (!isSide(textIn(row, side)!, known)) stop('changeovers', row, side);
    if (!known.setters.has(textIn(row, 'setters') ?? '')) stop('changeovers', row, 'setters');
  }
  for (const row of plant.lines) {
    const setFor = textIn(row, 'setFor');
    if (setFor !== undefined && !isSide(setFor, known)) stop('lines', row, 'setFor');
  }
}

function calendarsOf(plant: Plant, gaps: Gap[]): readonly Calendar[] {
  const names = [...new Set(plant.shifts.map((row) => textIn(row, 'calendar')!))];
  return names.map((id) => {
    const shifts: Shift[] = [];
    for (const row of plant.shifts.filter(({ cells }) => cells['calendar'] === id)) {
      const shift = shiftOf(row);
      if (shift === undefined) continue;
      if (shifts.some((other) => overlap(other, shift))) {
        gaps.push({
          sheet: 'shifts',
          row: row.id,
          column: 'from',
          effect: 'stops',
          code: 'shifts-overlap',
          values: { calendar: id, shift: shift.name },
        });
        continue;
      }
      shifts.push(shift);
    }
    const holidays = plant.closures
      .filter(({ cells }) => cells['calendar'] === id)
      .flatMap((row) => daysBetween(textIn(row, 'from')!, textIn(row, 'until') ?? textIn(row, 'from')!));
    return { id, shifts, ...(holidays.length === 0 ? {} : { holidays: [...new Set(holidays)] }) };
  });
}

/** A shift as the planner knows it; nothing while one of its cells is empty. */
export function shiftOf(row: PlantRow): Shift | undefined {
  const [days, from, to] = [textIn(row, 'days'), textIn(row, 'from'), textIn(row, 'to')];
  if (days === undefined || from === undefined || to === undefined || from === to || from === '24:00') return undefined;
  const [breakFrom, breakTo] = [textIn(row, 'breakFrom'), textIn(row, 'breakTo')];
  return {
    name: textIn(row, 'shift')!,
    days: weekdaysOf(days),
    from,
    to,
    ...(breakFrom === undefined || breakTo === undefined || breakFrom === breakTo
      ? {}
      : { breaks: [{ from: breakFrom, to: breakTo }] }),
  };
}

/** Whether two shifts share a minute of the week. */
function overlap(a: Shift, b: Shift): boolean {
  const week = 7 * 1440;
  const spans = (shift: Shift): readonly [number, number][] =>
    shift.days.map((day) => {
      const from = (day - 1) * 1440 + minutesOf(shift.from);
      const long = (minutesOf(shift.to) - minutesOf(shift.from) + 1440) % 1440;
      return [from, from + (long === 0 ? 1440 : long)];
    });
  return spans(a).some(([from, to]) =>
    spans(b).some(([start, end]) => [-week, 0, week].some((shift) => from < end + shift && start + shift < to)),
  );
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The days of a closure; a year and a day at most, whatever was typed. */
function daysBetween(from: string, until: string): readonly string[] {
  const first = Temporal.PlainDate.from(from);
  const count = Math.min(366, Math.max(0, first.until(until, { largestUnit: 'days' }).days) + 1);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}
