import { Drawer, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { CustomerWords, WordsLine } from '../../components/customer-words.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { type Column, ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { consentText, ExpectationState } from './expectation-state.tsx';
import { JoinTheme } from './team-page.tsx';
import { useSending } from './use-sending.ts';
import type { Expectation } from './voice-api.ts';

/** What technicians brought: of one's team, and whatever is joined to a theme. Nobody's name, nothing by person. */
export function ExpectationsPage() {
  const { t } = useTranslation('voice');
  const { slug, has } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const [joining, setJoining] = useState<readonly string[]>([]);
  const gathers = has('technician', 'team-lead');
  useSending();
  const consent = search['consent'];
  const joined = search['joined'];
  const list = useInfiniteQuery({
    queryKey: keyOf(slug, 'expectation', 'list', consent, joined, search['team'], search.find),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/expectations', {
          params: {
            path: { organization: slug },
            query: {
              limit: 100,
              ...(pageParam === undefined ? {} : { after: pageParam }),
              ...(consent === 'by-name' || consent === 'without-name' || consent === 'none' ? { consent } : {}),
              ...(joined === 'yes' || joined === 'no' ? { joined } : {}),
              ...(search['team'] === 'mine' ? { team: 'mine' as const } : {}),
              ...(search.find === undefined ? {} : { words: search.find }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const columns: readonly Column<Expectation>[] = [
    {
      key: 'words',
      label: t('expectations.words'),
      render: (row) =>
        row.words === '' ? t('expectation.withdrawn') : <WordsLine words={row.words} language={row.language} />,
      plain: ({ words }) => words,
    },
    {
      key: 'customer',
      label: t('expectations.customer'),
      render: ({ customer }) => customer ?? t('expectation.nameless'),
      plain: ({ customer }) => customer ?? '',
      width: '10rem',
    },
    {
      key: 'site',
      label: t('expectations.site'),
      render: ({ site }) => site,
      plain: ({ site }) => site,
      width: '8rem',
    },
    {
      key: 'heard',
      label: t('expectations.heard'),
      render: ({ heard }) => formats.number(heard),
      plain: ({ heard }) => heard,
      numeric: true,
      width: '5.5rem',
      card: 'none',
    },
    {
      key: 'theme',
      label: t('expectations.theme'),
      render: ({ theme }) => (theme ? <span lang={theme.language}>{theme.title}</span> : ''),
      plain: ({ theme }) => theme?.title ?? '',
      width: '10rem',
    },
    { key: 'state', label: t('expectations.state'), render: (row) => <ExpectationState row={row} />, width: '10rem' },
    {
      key: 'received',
      label: t('expectations.received'),
      render: ({ receivedAt }) => formats.relative(receivedAt),
      plain: ({ receivedAt }) => receivedAt,
      width: '7.5rem',
      card: 'none',
    },
  ];
  const option = (value: string, label: string) => ({ value, label });
  const capture = has('technician') ? (
    <ButtonLink variant="filled" to="/o/$organization/capture" params={{ organization: slug }}>
      {t('capture.act1')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <ObjectList
        name="expectations"
        title={t('expectations.title')}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.rows)}
        keyOf={({ id }) => id}
        nameOf={({ words }) => words || t('expectation.withdrawn')}
        addressOf={({ id }) => pathOfSubject(slug, { kind: 'expectation', id })}
        search={search}
        onSearch={onSearch}
        findable
        filters={[
          { key: 'team', label: t('expectations.team'), options: [option('mine', t('expectations.mine'))] },
          {
            key: 'joined',
            label: t('expectations.theme'),
            options: [option('no', t('expectations.alone')), option('yes', t('expectations.joined'))],
          },
          {
            key: 'consent',
            label: t('expectations.consent'),
            options: (['by-name', 'without-name', 'none'] as const).map((each) => option(each, t(`consent.${each}`))),
          },
        ]}
        onShowOlder={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        loadingOlder={list.isFetchingNextPage}
        {...(gathers ? { bulk: [{ name: t('team.join'), run: setJoining }] } : {})}
        peek={peekAt}
        act={capture}
        empty={
          <>
            <Text>{t('expectations.empty')}</Text>
            {capture}
          </>
        }
        problem={list.error ? <RefusalOf error={list.error} onRetry={() => void list.refetch()} /> : null}
      />
      <Drawer
        opened={joining.length > 0}
        onClose={() => setJoining([])}
        position="right"
        title={t('theme.joinCount', { count: joining.length })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <JoinTheme expectations={joining} onJoined={() => setJoining([])} />
      </Drawer>
    </>
  );
}

const peekAt = (row: Expectation) => <Words row={row} />;

/** The words as they are quoted everywhere in this room. */
export function Words({ row }: { readonly row: Expectation }) {
  return (
    <CustomerWords
      words={row.state === 'withdrawn' ? null : row.words}
      language={row.language}
      channel="voice"
      customer={row.customer}
      saidOn={row.happenedAt.slice(0, 10)}
      consent={consentText[row.consent]}
    />
  );
}
