import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { LateBy } from './late-by.tsx';
import { promisesQuery } from './queries.ts';
import { WaitingOffers } from './waiting-offers.tsx';

/** What was promised, beside what was asked. */
export function PromisesPage() {
  const { t } = useTranslation('planning');
  const { slug, side } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    promisesQuery(slug),
  );
  const amount = ({ on, quantity }: { on: string; quantity: number }): string =>
    `${formats.number(quantity)} · ${formats.day(on)}`;
  return (
    <ObjectList
      name="promises"
      title={side === 'customer' ? t('promises.offersAndPromises') : t('promises.title')}
      notice={<WaitingOffers />}
      columns={[
        { key: 'item', label: t('release.item'), render: (row) => row.item, plain: (row) => row.item, card: 'first' },
        ...(side === 'organization'
          ? [
              {
                key: 'customer',
                label: t('releases.customer'),
                render: (row: { customer: string }) => row.customer,
                plain: (row: { customer: string }) => row.customer,
              },
            ]
          : []),
        {
          key: 'asked',
          label: t('promises.asked'),
          render: (row) => amount(row.asked),
          plain: (row) => amount(row.asked),
        },
        {
          key: 'promised',
          label: t('promises.promised'),
          render: (row) => amount(row.promised),
          plain: (row) => amount(row.promised),
        },
        {
          key: 'late',
          label: t('promises.lateBy'),
          render: (row) => <LateBy days={row.lateBy} />,
          plain: (row) => row.lateBy,
          width: '150px',
        },
      ]}
      rows={data?.pages.flatMap((page) => page.rows)}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.item} ${row.promised.on}`}
      addressOf={(row) => pathOfSubject(slug, { kind: 'promise', id: row.id })}
      search={search}
      onSearch={onSearch}
      onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingOlder={isFetchingNextPage}
      empty={
        <>
          <Text fw={550}>{t('promises.empty')}</Text>
          <Text c="dimmed">{side === 'customer' ? t('promises.emptyCustomer') : t('promises.emptyNext')}</Text>
        </>
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}
