import { Alert, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import type { Filter } from '../../components/list-filters.tsx';
import { type ListSearch, useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { type Column, ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { Refused } from '../../problem.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { customersQuery } from './queries.ts';
import { stateOf, transmissionQuery, type TransmissionRow, transmissionsQuery } from './transmission-queries.ts';
import { DocumentText } from './visible-document.tsx';

/** What was handed over, longest waiting first; on a customer's side: the documents he received. */
export function TransmissionsPage() {
  const { slug, side } = useMember();
  const [search, onSearch] = useListSearch();
  return side === 'customer' ? (
    <Received slug={slug} search={search} onSearch={onSearch} />
  ) : (
    <Register slug={slug} search={search} onSearch={onSearch} />
  );
}

interface PartProps {
  readonly slug: string;
  readonly search: ListSearch;
  readonly onSearch: (change: ListSearch) => void;
}

function Register({ slug, search, onSearch }: PartProps) {
  const { t } = useTranslation('transmissions');
  const { has } = useMember();
  const columns = useColumns();
  const customers = useQuery(customersQuery(slug));
  const list = useInfiniteQuery(
    transmissionsQuery(slug, { customer: search['customer'], rule: search['rule'], state: search['state'] }),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const remind = useRemind(slug, rows ?? []);
  const rule = search['rule'];
  const ofRule = rows?.find((row) => row.rule === rule);
  const filters: Filter[] = [
    {
      key: 'customer',
      label: t('customer'),
      options: customers.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [],
    },
    useStateFilter(),
    // Chosen on a rule's page, and shown here so that it can be taken away.
    ...(rule === undefined
      ? []
      : [{ key: 'rule', label: t('rule'), options: [{ value: rule, label: ofRule?.label ?? '' }] }]),
  ];
  return (
    <ObjectList
      name="transmissions"
      title={t('title')}
      columns={[
        columns.text,
        columns.number,
        columns.version,
        {
          key: 'customer',
          label: t('customer'),
          render: (row) => row.customer.name,
          plain: (row) => row.customer.name,
          width: '145px',
          card: 'second',
        },
        columns.sent,
        {
          key: 'seen',
          label: t('seen'),
          render: (row) =>
            row.seenAt === null ? (
              <Text span c="dimmed">
                {t('notOpened')}
              </Text>
            ) : (
              <Moment at={row.seenAt} plain />
            ),
          plain: (row) => row.seenAt ?? '',
          width: '125px',
          card: 'none',
        },
        columns.due,
        // The first to go where there is no room: the state says it too.
        {
          key: 'acknowledged',
          label: t('acknowledged'),
          render: (row) => (row.acknowledgedAt === null ? '' : <Moment at={row.acknowledgedAt} plain />),
          plain: (row) => row.acknowledgedAt ?? '',
          width: '125px',
          card: 'none',
        },
        columns.state,
      ]}
      rows={rows}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.label} ${row.title}, ${row.customer.name}`}
      addressOf={(row) => pathOfSubject(slug, { kind: 'transmission', id: row.id })}
      search={search}
      onSearch={onSearch}
      filters={filters}
      onShowOlder={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      loadingOlder={list.isFetchingNextPage}
      bulk={
        has('quality-manager', 'planner', 'team-lead')
          ? [{ name: t('remind'), run: (keys) => remind.mutate(keys) }]
          : []
      }
      peek={peekAt}
      act={
        has('quality-manager', 'administrator') ? (
          <ButtonLink variant="subtle" color="gray" to="/o/$organization/disclosures" params={{ organization: slug }}>
            {t('secretsGranted')}
          </ButtonLink>
        ) : undefined
      }
      empty={
        <>
          <Text fw={550}>{t('empty')}</Text>
          <Text c="dimmed">{t('emptyNext')}</Text>
          <ButtonLink variant="filled" to="/o/$organization/procedures" params={{ organization: slug }}>
            {t('toProcedures')}
          </ButtonLink>
        </>
      }
      problem={
        list.error !== null ? (
          <RefusalOf error={list.error} onRetry={() => void list.refetch()} />
        ) : remind.data !== undefined && remind.data.refused.length > 0 ? (
          <NotReminded refused={remind.data.refused} />
        ) : undefined
      }
    />
  );
}

const peekAt = ({ id }: TransmissionRow) => <TransmissionPeek id={id} />;

/** What was sent, beside the list. On our side alone: a customer who looks has opened it. */
function TransmissionPeek({ id }: { readonly id: string }) {
  const { slug } = useMember();
  const { data, error, refetch } = useQuery(transmissionQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return <DocumentText document={data.document} language={data.language} slug={slug} />;
}

function Received({ slug, search, onSearch }: PartProps) {
  const { t } = useTranslation('transmissions');
  const { organization } = useMember();
  const columns = useColumns();
  const list = useInfiniteQuery(transmissionsQuery(slug, { state: search['state'] }));
  return (
    <ObjectList
      name="received"
      title={t('received')}
      columns={[columns.text, columns.number, columns.version, columns.sent, columns.due, columns.state]}
      rows={list.data?.pages.flatMap((page) => page.rows)}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.label} ${row.title}`}
      addressOf={(row) => pathOfSubject(slug, { kind: 'transmission', id: row.id })}
      search={search}
      onSearch={onSearch}
      filters={[useStateFilter()]}
      onShowOlder={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      loadingOlder={list.isFetchingNextPage}
      empty={
        <>
          <Text fw={550}>{t('emptyReceived')}</Text>
          <Text c="dimmed">{t('emptyReceivedNext', { organization: organization.name })}</Text>
        </>
      }
      problem={list.error === null ? undefined : <RefusalOf error={list.error} onRetry={() => void list.refetch()} />}
    />
  );
}

function useStateFilter(): Filter {
  const { t } = useTranslation('transmissions');
  const { t: frame } = useTranslation();
  return {
    key: 'state',
    label: t('state'),
    options: [
      { value: 'waiting', label: t('waiting') },
      { value: 'acknowledged', label: frame('state.acknowledged') },
      { value: 'superseded', label: frame('state.superseded') },
    ],
  };
}

/** What both sides see of a transmission in a list. */
function useColumns(): Record<'text' | 'number' | 'version' | 'sent' | 'due' | 'state', Column<TransmissionRow>> {
  const { t } = useTranslation('transmissions');
  const formats = useFormats();
  return {
    text: {
      key: 'text',
      label: t('text'),
      render: (row) => (
        <span lang={row.language}>
          {row.label} {row.title}
        </span>
      ),
      plain: (row) => `${row.label} ${row.title}`,
      card: 'first',
    },
    number: {
      key: 'number',
      label: t('number'),
      render: (row) => `T-${row.number}`,
      plain: (row) => `T-${row.number}`,
      width: '64px',
      card: 'none',
    },
    version: {
      key: 'version',
      label: t('version'),
      render: (row) => (row.version === null ? '' : `v${row.version}`),
      plain: (row) => row.version ?? '',
      width: '80px',
      card: 'second',
    },
    sent: {
      key: 'sent',
      label: t('sent'),
      render: (row) => <Moment at={row.sentAt} plain />,
      plain: (row) => row.sentAt,
      width: '125px',
      card: 'none',
    },
    due: {
      key: 'due',
      label: t('due'),
      render: (row) =>
        row.dueOn === null || row.acknowledgedAt !== null || row.superseded ? '' : formats.date(row.dueOn),
      plain: (row) => row.dueOn ?? '',
      width: '120px',
      card: 'none',
    },
    state: {
      key: 'state',
      label: t('state'),
      render: (row) => <StateBadge state={stateOf(row)} />,
      plain: (row) => stateOf(row),
      width: '170px',
      card: 'second',
    },
  };
}

interface Unreminded {
  readonly key: string;
  readonly what: string;
  readonly why: string;
}

/** Reminds of several one after the other; what was refused is told by name, what was sent by count. */
function useRemind(slug: string, rows: readonly TransmissionRow[]) {
  const { t } = useTranslation('transmissions');
  return useMutation({
    mutationFn: async (keys: readonly string[]) => {
      let written = 0;
      const refused: Unreminded[] = [];
      for (const transmission of keys) {
        try {
          const path = { organization: slug, transmission };
          written += (
            await ask(
              api.POST('/api/organizations/{organization}/transmissions/{transmission}/remind', { params: { path } }),
            )
          ).written;
        } catch (reason) {
          if (!(reason instanceof Refused)) throw reason;
          const row = rows.find(({ id }) => id === transmission);
          const what = row === undefined ? '' : `${row.label} T-${row.number}, ${row.customer.name}`;
          refused.push({ key: transmission, what, why: `${reason.problem.title} ${reason.problem.whatToDo}` });
        }
      }
      return { written, refused };
    },
    onSuccess: ({ written }) => {
      if (written > 0) notifications.show({ message: t('reminded', { count: written }) });
    },
  });
}

function NotReminded({ refused }: { readonly refused: readonly Unreminded[] }) {
  const { t } = useTranslation('transmissions');
  return (
    <Alert color="amber" title={t('notReminded', { count: refused.length })} role="alert" mb="md">
      <List>
        {refused.map(({ key, what, why }) => (
          <List.Item key={key}>{t('notRemindedWhy', { what, why })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
