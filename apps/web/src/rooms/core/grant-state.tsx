import { useTranslation } from 'react-i18next';
import { StateBadge, ToneBadge } from '../../components/state-badge.tsx';
import { useFormats } from '../../use-formats.ts';
import type { Grant } from './composer.ts';

export type GrantState = 'revoked' | 'ended' | 'waits' | 'endsSoon' | 'granted';

/** Within how many days of its end a grant is said to end soon. */
const soon = 30;

/** Where a grant stands today. One without its second signature does not hold, whatever its days. */
export function grantState(
  grant: Pick<Grant, 'revokedAt' | 'until' | 'waits'>,
  today: Temporal.PlainDate = Temporal.Now.plainDateISO(),
): GrantState {
  if (grant.revokedAt !== null) return 'revoked';
  const left = grant.until === null ? null : today.until(grant.until).total('days');
  if (left !== null && left < 0) return 'ended';
  if (grant.waits) return 'waits';
  return left !== null && left <= soon ? 'endsSoon' : 'granted';
}

/** Whether the customer gets the block today. */
export const holds = (grant: Grant): boolean => ['granted', 'endsSoon'].includes(grantState(grant));

export function GrantBadge({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation('transmissions');
  const formats = useFormats();
  const state = grantState(grant);
  if (state === 'waits') return <StateBadge state="waiting">{t('grants.waits')}</StateBadge>;
  if (state === 'endsSoon')
    return <ToneBadge tone="amber">{t('grants.endsSoon', { day: formats.date(grant.until ?? '') })}</ToneBadge>;
  return <StateBadge state={state} />;
}
