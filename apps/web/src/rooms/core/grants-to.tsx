import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { HeldGrants } from './held-grants.tsx';
import { grantsQuery } from './transmission-queries.ts';

interface GrantsToProps {
  readonly slug: string;
  readonly customer: string;
  readonly name: string;
}

/** Every secret that was granted to one customer, those that ended included. */
export function GrantsTo({ slug, customer, name }: GrantsToProps) {
  const { t } = useTranslation('transmissions');
  const { data, error, refetch } = useQuery(grantsQuery(slug));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return (
    <HeldGrants
      title={t('grants.holds', { customer: name })}
      empty={t('grants.holdsNothing')}
      rows={data.rows.filter((row) => row.customer.id === customer)}
      name={(row) => `${row.rule.label} ${row.block.text}`}
    />
  );
}
