import { Alert, Button, Menu, Table, Text } from '@mantine/core';
import { IconMarkdown } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ColleagueDrawer } from '../../components/colleague-drawer.tsx';
import { saveFrom } from '../../bytes.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { RuleKinds } from '../../components/rule-kinds.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { PathLink } from '../../shell/path-link.tsx';
import { useKeys } from '../../shell/keys.ts';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { Lineage } from './lineage.tsx';
import { type Chosen, type Rule, ruleQuery } from './queries.ts';
import { RuleText } from './rule-text.tsx';
import type { RuleSearch } from './rule-search.ts';
import { RuleUse } from './rule-use.tsx';
import { TransmissionsOf } from './transmissions-of.tsx';
import { useHandOver } from './use-hand-over.ts';
import { TransmitAct } from './transmit-act.tsx';
import { VersionDifference } from './version-difference.tsx';
import classes from './rule-page.module.css';

const current = getRouteApi('/o/$organization/rules/$rule');
const older = getRouteApi('/o/$organization/rules/$rule/v/$version');

export function RulePage() {
  return <RuleOf rule={current.useParams().rule} version={undefined} search={current.useSearch()} />;
}

/** `/v/3` is a version, `/v/2..3` the difference of two. */
export function RuleVersionPage() {
  const { rule, version } = older.useParams();
  const search = older.useSearch();
  const [before, after] = version.split('..').map(Number);
  if (before !== undefined && after !== undefined)
    return <VersionDifference key={version} rule={rule} before={before} after={after} />;
  return <RuleOf rule={rule} version={Number(version)} search={search} />;
}

const chosenIn = ({ block, parameter }: RuleSearch): Chosen | undefined => {
  if (block !== undefined) return { kind: 'block', id: block };
  return parameter === undefined ? undefined : { kind: 'parameter', id: parameter };
};

/** A rule: its text with the customers' words behind it, its versions, how far it is in use, where it acted. */
function RuleOf({
  rule: id,
  version,
  search,
}: {
  readonly rule: string;
  readonly version: number | undefined;
  readonly search: RuleSearch;
}) {
  const { t } = useTranslation('core');
  const { slug, membership, has } = useMember();
  const formats = useFormats();
  const [handing, setHanding] = useState(false);
  const handOver = useHandOver();
  const navigate = useNavigate();
  const { data: rule, error, refetch } = useQuery(ruleQuery(slug, id, version));
  const { tab } = search;
  const chosen = chosenIn(search);
  const setChosen = ({ kind, id: of }: Chosen): void =>
    void navigate({ to: '.', search: { [kind]: of }, replace: true, resetScroll: false });
  const propose = useMutation({
    mutationFn: (on: Rule) =>
      ask(
        api.POST('/api/organizations/{organization}/proposals', {
          params: { path: { organization: slug } },
          body: { title: t('rule.proposing', { label: on.label }), on: { kind: 'rule', rule: on.id } },
        }),
      ),
    onSuccess: ({ proposal }) =>
      void navigate({ to: '/o/$organization/proposals/$proposal', params: { organization: slug, proposal } }),
  });
  const markdown = useMutation({
    mutationFn: ({ path, label }: { readonly path: string; readonly label: string }) => saveFrom(path, `${label}.md`),
  });
  const move = (step: number): void => {
    if (rule === undefined) return;
    const at = rule.blocks.findIndex((block) => chosen?.kind === 'block' && block.id === chosen.id);
    const next = rule.blocks[Math.max(0, Math.min(rule.blocks.length - 1, at + step))];
    if (next === undefined) return;
    setChosen({ kind: 'block', id: next.id });
    document.getElementById(`block-${next.id}`)?.focus();
  };
  const isThere = rule !== undefined;
  const arrivedAt = useRef(search.block);
  useEffect(() => {
    // A link to a block opens at the block, once.
    if (!isThere || arrivedAt.current === undefined) return;
    document.getElementById(`block-${arrivedAt.current}`)?.scrollIntoView({ block: 'center' });
    arrivedAt.current = undefined;
  }, [isThere]);
  useKeys({ ArrowDown: () => move(1), ArrowUp: () => move(-1) }, { when: chosen !== undefined });
  if (rule === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const mayHandOver = rule.owner.membership === membership || has('quality-manager');
  const origin =
    chosen === undefined ? (
      <Text size="sm" c="dimmed">
        {t('rule.choose')}
      </Text>
    ) : (
      <Lineage slug={slug} rule={rule} of={chosen} />
    );
  return (
    <>
      <ObjectPage
        badges={
          <>
            {rule.version === 0 ? (
              <StateBadge state="draft" />
            ) : (
              <StateBadge state={rule.version === rule.current ? 'inForce' : 'replaced'} />
            )}
            <RuleKinds kind={rule.kind} regulation={rule.regulation} />
          </>
        }
        label={rule.label}
        title={rule.title}
        titleLanguage={rule.language}
        facts={[
          rule.inForceFrom === null
            ? t('rule.draftOnly')
            : t('rule.since', { version: rule.version, day: formats.date(rule.inForceFrom.slice(0, 10)) }),
          t('rule.inUse', { count: rule.use.inUse, of: rule.use.of }),
          ...(rule.use.differently > 0 ? [t('rule.differently', { count: rule.use.differently })] : []),
          t('rule.owner', { name: rule.owner.name }),
          ...(rule.customer === null ? [] : [t('rule.agreedWith', { customer: rule.customer.name })]),
          ...(rule.reviewOn === null ? [] : [t('rule.review', { day: formats.date(rule.reviewOn) })]),
        ]}
        act={
          <>
            <TransmitAct rule={rule} />
            <Button variant="filled" loading={propose.isPending} onClick={() => propose.mutate(rule)}>
              {t('rule.propose')}
            </Button>
          </>
        }
        menu={
          rule.current === 0 && !mayHandOver ? undefined : (
            <>
              {mayHandOver ? <Menu.Item onClick={() => setHanding(true)}>{t('rules.setOwner')}</Menu.Item> : null}
              {rule.current === 0 ? null : (
                <Menu.Item
                  leftSection={<Icon of={IconMarkdown} />}
                  onClick={() =>
                    markdown.mutate({ path: `/api/organizations/${slug}/rules/${id}/text.md`, label: rule.label })
                  }
                >
                  {t('rule.markdown')}
                </Menu.Item>
              )}
            </>
          )
        }
        notice={
          <>
            <RefusalOf error={propose.error ?? markdown.error} />
            {rule.version !== rule.current && rule.version > 0 ? (
              <Alert color="gray">
                {t('rule.older', { version: rule.version, current: rule.current })}{' '}
                <TextLink to="/o/$organization/rules/$rule" params={{ organization: slug, rule: id }}>
                  {t('rule.toCurrent')}
                </TextLink>
              </Alert>
            ) : null}
            {rule.openProposals.length > 0 ? (
              <Alert color="petrol">
                {t('rule.open', { count: rule.openProposals.length })}:{' '}
                {rule.openProposals.map((p) => (
                  <TextLink
                    key={p.id}
                    mr="sm"
                    to="/o/$organization/proposals/$proposal"
                    params={{ organization: slug, proposal: p.id }}
                  >
                    {`P-${p.number} ${p.title}`}
                  </TextLink>
                ))}
              </Alert>
            ) : null}
          </>
        }
        tab={tab}
        onTab={(next) => void navigate({ to: '.', search: next === undefined ? {} : { tab: next }, replace: true })}
        tabs={[
          {
            key: 'text',
            label: t('rule.tabs.text'),
            content: <RuleText rule={rule} slug={slug} chosen={chosen} onChoose={setChosen} />,
          },
          {
            key: 'versions',
            label: t('rule.tabs.versions'),
            count: rule.current,
            content: <Versions slug={slug} rule={id} />,
          },
          {
            key: 'use',
            label: t('rule.tabs.use'),
            count: `${rule.use.inUse}/${rule.use.of}`,
            content: <RuleUse slug={slug} rule={id} />,
          },
          {
            key: 'transmissions',
            label: t('rule.tabs.transmissions'),
            count: rule.transmissions,
            content: <TransmissionsOf slug={slug} of={{ rule: id }} />,
          },
          { key: 'acts', label: t('rule.tabs.acts'), count: rule.acts, content: <Acts slug={slug} rule={rule} /> },
        ]}
        margin={tab === undefined || tab === 'text' ? <div className={classes.origin}>{origin}</div> : undefined}
      />
      {handing ? (
        <ColleagueDrawer
          organization={slug}
          title={t('rules.setOwner')}
          act={t('rules.handOver')}
          busy={handOver.isPending}
          error={handOver.error}
          onClose={() => setHanding(false)}
          onChoose={(to) =>
            handOver.mutate(
              { rules: [{ id: rule.id, owner: rule.owner.membership }], to },
              { onSuccess: () => setHanding(false) },
            )
          }
        />
      ) : null}
    </>
  );
}

function Versions({ slug, rule }: { readonly slug: string; readonly rule: string }) {
  const { t } = useTranslation('core');
  const { data, error } = useQuery({
    queryKey: keyOf(slug, 'rule', rule, 'versions'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/versions', {
          params: { path: { organization: slug, rule } },
        }),
      ),
  });
  return (
    <>
      <RefusalOf error={error} />
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data?.rows.map((row) => (
            <Table.Tr key={row.version}>
              <Table.Td>
                <TextLink
                  to="/o/$organization/rules/$rule/v/$version"
                  params={{ organization: slug, rule, version: String(row.version) }}
                >{`v${row.version}`}</TextLink>
              </Table.Td>
              <Table.Td>
                <Moment at={row.inForceFrom} />
              </Table.Td>
              <Table.Td>
                <TextLink
                  to="/o/$organization/proposals/$proposal"
                  params={{ organization: slug, proposal: row.proposal.id }}
                >{`P-${row.proposal.number} ${row.proposal.title}`}</TextLink>
                <Text size="sm" c="dimmed">
                  {t('rule.by', { name: row.decision.by })}. {row.decision.reasons}
                </Text>
              </Table.Td>
              <Table.Td>
                {row.version === 1 ? (
                  t('rule.changed', { count: row.changedBlocks })
                ) : (
                  <TextLink
                    to="/o/$organization/rules/$rule/v/$version"
                    params={{ organization: slug, rule, version: `${row.version - 1}..${row.version}` }}
                  >
                    {t('rule.changed', { count: row.changedBlocks })}
                  </TextLink>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Acts({ slug, rule: { id: rule, parameters } }: { readonly slug: string; readonly rule: Rule }) {
  const { t } = useTranslation('core');
  const { data, error } = useQuery({
    queryKey: keyOf(slug, 'rule', rule, 'acts'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/acts', {
          params: { path: { organization: slug, rule } },
        }),
      ),
  });
  const valueOf = (value: number | boolean): string =>
    typeof value === 'boolean' ? t(value ? 'rule.yes' : 'rule.no') : String(value);
  const actName = (kind: string): string => (isKnownAct(kind) ? t(`rule.act.${kind}`) : t('rule.act.other'));
  if (data?.rows.length === 0) {
    return (
      <>
        <Text fw={550}>{t('rule.noActs')}</Text>
        <Text c="dimmed">{t('rule.noActsNext')}</Text>
      </>
    );
  }
  return (
    <>
      <RefusalOf error={error} />
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data?.rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Moment at={row.at} />
              </Table.Td>
              <Table.Td>
                <PathLink className={classes.link} path={pathOfSubject(slug, row.subject)}>
                  {actName(row.kind)}
                </PathLink>
              </Table.Td>
              <Table.Td>{`v${row.version}`}</Table.Td>
              <Table.Td>
                {Object.entries(row.parameters)
                  .map(([name, value]) => `${parameters.find((p) => p.name === name)?.label ?? name} ${valueOf(value)}`)
                  .join(', ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** Acts that have a name of their own on the screen; each is written by the room that acts. */
const knownActs = ['expectation-captured', 'expectation-cited'] as const;
const isKnownAct = (kind: string): kind is (typeof knownActs)[number] =>
  (knownActs as readonly string[]).includes(kind);
