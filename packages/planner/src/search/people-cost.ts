import type { State } from './state.ts';

/** Recomputes the crews that a line needs, shift by shift, and what lacking people cost in the shifts concerned. */
export const settlePeople = (state: State, line: number): void => {
  const { instance, memory, base } = state;
  const { windowOffset, windowShift, shiftOffset, shifts } = instance;
  const skill = instance.skill[line]!;
  const runs = line * instance.items;
  let lot = state.head[line]!;
  let window = windowOffset[line]!;
  const sentinel = windowOffset[line + 1]! - 1;
  const last = shiftOffset[line + 1]!;
  for (let shift = shiftOffset[line]!; shift < last; shift++) {
    let needed = 0;
    while (window < sentinel && windowShift[window] === shift) {
      const from = state.before[window]!;
      const to = state.before[window + 1]!;
      // Lots are in order of work time: those that end before this window are done with.
      while (lot >= 0 && state.begin[lot]! + state.duration[lot]! <= from) lot = state.next[lot]!;
      if (to > from) {
        for (let here = lot; here >= 0 && state.begin[here]! < to; here = state.next[here]!) {
          const heads = instance.modeHeads[instance.firstMode[runs + state.item[here]!]! + state.mode[here]!]!;
          if (heads > needed) needed = heads;
        }
      }
      window++;
    }
    // A shift that is opened or closed changes who is there, even with no lot in it.
    const value = state.opened[shift] === 1 ? needed : -1;
    if (state.people[shift] !== value) {
      memory.put(base.people + shift, value);
      settleSlot(state, shifts[shift]!.slot, skill);
    }
  }
};

/** One skill in one shift: lines lend people, temporary workers come, the cheaper first; the rest is a violation. */
const settleSlot = (state: State, slot: number, skill: number): void => {
  const { instance } = state;
  const { move, temporary } = instance.plant.skills[skill]!;
  let spare = 0;
  let lacking = 0;
  for (const shift of instance.shiftsOfSlot[slot * instance.plant.skills.length + skill]!) {
    const needed = state.people[shift]!;
    if (needed < 0) continue;
    const heads = instance.shifts[shift]!.heads;
    if (needed > heads) lacking += needed - heads;
    else spare += heads - needed;
  }
  const movable = move ? spare : 0;
  const hireable = temporary && instance.plant.slots[slot]!.start >= temporary.notice ? temporary.maximum : 0;
  const moveFirst = move !== null && (temporary === null || move.cents <= temporary.cents);
  const moved = moveFirst ? Math.min(lacking, movable) : Math.min(Math.max(0, lacking - hireable), movable);
  const hired = Math.min(lacking - moved, hireable);
  const cost = moved * (move?.cents ?? 0) + hired * (temporary?.cents ?? 0);
  const short = lacking - moved - hired;
  const violation = short > 0 ? 3600 * short : 0;
  const at = slot * instance.plant.skills.length + skill;
  state.cost += cost - state.slotCost[at]!;
  state.violation += violation - state.slotViolation[at]!;
  state.memory.putFloat(state.floatBase.slotCost + at, cost);
  state.memory.putFloat(state.floatBase.slotViolation + at, violation);
};
