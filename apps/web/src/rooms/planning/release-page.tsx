import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge, ToneBadge } from '../../components/state-badge.tsx';
import { ButtonLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { CumulativeOfLine } from './cumulative-of-line.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { NewsOfLine } from './news-of-line.tsx';
import { AskRuleChange } from './ask-rule-change.tsx';
import { type ReleaseLine, releaseQuery } from './queries.ts';
import { PriceOfChange } from './plant/price-of-change.tsx';
import { ReleaseExport } from './release-export.tsx';
import { DraftOfRelease } from './plan/draft-of-release.tsx';
import { plansOfReleaseQuery } from './plan/queries.ts';
import { ReplyDrawer } from './reply-drawer.tsx';

const route = getRouteApi('/o/$organization/releases/$release');

/** One release against the one before: what changed, what the rules say, and the cumulative of one item. */
export function ReleasePage() {
  const { t } = useTranslation('planning');
  const { release: id } = route.useParams();
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const [chosen, setChosen] = useState(0);
  const [answering, setAnswering] = useState(false);
  const { data, error, refetch } = useQuery(releaseQuery(slug, id));
  const made = useQuery({ ...plansOfReleaseQuery(slug, id), enabled: side === 'organization' }).data?.rows.at(-1);
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const line = data.lines.find((l) => l.line === chosen) ?? data.lines[0];
  const open = data.lines.find((l) => l.intervention?.state === 'open');
  const inside = side === 'organization';
  const wished = inside || !has('scheduler', 'approver') ? undefined : citedIn(data.lines);
  return (
    <>
      <ObjectPage
        badges={
          <>
            {data.state === 'applied' ? (
              <StateBadge state="applied" />
            ) : (
              <ToneBadge tone="grey">{t(`releases.state.${data.state}`)}</ToneBadge>
            )}
            {data.outside === 0 ? null : (
              <ToneBadge tone="amber">{t('releases.outsideCount', { count: data.outside })}</ToneBadge>
            )}
          </>
        }
        title={t('release.title', { number: data.document })}
        facts={[
          ...(inside ? [data.customer] : []),
          `${data.message} · ${formats.date(data.day)}`,
          ...(data.replaces === null
            ? []
            : [
                <TextLink
                  underline="always"
                  key="replaces"
                  to="/o/$organization/releases/$release"
                  params={{ organization: slug, release: data.replaces.id }}
                >
                  {t('release.replaces', { number: data.replaces.document })}
                </TextLink>,
              ]),
          ...(data.place === null ? [] : [data.place]),
          t('release.applied', { when: formats.moment(data.appliedAt) }),
          ...(made !== undefined ? [<DraftOfRelease key="draft" plan={made} appliedAt={data.appliedAt} />] : []),
        ]}
        act={
          <>
            {data.interchange !== null && has('planner', 'team-lead', 'quality-manager') ? (
              <ButtonLink
                variant="default"
                to="/o/$organization/messages/$message"
                params={{ organization: slug, message: data.interchange }}
              >
                {t('release.message')}
              </ButtonLink>
            ) : null}
            {inside && has('planner', 'team-lead', 'quality-manager') ? (
              <ReleaseExport release={data.id} document={data.document} customer={data.customerId} />
            ) : null}
            {wished === undefined ? null : <AskRuleChange callOff={wished.callOff} label={wished.label} />}
            {inside && has('planner') && open !== undefined ? (
              <Button variant="filled" onClick={() => setAnswering(true)}>
                {t('release.answer')}
              </Button>
            ) : null}
          </>
        }
      >
        {data.lines.length === 0 ? (
          <Text c="dimmed">{t(`release.noLines.${data.state}`)}</Text>
        ) : (
          <Stack gap="lg">
            <DifferenceTable lines={data.lines} chosen={line?.line ?? 0} onChoose={setChosen} />
            {inside && has('planner', 'administrator') ? (
              <PriceOfChange release={id} isOpen={open !== undefined} />
            ) : null}
            {line === undefined ? null : <CumulativeOfLine line={line} />}
            {line === undefined ? null : <NewsOfLine line={line} />}
            {data.replies.map((reply) => (
              <Text key={reply.id}>
                <TextLink
                  underline="always"
                  to="/o/$organization/offers/$offer"
                  params={{ organization: slug, offer: reply.id }}
                >
                  {t(`offer.kind.${reply.kind}`, { item: reply.item })}
                </TextLink>{' '}
                <Text span c="dimmed">
                  {formats.relative(reply.madeAt)}
                </Text>
              </Text>
            ))}
          </Stack>
        )}
      </ObjectPage>
      {open === undefined ? null : (
        <ReplyDrawer key={open.line} open={answering} line={open} onClose={() => setAnswering(false)} />
      )}
    </>
  );
}

/** The first call-off of the release that went beyond a rule that the customer may read, and that rule. */
function citedIn(lines: readonly ReleaseLine[]): { readonly callOff: string; readonly label: string } | undefined {
  for (const { intervention, weeks } of lines) {
    const rule = weeks.find(({ verdict }) => verdict?.kind === 'outside' && verdict.rule !== null)?.verdict?.rule;
    if (intervention !== null && rule != null) return { callOff: intervention.id, label: rule.label };
  }
  return undefined;
}
