import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../components/state-badge.tsx';

/** How a promised day lies to the one that was asked. */
export function LateBy({ days }: { readonly days: number }) {
  const { t } = useTranslation('planning');
  if (days > 0) return <ToneBadge tone="red">{t('promises.late', { count: days })}</ToneBadge>;
  return <ToneBadge tone="green">{t('promises.onTime')}</ToneBadge>;
}
