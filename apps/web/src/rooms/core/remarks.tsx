import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { Moment } from '../../components/moment.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import type { Proposal } from './queries.ts';
import classes from './proposal-page.module.css';

type Remark = Proposal['remarks'][number];

/** What was said about a proposal: objections with their ground and their answers, and arguments. Open ones are never folded away. */
export function Remarks({ proposal: p, slug }: { readonly proposal: Proposal; readonly slug: string }) {
  const { t } = useTranslation('core');
  return (
    <section aria-labelledby="remarks">
      <Title order={2} size="h4" id="remarks">
        {t('proposal.remarks')}
      </Title>
      {p.remarks.length === 0 ? (
        <Text c="dimmed" mt="xs">
          {t('proposal.noRemarks')}
        </Text>
      ) : null}
      <Stack gap={0} mt="xs" maw={720}>
        {p.remarks.map((remark) => (
          <RemarkOf key={remark.id} remark={remark} proposal={p} slug={slug} />
        ))}
      </Stack>
    </section>
  );
}

function RemarkOf({
  remark,
  proposal: p,
  slug,
}: {
  readonly remark: Remark;
  readonly proposal: Proposal;
  readonly slug: string;
}) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [words, setWords] = useState<string>();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
  const answer = useMutation({
    mutationFn: (said: string) =>
      ask(
        api.POST('/api/organizations/{organization}/remarks/{remark}/answers', {
          params: { path: { organization: slug, remark: remark.id } },
          body: { words: said },
        }),
      ),
    onSuccess: () => {
      setWords(undefined);
      return refresh();
    },
  });
  const takeBack = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/remarks/{remark}/withdraw', {
          params: { path: { organization: slug, remark: remark.id } },
        }),
      ),
    onSuccess: refresh,
  });
  const isOpen = remark.kind === 'objection' && remark.answers.length === 0 && !remark.withdrawn;
  return (
    <article className={classes.remark}>
      <Group gap="sm">
        {remark.kind === 'objection' ? (
          <ToneBadge tone={isOpen ? 'amber' : 'grey'}>{t(`proposal.${remark.ground ?? 'other'}`)}</ToneBadge>
        ) : null}
        <Text size="sm" c="dimmed">
          {remark.team === null ? remark.by : `${remark.by}, ${remark.team}`} · <Moment at={remark.at} plain />
          {remark.withdrawn ? ` · ${t('proposal.takenBack')}` : ''}
          {remark.textHasChanged ? ` · ${t('proposal.textHasChanged')}` : ''}
        </Text>
      </Group>
      <Text td={remark.withdrawn ? 'line-through' : undefined} style={{ whiteSpace: 'pre-line' }}>
        {remark.words}
      </Text>
      {remark.answers.map((one) => (
        <div key={one.at} className={classes.answer}>
          <Text size="sm" c="dimmed">
            {one.by} · <Moment at={one.at} plain />
          </Text>
          <Text style={{ whiteSpace: 'pre-line' }}>{one.words}</Text>
        </div>
      ))}
      {isOpen ? (
        <Text size="sm" c="dimmed">
          {t('proposal.noAnswer')}
        </Text>
      ) : null}
      <RefusalOf error={answer.error ?? takeBack.error} />
      {p.state === 'open' ? (
        <Group gap="sm" mt={6}>
          {p.may.answer && !remark.withdrawn && words === undefined ? (
            <Button size="compact-sm" onClick={() => setWords('')}>
              {t('proposal.answer')}
            </Button>
          ) : null}
          {remark.mine && !remark.withdrawn ? (
            <Button size="compact-sm" onClick={() => takeBack.mutate()}>
              {t('proposal.takeBack')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {words === undefined ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate(words);
          }}
        >
          <Textarea
            mt="xs"
            label={t('proposal.words')}
            required
            autosize
            minRows={2}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Group mt="xs" gap="sm">
            <Button type="submit" loading={answer.isPending}>
              {t('proposal.answer')}
            </Button>
            <Button variant="subtle" onClick={() => setWords(undefined)}>
              {t('proposal.cancel')}
            </Button>
          </Group>
        </form>
      )}
    </article>
  );
}
