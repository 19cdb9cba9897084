import { useTranslation } from 'react-i18next';
import { StateBadge, ToneBadge } from '../../components/state-badge.tsx';
import type { Expectation } from './voice-api.ts';

/** How the frame calls each consent. */
export const consentText = {
  'by-name': 'mayBeCited',
  'without-name': 'mayBeCitedNameless',
  none: 'mayNotBeCited',
} as const;

/** Where an expectation stands. */
export function ExpectationState({ row }: { readonly row: Pick<Expectation, 'state'> }) {
  const { t } = useTranslation('voice');
  switch (row.state) {
    case 'answered':
    case 'withdrawn':
      return <StateBadge state={row.state} />;
    case 'in-a-theme':
      return <ToneBadge tone="petrol">{t('state.in-a-theme')}</ToneBadge>;
    case 'peers':
    case 'heard':
      return <ToneBadge tone="grey">{t(`state.${row.state}`)}</ToneBadge>;
  }
}
