import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { CustomerWords, WordsLine } from '../../components/customer-words.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { ProposeOnRule } from './propose-on-rule.tsx';
import { interventionQuery } from './queries.ts';

const route = getRouteApi('/o/$organization/interventions/$intervention');
const consents = { 'by-name': 'mayBeCited', 'without-name': 'mayBeCitedNameless', none: 'mayNotBeCited' } as const;

/** One intervention: the customer's words in full, and what became of them. */
export function InterventionPage() {
  const { t } = useTranslation('core');
  const { intervention: id } = route.useParams();
  const { slug, side, membership, has } = useMember();
  const formats = useFormats();
  const [answering, setAnswering] = useState(false);
  const { data, error, refetch } = useQuery(interventionQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const open = data.state === 'open' || data.state === 'offered';
  const inside = side === 'organization' && open;
  const isAsked = data.assignee?.membership === membership;
  const mayAnswer = inside && (isAsked || has('quality-manager', 'planner', 'team-lead'));
  const mayPropose = inside && data.outcomes.length === 0;
  return (
    <>
      <ObjectPage
        badges={<StateBadge state={data.state} />}
        label={data.number === null ? undefined : `I-${data.number}`}
        title={data.customer ?? t('interventions.unnamed')}
        facts={[
          t('intervention.happened', { when: formats.relative(data.happenedAt) }),
          t('intervention.received', { when: formats.relative(data.receivedAt) }),
          ...(data.assignee === null ? [] : [t('intervention.asked', { name: data.assignee.name })]),
          ...(data.dueAt === null || !open ? [] : [t('home.due', { when: formats.relative(data.dueAt) })]),
        ]}
        act={
          mayPropose || mayAnswer ? (
            <>
              {mayPropose ? <ProposeOnRule intervention={id} rule={data.rule} /> : null}
              {mayAnswer ? (
                <Button variant="filled" onClick={() => setAnswering(true)}>
                  {t('intervention.answer')}
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      >
        <Stack gap="lg" maw={720}>
          <CustomerWords
            words={data.words === '' ? null : data.words}
            language={data.language}
            channel={data.channel}
            customer={data.customer}
            saidOn={data.happenedAt.slice(0, 10)}
            consent={consents[data.consent]}
          />
          {data.rule === null ? null : (
            <Text>
              {t('intervention.asksForRule')}{' '}
              <TextLink
                underline="always"
                to="/o/$organization/rules/$rule"
                params={{ organization: slug, rule: data.rule.id }}
              >
                {`${data.rule.label} ${data.rule.title}`}
              </TextLink>
            </Text>
          )}
          <section aria-labelledby="became">
            <Title order={2} size="h4" id="became">
              {t('intervention.became')}
            </Title>
            {data.outcomes.map((outcome) => (
              <Group key={outcome.proposal.id} gap="sm" mt="xs">
                <TextLink
                  to="/o/$organization/proposals/$proposal"
                  params={{ organization: slug, proposal: outcome.proposal.id }}
                >
                  {`P-${outcome.proposal.number} ${outcome.proposal.title}`}
                </TextLink>
                {outcome.decision?.version == null ? (
                  <Text span c="dimmed">
                    {t('intervention.underWay')}
                  </Text>
                ) : (
                  <TextLink to="/o/$organization/rules/$rule" params={{ organization: slug, rule: outcome.rule.id }}>
                    {t('intervention.outcome', { label: outcome.rule.label, version: outcome.decision.version })}
                  </TextLink>
                )}
              </Group>
            ))}
            {data.answer === null ? (
              data.outcomes.length === 0 ? (
                <Text c="dimmed" mt="xs">
                  {t('intervention.nothingYet')}
                </Text>
              ) : null
            ) : (
              <div>
                <Text mt="sm" style={{ whiteSpace: 'pre-line' }} lang={data.answer.language ?? undefined}>
                  {data.answer.words}
                </Text>
                {data.answer.at === null ? null : (
                  <Text size="sm" c="dimmed">
                    {t('intervention.answeredBy', { name: data.answer.by ?? '', when: formats.moment(data.answer.at) })}
                  </Text>
                )}
              </div>
            )}
          </section>
          {data.similar.length === 0 ? null : (
            <section aria-labelledby="similar">
              <Title order={2} size="h4" id="similar">
                {t('intervention.similar')}
              </Title>
              {data.similar.map((one) => (
                <div key={one.id}>
                  <TextLink
                    to="/o/$organization/interventions/$intervention"
                    params={{ organization: slug, intervention: one.id }}
                  >
                    <WordsLine words={one.words} language={one.language} />
                  </TextLink>
                </div>
              ))}
            </section>
          )}
        </Stack>
      </ObjectPage>
      <Answer open={answering} slug={slug} intervention={id} onClose={() => setAnswering(false)} />
    </>
  );
}

function Answer({
  open,
  slug,
  intervention,
  onClose,
}: {
  readonly open: boolean;
  readonly slug: string;
  readonly intervention: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<'answered' | 'refused'>('answered');
  const [words, setWords] = useState('');
  const answer = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/interventions/{intervention}/answer', {
          params: { path: { organization: slug, intervention } },
          body: { outcome, words },
        }),
      ),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: keyOf(slug, 'intervention') });
    },
  });
  return (
    <SideDrawer open={open} title={t('intervention.answerTitle')} beside onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer.mutate();
        }}
      >
        <Stack gap="md">
          <Select
            label={t('interventions.state')}
            data={[
              { value: 'answered', label: t('intervention.answer') },
              { value: 'refused', label: t('intervention.refuse') },
            ]}
            value={outcome}
            allowDeselect={false}
            onChange={(value) => setOutcome(value === 'refused' ? 'refused' : 'answered')}
          />
          <Textarea
            label={t('intervention.reasons')}
            autosize
            minRows={3}
            required
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <RefusalOf error={answer.error} />
          <Button type="submit" variant="filled" loading={answer.isPending}>
            {t('interventions.send')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
