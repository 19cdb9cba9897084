import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../components/state-badge.tsx';
import type { Tone } from '../../components/state.ts';
import type { Interchange } from './queries.ts';

/** Where a file stands, in colour, icon and word. */
export function FileState({ state }: { readonly state: Interchange['state'] }) {
  const { t } = useTranslation('planning');
  return <ToneBadge tone={tones[state]}>{t(`messages.state.${state}`)}</ToneBadge>;
}

const tones: Readonly<Record<Interchange['state'], Tone>> = {
  'unknown-sender': 'amber',
  unreadable: 'red',
  quarantined: 'red',
  received: 'petrol',
  applied: 'green',
  'set-aside': 'grey',
  test: 'grey',
};
