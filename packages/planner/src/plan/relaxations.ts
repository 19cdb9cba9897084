import type { Item, Line, Problem } from '../model/problem.ts';

/** One reason for which a demand may be late. `at` names the line, item, component, tool, setters or skill. */
export interface Cause {
  readonly kind:
    | 'line'
    | 'changeovers'
    | 'component'
    | 'empties'
    | 'tool'
    | 'setters'
    | 'people'
    | 'frozen-zone'
    | 'pins'
    | 'lot-size'
    | 'start-up';
  readonly at: string;
}

/** The causes that could concern an item: what is in its way, and in the way of the parts it is made of. */
export const causesFor = (problem: Problem, itemId: string): Cause[] => {
  const byId = new Map(problem.items.map((item) => [item.id, item]));
  const bill = byId.get(itemId)?.bill ?? [];
  const concerned = [itemId, ...bill.map((line) => line.of)].flatMap((id) => byId.get(id) ?? []);
  const ids = new Set(concerned.map((item) => item.id));
  const lines = problem.lines.filter((line) => line.runs.some((run) => ids.has(run.item)));
  const causes: Cause[] = [];
  const add = (kind: Cause['kind'], at: string): void => {
    if (!causes.some((cause) => cause.kind === kind && cause.at === at)) causes.push({ kind, at });
  };
  for (const line of lines) {
    add('line', line.id);
    if (line.changeovers?.some((rule) => rule.minutes > 0)) add('changeovers', line.id);
    if (line.frozenUntil) add('frozen-zone', line.id);
    if (line.crew) add('people', line.crew.skill);
    for (const rule of line.changeovers ?? []) if (rule.setters) add('setters', rule.setters);
  }
  for (const item of concerned) {
    if (item.tool) add('tool', item.tool);
    if (item.empties) add('empties', item.id);
    if ((item.minimumLotPieces ?? 1) > (item.containerPieces ?? 1)) add('lot-size', item.id);
    if (item.startUp?.lostPieces || item.startUp?.inspectionMinutes) add('start-up', item.id);
    for (const { of } of item.bill ?? []) if (problem.components?.some(({ id }) => id === of)) add('component', of);
  }
  if (problem.pins?.length) add('pins', '');
  return causes;
};

/** The problem with one cause taken away, and nothing else. */
export const relaxed = (problem: Problem, cause: Cause): Problem => {
  const lines = (change: (line: Line) => Line): Problem => ({ ...problem, lines: problem.lines.map(change) });
  const items = (change: (item: Item) => Item): Problem => ({ ...problem, items: problem.items.map(change) });
  switch (cause.kind) {
    case 'line':
      return lines((line) => (line.id === cause.at ? twiceAsFast(line) : line));
    case 'changeovers':
      return lines((line) =>
        line.id === cause.at
          ? { ...line, changeovers: (line.changeovers ?? []).map((rule) => ({ ...rule, minutes: 0 })) }
          : line,
      );
    case 'component':
      return {
        ...problem,
        components: (problem.components ?? []).map((entry) =>
          entry.id === cause.at ? { ...entry, stock: 1e9 } : entry,
        ),
      };
    case 'empties':
      return items((item) => (item.id === cause.at ? without(item, 'empties') : item));
    case 'tool':
      return items((item) => (item.tool === cause.at ? without(item, 'tool') : item));
    case 'setters':
      return {
        ...problem,
        setters: (problem.setters ?? []).map((entry) =>
          entry.id === cause.at ? { ...entry, heads: entry.heads + 50 } : entry,
        ),
      };
    case 'people':
      return lines((line) =>
        line.crew?.skill === cause.at
          ? { ...line, crew: { skill: line.crew.skill, heads: line.crew.heads + 50 } }
          : line,
      );
    case 'frozen-zone':
      return lines((line) => (line.id === cause.at ? without(line, 'frozenUntil') : line));
    case 'pins':
      return { ...problem, pins: [] };
    case 'lot-size':
      return items((item) => (item.id === cause.at ? { ...item, minimumLotPieces: 1 } : item));
    case 'start-up':
      return items((item) => (item.id === cause.at ? without(item, 'startUp') : item));
  }
};

const twiceAsFast = (line: Line): Line => ({
  ...line,
  runs: line.runs.map((run) => ({
    ...run,
    modes: run.modes.map((mode) => ({
      ...mode,
      secondsPerPiece: Math.max(1, Math.round(mode.secondsPerPiece * 500)) / 1000,
    })),
  })),
});

const without = <T extends object>(value: T, field: keyof T): T => {
  const copy = { ...value };
  delete copy[field];
  return copy;
};
