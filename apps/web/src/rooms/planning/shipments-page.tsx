import { Button, Group, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { useListSearch } from '../../components/list-search.ts';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { type ShipmentRow, shipmentsQuery, shippingQuery } from './queries.ts';

/** What leaves for customers, newest first; a customer sees what has left for him. */
export function ShipmentsPage() {
  const { t } = useTranslation('planning');
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    shipmentsQuery(slug),
  );
  const when = (row: ShipmentRow): string => formats.moment(row.leftAt ?? row.madeAt);
  const place = (row: ShipmentRow): string => (row.shipToName === '' ? row.shipTo : row.shipToName);
  return (
    <ObjectList
      name="shipments"
      title={t('shipments.title')}
      notice={has('planner') ? <HowWeShip /> : undefined}
      columns={[
        { key: 'note', label: t('shipments.note'), render: (row) => row.note, plain: (row) => row.note, card: 'first' },
        ...(side === 'organization'
          ? [
              {
                key: 'customer',
                label: t('releases.customer'),
                render: (row: ShipmentRow) => row.customer,
                plain: (row: ShipmentRow) => row.customer,
              },
            ]
          : []),
        { key: 'place', label: t('shipments.shipTo'), render: place, plain: place },
        { key: 'items', label: t('shipments.items'), render: (row) => row.items, plain: (row) => row.items },
        { key: 'left', label: t('shipments.left'), render: when, plain: when },
        {
          key: 'state',
          label: t('releases.stateFilter'),
          render: (row) => <ShipmentState state={row.state} />,
          plain: (row) => t(`shipments.state.${row.state}`),
          width: '150px',
        },
      ]}
      rows={data?.pages.flatMap((page) => page.rows)}
      keyOf={(row) => row.id}
      nameOf={(row) => row.note}
      addressOf={(row) => pathOfSubject(slug, { kind: 'shipment', id: row.id })}
      search={search}
      onSearch={onSearch}
      onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingOlder={isFetchingNextPage}
      act={
        has('planner') ? (
          <ButtonLink variant="filled" to="/o/$organization/shipments/new" params={{ organization: slug }}>
            {t('shipments.prepare')}
          </ButtonLink>
        ) : undefined
      }
      empty={
        <>
          <Text fw={550}>{t('shipments.empty')}</Text>
          <Text c="dimmed">{side === 'customer' ? t('shipments.emptyCustomer') : t('shipments.emptyNext')}</Text>
        </>
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}

/** Prepared or announced, in colour and word. */
export function ShipmentState({ state }: { readonly state: ShipmentRow['state'] }) {
  const { t } = useTranslation('planning');
  return <ToneBadge tone={state === 'announced' ? 'green' : 'petrol'}>{t(`shipments.state.${state}`)}</ToneBadge>;
}

/** Asked once, before the first label: GS1 company prefix and the place that goods leave. */
function HowWeShip() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const client = useQueryClient();
  const { data } = useQuery(shippingQuery(slug));
  const [prefix, setPrefix] = useState('');
  const [from, setFrom] = useState('');
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/organizations/{organization}/shipping', {
          params: { path: { organization: slug } },
          body: { gs1Prefix: prefix, shipFrom: from },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'shipping') }),
  });
  if (data === undefined || data.shipping !== null) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Text mb="xs">{t('shipments.howWeShip')}</Text>
      <Group align="end" gap="sm">
        <TextInput
          label={t('shipments.prefix')}
          required
          value={prefix}
          onChange={(e) => setPrefix(e.currentTarget.value)}
        />
        <TextInput label={t('shipments.from')} required value={from} onChange={(e) => setFrom(e.currentTarget.value)} />
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('partner.save')}
        </Button>
      </Group>
      <RefusalOf error={save.error} />
    </form>
  );
}
