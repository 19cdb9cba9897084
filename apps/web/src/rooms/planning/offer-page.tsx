import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { CustomerWords } from '../../components/customer-words.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { AskRuleChange } from './ask-rule-change.tsx';
import { type Offer, offerQuery } from './queries.ts';
import { RuleSentence } from './rule-chip.tsx';

const route = getRouteApi('/o/$organization/offers/$offer');
const tones = { given: 'green', offered: 'petrol', taken: 'green', rejected: 'red' } as const;

/** An answer to a call-off, with the rule by which it was given. The customer takes an offer or rejects it with words. */
export function OfferPage() {
  const { t } = useTranslation('planning');
  const { offer: id } = route.useParams();
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const [rejecting, setRejecting] = useState(false);
  const { data, error, refetch } = useQuery(offerQuery(slug, id));
  const answer = useAnswer(id);
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const mayAnswer = side === 'customer' && data.state === 'offered' && has('scheduler', 'approver');
  return (
    <>
      <ObjectPage
        badges={<ToneBadge tone={tones[data.state]}>{t(`offer.state.${data.state}`)}</ToneBadge>}
        title={t(`offer.kind.${data.kind}`, { item: data.item })}
        facts={[
          ...(side === 'organization' ? [data.customer] : []),
          <TextLink
            underline="always"
            key="release"
            to="/o/$organization/releases/$release"
            params={{ organization: slug, release: data.release.id }}
          >
            {t('release.title', { number: data.release.document })}
          </TextLink>,
          formats.moment(data.madeAt),
        ]}
        act={
          mayAnswer ? (
            <>
              {data.rule === null ? null : <AskRuleChange callOff={data.intervention} label={data.rule.label} />}
              <Button variant="default" onClick={() => setRejecting(true)}>
                {t('offer.reject')}
              </Button>
              <Button
                variant="filled"
                loading={answer.isPending}
                onClick={() => answer.mutate({ outcome: 'taken', words: '' })}
              >
                {t('offer.take')}
              </Button>
            </>
          ) : side === 'customer' && has('scheduler', 'approver') && data.rule !== null ? (
            <AskRuleChange callOff={data.intervention} label={data.rule.label} />
          ) : side === 'organization' && has('planner') && data.rule?.id != null ? (
            <ChangeRule intervention={data.intervention} rule={data.rule.id} label={data.rule.label} />
          ) : undefined
        }
      >
        <Stack gap="lg" maw={720}>
          <RefusalOf error={answer.error} />
          <CustomerWords
            words={data.askedWords.text}
            language={data.askedWords.language}
            channel="planning"
            customer={data.customer}
            saidOn={data.madeAt.slice(0, 10)}
          />
          <Amounts title={t('promises.asked')} amounts={data.asked} />
          {data.kind === 'offer' ? <Amounts title={t('offer.offered')} amounts={data.lines} /> : null}
          <Text lang={data.language} style={{ whiteSpace: 'pre-line' }}>
            {data.words}
          </Text>
          {data.rule === null ? (
            <Text c="dimmed">{t('offer.noRule')}</Text>
          ) : (
            <RuleSentence rule={data.rule} customer={data.customer} />
          )}
          {data.answerWords === null ? null : (
            <CustomerWords
              words={data.answerWords}
              language={data.askedWords.language}
              channel="planning"
              customer={data.customer}
              saidOn={(data.answeredAt ?? data.madeAt).slice(0, 10)}
            />
          )}
        </Stack>
      </ObjectPage>
      <Reject open={rejecting} offer={id} onClose={() => setRejecting(false)} />
    </>
  );
}

function Amounts({ title, amounts }: { readonly title: string; readonly amounts: Offer['lines'] }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      {amounts.map(({ on, quantity }) => (
        <Text key={on}>{t('promises.amount', { quantity: formats.number(quantity), day: formats.day(on) })}</Text>
      ))}
    </section>
  );
}

function useAnswer(offer: string) {
  const { slug } = useMember();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { outcome: 'taken' | 'rejected'; words: string }) =>
      ask(
        api.POST('/api/organizations/{organization}/offers/{offer}/answer', {
          params: { path: { organization: slug, offer } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['offer', 'promise', 'intervention', 'release', 'waiting'].map((kind) =>
          client.invalidateQueries({ queryKey: keyOf(slug, kind) }),
        ),
      ),
  });
}

function Reject({
  open,
  offer,
  onClose,
}: {
  readonly open: boolean;
  readonly offer: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('planning');
  const [words, setWords] = useState('');
  const answer = useAnswer(offer);
  return (
    <SideDrawer open={open} title={t('offer.reject')} beside onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer.mutate({ outcome: 'rejected', words }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t('offer.rejectWords')}
            autosize
            minRows={3}
            required
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <RefusalOf error={answer.error} />
          <Button type="submit" variant="filled" loading={answer.isPending}>
            {t('offer.reject')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}

/** Begins a proposal on the rule that the call-off went beyond, and opens it. */
function ChangeRule({
  intervention,
  rule,
  label,
}: {
  readonly intervention: string;
  readonly rule: string;
  readonly label: string;
}) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/interventions/{intervention}/rule-change', {
          params: { path: { organization: slug, intervention } },
          body: { rule, title: t('offer.changeTitle', { label }), why: '' },
        }),
      ),
    onSuccess: ({ proposal }) =>
      navigate({ to: '/o/$organization/proposals/$proposal', params: { organization: slug, proposal } }),
  });
  return (
    <>
      <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
        {t('offer.changeRule')}
      </Button>
      <RefusalOf error={begin.error} />
    </>
  );
}
