import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { useListSearch } from '../../components/list-search.ts';
import { type Column, ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import type { Theme } from './voice-api.ts';

/** Themes, heaviest first: what many customers say. */
export function ThemesPage() {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const state = search['state'];
  const list = useInfiniteQuery({
    queryKey: keyOf(slug, 'theme', 'list', state),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/themes', {
          params: {
            path: { organization: slug },
            query: {
              limit: 100,
              ...(pageParam === undefined ? {} : { after: pageParam }),
              ...(state === 'open' || state === 'proposed' || state === 'answered' ? { state } : {}),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const columns: readonly Column<Theme>[] = [
    {
      key: 'title',
      label: t('themes.theme'),
      render: ({ title, language }) => <span lang={language}>{title}</span>,
      plain: ({ title }) => title,
    },
    {
      key: 'customers',
      label: t('themes.weight'),
      render: ({ customers }) => t('themes.customers', { count: customers }),
      plain: ({ customers }) => customers,
      numeric: true,
      width: '10rem',
    },
    {
      key: 'expectations',
      label: t('themes.expectations'),
      render: ({ expectations }) => formats.number(expectations),
      plain: ({ expectations }) => expectations,
      numeric: true,
      width: '8rem',
      card: 'none',
    },
    {
      key: 'sites',
      label: t('themes.sites'),
      render: ({ sites }) => formats.number(sites),
      plain: ({ sites }) => sites,
      numeric: true,
      width: '6rem',
      card: 'none',
    },
    {
      key: 'proposal',
      label: t('themes.proposal'),
      render: ({ proposal }) => (proposal === null ? '' : `P-${proposal.number} ${proposal.title}`),
      plain: ({ proposal }) => (proposal === null ? '' : `P-${proposal.number}`),
      width: '16rem',
    },
    { key: 'state', label: t('expectations.state'), render: (row) => <StateBadge state={row.state} />, width: '9rem' },
  ];
  const toExpectations = (
    <ButtonLink to="/o/$organization/expectations" params={{ organization: slug }} search={{ joined: 'no' }}>
      {t('themes.fromExpectations')}
    </ButtonLink>
  );
  return (
    <ObjectList
      name="themes"
      title={t('themes.title')}
      columns={columns}
      rows={list.data?.pages.flatMap((page) => page.rows)}
      keyOf={({ id }) => id}
      nameOf={({ title }) => title}
      addressOf={({ id }) => pathOfSubject(slug, { kind: 'theme', id })}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          key: 'state',
          label: t('expectations.state'),
          options: (['open', 'proposed', 'answered'] as const).map((value) => ({
            value,
            label: t(`themeState.${value}`),
          })),
        },
      ]}
      onShowOlder={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      loadingOlder={list.isFetchingNextPage}
      empty={
        <>
          <Text>{t('themes.empty')}</Text>
          {toExpectations}
        </>
      }
      problem={list.error ? <RefusalOf error={list.error} onRetry={() => void list.refetch()} /> : null}
    />
  );
}
