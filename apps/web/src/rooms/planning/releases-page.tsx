import { Button, FileButton, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge, ToneBadge } from '../../components/state-badge.tsx';
import { Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { customersQuery } from '../core/queries.ts';
import { releasesQuery, sendFile } from './queries.ts';

/** Releases of all customers, or on a customer's side his own schedules; a file can be dropped on the whole page. */
export function ReleasesPage() {
  const { t } = useTranslation('planning');
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    releasesQuery(slug, {
      outside: search['outside'] === 'yes',
      customer: search['customer'],
      state: search['state'],
    }),
  );
  const { send, problem } = useSending();
  const inside = side === 'organization';
  const customers = useQuery({ ...customersQuery(slug), enabled: inside });
  const mayDrop = inside && has('planner');
  return (
    <div
      onDragOver={(event) => {
        if (mayDrop) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!mayDrop) return;
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file) send.mutate(file);
      }}
    >
      <RefusalOf error={problem} />
      <ObjectList
        name="releases"
        title={inside ? t('releases.title') : t('releases.schedules')}
        columns={[
          {
            key: 'document',
            label: t('releases.number'),
            render: (row) => row.document,
            plain: (row) => row.document,
            width: '110px',
            card: 'first',
          },
          ...(inside
            ? [
                {
                  key: 'customer',
                  label: t('releases.customer'),
                  render: (row: { customer: string }) => row.customer,
                  plain: (row: { customer: string }) => row.customer,
                  card: 'first' as const,
                },
              ]
            : []),
          {
            key: 'message',
            label: t('releases.document'),
            render: (row) => `${row.message} · ${formats.date(row.day)}`,
            plain: (row) => `${row.message} ${row.day}`,
            width: '230px',
          },
          {
            key: 'place',
            label: t('releases.place'),
            render: (row) => row.place ?? '',
            plain: (row) => row.place ?? '',
            width: '130px',
            card: 'none',
          },
          {
            key: 'received',
            label: t('releases.received'),
            render: (row) => <Moment at={row.receivedAt} plain />,
            plain: (row) => row.receivedAt,
            width: '140px',
            card: 'none',
          },
          {
            key: 'outside',
            label: t('releases.outside'),
            render: (row) =>
              row.state === 'applied' ? (
                row.outside === 0 ? (
                  <StateBadge state="applied" />
                ) : (
                  <ToneBadge tone="amber">{t('releases.outsideCount', { count: row.outside })}</ToneBadge>
                )
              ) : (
                <ToneBadge tone="grey">{t(`releases.state.${row.state}`)}</ToneBadge>
              ),
            plain: (row) => row.outside,
            width: '230px',
          },
        ]}
        rows={data?.pages.flatMap((page) => page.rows)}
        keyOf={(row) => row.id}
        nameOf={(row) => `${row.document} ${row.customer}`}
        addressOf={(row) => pathOfSubject(slug, { kind: 'release', id: row.id })}
        search={search}
        onSearch={onSearch}
        filters={[
          {
            key: 'outside',
            label: t('releases.outside'),
            options: [{ value: 'yes', label: t('releases.outsideOnly') }],
          },
          ...(inside
            ? [
                {
                  key: 'customer',
                  label: t('releases.customer'),
                  options: (customers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
          {
            key: 'state',
            label: t('releases.stateFilter'),
            options: (['applied', 'late', 'kept', 'cancellation', 'without-base', 'repeated'] as const).map(
              (value) => ({
                value,
                label: t(`releases.state.${value}`),
              }),
            ),
          },
        ]}
        onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
        loadingOlder={isFetchingNextPage}
        act={
          mayDrop ? (
            <>
              <ButtonLink variant="default" to="/o/$organization/messages" params={{ organization: slug }}>
                {t('messages.title')}
              </ButtonLink>
              <FileButton onChange={(file) => file && send.mutate(file)}>
                {(props) => (
                  <Button variant="filled" loading={send.isPending} {...props}>
                    {t('releases.drop')}
                  </Button>
                )}
              </FileButton>
            </>
          ) : undefined
        }
        empty={
          <>
            <Text fw={550}>{t('releases.empty')}</Text>
            <Text c="dimmed">{inside ? t('releases.emptyNext') : t('releases.emptySchedules')}</Text>
          </>
        }
        problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
      />
    </div>
  );
}

/** Sends a file and opens its page, refused or not: what was refused is kept, and its page says what to do. */
function useSending() {
  const { slug } = useMember();
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = (message: string): void =>
    void navigate({ to: '/o/$organization/messages/$message', params: { organization: slug, message } });
  const send = useMutation({
    mutationFn: (file: File) => sendFile(slug, file),
    onSuccess: async ({ interchanges: [first] }) => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'interchange') });
      if (first !== undefined) open(first.interchange);
    },
    onError: (error) => {
      const kept = keptFile(error);
      if (kept !== null) open(kept);
    },
  });
  const problem = send.error !== null && keptFile(send.error) === null ? send.error : null;
  return { send, problem };
}

/** The file that a refusal speaks of. */
function keptFile(error: Error): string | null {
  if (!(error instanceof Refused)) return null;
  const { extra } = error.problem as { readonly extra?: unknown };
  if (typeof extra !== 'object' || extra === null || !('interchange' in extra)) return null;
  return typeof extra.interchange === 'string' ? extra.interchange : null;
}
