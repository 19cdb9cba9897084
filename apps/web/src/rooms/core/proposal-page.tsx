import { Alert, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { CustomerWords } from '../../components/customer-words.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { RuleKinds } from '../../components/rule-kinds.tsx';
import { StateBadge, ToneBadge } from '../../components/state-badge.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { ButtonLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { ObjectDrawer, OpenDrawer, RebaseDrawer } from './proposal-drawers.tsx';
import { ProposalDifference } from './proposal-difference.tsx';
import { proposalQuery, type Proposal } from './queries.ts';
import { Remarks } from './remarks.tsx';
import { DecisionDrawer } from './decision-drawer.tsx';
import classes from './proposal-page.module.css';

const route = getRouteApi('/o/$organization/proposals/$proposal');

/** A proposal: the customers' words, the difference and the debate on one page; once decided, the decision on top. */
export function ProposalPage() {
  const { t } = useTranslation('core');
  const { proposal: id } = route.useParams();
  const { slug } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const [drawer, setDrawer] = useState<'open' | 'object' | 'rebase' | 'decide' | 'refuse'>();
  const { data: p, error, refetch } = useQuery(proposalQuery(slug, id));
  const path = { organization: slug, proposal: id };
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
  const sayVoice = (said: 'consent' | 'silent') =>
    ask(
      api.PUT('/api/organizations/{organization}/proposals/{proposal}/voice', {
        params: { path },
        body: { voice: said },
      }),
    );
  const voice = useMutation({
    mutationFn: sayVoice,
    onSuccess: async (_, said) => {
      await refresh();
      const before = said === 'consent' ? 'silent' : 'consent';
      offerUndo({ done: t(`proposal.voiced.${said}`), undo: () => giveBack.mutateAsync(before) });
    },
  });
  const giveBack = useMutation({ mutationFn: sayVoice, onSuccess: refresh });
  const withdraw = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/organizations/{organization}/proposals/{proposal}/withdraw', { params: { path } })),
    onSuccess: refresh,
  });
  if (p === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const ripe =
    p.method === 'by-owner' || p.term === null || Temporal.Instant.compare(p.term, Temporal.Now.instant()) <= 0;
  const close = (): void => setDrawer(undefined);
  return (
    <>
      <ObjectPage
        badges={
          <>
            {p.state === 'open' && p.term !== null ? (
              <ToneBadge tone="petrol">{t('proposal.openUntil', { when: formats.moment(p.term) })}</ToneBadge>
            ) : (
              <StateBadge state={p.state} />
            )}
            <RuleKinds kind={p.rule.kind} regulation={p.regulation} />
          </>
        }
        label={`P-${p.number}`}
        title={p.title}
        facts={[
          <TextLink key="rule" to="/o/$organization/rules/$rule" params={{ organization: slug, rule: p.rule.id }}>
            {p.base === 0
              ? t('proposal.newRule', { label: p.rule.label })
              : t('proposal.onRule', { label: p.rule.label, version: p.base })}
          </TextLink>,
          t('proposal.answers', { count: new Set(p.origins.map((o) => o.intervention)).size }),
          t('proposal.by', { name: p.proposedBy.name }),
        ]}
        act={
          p.state === 'draft' || p.state === 'open' ? (
            <Acts proposal={p} ripe={ripe} onDrawer={setDrawer} onVoice={(said) => voice.mutate(said)} />
          ) : undefined
        }
        menu={
          p.may.withdraw || p.may.sign ? (
            <>
              {p.may.sign ? <Menu.Item onClick={() => setDrawer('refuse')}>{t('proposal.refuse')}</Menu.Item> : null}
              {p.may.withdraw ? (
                <Menu.Item onClick={() => withdraw.mutate()}>{t('proposal.withdraw')}</Menu.Item>
              ) : null}
            </>
          ) : undefined
        }
        notice={
          <>
            <RefusalOf error={voice.error ?? withdraw.error} />
            {p.overtaken ? (
              <Alert color="amber">
                <Group justify="space-between" gap="sm">
                  <Text>{t('proposal.overtaken', { version: p.rule.version, count: p.concerned })}</Text>
                  <Button onClick={() => setDrawer('rebase')}>{t('proposal.rebase')}</Button>
                </Group>
              </Alert>
            ) : null}
          </>
        }
      >
        <Stack gap="xl">
          {p.decision === null ? null : <Decision proposal={p} slug={slug} />}
          <Why proposal={p} />
          <div className={classes.columns}>
            <section aria-labelledby="change">
              <Group justify="space-between">
                <Title order={2} size="h4" id="change">
                  {t('proposal.change')}
                </Title>
                {p.may.write ? (
                  <ButtonLink
                    size="compact-sm"
                    to="/o/$organization/proposals/$proposal/edit"
                    params={{ organization: slug, proposal: id }}
                  >
                    {t('proposal.write')}
                  </ButtonLink>
                ) : null}
              </Group>
              <ProposalDifference proposal={p} />
            </section>
            <Effect proposal={p} />
          </div>
          <Remarks proposal={p} slug={slug} />
          <Voices proposal={p} />
        </Stack>
      </ObjectPage>
      <OpenDrawer open={drawer === 'open'} proposal={p} slug={slug} onClose={close} />
      <ObjectDrawer open={drawer === 'object'} proposal={p} slug={slug} onClose={close} />
      <RebaseDrawer open={drawer === 'rebase'} proposal={p} slug={slug} onClose={close} />
      <DecisionDrawer
        open={drawer === 'decide' || drawer === 'refuse'}
        outcome={drawer === 'refuse' ? 'refused' : 'adopted'}
        proposal={p}
        slug={slug}
        onClose={close}
      />
    </>
  );
}

interface ActsProps {
  readonly proposal: Proposal;
  readonly ripe: boolean;
  readonly onDrawer: (drawer: 'open' | 'object' | 'decide') => void;
  readonly onVoice: (voice: 'consent' | 'silent') => void;
}

function Acts({ proposal: p, ripe, onDrawer, onVoice }: ActsProps) {
  const { t } = useTranslation('core');
  if (p.state === 'draft')
    return (
      <Button variant="filled" onClick={() => onDrawer('open')}>
        {t('proposal.putBefore')}
      </Button>
    );
  if (p.may.sign && ripe) {
    return (
      <>
        <Button onClick={() => onDrawer('object')}>{t('proposal.object')}</Button>
        <Button variant="filled" onClick={() => onDrawer('decide')}>
          {t('proposal.sign')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button onClick={() => onDrawer('object')}>{t('proposal.object')}</Button>
      <Button
        variant={p.voices.mine ? 'default' : 'filled'}
        onClick={() => onVoice(p.voices.mine ? 'silent' : 'consent')}
      >
        {p.voices.mine ? t('proposal.takeBackConsent') : t('proposal.consent')}
      </Button>
    </>
  );
}

function Decision({ proposal: p, slug }: { readonly proposal: Proposal; readonly slug: string }) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const d = p.decision!;
  return (
    <section className={classes.decision} aria-labelledby="decision">
      <Title order={2} size="h4" id="decision">
        {d.version === null ? (
          t('proposal.refused')
        ) : (
          <TextLink
            inherit
            to="/o/$organization/rules/$rule/v/$version"
            params={{ organization: slug, rule: p.rule.id, version: String(d.version) }}
          >
            {t('proposal.adopted', { version: d.version })}
          </TextLink>
        )}
      </Title>
      <Text mt={4} style={{ whiteSpace: 'pre-line' }}>
        {d.reasons}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t(`proposal.${p.method}`)}.{' '}
        {t('proposal.signed', { name: d.by, whose: d.inWhoseName, when: formats.moment(d.at), meaning: d.meaning })}
      </Text>
    </section>
  );
}

function Why({ proposal: p }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('core');
  const [all, setAll] = useState(false);
  const origins = [...new Map(p.origins.map((o) => [o.intervention, o])).values()];
  if (origins.length === 0 && p.why === '') return null;
  return (
    <section aria-labelledby="why">
      <Title order={2} size="h4" id="why">
        {t('proposal.why')}
      </Title>
      {p.why === '' ? null : (
        <Text mt="xs" style={{ whiteSpace: 'pre-line' }}>
          {p.why}
        </Text>
      )}
      {(all ? origins : origins.slice(0, 2)).map((o) => (
        <CustomerWords
          key={o.intervention}
          words={o.words === '' ? null : o.words}
          language={o.language}
          channel={o.channel}
          customer={o.customer}
          saidOn={o.happenedAt.slice(0, 10)}
        />
      ))}
      {origins.length > 2 && !all ? (
        <Button size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t('rule.moreWords', { count: origins.length - 2 })}
        </Button>
      ) : null}
    </section>
  );
}

function Effect({ proposal: p }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('core');
  return (
    <section aria-labelledby="effect">
      <Title order={2} size="h4" id="effect">
        {t('proposal.effect')}
      </Title>
      <dl className={classes.effect}>
        {(['hours', 'pace', 'mobility', 'autonomy'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`proposal.${name}`)}</dt>
            <dd>{p.effect[name] === '' ? '–' : p.effect[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Voices({ proposal: p }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('core');
  return (
    <section aria-labelledby="voices">
      <Title order={2} size="h4" id="voices">
        {t('proposal.voices')}
      </Title>
      <Text mt="xs">
        {t('proposal.voicesConsent', { count: p.voices.consent.length })}
        {p.voices.consent.length === 0
          ? ''
          : ` · ${p.voices.consent.map((v) => (v.inNameOf === null ? v.name : `${v.name} (${t('proposal.inNameOf', { customer: v.inNameOf })})`)).join(', ')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`proposal.${p.method}`)}
      </Text>
    </section>
  );
}
