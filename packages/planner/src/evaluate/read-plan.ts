import type { Plan, Violation } from '../model/plan.ts';
import type { Plant } from '../model/plant.ts';

/** A lot of the plan with references resolved; all times in seconds from the start of the plan. */
export interface ReadLot {
  readonly id: string;
  readonly line: number;
  readonly item: number;
  readonly pieces: number;
  readonly heads: number;
  readonly setupStart: number;
  readonly start: number;
  readonly end: number;
}

/** The working windows of a line as the plan opens them: regular parts, overtime, extra shifts. */
export interface OpenWindow {
  readonly from: number;
  readonly to: number;
  /** Index among the shifts of the line. */
  readonly shift: number;
}

export interface ReadPlan {
  /** By line, in order of start. */
  readonly lots: readonly (readonly ReadLot[])[];
  readonly windows: readonly (readonly OpenWindow[])[];
  readonly opened: readonly (readonly boolean[])[];
  readonly outside: readonly { readonly item: number; readonly pieces: number; readonly arrival: number }[];
  readonly overtimeCents: number;
  readonly extraShiftCents: number;
  readonly outsideCents: number;
  readonly violations: readonly Violation[];
}

/** Resolves a plan against its plant; what leads nowhere or goes beyond an offer is a violation and is left out. */
export const readPlan = (plant: Plant, plan: Plan): ReadPlan => {
  const violations: Violation[] = [];
  const lineAt = new Map(plant.lines.map((line, index) => [line.id, index]));
  const itemAt = new Map(plant.items.map((item, index) => [item.id, index]));

  const lots: ReadLot[][] = plant.lines.map(() => []);
  const seen = new Set<string>();
  for (const lot of plan.lots) {
    const line = lineAt.get(lot.line);
    const item = itemAt.get(lot.item);
    if (seen.has(lot.id)) violations.push({ rule: 'duplicate', at: lot.id, detail: 'two lots have this id' });
    seen.add(lot.id);
    if (line === undefined || item === undefined) {
      violations.push({ rule: 'unknown-reference', at: lot.id, detail: `${lot.line} / ${lot.item}` });
      continue;
    }
    lots[line]?.push({
      id: lot.id,
      line,
      item,
      pieces: lot.pieces,
      heads: lot.heads,
      setupStart: plant.clock.at(lot.setupStart),
      start: plant.clock.at(lot.start),
      end: plant.clock.at(lot.end),
    });
  }
  for (const sequence of lots) sequence.sort((a, b) => a.start - b.start || a.end - b.end);

  const opening = openShifts(plant, plan, lineAt, violations);
  const outside = readOutside(plant, plan, itemAt, violations);
  return { lots, ...opening, ...outside, violations };
};

const openShifts = (
  plant: Plant,
  plan: Plan,
  lineAt: ReadonlyMap<string, number>,
  violations: Violation[],
): Pick<ReadPlan, 'windows' | 'opened' | 'overtimeCents' | 'extraShiftCents'> => {
  const added = plant.lines.map((line) => line.shifts.map(() => 0));
  const opened = plant.lines.map((line) => line.shifts.map((shift) => shift.extra === null));
  const minutesInWeek = new Map<string, number>();
  const extraInWeek = new Map<string, number>();
  let overtimeCents = 0;
  let extraShiftCents = 0;
  const bounds = (at: string, detail: string): void => {
    violations.push({ rule: 'flexibility-bounds', at, detail });
  };

  for (const entry of plan.overtime) {
    const at = `${entry.line} ${entry.date} ${entry.shift}`;
    const line = plant.lines[lineAt.get(entry.line) ?? -1];
    const index = line?.shifts.findIndex((s) => s.date === entry.date && s.name === entry.shift) ?? -1;
    const shift = line?.shifts[index];
    if (!line || !shift?.overtime) {
      bounds(at, 'no overtime is offered here');
      continue;
    }
    const { offer, maximum } = shift.overtime;
    const row = added[plant.lines.indexOf(line)];
    if (row === undefined) continue;
    if (row[index] !== 0) bounds(at, 'overtime is given twice');
    row[index] = entry.minutes * 60;
    if (entry.minutes * 60 > maximum) bounds(at, `${entry.minutes} minutes, at most ${maximum / 60}`);
    if (entry.minutes <= 0 || entry.minutes % offer.stepMinutes !== 0)
      bounds(at, `not in steps of ${offer.stepMinutes} minutes`);
    overtimeCents += Math.round((offer.centsPerHour * entry.minutes) / 60);
    const week = `${entry.line} ${shift.week}`;
    const sum = (minutesInWeek.get(week) ?? 0) + entry.minutes;
    minutesInWeek.set(week, sum);
    if (sum > (offer.maximumMinutesPerWeek ?? Number.POSITIVE_INFINITY)) bounds(at, `${sum} minutes in ${shift.week}`);
  }
  for (const entry of plan.extraShifts) {
    const at = `${entry.line} ${entry.date} ${entry.shift}`;
    const line = plant.lines[lineAt.get(entry.line) ?? -1];
    const index = line?.shifts.findIndex((s) => s.extra && s.date === entry.date && s.name === entry.shift) ?? -1;
    const shift = line?.shifts[index];
    const row = line && opened[plant.lines.indexOf(line)];
    if (!row || !shift?.extra) {
      bounds(at, 'no extra shift is offered here');
      continue;
    }
    if (row[index]) bounds(at, 'the extra shift is given twice');
    row[index] = true;
    extraShiftCents += shift.extra.cents;
    const week = `${entry.line} ${shift.name} ${shift.week}`;
    const sum = (extraInWeek.get(week) ?? 0) + 1;
    extraInWeek.set(week, sum);
    if (sum > (shift.extra.maximumPerWeek ?? Number.POSITIVE_INFINITY))
      bounds(at, `${sum} extra shifts in ${shift.week}`);
  }

  const windows = plant.lines.map((line, l) =>
    line.shifts.flatMap((shift, s): OpenWindow[] => {
      if (!opened[l]?.[s]) return [];
      const last = shift.parts.length - 1;
      return shift.parts.map(([from, to], part) => ({
        from,
        to: part === last ? to + (added[l]?.[s] ?? 0) : to,
        shift: s,
      }));
    }),
  );
  return { windows, opened, overtimeCents, extraShiftCents };
};

const readOutside = (
  plant: Plant,
  plan: Plan,
  itemAt: ReadonlyMap<string, number>,
  violations: Violation[],
): Pick<ReadPlan, 'outside' | 'outsideCents'> => {
  const outside: { item: number; pieces: number; arrival: number }[] = [];
  const inWeek = new Map<string, number>();
  let outsideCents = 0;
  for (const entry of plan.outside) {
    const item = itemAt.get(entry.item) ?? -1;
    const offer = plant.items[item]?.outside;
    const arrival = plant.clock.at(entry.arrival);
    if (!offer) {
      violations.push({ rule: 'flexibility-bounds', at: entry.item, detail: 'no outside capacity is offered' });
      continue;
    }
    outside.push({ item, pieces: entry.pieces, arrival });
    outsideCents += offer.price * entry.pieces;
    const day = Temporal.PlainDate.from(plant.clock.date(plant.clock.day(arrival)));
    const week = `${entry.item} ${day.yearOfWeek}-W${day.weekOfYear}`;
    const sum = (inWeek.get(week) ?? 0) + entry.pieces;
    inWeek.set(week, sum);
    if (
      arrival < offer.notice ||
      entry.pieces < offer.minimum ||
      sum > offer.perWeek ||
      !Number.isInteger(entry.pieces)
    ) {
      violations.push({
        rule: 'flexibility-bounds',
        at: entry.item,
        detail: `${entry.pieces} pieces on ${entry.arrival}`,
      });
    }
  }
  return { outside, outsideCents };
};
