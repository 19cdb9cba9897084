import { fault, type Fault } from './faults.ts';
import type { Item, Problem } from './problem.ts';
import { lotBounds } from './lot-bounds.ts';

/** The longest plan, in days: times stay exact in 32 bits of seconds with room for what runs over the end. */
export const longestPlanDays = 4000;

/** What the shape alone cannot say: ids that exist once, references that lead somewhere, orders and bounds that hold together. */
export const checkReferences = (problem: Problem): Fault[] => {
  const faults: Fault[] = [];
  const add = (path: string, code: Fault['code'], values?: Record<string, string | number>): void => {
    faults.push(fault(path, code, values));
  };
  const ids = (path: string, entries: readonly { readonly id: string }[] | undefined): Set<string> => {
    const seen = new Set<string>();
    for (const [index, { id }] of (entries ?? []).entries()) {
      if (seen.has(id)) add(`${path}/${index}/id`, 'duplicate', { value: id });
      seen.add(id);
    }
    return seen;
  };
  const refer = (path: string, kind: Kind, value: string | undefined, known: ReadonlySet<string>): void => {
    if (value !== undefined && !known.has(value)) add(path, 'unknown-reference', { kind, genre: kinds[kind], value });
  };

  checkSpan(problem, add);
  const items = ids('/items', problem.items);
  const lines = ids('/lines', problem.lines);
  const calendars = ids('/calendars', problem.calendars);
  const setters = ids('/setters', problem.setters);
  const components = ids('/components', problem.components);
  ids('/demands', problem.demands);
  ids('/schedules', problem.schedules);
  const lots = ids('/previous/lots', problem.previous?.lots);
  const families = new Set(problem.items.flatMap((item) => item.family ?? []));
  const itemOf = new Map(problem.items.map((item) => [item.id, item]));

  for (const [index, component] of (problem.components ?? []).entries()) {
    if (items.has(component.id)) add(`/components/${index}/id`, 'duplicate', { value: component.id });
  }
  for (const [index, item] of problem.items.entries()) checkItem(item, `/items/${index}`, itemOf, components, add);

  for (const [index, line] of problem.lines.entries()) {
    const path = `/lines/${index}`;
    refer(`${path}/calendar`, 'calendar', line.calendar, calendars);
    if (line.crew && line.calendar === undefined) add(path, 'missing-field', { field: 'calendar' });
    const runs = new Set<string>();
    for (const [at, run] of line.runs.entries()) {
      refer(`${path}/runs/${at}/item`, 'item', run.item, items);
      if (runs.has(run.item)) add(`${path}/runs/${at}/item`, 'duplicate', { value: run.item });
      runs.add(run.item);
      for (const [mode, { secondsPerPiece }] of run.modes.entries()) {
        if (Math.abs(secondsPerPiece * 1000 - Math.round(secondsPerPiece * 1000)) > 1e-6) {
          add(`${path}/runs/${at}/modes/${mode}/secondsPerPiece`, 'inexact-cycle', { value: secondsPerPiece });
        }
      }
    }
    const sides = new Set([...items, ...families, '*']);
    for (const [at, rule] of (line.changeovers ?? []).entries()) {
      refer(`${path}/changeovers/${at}/from`, 'item', rule.from, sides);
      refer(`${path}/changeovers/${at}/to`, 'item', rule.to, sides);
      refer(`${path}/changeovers/${at}/setters`, 'setters', rule.setters, setters);
    }
    if (line.state) {
      const state = line.state as { readonly item?: string; readonly family?: string };
      if ((state.item === undefined) === (state.family === undefined)) {
        add(`${path}/state`, 'one-of-two', { expected: 'item, family' });
      }
      refer(`${path}/state/item`, 'item', state.item, items);
      refer(`${path}/state/family`, 'family', state.family, families);
    }
    if (line.begun && !runs.has(line.begun.item)) {
      add(`${path}/begun/item`, 'not-runnable', { line: line.id, item: line.begun.item });
    }
  }

  for (const [index, demand] of (problem.demands ?? []).entries()) {
    refer(`/demands/${index}/item`, 'item', demand.item, items);
  }
  for (const [index, schedule] of (problem.schedules ?? []).entries()) {
    refer(`/schedules/${index}/item`, 'item', schedule.item, items);
    for (const [at, point] of schedule.points.entries()) {
      const before = schedule.points[at - 1];
      const path = `/schedules/${index}/points/${at}`;
      if (before === undefined) continue;
      if (before.cumulativePieces > point.cumulativePieces) {
        add(path, 'falling-cumulative', { before: before.cumulativePieces, after: point.cumulativePieces });
      }
      if (seconds(before.latestDispatch) > seconds(point.latestDispatch)) add(path, 'not-in-order');
    }
  }

  const runnable = new Set(problem.lines.flatMap((line) => line.runs.map((run) => `${line.id}\n${run.item}`)));
  for (const [index, lot] of (problem.previous?.lots ?? []).entries()) {
    const path = `/previous/lots/${index}`;
    refer(`${path}/line`, 'line', lot.line, lines);
    refer(`${path}/item`, 'item', lot.item, items);
    if (lines.has(lot.line) && items.has(lot.item) && !runnable.has(`${lot.line}\n${lot.item}`)) {
      add(path, 'not-runnable', { line: lot.line, item: lot.item });
    }
  }
  for (const [index, pin] of (problem.pins ?? []).entries()) refer(`/pins/${index}/lot`, 'lot', pin.lot, lots);
  checkPins(problem, add);

  const { overtime, extraShifts, outside } = problem.flexibility ?? {};
  for (const [index, offer] of (overtime ?? []).entries()) {
    refer(`/flexibility/overtime/${index}/line`, 'line', offer.line, lines);
    const line = problem.lines.find(({ id }) => id === offer.line);
    const shifts = problem.calendars?.find(({ id }) => id === line?.calendar)?.shifts ?? [];
    refer(`/flexibility/overtime/${index}/shift`, 'shift', offer.shift, new Set(shifts.map((shift) => shift.name)));
  }
  for (const [index, offer] of (extraShifts ?? []).entries()) {
    refer(`/flexibility/extraShifts/${index}/line`, 'line', offer.line, lines);
  }
  for (const [index, offer] of (outside ?? []).entries()) {
    refer(`/flexibility/outside/${index}/item`, 'item', offer.item, items);
  }
  return faults;
};

type Add = (path: string, code: Fault['code'], values?: Record<string, string | number>) => void;

/** What a reference leads to, in French. */
const kinds = {
  calendar: 'Le calendrier',
  item: 'L’article',
  family: 'La famille',
  setters: 'L’équipe de réglage',
  line: 'La ligne',
  lot: 'Le lot',
  shift: 'Le poste',
  component: 'Le composant',
} as const;
type Kind = keyof typeof kinds;

const seconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds / 1000;

const checkSpan = (problem: Problem, add: Add): void => {
  try {
    Temporal.Instant.from(problem.start).toZonedDateTimeISO(problem.timeZone);
  } catch {
    add('/timeZone', 'unknown-zone', { value: problem.timeZone });
  }
  const span = seconds(problem.end) - seconds(problem.start);
  if (span <= 0) add('/end', 'end-before-start');
  if (span > longestPlanDays * 86_400) add('/end', 'horizon-too-long', { days: longestPlanDays });
};

const checkItem = (
  item: Item,
  path: string,
  items: ReadonlyMap<string, Item>,
  components: ReadonlySet<string>,
  add: Add,
): void => {
  const bounds = lotBounds(item);
  if (bounds.minimum > bounds.maximum) {
    add(path, 'lot-bounds', { minimum: item.minimumLotPieces ?? 1, maximum: item.maximumLotPieces ?? 0 });
  }
  for (const [at, { of }] of (item.bill ?? []).entries()) {
    const made = items.get(of);
    if (made === undefined && !components.has(of)) {
      add(`${path}/bill/${at}/of`, 'unknown-reference', { kind: 'component', genre: kinds.component, value: of });
    }
    if (of === item.id || (made?.bill ?? []).some((line) => items.has(line.of))) {
      add(`${path}/bill/${at}/of`, 'bill-cycle', { item: item.id });
    }
  }
};

/** Two lots of one line pinned to starts between which the first does not fit, whatever the calendar. */
const checkPins = (problem: Problem, add: Add): void => {
  const lotOf = new Map((problem.previous?.lots ?? []).map((lot) => [lot.id, lot]));
  const pinned = (problem.pins ?? []).flatMap((pin, index) => {
    const lot = lotOf.get(pin.lot);
    return lot && pin.start && pin.line && pin.pieces ? [{ index, lot }] : [];
  });
  for (const { index, lot } of pinned) {
    const mode = problem.lines.find((line) => line.id === lot.line)?.runs.find((run) => run.item === lot.item)?.modes;
    const fastest = Math.min(...(mode ?? []).map((entry) => entry.secondsPerPiece));
    const end = seconds(lot.start) + lot.pieces * fastest;
    const inside = pinned.find(
      ({ lot: other }) =>
        other.id !== lot.id &&
        other.line === lot.line &&
        seconds(other.start) >= seconds(lot.start) &&
        seconds(other.start) < Math.floor(end),
    );
    if (inside) add(`/pins/${index}`, 'contradictory-pins', { first: lot.id, second: inside.lot.id });
  }
};
