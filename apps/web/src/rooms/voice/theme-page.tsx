import { Button, Checkbox, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { WordsLine } from '../../components/customer-words.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { Words } from './expectations-page.tsx';
import { ProposeForm } from './propose-form.tsx';
import classes from './voice.module.css';

const route = getRouteApi('/o/$organization/themes/$theme');

/** A theme: its weight as a sentence, the words, what may say the same, the proposals, and a history in which all can be undone. */
export function ThemePage() {
  const { t } = useTranslation('voice');
  const { slug, has } = useMember();
  const queryClient = useQueryClient();
  const path = { organization: slug, theme: route.useParams().theme };
  const [open, setOpen] = useState<'propose' | 'split' | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(slug, 'theme', path.theme),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/themes/{theme}', { params: { path } })),
    throwOnError: (reason) => 'problem' in reason && (reason.problem as { status: number }).status === 404,
  });
  const words = useInfiniteQuery({
    queryKey: keyOf(slug, 'expectation', 'theme', path.theme),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/expectations', {
          params: {
            path: { organization: slug },
            query: { theme: path.theme, limit: 30, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const undo = useMutation({
    mutationFn: (joining: string) =>
      ask(
        api.POST('/api/organizations/{organization}/joinings/{joining}/undoing', {
          params: { path: { organization: slug, joining } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [slug] }),
  });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const gathers = has('technician', 'team-lead');
  const rows = words.data?.pages.flatMap((page) => page.rows) ?? [];
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <ObjectPage
        badges={<StateBadge state={data.state} />}
        title={data.title}
        titleLanguage={data.language}
        facts={[
          t('themes.customers', { count: data.customers }),
          t('theme.expectations', { count: data.expectations }),
          t('theme.sites', { count: data.sites }),
          ...(data.answers.sent === 0
            ? []
            : [
                t('theme.answered', {
                  count: data.answers.sent,
                  seen: data.answers.seen,
                  contested: data.answers.contested,
                }),
              ]),
        ]}
        act={
          <>
            {chosen.length > 0 && has('team-lead') ? (
              <Button onClick={() => setOpen('split')}>{t('theme.splitAct', { count: chosen.length })}</Button>
            ) : null}
            <Button variant="filled" onClick={() => setOpen('propose')}>
              {t('theme.propose')}
            </Button>
          </>
        }
        margin={
          <Stack gap="lg">
            <section className={classes.section} aria-labelledby="weight">
              <h2 id="weight">{t('themes.weight')}</h2>
              <Text>{t('theme.policy')}</Text>
              {data.countedOnly === 0 ? null : (
                <Text c="dimmed">{t('theme.countedOnly', { count: data.countedOnly })}</Text>
              )}
            </section>
            {data.proposals.length === 0 ? null : (
              <section className={classes.section} aria-labelledby="proposals">
                <h2 id="proposals">{t('theme.proposals')}</h2>
                {data.proposals.map((proposal) => (
                  <Text key={proposal.id}>
                    <PathLink
                      className={classes.link}
                      path={pathOfSubject(slug, { kind: 'proposal', id: proposal.id })}
                    >
                      {`P-${proposal.number} ${proposal.title}`}
                    </PathLink>
                    {proposal.decision?.outcome === 'adopted'
                      ? ` · ${proposal.rule.label} v${proposal.decision.version}`
                      : null}
                  </Text>
                ))}
              </section>
            )}
            {gathers ? <Suggestions theme={path.theme} /> : null}
          </Stack>
        }
        history={data.joinings.map((j) => ({
          id: j.id,
          at: j.joinedAt,
          text: (
            <Group gap="xs" component="span" display="inline-flex">
              <span>
                {t(
                  j.undone
                    ? 'history.joinedUndone'
                    : j.into
                      ? j.from
                        ? 'history.joinedFrom'
                        : 'history.joined'
                      : 'history.left',
                  { from: j.from ?? '', theme: j.theme, words: j.words ?? '…' },
                )}
              </span>
              {gathers && !j.undone ? (
                <Button size="compact-xs" loading={undo.isPending} onClick={() => undo.mutate(j.id)}>
                  {t('theme.undo')}
                </Button>
              ) : null}
            </Group>
          ),
        }))}
      >
        <Stack gap="lg" maw={640}>
          <RefusalOf error={words.error ?? undo.error} />
          {rows.map((row) => (
            <Group key={row.id} align="flex-start" wrap="nowrap">
              {has('team-lead') ? (
                <Checkbox
                  aria-label={t('theme.select', { words: row.words.slice(0, 60) })}
                  checked={chosen.includes(row.id)}
                  onChange={() => toggle(row.id)}
                />
              ) : null}
              <Stack gap={4}>
                <Words row={row} />
                <TextLink
                  size="sm"
                  className={classes.target}
                  to="/o/$organization/expectations/$expectation"
                  params={{ organization: slug, expectation: row.id }}
                >
                  {t('theme.openExpectation')}
                </TextLink>
              </Stack>
            </Group>
          ))}
          {words.hasNextPage ? (
            <Button loading={words.isFetchingNextPage} onClick={() => void words.fetchNextPage()}>
              {t('older')}
            </Button>
          ) : null}
        </Stack>
      </ObjectPage>
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        title={open === 'split' ? t('theme.splitAct', { count: chosen.length }) : t('theme.propose')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open === 'split' ? (
          <SplitForm
            theme={path.theme}
            expectations={chosen}
            onDone={() => {
              setChosen([]);
              setOpen(null);
            }}
          />
        ) : null}
        {open === 'propose' ? <ProposeForm theme={path.theme} title={data.title} /> : null}
      </Drawer>
    </>
  );
}

/** What may say the same, and by which words it is suggested. */
function Suggestions({ theme }: { readonly theme: string }) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const path = { organization: slug, theme };
  const { data } = useQuery({
    queryKey: keyOf(slug, 'expectation', 'suggestions', theme),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/themes/{theme}/suggestions', { params: { path } })),
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: [slug] });
  const join = useMutation({
    mutationFn: (expectation: string) =>
      ask(
        api.POST('/api/organizations/{organization}/themes/{theme}/joinings', {
          params: { path },
          body: { expectations: [expectation] },
        }),
      ),
    onSuccess: async (_, expectation) => {
      await refresh();
      offerUndo({
        done: t('theme.joined'),
        undo: async () => {
          const now = await ask(api.GET('/api/organizations/{organization}/themes/{theme}', { params: { path } }));
          const joining = now.joinings.find((j) => j.expectation === expectation && !j.undone);
          if (joining === undefined) return;
          await ask(
            api.POST('/api/organizations/{organization}/joinings/{joining}/undoing', {
              params: { path: { organization: slug, joining: joining.id } },
            }),
          );
          await refresh();
        },
      });
    },
  });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="suggestions">
      <h2 id="suggestions">{t('theme.suggestions')}</h2>
      <RefusalOf error={join.error} />
      {data.rows.map((row) => (
        <Stack key={row.id} gap={4} align="flex-start">
          <WordsLine words={row.words} language={row.language} />
          <Text c="dimmed" size="sm">
            {t('theme.because', { words: row.because.join(', ') })}
          </Text>
          <Button size="compact-sm" loading={join.isPending} onClick={() => join.mutate(row.id)}>
            {t('theme.joinThis')}
          </Button>
        </Stack>
      ))}
    </section>
  );
}

function SplitForm(props: {
  readonly theme: string;
  readonly expectations: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState('');
  const split = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/themes/{theme}/split', {
          params: { path: { organization: slug, theme: props.theme } },
          body: { title, expectations: [...props.expectations] },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [slug] });
      props.onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        split.mutate();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('theme.newTitle')}
          description={t('theme.newTitleHint')}
          required
          withAsterisk={false}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <RefusalOf error={split.error} />
        <Button type="submit" variant="filled" loading={split.isPending}>
          {t('theme.splitAct', { count: props.expectations.length })}
        </Button>
      </Stack>
    </form>
  );
}
