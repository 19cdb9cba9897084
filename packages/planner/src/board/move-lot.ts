import { readPlan, type OpenWindow, type ReadLot } from '../evaluate/read-plan.ts';
import type { Plan, PlanLot } from '../model/plan.ts';
import type { Plant, PlantLine } from '../model/plant.ts';
import { workingTime, type WorkingTime } from './working-time.ts';

/** What a person wants of one lot: to stand on `line` and to begin production at `start`, or as soon after as the line works. */
export interface LotMove {
  readonly lot: string;
  readonly line: string;
  readonly start: string;
}

export type Moved =
  | { readonly ok: true; readonly plan: Plan }
  /** No such lot or line, a lot that has begun, or an item that the line does not run. */
  | { readonly ok: false; readonly because: 'unknown' | 'begun' | 'not-runnable' };

/**
 * Moves one lot by hand. It takes its place by its start; the lots after it, there and where it came from, are pushed just
 * far enough for it and for the changeovers that its going or coming makes, none is pulled nearer. Nothing else is looked
 * at: what it costs and breaks is `evaluate`'s to say.
 */
export const moveLot = (plant: Plant, plan: Plan, move: LotMove): Moved => {
  const read = readPlan(plant, plan);
  const lot = read.lots.flat().find((entry) => entry.id === move.lot);
  const target = plant.lines.findIndex((line) => line.id === move.line);
  const line = plant.lines[target];
  if (lot === undefined || line === undefined) return { ok: false, because: 'unknown' };
  if (plant.lines.some((entry) => entry.begun?.id === lot.id)) return { ok: false, because: 'begun' };
  const modes = line.runs.get(lot.item);
  const mode = modes?.find((entry) => entry.heads === lot.heads) ?? modes?.[0];
  if (mode === undefined) return { ok: false, because: 'not-runnable' };

  const start = Math.max(0, plant.clock.at(move.start));
  const moved: ReadLot = { ...lot, line: target, heads: mode.heads, start };
  const changed = new Map<string, ReadLot>();
  for (const index of new Set([lot.line, target])) {
    const here = (read.lots[index] ?? []).filter((entry) => entry.id !== lot.id);
    const sequence = index === target ? insert(here, moved, plant.lines[index]?.begun?.id) : here;
    for (const entry of retime(plant, index, sequence, read.windows[index] ?? [])) changed.set(entry.id, entry);
  }
  return { ok: true, plan: { ...plan, lots: plan.lots.map((entry) => written(plant, entry, changed.get(entry.id))) } };
};

/** Before the first lot that begins later; never before one that has begun. */
const insert = (sequence: readonly ReadLot[], lot: ReadLot, begun: string | undefined): ReadLot[] => {
  const place = sequence.findIndex((entry) => entry.start >= lot.start && entry.id !== begun);
  return place === -1 ? [...sequence, lot] : sequence.toSpliced(place, 0, lot);
};

/** The lots of one line with the times that their order asks for, each at its own start or as soon after as can be. */
const retime = (
  plant: Plant,
  lineIndex: number,
  sequence: readonly ReadLot[],
  windows: readonly OpenWindow[],
): ReadLot[] => {
  const line = plant.lines[lineIndex];
  if (line === undefined) return [];
  const time = workingTime(windows, plant.clock.horizon);
  let before: ReadLot | undefined;
  let free = 0;
  return sequence.map((lot) => {
    const { setup, work } = secondsOf(plant, line, before, lot);
    const begin = Math.max(free + setup, time.workBefore(lot.start));
    before = timed(time, lot, begin, setup, work);
    free = begin + work;
    return before;
  });
};

const timed = (time: WorkingTime, lot: ReadLot, begin: number, setup: number, work: number): ReadLot => {
  const start = time.clockOfStart(begin);
  return {
    ...lot,
    start,
    setupStart: setup === 0 ? start : time.clockOfStart(begin - setup),
    end: time.clockOfEnd(begin + work),
  };
};

/** Changeover before the lot and work of the lot itself, in seconds of working time. */
const secondsOf = (
  plant: Plant,
  line: PlantLine,
  before: ReadLot | undefined,
  lot: ReadLot,
): { readonly setup: number; readonly work: number } => {
  const item = plant.items[lot.item];
  const mode = line.runs.get(lot.item)?.find((entry) => entry.heads === lot.heads);
  const goesOn = before ? before.item === lot.item : line.state && 'item' in line.state && line.state.item === lot.item;
  const fresh = !goesOn && lot.id !== line.begun?.id;
  const from = before ? line.changeovers.classOf[before.item] : line.changeovers.stateClass(line.state);
  const to = line.changeovers.classOf[lot.item];
  const pieces = lot.pieces + (fresh ? (item?.lost ?? 0) : 0);
  return {
    setup: fresh ? line.changeovers.find(from ?? 0, to ?? 0).seconds : 0,
    work: Math.ceil((pieces * (mode?.milliseconds ?? 0)) / 1000) + (fresh ? (item?.inspection ?? 0) : 0),
  };
};

/** The lot as a plan states it; the very same object where nothing of it changed. */
const written = (plant: Plant, lot: PlanLot, now: ReadLot | undefined): PlanLot => {
  const { clock } = plant;
  if (now === undefined) return lot;
  const same =
    plant.lines[now.line]?.id === lot.line &&
    now.heads === lot.heads &&
    now.setupStart === clock.at(lot.setupStart) &&
    now.start === clock.at(lot.start) &&
    now.end === clock.at(lot.end);
  if (same) return lot;
  return {
    ...lot,
    line: plant.lines[now.line]?.id ?? lot.line,
    heads: now.heads,
    setupStart: clock.instant(now.setupStart),
    start: clock.instant(now.start),
    end: clock.instant(now.end),
  };
};
