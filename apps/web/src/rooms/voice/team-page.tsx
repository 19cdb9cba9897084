import { Button, Group, Loader, Select, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { WordsLine } from '../../components/customer-words.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { ButtonLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useSending } from './use-sending.ts';
import type { Expectation } from './voice-api.ts';
import classes from './voice.module.css';

/** What my team has heard: peers first, without names. */
export function TeamPage() {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  useSending();
  const list = useInfiniteQuery({
    queryKey: keyOf(slug, 'expectation', 'team'),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/expectations', {
          params: {
            path: { organization: slug },
            query: { team: 'mine', limit: 30, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={classes.phone}>
      <div>
        <PageTitle>{t('team.title')}</PageTitle>
        <Text c="dimmed">{t('team.peersFirst')}</Text>
      </div>
      <RefusalOf error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loader aria-label={t('team.title')} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <>
          <Text>{t('expectations.empty')}</Text>
          <ButtonLink size="lg" variant="filled" to="/o/$organization/capture" params={{ organization: slug }}>
            {t('capture.act1')}
          </ButtonLink>
        </>
      ) : null}
      <ul className={classes.cards}>
        {rows.map((row) => (
          <li key={row.id} className={classes.card}>
            <Heard row={row} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button size="lg" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('older')}
        </Button>
      ) : null}
    </div>
  );
}

function Heard({ row }: { readonly row: Expectation }) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const [joining, setJoining] = useState(false);
  const path = { organization: slug, expectation: row.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: [slug, 'expectation'] });
  const hear = useMutation({
    mutationFn: (heard: boolean) =>
      ask(
        api.POST('/api/organizations/{organization}/expectations/{expectation}/heard', {
          params: { path },
          body: { heard },
        }),
      ),
    onSuccess: refresh,
  });
  if (row.state === 'withdrawn') return <Text c="dimmed">{t('expectation.withdrawn')}</Text>;
  return (
    <>
      <TextLink
        to="/o/$organization/expectations/$expectation"
        params={path}
        c="inherit"
        className={classes.target}
        style={{ whiteSpace: 'normal' }}
      >
        <WordsLine words={row.words} language={row.language} />
      </TextLink>
      <Text c="dimmed" size="sm">
        {[row.customer ?? t('expectation.nameless'), row.site, t('team.heard', { count: row.heard })]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
      {row.theme ? (
        <TextLink
          to="/o/$organization/themes/$theme"
          className={classes.target}
          params={{ organization: slug, theme: row.theme.id }}
          lang={row.theme.language}
        >
          {row.theme.title}
        </TextLink>
      ) : null}
      <RefusalOf error={hear.error} />
      <Group grow preventGrowOverflow={false} gap="xs">
        {row.mine ? null : (
          <Button size="lg" aria-pressed={row.iHeard} loading={hear.isPending} onClick={() => hear.mutate(!row.iHeard)}>
            {row.iHeard ? t('team.takeBack') : t('team.heardSame')}
          </Button>
        )}
        {row.theme ? null : (
          <Button size="lg" px="xs" fz="md" onClick={() => setJoining(!joining)} aria-expanded={joining}>
            {t('team.join')}
          </Button>
        )}
      </Group>
      {joining ? <JoinTheme expectations={[row.id]} onJoined={() => setJoining(false)} /> : null}
    </>
  );
}

/** Chooses a theme for some expectations, or names a new one. */
export function JoinTheme(props: { readonly expectations: readonly string[]; readonly onJoined: () => void }) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const [sought, setSought] = useState('');
  const { data } = useQuery({
    queryKey: keyOf(slug, 'theme', 'choices'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/themes', {
          params: { path: { organization: slug }, query: { limit: 200 } },
        }),
      ),
  });
  const themes = data?.rows ?? [];
  const isNew = sought.trim() !== '' && !themes.some(({ title }) => title === sought.trim());
  const expectations = [...props.expectations];
  const join = useMutation({
    mutationFn: async (theme: string | null) => {
      await (theme === null
        ? ask(
            api.POST('/api/organizations/{organization}/themes', {
              params: { path: { organization: slug } },
              body: { title: sought.trim(), expectations },
            }),
          )
        : ask(
            api.POST('/api/organizations/{organization}/themes/{theme}/joinings', {
              params: { path: { organization: slug, theme } },
              body: { expectations },
            }),
          ));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [slug, 'theme'] });
      await queryClient.invalidateQueries({ queryKey: [slug, 'expectation'] });
      props.onJoined();
    },
  });
  return (
    <>
      <RefusalOf error={join.error} />
      <Select
        size="md"
        label={t('theme.choose')}
        description={t('theme.chooseHint')}
        searchable
        data={themes.map(({ id, title }) => ({ value: id, label: title }))}
        searchValue={sought}
        onSearchChange={setSought}
        value={null}
        onChange={(theme) => theme !== null && join.mutate(theme)}
        nothingFoundMessage={t('theme.noneFound')}
      />
      {isNew ? (
        <Button size="md" loading={join.isPending} onClick={() => join.mutate(null)}>
          {t('theme.make', { title: sought.trim() })}
        </Button>
      ) : null}
    </>
  );
}
