import type { State } from './state.ts';

/** How dear it is on a line to go from one item (-1: what the line is set up for) to another one (-1: nothing follows). */
const between = (state: State, line: number, from: number, to: number): number => {
  const { instance } = state;
  if (to < 0) return 0;
  const last = from < 0 ? instance.stateItem[line]! : from;
  if (last === to) return 0;
  const runs = line * instance.items;
  const out = from < 0 ? instance.stateClass[line]! : instance.changeoverClass[runs + from]!;
  return instance.changeoverWeight[line]![out * instance.classes[line]! + instance.changeoverClass[runs + to]!]!;
};

/**
 * What a block of lots that begins and ends with the given items would add to the changeovers of a line behind the lot
 * `after` (-1: in the first place). Looks at neighbours alone, so that many places can be compared before one is tried.
 */
export const addedChangeover = (state: State, line: number, after: number, first: number, last: number): number => {
  const before = after < 0 ? -1 : state.item[after]!;
  const follower = after < 0 ? state.head[line]! : state.next[after]!;
  const behind = follower < 0 ? -1 : state.item[follower]!;
  return (
    between(state, line, before, first) + between(state, line, last, behind) - between(state, line, before, behind)
  );
};
