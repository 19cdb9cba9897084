import type { Violation } from '../model/plan.ts';
import type { Plant } from '../model/plant.ts';
import type { JudgedLot } from './check-lots.ts';
import type { ReadPlan } from './read-plan.ts';

/** Tools, setters and components: what several lines need at the same time. */
export const checkShared = (plant: Plant, lots: readonly JudgedLot[]): Violation[] => [
  ...checkTools(plant, lots),
  ...checkSetters(plant, lots),
  ...plant.components.flatMap((_, index) => checkComponent(plant, index, lots)),
];

const checkTools = (plant: Plant, lots: readonly JudgedLot[]): Violation[] =>
  plant.tools.flatMap((tool, index) => {
    const users = lots
      .filter((lot) => plant.items[lot.item]?.tool === index)
      .toSorted((a, b) => a.setupStart - b.setupStart);
    return users.flatMap((lot, at) =>
      users
        .slice(at + 1)
        .filter((other) => other.line !== lot.line && other.setupStart < lot.end)
        .map((other): Violation => ({ rule: 'tool-twice', at: tool, detail: `${lot.id} and ${other.id}` })),
    );
  });

const checkSetters = (plant: Plant, lots: readonly JudgedLot[]): Violation[] =>
  plant.setters.flatMap(({ id, heads }, index) => {
    const changeovers = lots.filter((lot) => lot.setters === index && lot.setupSeconds > 0);
    return changeovers.flatMap((lot): Violation[] => {
      const atOnce = changeovers.filter((other) => other.setupStart <= lot.setupStart && lot.setupStart < other.start);
      return atOnce.length > heads
        ? [{ rule: 'setters-short', at: id, detail: `${atOnce.length} changeovers at once when ${lot.id} is set up` }]
        : [];
    });
  });

const checkComponent = (plant: Plant, index: number, lots: readonly JudgedLot[]): Violation[] => {
  const component = plant.components[index];
  if (component === undefined) return [];
  const takes = lots
    .flatMap((lot) => {
      const item = plant.items[lot.item];
      const use = item?.uses.find((entry) => entry.component === index);
      if (!item || !use) return [];
      const quantity = use.perContainer
        ? Math.ceil(lot.pieces / item.container)
        : (lot.pieces + lot.lost) * use.perPiece;
      return [{ lot, quantity }];
    })
    .toSorted((a, b) => a.lot.start - b.lot.start);
  return takes.flatMap(({ lot }): Violation[] => {
    if (lot.start >= component.endless) return [];
    const taken = takes.filter((other) => other.lot.start <= lot.start).reduce((sum, take) => sum + take.quantity, 0);
    const there = component.receipts
      .filter((receipt) => receipt.at <= lot.start)
      .reduce((sum, receipt) => sum + receipt.quantity, component.stock);
    // Quantities per piece may have decimals; a millionth is no shortage.
    return taken > there + 1e-6
      ? [{ rule: component.rule, at: component.id, detail: `${taken - there} short when ${lot.id} starts` }]
      : [];
  });
};

/**
 * People by skill and shift: each line needs its largest crew of that shift. What a line lacks comes from lines
 * that have people to spare, or from temporary workers, the cheaper first.
 */
export const judgePeople = (
  plant: Plant,
  plan: ReadPlan,
  lots: readonly JudgedLot[],
): { readonly temporaryWorkers: number; readonly movedPeople: number; readonly violations: Violation[] } => {
  const violations: Violation[] = [];
  let temporaryWorkers = 0;
  let movedPeople = 0;
  for (const [slotIndex, slot] of plant.slots.entries()) {
    for (const [skillIndex, skill] of plant.skills.entries()) {
      let spare = 0;
      let lacking = 0;
      for (const [l, line] of plant.lines.entries()) {
        if (line.skill !== skillIndex) continue;
        for (const [s, shift] of line.shifts.entries()) {
          if (shift.slot !== slotIndex || !plan.opened[l]?.[s]) continue;
          const windows = (plan.windows[l] ?? []).filter((window) => window.shift === s);
          const there = lots.filter(
            (lot) => lot.line === l && windows.some((window) => lot.start < window.to && window.from < lot.end),
          );
          const needed = Math.max(0, ...there.map((lot) => lot.heads));
          spare += Math.max(0, shift.heads - needed);
          lacking += Math.max(0, needed - shift.heads);
        }
      }
      const movable = skill.move ? spare : 0;
      const hired = skill.temporary && slot.start >= skill.temporary.notice ? skill.temporary.maximum : 0;
      const moveFirst = skill.move !== null && skill.move.cents <= (skill.temporary?.cents ?? Number.POSITIVE_INFINITY);
      const moved = moveFirst ? Math.min(lacking, movable) : Math.min(Math.max(0, lacking - hired), movable);
      const temporary = Math.min(lacking - moved, hired);
      movedPeople += moved * (skill.move?.cents ?? 0);
      temporaryWorkers += temporary * (skill.temporary?.cents ?? 0);
      if (moved + temporary < lacking) {
        violations.push({
          rule: 'people-short',
          at: `${skill.name} ${slot.date} ${slot.name}`,
          detail: `${lacking - moved - temporary} short`,
        });
      }
    }
  }
  return { temporaryWorkers, movedPeople, violations };
};
