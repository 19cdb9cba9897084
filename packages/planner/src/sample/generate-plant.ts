import type { Calendar, Changeover, Demand, Item, Line, Problem } from '../model/problem.ts';
import { Random } from '../search/random.ts';

export type PlantKind = 'loose' | 'tight' | 'changeovers' | 'crews';

export interface PlantOptions {
  readonly items: number;
  readonly lines: number;
  readonly days: number;
  readonly kind: PlantKind;
  readonly seed: number;
  /** Adds what small plants of tests shall have too: tools on two lines, components, parts, empties, setters, outside capacity. */
  readonly rich?: boolean;
}

/** Share of the open time of the lines that the demands fill, without changeovers. */
const loads: Record<PlantKind, number> = { loose: 0.6, tight: 0.85, changeovers: 0.7, crews: 0.95 };

/**
 * A plant of a car-parts supplier, made by chance and always the same for the same options: items in setup families
 * with their dies, two or three lines for each, two shifts from Monday to Friday, daily call-offs of several customers.
 */
export const generatePlant = (options: PlantOptions): Problem => {
  const { items: count, lines: lineCount, days, kind, seed } = options;
  const random = new Random(seed * 7919 + count * 31 + lineCount);
  const between = (low: number, high: number): number => low + random.below(high - low + 1);
  const start = Temporal.PlainDate.from('2027-01-04').toZonedDateTime({ timeZone: zone, plainTime: '06:00' });
  const at = (day: number, hour: number): string => start.add({ days: day }).with({ hour }).toInstant().toString();

  const families = Math.min(count, Math.max(2, Math.round(count / (kind === 'changeovers' ? 2 : 4))));
  const cycle = Array.from({ length: count }, () => between(12, 60));
  const container = Array.from({ length: count }, () => between(2, 12) * 10);
  const runners = Array.from({ length: count }, (_, item) => {
    const home = item % lineCount;
    const others = Array.from({ length: lineCount }, (_, line) => line).filter((line) => line !== home);
    return [home, ...(random.below(3) > 0 && others.length > 0 ? [others[random.below(others.length)] ?? home] : [])];
  });
  // Seconds of production that one line has in the plan, its five-day weeks taken at their share.
  const open = days * (5 / 7) * 15 * 3600;
  const wanted = (loads[kind] * open * lineCount) / count;
  const pieces = cycle.map((seconds, item) => {
    const most = (wanted / seconds) * (0.4 + 1.2 * random.share());
    return Math.max(container[item] ?? 1, Math.round(most));
  });

  const items: Item[] = cycle.map((_, item) => {
    const holding = between(5, 60) / 10;
    const daily = (pieces[item] ?? 0) / days;
    return {
      id: `item-${item + 1}`,
      containerPieces: container[item] ?? 1,
      minimumLotPieces: (container[item] ?? 1) * between(1, 3),
      maximumLotPieces: (container[item] ?? 1) * between(20, 60),
      openingStockPieces: Math.round(daily * between(0, 3)),
      safetyStock: { pieces: Math.round(daily * 0.5), centsPerPieceDay: holding * 4 },
      holdingCentsPerPieceDay: holding,
      family: `family-${1 + (item % families)}`,
      ...(options.rich ? { tool: `tool-${1 + (item % Math.max(1, Math.round(count * 0.7)))}` } : {}),
      startUp: { lostPieces: between(0, 5), inspectionMinutes: between(0, 2) * 5 },
      transferMinutes: between(0, 3) * 30,
      ...(options.rich && item % 4 === 1 ? { bill: [{ of: 'resin', perPiece: 0.125 }] } : {}),
      ...(options.rich && item % 5 === 2 && item + 1 < count
        ? { bill: [{ of: `item-${item + 2}`, perPiece: 1 }] }
        : {}),
      ...(options.rich && item % 6 === 3
        ? {
            empties: {
              onHand: Math.ceil((pieces[item] ?? 0) / (container[item] ?? 1) / 2) + 2,
              returns: [{ at: at(Math.ceil(days / 3), 8), containers: 200 }],
            },
          }
        : {}),
    };
  });

  const scale = kind === 'changeovers' ? 2.5 : 1;
  const lines: Line[] = Array.from({ length: lineCount }, (_, line): Line => ({
    id: `line-${line + 1}`,
    calendar: 'two-shifts',
    runs: cycle.flatMap((seconds, item) => {
      if (!runners[item]?.includes(line)) return [];
      const time = runners[item]?.[0] === line ? seconds : Math.round(seconds * 1.1);
      const modes =
        kind === 'crews'
          ? [
              { secondsPerPiece: time, heads: 2 },
              { secondsPerPiece: Math.ceil(time * 0.75), heads: 3 },
            ]
          : [{ secondsPerPiece: time }];
      return [{ item: `item-${item + 1}`, modes }];
    }),
    changeovers: changeovers(families, random, scale, options.rich === true),
    state: { family: `family-${1 + (line % families)}` },
    ...(kind === 'crews'
      ? { crew: { skill: line % 2 === 0 ? 'moulding' : 'assembly', heads: line % 4 === 3 ? 3 : 2 } }
      : {}),
  }));

  const demands: Demand[] = [];
  for (let item = 0; item < count; item++) {
    let left = pieces[item] ?? 0;
    const size = container[item] ?? 1;
    for (let day = between(0, 3), number = 1; day < days && left > 0; day += between(1, 3)) {
      if (start.add({ days: day }).dayOfWeek > 5) continue;
      const quantity = Math.min(
        left,
        size * Math.max(1, Math.round(((pieces[item] ?? 0) / days / size) * between(1, 4))),
      );
      left -= quantity;
      demands.push({
        id: `d-${item + 1}-${number++}`,
        customer: `customer-${1 + random.below(5)}`,
        item: `item-${item + 1}`,
        pieces: quantity,
        latestDispatch: at(day, 14),
        firmness: day < 5 ? 'firm' : day < 12 ? 'production' : 'forecast',
        lateness: { centsPerPieceDay: between(30, 150), steps: day < 10 ? [{ afterHours: 24, cents: 50_000 }] : [] },
        ...(random.below(8) === 0 ? { noSplit: true } : {}),
        ...(day < 5 && random.below(4) === 0 ? { promise: { at: at(day + 1, 14), brokenCents: 30_000 } } : {}),
      });
    }
  }

  return {
    format: 'coprod-planning-problem/1',
    currency: 'EUR',
    timeZone: zone,
    start: at(0, 6),
    end: at(days, 6),
    items,
    lines,
    calendars: [twoShifts],
    ...(options.rich
      ? {
          components: [
            {
              id: 'resin',
              stock: 400,
              receipts: [{ at: at(Math.ceil(days / 4), 10), quantity: 4000 }],
              leadTimeDays: Math.ceil(days / 2),
            },
          ],
          setters: [{ id: 'setters', heads: 1 }],
        }
      : {}),
    demands,
    flexibility: {
      ...(kind === 'crews' || options.rich
        ? {
            overtime: lines.map((line) => ({
              line: line.id,
              shift: 'late',
              stepMinutes: 30,
              maximumMinutes: 120,
              maximumMinutesPerWeek: 480,
              centsPerHour: 9000,
              noticeHours: 24,
            })),
            extraShifts: lines.map((line) => ({
              line: line.id,
              name: 'saturday',
              days: [6],
              from: '06:00',
              to: '14:00',
              cents: 110_000,
              noticeHours: 48,
              maximumPerWeek: 1,
            })),
          }
        : {}),
      ...(kind === 'crews'
        ? {
            temporaryWorkers: [
              { skill: 'moulding', centsPerShift: 24_000, maximumHeads: 3, noticeHours: 48 },
              { skill: 'assembly', centsPerShift: 22_000, maximumHeads: 2, noticeHours: 24 },
            ],
            movingPeople: [
              { skill: 'moulding', centsPerShift: 3000 },
              { skill: 'assembly', centsPerShift: 3000 },
            ],
          }
        : {}),
      ...(options.rich
        ? {
            outside: [
              { item: 'item-1', centsPerPiece: 400, noticeHours: 72, maximumPiecesPerWeek: 2000, minimumPieces: 100 },
            ],
          }
        : {}),
    },
  };
};

const zone = 'Europe/Paris';

const twoShifts: Calendar = {
  id: 'two-shifts',
  shifts: [
    { name: 'early', days: [1, 2, 3, 4, 5], from: '06:00', to: '14:00', breaks: [{ from: '09:30', to: '10:00' }] },
    { name: 'late', days: [1, 2, 3, 4, 5], from: '14:00', to: '22:00', breaks: [{ from: '18:00', to: '18:30' }] },
  ],
};

/** Families lie on a wheel: the farther round it, the longer the changeover; back to the start is the great cleaning. */
const changeovers = (families: number, random: Random, scale: number, setters: boolean): Changeover[] => {
  const rules: Changeover[] = [{ from: '*', to: '*', minutes: Math.round(10 * scale), cents: 1500 }];
  for (let from = 1; from <= families; from++) {
    for (let to = 1; to <= families; to++) {
      if (from === to) continue;
      const way = to > from ? to - from : (families + from - to) / 2;
      const minutes = Math.round((15 + (75 * way) / families + random.below(15)) * scale);
      const scarce = setters && minutes > 60 ? { setters: 'setters' } : {};
      rules.push({ from: `family-${from}`, to: `family-${to}`, minutes, cents: minutes * 120, ...scarce });
    }
  }
  return rules;
};
