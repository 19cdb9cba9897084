import { ramps } from '../../../../theme/ramps.ts';

/** How one kind of lot looks. */
export interface LotLook {
  readonly fill: string;
  readonly border: string;
}

/** The colours of the theme that the drawings use, for one scheme. Words and shapes say the same; no colour stands alone. */
export interface Palette {
  readonly page: string;
  /** Time in which a line does not work. */
  readonly closed: string;
  readonly hatch: string;
  readonly grid: string;
  readonly strongGrid: string;
  readonly ink: string;
  readonly dimmed: string;
  readonly accent: string;
  readonly changeover: string;
  readonly now: string;
  readonly onTime: LotLook;
  readonly moved: LotLook;
  readonly late: LotLook;
  readonly begun: LotLook;
  /** By family; families beyond these begin again, and are told apart by their word. */
  readonly families: readonly LotLook[];
  readonly curve: { readonly first: string; readonly second: string; readonly limit: string };
}

/** No red: a late lot is red whatever its family. */
const familyRamps = ['petrol', 'violet', 'amber', 'blue', 'green', 'rose', 'gray'] as const;

const look = (ramp: keyof typeof ramps, fill: number, border: number): LotLook => ({
  fill: ramps[ramp][fill] ?? '',
  border: ramps[ramp][border] ?? '',
});

const light: Palette = {
  page: '#ffffff',
  closed: ramps.gray[1],
  hatch: ramps.gray[4],
  grid: ramps.gray[2],
  strongGrid: ramps.gray[3],
  ink: ramps.gray[9],
  dimmed: ramps.gray[6],
  accent: ramps.petrol[7],
  changeover: ramps.gray[6],
  now: ramps.petrol[7],
  onTime: look('petrol', 1, 6),
  moved: look('amber', 0, 6),
  late: look('red', 0, 7),
  begun: look('gray', 2, 5),
  families: familyRamps.map((ramp) => look(ramp, ramp === 'gray' ? 2 : 1, 6)),
  curve: { first: ramps.petrol[6], second: ramps.amber[6], limit: ramps.gray[6] },
};

const dark: Palette = {
  page: ramps.dark[7],
  closed: ramps.dark[9],
  hatch: ramps.dark[4],
  grid: ramps.dark[5],
  strongGrid: ramps.dark[4],
  ink: ramps.dark[0],
  dimmed: ramps.dark[2],
  accent: ramps.petrol[4],
  changeover: ramps.dark[2],
  now: ramps.petrol[4],
  onTime: look('petrol', 9, 4),
  moved: look('amber', 9, 4),
  late: look('red', 9, 4),
  begun: { fill: ramps.dark[5], border: ramps.dark[3] },
  families: familyRamps.map((ramp) =>
    ramp === 'gray' ? { fill: ramps.dark[4], border: ramps.dark[2] } : look(ramp, 9, 4),
  ),
  curve: { first: ramps.petrol[4], second: ramps.amber[4], limit: ramps.dark[2] },
};

export const paletteOf = (scheme: 'light' | 'dark'): Palette => (scheme === 'dark' ? dark : light);
