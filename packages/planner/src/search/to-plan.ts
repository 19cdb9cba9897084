import type { Plan, PlanLot } from '../model/plan.ts';
import { setupStartClock, startClock } from './calendar.ts';
import { outsideLine, type State } from './state.ts';

/** A schedule as a plan document. New lots are numbered by line and place; those of the previous plan keep their ids. */
export const toPlan = (state: State): Plan => {
  const { instance } = state;
  const { plant } = instance;
  const { clock } = plant;
  const taken = new Set([
    ...plant.previous.map((lot) => lot.id),
    ...plant.lines.flatMap((line) => line.begun?.id ?? []),
  ]);
  const begunIds = plant.lines.flatMap((line) => (line.begun ? [line.begun.id] : []));
  const lots: PlanLot[] = [];
  for (const [line, { id: lineId }] of plant.lines.entries()) {
    let number = 1;
    for (let lot = state.head[line]!; lot >= 0; lot = state.next[lot]!) {
      let id: string;
      if (lot < instance.previous) id = plant.previous[lot]!.id;
      else if (state.isBegun(lot)) id = begunIds[lot - instance.previous]!;
      else {
        while (taken.has(`${lineId}-${number}`)) number++;
        id = `${lineId}-${number++}`;
      }
      const mode = instance.firstMode[line * instance.items + state.item[lot]!]! + state.mode[lot]!;
      lots.push({
        id,
        line: lineId,
        item: plant.items[state.item[lot]!]!.id,
        pieces: state.lotPieces[lot]!,
        heads: instance.modeHeads[mode]!,
        setupStart: clock.instant(setupStartClock(state, lot)),
        start: clock.instant(startClock(state, lot)),
        end: clock.instant(state.end[lot]!),
      });
    }
  }
  const overtime: Plan['overtime'][number][] = [];
  const extraShifts: Plan['extraShifts'][number][] = [];
  let index = 0;
  for (const line of plant.lines) {
    for (const { date, name } of line.shifts) {
      if (state.extension[index]! > 0)
        overtime.push({ line: line.id, date, shift: name, minutes: state.extension[index]! / 60 });
      if (instance.shifts[index]!.extra && state.opened[index] === 1)
        extraShifts.push({ line: line.id, date, shift: name });
      index++;
    }
  }
  const outside: (Plan['outside'][number] & { readonly at: number })[] = [];
  for (let k = 0; k < state.liveCount; k++) {
    const lot = state.live[k]!;
    if (state.line[lot] !== outsideLine) continue;
    const at = state.end[lot]!;
    outside.push({
      item: plant.items[state.item[lot]!]!.id,
      pieces: state.lotPieces[lot]!,
      arrival: clock.instant(at),
      at,
    });
  }
  outside.sort((a, b) => a.at - b.at || (a.item < b.item ? -1 : a.item > b.item ? 1 : a.pieces - b.pieces));
  return {
    format: 'coprod-plan/1',
    lots,
    overtime,
    extraShifts,
    outside: outside.map(({ item, pieces, arrival }) => ({ item, pieces, arrival })),
  };
};
