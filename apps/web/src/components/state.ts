import type { TablerIcon } from '@tabler/icons-react';
import { IconAlertTriangle, IconCheck, IconCircle, IconCircleDot, IconEyeOff, IconFlag } from '@tabler/icons-react';
import type { catalogues } from '../texts/catalogues.ts';

/** A state that an object can be in; its word is the text `state.<state>`. */
export type State = keyof (typeof catalogues)['en']['frame']['state'];

/** Five tones and no more: resting, under way, good, needs an eye, bad; and withheld, which is hatched. */
export type Tone = 'grey' | 'petrol' | 'green' | 'amber' | 'red' | 'withheld';

const tones: Readonly<Record<State, Tone>> = {
  draft: 'grey',
  closed: 'grey',
  superseded: 'grey',
  notApplicable: 'grey',
  replaced: 'grey',
  ended: 'grey',
  revoked: 'grey',
  withdrawn: 'grey',
  open: 'petrol',
  sent: 'petrol',
  offered: 'petrol',
  proposed: 'petrol',
  seen: 'petrol',
  waiting: 'petrol',
  invited: 'petrol',
  inForce: 'green',
  acknowledged: 'green',
  kept: 'green',
  covered: 'green',
  granted: 'green',
  answered: 'green',
  decided: 'green',
  applied: 'green',
  pastTerm: 'amber',
  overtaken: 'amber',
  partial: 'amber',
  atRisk: 'amber',
  late: 'red',
  refused: 'red',
  gap: 'red',
  quarantined: 'red',
  contested: 'red',
  withheld: 'withheld',
};

const icons: Readonly<Record<Tone, TablerIcon>> = {
  grey: IconCircle,
  petrol: IconCircleDot,
  green: IconCheck,
  amber: IconFlag,
  red: IconAlertTriangle,
  withheld: IconEyeOff,
};

export const toneOf = (state: State): Tone => tones[state];
export const iconOf = (tone: Tone): TablerIcon => icons[tone];
