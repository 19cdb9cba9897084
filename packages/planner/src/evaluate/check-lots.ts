import type { Violation } from '../model/plan.ts';
import type { Plant } from '../model/plant.ts';
import type { OpenWindow, ReadLot, ReadPlan } from './read-plan.ts';

/** What a lot means once its place in the sequence is known. */
export interface JudgedLot extends ReadLot {
  readonly setupSeconds: number;
  readonly setupCents: number;
  readonly setters: number;
  /** Pieces lost at its start: they take components and time. */
  readonly lost: number;
}

/** Walks each line in time: size, duration in working time, changeover, overlap, and what had begun or is frozen. */
export const checkLots = (
  plant: Plant,
  plan: ReadPlan,
): { readonly lots: readonly JudgedLot[]; readonly violations: Violation[] } => {
  const violations: Violation[] = [];
  const judged: JudgedLot[] = [];
  for (const [l, line] of plant.lines.entries()) {
    const windows = plan.windows[l] ?? [];
    let before: JudgedLot | undefined;
    for (const [position, lot] of (plan.lots[l] ?? []).entries()) {
      const fail = (rule: Violation['rule'], detail: string): void => {
        violations.push({ rule, at: lot.id, detail });
      };
      const item = plant.items[lot.item];
      const modes = line.runs.get(lot.item);
      const mode = modes?.find((entry) => entry.heads === lot.heads);
      const begun = line.begun !== null && lot.id === line.begun.id;
      if (item === undefined || mode === undefined) {
        fail('not-runnable', modes ? `no crew of ${lot.heads}` : `line ${line.id} does not run it`);
        continue;
      }
      const from = before ? line.changeovers.classOf[before.item] : line.changeovers.stateClass(line.state);
      const to = line.changeovers.classOf[lot.item];
      const sameItem = before
        ? before.item === lot.item
        : line.state !== null && 'item' in line.state && line.state.item === lot.item;
      const rule = sameItem || begun ? null : line.changeovers.find(from ?? 0, to ?? 0);
      const lost = sameItem || begun ? 0 : item.lost;
      const setupSeconds = rule?.seconds ?? 0;
      const inspection = sameItem || begun ? 0 : item.inspection;
      const seconds = Math.ceil(((lot.pieces + lost) * mode.milliseconds) / 1000) + inspection;

      const wrongSize = lot.pieces < item.minimum || lot.pieces > item.maximum || lot.pieces % item.step !== 0;
      if (wrongSize && !begun && !isKept(plant, lot)) fail('lot-size', `${lot.pieces} pieces`);
      if (
        !(lot.setupStart <= lot.start && lot.start < lot.end) ||
        lot.setupStart < 0 ||
        lot.end > plant.clock.horizon
      ) {
        fail('outside-calendar', 'its times are out of order or outside the plan');
      }
      const worked = workBetween(windows, lot.start, lot.end);
      if (worked !== seconds) fail('wrong-duration', `${worked} seconds of work planned, ${seconds} needed`);
      const setup = workBetween(windows, lot.setupStart, lot.start);
      if (setup !== setupSeconds) fail('changeover-missing', `${setup} seconds planned, ${setupSeconds} needed`);
      if (before && lot.setupStart < before.end) fail('overlap', `begins before ${before.id} ends`);
      if (begun !== (line.begun !== null && position === 0)) fail('begun-lot', 'what has begun comes first');
      if (
        begun &&
        (lot.pieces !== line.begun?.pieces || lot.heads !== line.begun.heads || lot.item !== line.begun.item)
      ) {
        fail('begun-lot', 'it is not as it stands on the line');
      }
      if (begun && workBetween(windows, 0, lot.start) !== 0) fail('begun-lot', 'it runs on at once');
      const kept = plant.previous.find((old) => old.id === lot.id);
      if (!begun && lot.start < line.frozenUntil && !kept?.frozen)
        fail('frozen-zone', 'it is new inside the frozen zone');
      const next: JudgedLot = {
        ...lot,
        setupSeconds,
        setupCents: rule?.cents ?? 0,
        setters: rule?.setters ?? -1,
        lost,
      };
      judged.push(next);
      before = next;
    }
    if (line.begun && !(plan.lots[l] ?? []).some((lot) => lot.id === line.begun?.id)) {
      violations.push({ rule: 'begun-lot', at: line.id, detail: 'the lot that has begun is missing' });
    }
  }
  violations.push(...checkPins(plant, judged));
  return { lots: judged, violations };
};

/** A lot whose size the previous plan fixed (frozen or pinned) may have a size that today's bounds would not allow. */
const isKept = (plant: Plant, lot: ReadLot): boolean =>
  plant.previous.some((old) => old.id === lot.id && (old.frozen || old.pins.pieces) && old.pieces === lot.pieces);

const workBetween = (windows: readonly OpenWindow[], from: number, to: number): number => {
  let sum = 0;
  for (const window of windows) sum += Math.max(0, Math.min(to, window.to) - Math.max(from, window.from));
  return sum;
};

const checkPins = (plant: Plant, lots: readonly JudgedLot[]): Violation[] => {
  const violations: Violation[] = [];
  const lotOf = new Map(lots.map((lot) => [lot.id, lot]));
  for (const old of plant.previous) {
    const { pins } = old;
    const lot = lotOf.get(old.id);
    const begun = plant.lines.some((line) => line.begun?.id === old.id);
    if (begun) continue;
    if (lot === undefined) {
      if (old.frozen) violations.push({ rule: 'frozen-zone', at: old.id, detail: 'it has been dropped' });
      else if (pins.line || pins.order || pins.start || pins.pieces) {
        violations.push({ rule: 'pin', at: old.id, detail: 'it is pinned and has been dropped' });
      }
      continue;
    }
    const same = { line: lot.line === old.line, start: lot.start === old.start, pieces: lot.pieces === old.pieces };
    if (lot.item !== old.item) violations.push({ rule: 'pin', at: old.id, detail: 'it makes another item' });
    if (old.frozen && !(same.line && same.start && same.pieces && lot.heads === old.heads)) {
      violations.push({ rule: 'frozen-zone', at: old.id, detail: 'it has been changed' });
    }
    for (const part of ['line', 'start', 'pieces'] as const) {
      if (pins[part] && !same[part])
        violations.push({ rule: 'pin', at: old.id, detail: `its ${part} has been changed` });
    }
    if (pins.order && !same.line)
      violations.push({ rule: 'pin', at: old.id, detail: 'pinned in order, on another line' });
  }
  const ordered = plant.previous
    .filter((old) => old.pins.order && lotOf.has(old.id))
    .toSorted((a, b) => a.line - b.line || a.start - b.start);
  for (const [index, old] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === undefined || next.line !== old.line) continue;
    if ((lotOf.get(old.id)?.start ?? 0) > (lotOf.get(next.id)?.start ?? 0)) {
      violations.push({ rule: 'pin', at: next.id, detail: `its order after ${old.id} has been changed` });
    }
  }
  return violations;
};
