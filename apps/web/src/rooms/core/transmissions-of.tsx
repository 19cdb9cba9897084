import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { Moment } from '../../components/moment.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { stateOf } from './transmission-queries.ts';
import classes from './rule-page.module.css';

/** What was handed over of one rule, or to one customer: in which version, and whether it was acknowledged. */
export function TransmissionsOf({
  slug,
  of,
}: {
  readonly slug: string;
  readonly of: { readonly rule: string } | { readonly customer: string };
}) {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keyOf(slug, 'transmission', 'list', of),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/transmissions', {
          params: {
            path: { organization: slug },
            query: { ...of, limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const rows = data?.pages.flatMap((page) => page.rows);
  if (rows?.length === 0) return <Text c="dimmed">{t('rule.noTransmissions')}</Text>;
  return (
    <>
      <RefusalOf error={error} />
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {rows?.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <PathLink className={classes.link} path={pathOfSubject(slug, { kind: 'transmission', id: row.id })}>
                  {'rule' in of ? row.customer.name : row.title}
                </PathLink>
              </Table.Td>
              <Table.Td>{row.version === null ? '' : `v${row.version}`}</Table.Td>
              <Table.Td>
                <Moment at={row.sentAt} plain />
              </Table.Td>
              <Table.Td>
                <StateBadge state={stateOf(row)} />
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
