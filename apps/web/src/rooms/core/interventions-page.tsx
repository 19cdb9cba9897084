import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { WordsLine } from '../../components/customer-words.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { newId } from '../../new-id.ts';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { currentLanguage } from '../../texts/language.ts';
import { useFormats } from '../../use-formats.ts';
import { interventionsQuery } from './queries.ts';

/** What customers asked for; on a customer's side: what we said, and a place to say more. */
export function InterventionsPage() {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug, side } = useMember();
  const formats = useFormats();
  const [speaking, setSpeaking] = useState(false);
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    interventionsQuery(slug, { channel: search['channel'], state: search['state'] }),
  );
  const own = side === 'customer';
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
        ]}
        rows={data?.pages.flatMap((page) => page.rows)}
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
              {t('interventions.speak')}
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
      <Speak open={speaking} slug={slug} onClose={() => setSpeaking(false)} />
    </>
  );
}

/** A customer says something in his own words. */
function Speak({
  open,
  slug,
  onClose,
}: {
  readonly open: boolean;
  readonly slug: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [words, setWords] = useState('');
  // Pressed again when no answer came back, the same words are said once.
  const [id, setId] = useState(newId);
  const write = (text: string): void => {
    setWords(text);
    setId(newId());
  };
  const say = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/interventions', {
          params: { path: { organization: slug } },
          body: { id, channel: 'voice', words, language: currentLanguage() },
        }),
      ),
    onSuccess: () => {
      write('');
      onClose();
      return client.invalidateQueries({ queryKey: keyOf(slug, 'intervention') });
    },
  });
  return (
    <SideDrawer open={open} title={t('interventions.speak')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          say.mutate();
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t('interventions.words')}
            description={t('interventions.speakHelp')}
            autosize
            minRows={4}
            required
            data-autofocus
            value={words}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <RefusalOf error={say.error} />
          <Button type="submit" variant="filled" loading={say.isPending}>
            {t('interventions.send')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
