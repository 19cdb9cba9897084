import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { WordsLine } from '../../components/customer-words.tsx';
import { Moment } from '../../components/moment.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { useRoleNames } from '../../components/role-names.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import classes from './rule-page.module.css';

/** The tabs of a customer's page. Each asks for itself: who may not read one does not see it. */

interface TabProps {
  readonly slug: string;
  readonly customer: string;
}

/** What he said, newest first. */
export function CustomerWordsTab({ slug, customer }: TabProps) {
  const { t } = useTranslation('core');
  const list = useInfiniteQuery({
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
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <Rows
      error={list.error}
      none={t('customers.noWords')}
      rows={rows?.map((row) => (
        <Table.Tr key={row.id}>
          <Table.Td>
            <TextLink
              c="inherit"
              to="/o/$organization/interventions/$intervention"
              params={{ organization: slug, intervention: row.id }}
            >
              {row.words === '' ? t('interventions.notCited') : <WordsLine words={row.words} language={row.language} />}
            </TextLink>
          </Table.Td>
          <Table.Td visibleFrom="sm">
            <ChannelMark channel={row.channel} />
          </Table.Td>
          <Table.Td visibleFrom="sm">
            <Moment at={row.receivedAt} plain />
          </Table.Td>
          <Table.Td w={140}>
            <StateBadge state={row.state} />
          </Table.Td>
        </Table.Tr>
      ))}
      older={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      busy={list.isFetchingNextPage}
    />
  );
}

/** The rules agreed with him, and those that his words changed. */
export function CustomerRulesTab({ slug, customer }: TabProps) {
  const { t } = useTranslation('core');
  const { data, error } = useQuery({
    queryKey: keyOf(slug, 'rule', 'of-customer', customer),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/customers/{customer}/rules', {
          params: { path: { organization: slug, customer } },
        }),
      ),
  });
  return (
    <Rows
      error={error}
      none={t('customers.noRules')}
      rows={data?.rows.map((row) => (
        <Table.Tr key={row.id}>
          <Table.Td>
            <TextLink to="/o/$organization/rules/$rule" params={{ organization: slug, rule: row.id }}>
              {`${row.label} ${row.title}`}
            </TextLink>
          </Table.Td>
          <Table.Td>{`v${row.version}`}</Table.Td>
          <Table.Td>
            <Text size="sm" c="dimmed">
              {[
                ...(row.agreed ? [t('customers.agreed')] : []),
                ...(row.words > 0 ? [t('customers.byWords', { count: row.words })] : []),
              ].join(' · ')}
            </Text>
          </Table.Td>
        </Table.Tr>
      ))}
    />
  );
}

/** His delivery schedules, newest first. */
export function CustomerSchedulesTab({ slug, customer }: TabProps) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const list = useInfiniteQuery({
    queryKey: keyOf(slug, 'release', 'of-customer', customer),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/releases', {
          params: {
            path: { organization: slug },
            query: { customer, limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Rows
      error={list.error}
      none={t('customers.noSchedules')}
      rows={list.data?.pages
        .flatMap((page) => page.rows)
        .map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <PathLink className={classes.link} path={pathOfSubject(slug, { kind: 'release', id: row.id })}>
                {row.document}
              </PathLink>
            </Table.Td>
            <Table.Td>{formats.date(row.day)}</Table.Td>
            <Table.Td visibleFrom="sm">{row.message}</Table.Td>
            <Table.Td>{row.outside === 0 ? '' : t('customers.outside', { count: row.outside })}</Table.Td>
          </Table.Tr>
        ))}
      older={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      busy={list.isFetchingNextPage}
    />
  );
}

/** Who acts on his side. Those who may invite. */
export function CustomerPeopleTab({ slug, customer }: TabProps) {
  const { t } = useTranslation('core');
  const namesOf = useRoleNames();
  const list = useInfiniteQuery({
    queryKey: keyOf(slug, 'members', 'of-customer', customer),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/members', {
          params: {
            path: { organization: slug },
            query: { customer, limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Rows
      error={list.error}
      none={t('customers.noPeople')}
      rows={list.data?.pages
        .flatMap((page) => page.rows)
        .map((row) => (
          <Table.Tr key={row.membership}>
            <Table.Td>{row.name}</Table.Td>
            <Table.Td visibleFrom="sm">{row.email}</Table.Td>
            <Table.Td>{namesOf(row.roles)}</Table.Td>
            <Table.Td visibleFrom="sm">
              <Moment at={row.since} plain />
            </Table.Td>
          </Table.Tr>
        ))}
      older={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      busy={list.isFetchingNextPage}
    />
  );
}

interface RowsProps {
  readonly error: Error | null;
  /** Said when there is nothing. */
  readonly none: string;
  /** Undefined while the first answer is awaited. */
  readonly rows: readonly ReactNode[] | undefined;
  readonly older?: (() => void) | undefined;
  readonly busy?: boolean;
}

function Rows({ error, none, rows, older, busy = false }: RowsProps) {
  const { t } = useTranslation();
  if (rows?.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      <RefusalOf error={error} />
      <Table verticalSpacing="xs">
        <Table.Tbody>{rows}</Table.Tbody>
      </Table>
      {older === undefined ? null : (
        <Button mt="sm" loading={busy} onClick={older}>
          {t('list.older')}
        </Button>
      )}
    </>
  );
}
