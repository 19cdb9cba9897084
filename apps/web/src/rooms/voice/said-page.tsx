import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { CustomerWords } from '../../components/customer-words.tsx';
import { PhoneActBar } from '../../components/phone-act-bar.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { SpeakDrawer } from '../../components/speak-drawer.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { useKeys } from '../../shell/keys.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import classes from './voice.module.css';

/** The customer's side: what we said, in our own words, and what became of it. */
export function SaidPage() {
  const { t } = useTranslation('voice');
  const { t: frame } = useTranslation();
  const { slug, customer } = useMember();
  const [speaking, setSpeaking] = useState(false);
  useKeys({ c: () => setSpeaking(true) });
  const list = useInfiniteQuery({
    queryKey: keyOf(slug, 'intervention', 'said'),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/said', {
          params: {
            path: { organization: slug },
            query: { limit: 30, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Stack gap="lg" maw={720}>
      <Group justify="space-between">
        <PageTitle>{t('said.title')}</PageTitle>
        <PhoneActBar>
          <Button variant="filled" onClick={() => setSpeaking(true)}>
            {frame('speak.act')}
          </Button>
        </PhoneActBar>
      </Group>
      <RefusalOf error={list.error} onRetry={() => void list.refetch()} />
      {list.isSuccess && rows.length === 0 ? <Text>{t('said.empty')}</Text> : null}
      <SpeakDrawer open={speaking} onClose={() => setSpeaking(false)} />
      <ul className={classes.cards}>
        {rows.map((row) => (
          <li key={row.id} className={classes.card}>
            <div>
              <StateBadge state={row.state} />
            </div>
            <CustomerWords
              words={row.words === '' ? null : row.words}
              language={row.language}
              channel={row.channel}
              customer={customer}
              saidOn={row.at.slice(0, 10)}
              folded
            />
            {row.answer === null || row.answer.id !== null ? null : <Text>{row.answer.words}</Text>}
            {row.answer?.id ? (
              <TextLink
                className={classes.target}
                to="/o/$organization/said/$answer"
                params={{ organization: slug, answer: row.answer.id }}
              >
                {t('said.open', { rule: row.answer.words })}
              </TextLink>
            ) : null}
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('older')}
        </Button>
      ) : null}
    </Stack>
  );
}
