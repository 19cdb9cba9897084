import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, notFound, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { WordsLine } from '../../components/customer-words.tsx';
import { Moment } from '../../components/moment.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { KindBadge, StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { rootRoute } from '../../shell/root-route.tsx';
import { useMember } from '../../shell/member.ts';
import { GrantsTo } from './grants-to.tsx';
import { customersQuery } from './queries.ts';
import { TransmissionsOf } from './transmissions-of.tsx';

const route = getRouteApi('/o/$organization/customers/$customer');

/** A customer: what he said, which rules are agreed with him, what he was handed over. */
export function CustomerPage() {
  const { t } = useTranslation('core');
  const { customer: id } = route.useParams();
  const { tab } = route.useSearch();
  const { slug, has } = useMember();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(customersQuery(slug));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const customer = data.rows.find((row) => row.id === id);
  if (customer === undefined) throw notFound({ routeId: rootRoute.id });
  return (
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
        t('customers.openCount', { count: customer.open }),
        ...(customer.unacknowledged === 0
          ? []
          : [t('customers.unacknowledgedCount', { count: customer.unacknowledged })]),
        ...(customer.secrets === 0 ? [] : [t('customers.secretsCount', { count: customer.secrets })]),
        t('customers.peopleCount', { count: customer.people }),
      ]}
      tab={tab}
      onTab={(next) => void navigate({ to: '.', search: next === undefined ? {} : { tab: next }, replace: true })}
      tabs={[
        { key: 'words', label: t('interventions.words'), content: <Words slug={slug} customer={id} /> },
        { key: 'rules', label: t('customers.rules'), content: <Rules slug={slug} customer={id} /> },
        {
          key: 'transmissions',
          label: t('rule.tabs.transmissions'),
          content: <TransmissionsOf slug={slug} of={{ customer: id }} />,
        },
        ...(has('quality-manager', 'administrator')
          ? [
              {
                key: 'secrets',
                label: t('customers.secrets'),
                count: customer.secrets,
                content: <GrantsTo slug={slug} customer={id} name={customer.name} />,
              },
            ]
          : []),
      ]}
    />
  );
}

interface PartProps {
  readonly slug: string;
  readonly customer: string;
}

function Words({ slug, customer }: PartProps) {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keyOf(slug, 'intervention', 'list', { customer }),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/interventions', {
          params: {
            path: { organization: slug },
            query: { customer, limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const rows = data?.pages.flatMap((page) => page.rows);
  if (rows?.length === 0) return <Text c="dimmed">{t('customers.noWords')}</Text>;
  return (
    <>
      <RefusalOf error={error} />
      <Table>
        <Table.Tbody>
          {rows?.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <TextLink
                  c="inherit"
                  to="/o/$organization/interventions/$intervention"
                  params={{ organization: slug, intervention: row.id }}
                >
                  {row.words === '' ? (
                    t('interventions.notCited')
                  ) : (
                    <WordsLine words={row.words} language={row.language} />
                  )}
                </TextLink>
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <ChannelMark channel={row.channel} />
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <Moment at={row.receivedAt} plain />
              </Table.Td>
              <Table.Td>
                <StateBadge state={row.state} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hasNextPage ? (
        <Button mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {frame('list.older')}
        </Button>
      ) : null}
    </>
  );
}

function Rules({ slug, customer }: PartProps) {
  const { t } = useTranslation('core');
  const { data, error } = useQuery({
    queryKey: keyOf(slug, 'rule', 'of-customer', customer),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules', {
          params: { path: { organization: slug }, query: { customer, limit: 200 } },
        }),
      ),
  });
  if (data?.rows.length === 0) return <Text c="dimmed">{t('customers.noRules')}</Text>;
  return (
    <>
      <RefusalOf error={error} />
      <Table>
        <Table.Tbody>
          {data?.rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <TextLink to="/o/$organization/rules/$rule" params={{ organization: slug, rule: row.id }}>
                  {`${row.label} ${row.title}`}
                </TextLink>
              </Table.Td>
              <Table.Td>{`v${row.version}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
