import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { ColleagueDrawer } from '../../components/colleague-drawer.tsx';
import { WordsLine } from '../../components/customer-words.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { InterventionPeek } from './peeks.tsx';
import { type InterventionRow, interventionsQuery } from './queries.ts';
import { SpeakDrawer } from '../../components/speak-drawer.tsx';
import { useAssign } from './use-assign.ts';

const peek = (row: InterventionRow) => <InterventionPeek id={row.id} />;

/** What customers asked for; on a customer's side: what we said, and a place to say more. */
export function InterventionsPage() {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const [speaking, setSpeaking] = useState(false);
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    interventionsQuery(slug, { channel: search['channel'], state: search['state'] }),
  );
  const own = side === 'customer';
  const rows = data?.pages.flatMap((page) => page.rows);
  const assigns = has('quality-manager', 'planner', 'team-lead');
  const [assigning, setAssigning] = useState<readonly string[]>();
  const assign = useAssign();
  return (
    <>
      <ObjectList
        name="interventions"
        title={own ? t('interventions.said') : t('interventions.title')}
        columns={[
          {
            key: 'words',
            label: t('interventions.words'),
            render: (row) =>
              row.words === '' ? (
                <Text span c="dimmed">
                  {t('interventions.notCited')}
                </Text>
              ) : (
                <WordsLine words={row.words} language={row.language} />
              ),
            plain: (row) => row.words,
            card: 'first',
          },
          ...(own
            ? []
            : [
                {
                  key: 'customer',
                  label: t('interventions.customer'),
                  render: (row: { customer: string | null }) => row.customer ?? t('interventions.unnamed'),
                  plain: (row: { customer: string | null }) => row.customer ?? '',
                  width: '180px',
                  card: 'second' as const,
                },
              ]),
          {
            key: 'channel',
            label: t('interventions.channel'),
            render: (row) => <ChannelMark channel={row.channel} />,
            plain: (row) => row.channel,
            width: '130px',
            card: 'none',
          },
          {
            key: 'received',
            label: t('interventions.received'),
            render: (row) => <Moment at={row.receivedAt} plain />,
            plain: (row) => row.receivedAt,
            width: '130px',
            card: 'none',
          },
          {
            key: 'state',
            label: t('interventions.state'),
            render: (row) => <StateBadge state={row.state} />,
            plain: (row) => row.state,
            width: '130px',
            card: 'second',
          },
          {
            key: 'due',
            label: t('interventions.due'),
            render: (row) => (row.dueAt === null ? '' : formats.date(row.dueAt.slice(0, 10))),
            plain: (row) => row.dueAt ?? '',
            width: '120px',
            card: 'none',
          },
          ...(own
            ? []
            : [
                {
                  key: 'assignee',
                  label: t('interventions.assignee'),
                  render: (row: InterventionRow) => row.assignee?.name ?? '',
                  plain: (row: InterventionRow) => row.assignee?.name ?? '',
                  width: '120px',
                  card: 'none' as const,
                },
              ]),
        ]}
        rows={rows}
        peek={peek}
        bulk={assigns ? [{ name: t('interventions.assign'), run: setAssigning }] : []}
        {...(own ? { onCreate: () => setSpeaking(true) } : {})}
        keyOf={(row) => row.id}
        nameOf={(row) => row.words || t('interventions.notCited')}
        addressOf={(row) => pathOfSubject(slug, { kind: 'intervention', id: row.id })}
        search={search}
        onSearch={onSearch}
        filters={[
          {
            key: 'channel',
            label: t('interventions.channel'),
            options: (['certification', 'voice', 'planning'] as const).map((value) => ({
              value,
              label: frame(`channel.${value}`),
            })),
          },
          {
            key: 'state',
            label: t('interventions.state'),
            options: (['open', 'offered', 'answered', 'refused', 'withdrawn'] as const).map((value) => ({
              value,
              label: frame(`state.${value}`),
            })),
          },
        ]}
        onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
        loadingOlder={isFetchingNextPage}
        act={
          own ? (
            <Button variant="filled" onClick={() => setSpeaking(true)}>
              {frame('speak.act')}
            </Button>
          ) : undefined
        }
        empty={
          <>
            <Text fw={550}>{own ? t('interventions.emptySaid') : t('interventions.empty')}</Text>
            <Text c="dimmed">{own ? t('interventions.emptySaidNext') : t('interventions.emptyNext')}</Text>
          </>
        }
        problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
      />
      <SpeakDrawer open={speaking} onClose={() => setSpeaking(false)} />
      {assigning === undefined ? null : (
        <ColleagueDrawer
          organization={slug}
          title={t('interventions.assignTitle')}
          act={t('interventions.assign')}
          busy={assign.isPending}
          error={assign.error}
          onClose={() => setAssigning(undefined)}
          onChoose={(to) =>
            assign.mutate(
              { of: (rows ?? []).filter(({ id }) => assigning.includes(id)), to },
              { onSuccess: () => setAssigning(undefined) },
            )
          }
        />
      )}
    </>
  );
}
