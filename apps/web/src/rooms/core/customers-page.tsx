import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { CustomerDrawer } from './customer-drawer.tsx';
import { customersQuery } from './queries.ts';

/** The customers, with what is open between us. */
export function CustomersPage() {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug, has } = useMember();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const keeps = has('quality-manager', 'planner', 'administrator');
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('customers.add')}
    </Button>
  );
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch } = useQuery(customersQuery(slug));
  return (
    <>
      <ObjectList
        name="customers"
        title={t('customers.title')}
        count={data?.rows.length}
        columns={[
          {
            key: 'name',
            label: t('customers.name'),
            render: (row) => row.name,
            plain: (row) => row.name,
            card: 'first',
          },
          {
            key: 'waysIn',
            label: t('interventions.channel'),
            render: (row) => (
              <Group gap="sm" wrap="nowrap">
                {row.waysIn.map((channel) => (
                  <ChannelMark key={channel} channel={channel} />
                ))}
              </Group>
            ),
            plain: (row) => row.waysIn.map((channel) => frame(`channel.${channel}`)).join(', '),
            width: '300px',
            card: 'none',
          },
          {
            key: 'open',
            label: t('customers.open'),
            render: (row) => formats.number(row.open),
            plain: (row) => row.open,
            onCard: (row) => t('customers.openCount', { count: row.open }),
            numeric: true,
            width: '110px',
            card: 'second',
          },
          {
            key: 'unacknowledged',
            label: t('customers.unacknowledged'),
            render: (row) => formats.number(row.unacknowledged),
            plain: (row) => row.unacknowledged,
            numeric: true,
            width: '150px',
            card: 'none',
          },
          {
            key: 'secrets',
            label: t('customers.secrets'),
            render: (row) => formats.number(row.secrets),
            plain: (row) => row.secrets,
            numeric: true,
            width: '100px',
            card: 'none',
          },
          {
            key: 'people',
            label: t('customers.people'),
            render: (row) => formats.number(row.people),
            plain: (row) => row.people,
            numeric: true,
            width: '110px',
            card: 'none',
          },
        ]}
        rows={data?.rows}
        keyOf={(row) => row.id}
        nameOf={(row) => row.name}
        addressOf={(row) => pathOfSubject(slug, { kind: 'customer', id: row.id })}
        search={search}
        onSearch={onSearch}
        act={keeps ? add : undefined}
        {...(keeps ? { onCreate: () => setAdding(true) } : {})}
        empty={
          <>
            <Text fw={550}>{t('customers.empty')}</Text>
            <Text c="dimmed">{t('customers.emptyNext')}</Text>
          </>
        }
        problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
      />
      {adding ? (
        <CustomerDrawer
          onClose={() => setAdding(false)}
          onDone={(customer) =>
            void navigate({ to: '/o/$organization/customers/$customer', params: { organization: slug, customer } })
          }
        />
      ) : null}
    </>
  );
}
