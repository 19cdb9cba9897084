import { newId } from '../platform/ids.ts';
import type { Cells } from './plant/cells.ts';
import type { SheetName } from './plant/sheets.ts';

type Row = { readonly id: string; readonly sheet: SheetName; readonly cells: Cells };

/**
 * The plant of Ateliers Morvane: 40 items on 4 lines. Nine items are called off (demo-releases.ts); the kits among them are assembled of
 * 31 parts that the presses and the moulding make.
 */
export function demoPlant(language: 'en' | 'fr'): readonly Row[] {
  const fr = language === 'fr';
  const names = fr
    ? {
        assembly: 'Assemblage 1',
        moulding: 'Moulage A',
        press: 'Presse',
        two: 'Deux postes',
        early: 'matin',
        late: 'soir',
      }
    : {
        assembly: 'Assembly 1',
        moulding: 'Moulding A',
        press: 'Press',
        two: 'Two shifts',
        early: 'early',
        late: 'late',
      };
  const skills = fr
    ? { pressing: 'presse', moulding: 'moulage', wiring: 'câblage' }
    : { pressing: 'pressing', moulding: 'moulding', wiring: 'wiring' };
  const [press1, press2] = [`${names.press} 1`, `${names.press} 2`];
  const saturday = fr ? 'samedi' : 'saturday';
  const lines = [press1, press2, names.moulding, names.assembly];
  const rows: Row[] = [];
  const add = (sheet: SheetName, cells: Cells): void => void rows.push({ id: newId(), sheet, cells });

  add('plant', { plant: 'Morvane', daysAhead: 20, changedLot: 40, halvingDays: 7 });
  add('shifts', {
    calendar: names.two,
    shift: names.early,
    days: '1-5',
    from: '06:00',
    to: '14:00',
    breakFrom: '09:30',
    breakTo: '10:00',
  });
  add('shifts', {
    calendar: names.two,
    shift: names.late,
    days: '1-5',
    from: '14:00',
    to: '22:00',
    breakFrom: '18:00',
    breakTo: '18:30',
  });
  for (const line of lines) {
    const skill = line === names.assembly ? skills.wiring : line === names.moulding ? skills.moulding : skills.pressing;
    const heads = line === names.assembly ? 4 : 2;
    add('lines', {
      line,
      calendar: names.two,
      frozenDays: 1,
      skill,
      heads,
      setFor:
        family[
          line === names.assembly ? 'kit' : line === names.moulding ? 'housing' : line === press1 ? 'bracket' : 'metal'
        ],
    });
    add('changeovers', { line, from: '*', to: '*', minutes: 15, cost: 12 });
    add('overtime', {
      line,
      shift: names.late,
      stepMinutes: 30,
      maximumMinutes: 120,
      perWeekMinutes: 480,
      noticeHours: 24,
      consent: fr ? 'l’équipe' : 'the team',
      perHour: 45 * heads,
    });
    add('extra-shifts', {
      line,
      shift: saturday,
      days: '6',
      from: '06:00',
      to: '12:00',
      perWeek: 1,
      noticeHours: 48,
      consent: fr ? 'l’équipe' : 'the team',
      perShift: 330 * heads,
    });
  }
  add('changeovers', { line: press2, from: family.metal, to: family.bracket, minutes: 45, cost: 60 });
  add('changeovers', { line: press2, from: family.bracket, to: family.metal, minutes: 45, cost: 60 });
  add('changeovers', { line: names.moulding, from: family.housing, to: family.plastic, minutes: 40, cost: 55 });
  add('changeovers', { line: names.moulding, from: family.plastic, to: family.housing, minutes: 60, cost: 80 });
  add('temporary-workers', { skill: skills.wiring, heads: 1, noticeHours: 48, perShift: 240 });
  add('moving-people', { skill: skills.pressing, perShift: 30 });
  add('customers', {
    customer: 'Norvik Automobiles',
    transitDays: 0,
    dispatch: '10:00',
    latePerPieceDay: 1.5,
    lateStepHours: 0,
    lateStep: 150,
    brokenPromise: 800,
    unserved: 90,
  });
  add('customers', {
    customer: 'Brenval Trucks',
    transitDays: 1,
    dispatch: '14:00',
    latePerPieceDay: 1,
    lateStepHours: 0,
    lateStep: 100,
    brokenPromise: 400,
    unserved: 70,
  });

  for (const { item, week, pack, kind, seconds, en, fr: french, tool } of sold) {
    const kit = kind === 'kit';
    add('items', {
      item,
      description: fr ? french : en,
      family: family[kind],
      tool: tool ?? null,
      container: pack,
      minimumLot: pack * 2,
      maximumLot: pack * 12,
      stock: Math.round((week * 0.3) / pack) * pack,
      safetyStock: Math.round((week * 0.1) / pack) * pack,
      lostPieces: kit ? 0 : 3,
      inspectionMinutes: 5,
      transferMinutes: kit ? 0 : 30,
      holding: kit ? 0.02 : 0.01,
    });
    if (kit) {
      add('runs', { line: names.assembly, item, heads: 4, seconds });
      add('runs', { line: names.assembly, item, heads: 5, seconds: Math.round(seconds * 0.82) });
    } else if (kind === 'housing') add('runs', { line: names.moulding, item, heads: 2, seconds });
    else {
      add('runs', { line: press1, item, heads: 2, seconds });
      if (item === 'BR-210') add('runs', { line: press2, item, heads: 2, seconds: seconds + 10 });
    }
  }
  for (const { item, kit, kind, seconds } of parts()) {
    const { week } = sold.find((one) => one.item === kit)!;
    add('items', {
      item,
      description: fr ? `Pièce de ${kit}` : `Part of ${kit}`,
      family: family[kind],
      container: 60,
      minimumLot: 240,
      maximumLot: 1200,
      stock: Math.ceil((week * 1.4) / 60) * 60,
      safetyStock: 60,
      lostPieces: 5,
      inspectionMinutes: 5,
      transferMinutes: 30,
      holding: 0.003,
    });
    add('bill', { item: kit, of: item, perPiece: 1 });
    add('runs', { line: kind === 'metal' ? press2 : names.moulding, item, heads: 2, seconds });
    if (kind === 'metal' && item.endsWith('1')) add('runs', { line: press1, item, heads: 2, seconds: seconds + 5 });
  }
  return rows;
}

const family = { kit: 'K', bracket: 'B', metal: 'M', housing: 'H', plastic: 'P' } as const;

const sold = [
  {
    item: 'KIT-A',
    week: 320,
    pack: 40,
    kind: 'kit',
    seconds: 260,
    en: 'Door harness kit, left',
    fr: 'Kit faisceau de porte, gauche',
    tool: undefined,
  },
  {
    item: 'KIT-B',
    week: 300,
    pack: 60,
    kind: 'kit',
    seconds: 240,
    en: 'Door harness kit, right',
    fr: 'Kit faisceau de porte, droite',
    tool: undefined,
  },
  {
    item: 'KIT-C',
    week: 120,
    pack: 20,
    kind: 'kit',
    seconds: 310,
    en: 'Cab harness kit',
    fr: 'Kit faisceau de cabine',
    tool: undefined,
  },
  {
    item: 'BR-204',
    week: 640,
    pack: 80,
    kind: 'bracket',
    seconds: 120,
    en: 'Bracket 204',
    fr: 'Support 204',
    tool: 'D-204',
  },
  {
    item: 'BR-207',
    week: 480,
    pack: 80,
    kind: 'bracket',
    seconds: 140,
    en: 'Bracket 207',
    fr: 'Support 207',
    tool: 'D-207',
  },
  {
    item: 'BR-210',
    week: 200,
    pack: 40,
    kind: 'bracket',
    seconds: 150,
    en: 'Bracket 210',
    fr: 'Support 210',
    tool: 'D-210',
  },
  { item: 'HO-3', week: 240, pack: 40, kind: 'housing', seconds: 190, en: 'Housing 3', fr: 'Boîtier 3', tool: 'M-3' },
  { item: 'HO-5', week: 160, pack: 40, kind: 'housing', seconds: 210, en: 'Housing 5', fr: 'Boîtier 5', tool: 'M-5' },
  { item: 'HO-7', week: 260, pack: 20, kind: 'housing', seconds: 170, en: 'Housing 7', fr: 'Boîtier 7', tool: 'M-7' },
] as const;

/** Five of metal and five of plastic for each kit, one more for the last. */
const parts = (): readonly { item: string; kit: string; kind: 'metal' | 'plastic'; seconds: number }[] =>
  (['A', 'B', 'C'] as const).flatMap((letter) => [
    ...[1, 2, 3, 4, 5].map((n) => ({
      item: `MB-${letter}${n}`,
      kit: `KIT-${letter}`,
      kind: 'metal' as const,
      seconds: 32 + n,
    })),
    ...[1, 2, 3, 4, 5, ...(letter === 'C' ? [6] : [])].map((n) => ({
      item: `PL-${letter}${n}`,
      kit: `KIT-${letter}`,
      kind: 'plastic' as const,
      seconds: 14 + n,
    })),
  ]);
