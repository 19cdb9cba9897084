import { Alert, Button, Menu, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { type HistoryEntry, ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { saveFile } from '../../save-file.ts';
import { useKeys } from '../../shell/keys.ts';
import { ButtonLink, MenuLink, TextLink } from '../../shell/link.tsx';
import { type Member, useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { AcknowledgeDrawer } from './acknowledge-drawer.tsx';
import { AskDrawer } from './ask-drawer.tsx';
import { toChange } from './to-change.ts';
import { TransmissionMargin } from './transmission-margin.tsx';
import { entryQuery, stateOf, type Transmission, transmissionQuery } from './transmission-queries.ts';
import { DocumentText } from './visible-document.tsx';

const route = getRouteApi('/o/$organization/transmissions/$transmission');

/** One transmission, the same page for both sides: exactly what was sent, what was withheld, and what became of it. */
export function TransmissionPage() {
  const { transmission: id } = route.useParams();
  const { slug } = useMember();
  const { data, error, refetch } = useQuery(transmissionQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return <TransmissionOf key={id} transmission={data} />;
}

function TransmissionOf({ transmission: one }: { readonly transmission: Transmission }) {
  const { t } = useTranslation('transmissions');
  const member = useMember();
  const { slug, side } = member;
  const formats = useFormats();
  const [changesShown, showChanges] = useState(true);
  const [acknowledging, setAcknowledging] = useState(false);
  const [asking, setAsking] = useState<number>();
  const remind = useRemind(slug, one.id);
  const save = useMutation({
    mutationFn: (kind: 'pdf' | 'json') =>
      saveFile(`/api/organizations/${slug}/transmissions/${one.id}/document.${kind}`, `${one.label}.${kind}`),
  });
  const history = useHistory(slug, one);
  useKeys({ n: () => toChange(1), p: () => toChange(-1) });
  const theirs = side === 'customer';
  const waits = one.acknowledgedAt === null && !one.superseded;
  const mayAnswer = theirs && member.has('approver', 'auditor');
  const changes = one.since?.changes ?? [];
  const decided = t('decidedOn', {
    version: one.version ?? '',
    day: formats.date(one.document.decidedAt.slice(0, 10)),
  });
  return (
    <>
      <ObjectPage
        badges={<StateBadge state={stateOf(one)} />}
        label={`T-${one.number}`}
        title={`${one.label} ${one.title}`}
        titleLanguage={one.language}
        facts={[
          one.rule === null ? (
            decided
          ) : (
            <TextLink
              key="version"
              to="/o/$organization/rules/$rule/v/$version"
              params={{ organization: slug, rule: one.rule, version: String(one.version ?? 1) }}
            >
              {decided}
            </TextLink>
          ),
          ...(theirs
            ? []
            : [
                <TextLink
                  key="customer"
                  to="/o/$organization/customers/$customer"
                  params={{ organization: slug, customer: one.customer.id }}
                >
                  {one.customer.name}
                </TextLink>,
              ]),
          t(theirs ? 'receivedOn' : 'sentOn', { when: formats.relative(one.sentAt) }),
          ...(one.acknowledgedAt === null
            ? one.dueOn === null || one.superseded
              ? []
              : [t('dueOn', { day: formats.date(one.dueOn) })]
            : [t('acknowledgedBy', { name: one.acknowledgedBy ?? '', when: formats.relative(one.acknowledgedAt) })]),
        ]}
        act={
          theirs ? (
            waits && mayAnswer ? (
              <Button variant="filled" onClick={() => setAcknowledging(true)}>
                {t('acknowledge', { version: one.version ?? '' })}
              </Button>
            ) : undefined
          ) : (
            <OurActs member={member} one={one} waits={waits} remind={remind} />
          )
        }
        menu={
          <>
            <Menu.Item onClick={() => save.mutate('pdf')}>{t('pdf')}</Menu.Item>
            <Menu.Item onClick={() => save.mutate('json')}>{t('json')}</Menu.Item>
            {one.rule !== null && waits && member.has('quality-manager', 'planner', 'team-lead') ? (
              <MenuLink
                to="/o/$organization/rules/$rule/transmit"
                params={{ organization: slug, rule: one.rule }}
                search={{ to: one.customer.id }}
              >
                {t('composeNext')}
              </MenuLink>
            ) : null}
          </>
        }
        notice={
          <>
            <RefusalOf error={remind.error ?? save.error} />
            {one.supersededBy === null ? null : (
              <Alert color="gray">
                {t('supersededBy')}{' '}
                <TextLink
                  to="/o/$organization/transmissions/$transmission"
                  params={{ organization: slug, transmission: one.supersededBy }}
                >
                  {t('toNewer')}
                </TextLink>
              </Alert>
            )}
            {theirs && waits && !mayAnswer ? (
              <Alert color="gray">{t('onlyAcknowledge', { customer: one.customer.name })}</Alert>
            ) : null}
            <Since one={one} theirs={theirs} shown={changesShown} onShow={showChanges} />
          </>
        }
        margin={<TransmissionMargin one={one} saving={save.isPending} onSave={(kind) => save.mutate(kind)} />}
        history={history}
      >
        <section aria-label={t('document')}>
          <DocumentText
            document={one.document}
            language={one.language}
            slug={slug}
            changes={changesShown ? changes : []}
            onAsk={mayAnswer && !one.superseded ? setAsking : undefined}
          />
        </section>
      </ObjectPage>
      <AcknowledgeDrawer open={acknowledging} one={one} onClose={() => setAcknowledging(false)} />
      <AskDrawer key={asking} number={asking} one={one} onClose={() => setAsking(undefined)} />
    </>
  );
}

function OurActs({
  member,
  one,
  waits,
  remind,
}: {
  readonly member: Member;
  readonly one: Transmission;
  readonly waits: boolean;
  readonly remind: ReturnType<typeof useRemind>;
}) {
  const { t } = useTranslation('transmissions');
  if (!member.has('quality-manager', 'planner', 'team-lead')) return undefined;
  if (waits)
    return (
      <Button variant="filled" loading={remind.isPending} onClick={() => remind.mutate()}>
        {t('remind')}
      </Button>
    );
  return one.rule === null ? undefined : (
    <ButtonLink
      to="/o/$organization/rules/$rule/transmit"
      params={{ organization: member.slug, rule: one.rule }}
      search={{ to: one.customer.id }}
    >
      {t('composeNext')}
    </ButtonLink>
  );
}

/** What changed since the version that the customer acknowledged, over what he may read; `n` and `p` lead from change to change. */
function Since({
  one,
  theirs,
  shown,
  onShow,
}: {
  readonly one: Transmission;
  readonly theirs: boolean;
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}) {
  const { t } = useTranslation('transmissions');
  const formats = useFormats();
  if (one.since === null) return null;
  const { version, acknowledgedAt, changes } = one.since;
  const values = {
    count: changes.length,
    customer: one.customer.name,
    version,
    day: formats.date(acknowledgedAt.slice(0, 10)),
  };
  if (changes.length === 0) return <Alert color="gray">{t(theirs ? 'sinceNone' : 'sinceNoneTheirs', values)}</Alert>;
  return (
    <Alert color="petrol" title={t(theirs ? 'since' : 'sinceTheirs', values)}>
      <Switch label={t('showChanges')} checked={shown} onChange={(event) => onShow(event.currentTarget.checked)} />
    </Alert>
  );
}

function useRemind(slug: string, transmission: string) {
  const { t } = useTranslation('transmissions');
  return useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/transmissions/{transmission}/remind', {
          params: { path: { organization: slug, transmission } },
        }),
      ),
    onSuccess: ({ written }) => notifications.show({ message: t('reminded', { count: written }) }),
  });
}

/** Newest first. Who sent it is read in the ledger, where his signature stands. */
function useHistory(slug: string, one: Transmission): readonly HistoryEntry[] {
  const { t } = useTranslation('transmissions');
  const { data } = useQuery(entryQuery(slug, one.entry));
  const name = data?.signed?.name;
  const values = { customer: one.customer.name, version: one.version ?? '' };
  return [
    ...(one.acknowledgedAt === null
      ? []
      : [
          {
            id: 'acknowledged',
            at: one.acknowledgedAt,
            text: t('history.acknowledged', { ...values, name: one.acknowledgedBy ?? '' }),
          },
        ]),
    ...(one.seenAt === null ? [] : [{ id: 'seen', at: one.seenAt, text: t('history.seen', values) }]),
    {
      id: 'sent',
      at: one.sentAt,
      text: name === undefined ? t('history.sentUnnamed', values) : t('history.sent', { ...values, name }),
    },
  ];
}
