import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, notFound, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { ObjectPage, type PageTab } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { KindBadge } from '../../components/state-badge.tsx';
import { rootRoute } from '../../shell/root-route.tsx';
import { useMember } from '../../shell/member.ts';
import { InviteDrawer } from '../settings/invite-drawer.tsx';
import { CustomerDrawer } from './customer-drawer.tsx';
import { CustomerPeopleTab, CustomerRulesTab, CustomerSchedulesTab, CustomerWordsTab } from './customer-tabs.tsx';
import { GrantsTo } from './grants-to.tsx';
import { customersQuery } from './queries.ts';
import { TransmissionsOf } from './transmissions-of.tsx';

const route = getRouteApi('/o/$organization/customers/$customer');

/** A customer: what he said, which rules he touched, what he was handed over and granted, his schedules, his people. */
export function CustomerPage() {
  const { t } = useTranslation('core');
  const { customer: id } = route.useParams();
  const { tab } = route.useSearch();
  const { slug, organization, has } = useMember();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'invite' | 'change'>();
  const { data, error, refetch } = useQuery(customersQuery(slug));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const customer = data.rows.find((row) => row.id === id);
  if (customer === undefined) throw notFound({ routeId: rootRoute.id });
  const keeps = has('quality-manager', 'planner', 'administrator');
  const part = { slug, customer: id };
  const tabs: readonly (PageTab | null)[] = [
    { key: 'words', label: t('interventions.words'), content: <CustomerWordsTab {...part} /> },
    { key: 'rules', label: t('customers.rules'), content: <CustomerRulesTab {...part} /> },
    {
      key: 'transmissions',
      label: t('rule.tabs.transmissions'),
      content: <TransmissionsOf slug={slug} of={{ customer: id }} />,
    },
    has('quality-manager', 'administrator')
      ? {
          key: 'secrets',
          label: t('customers.secrets'),
          count: customer.secrets,
          content: <GrantsTo slug={slug} customer={id} name={customer.name} />,
        }
      : null,
    organization.waysIn.includes('planning')
      ? { key: 'schedules', label: t('customers.schedules'), content: <CustomerSchedulesTab {...part} /> }
      : null,
    keeps
      ? {
          key: 'people',
          label: t('customers.people'),
          count: customer.people,
          content: <CustomerPeopleTab {...part} />,
        }
      : null,
  ];
  return (
    <>
      <ObjectPage
        badges={
          <>
            <KindBadge>{t('customers.customer')}</KindBadge>
            {customer.conflictClass === null ? null : (
              <KindBadge>{t('customers.conflictClass', { name: customer.conflictClass })}</KindBadge>
            )}
          </>
        }
        title={customer.name}
        facts={[
          ...customer.waysIn.map((channel) => <ChannelMark key={channel} channel={channel} />),
          t('customers.openCount', { count: customer.open }),
          ...(customer.unacknowledged === 0
            ? []
            : [t('customers.unacknowledgedCount', { count: customer.unacknowledged })]),
          ...(customer.secrets === 0 ? [] : [t('customers.secretsCount', { count: customer.secrets })]),
          t('customers.peopleCount', { count: customer.people }),
        ]}
        act={
          keeps ? (
            <Button variant="filled" onClick={() => setOpen('invite')}>
              {t('customers.invite')}
            </Button>
          ) : undefined
        }
        menu={keeps ? <Menu.Item onClick={() => setOpen('change')}>{t('customers.change')}</Menu.Item> : undefined}
        tab={tab}
        onTab={(next) => void navigate({ to: '.', search: next === undefined ? {} : { tab: next }, replace: true })}
        tabs={tabs.filter((one) => one !== null)}
      />
      {open === 'invite' ? <InviteDrawer customer={id} onClose={() => setOpen(undefined)} /> : null}
      {open === 'change' ? (
        <CustomerDrawer customer={customer} onDone={() => setOpen(undefined)} onClose={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}
