import { Text } from '@mantine/core';
import { IconArrowRight, IconDownload, IconGavel, IconGitPullRequest, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerWords } from '../../components/customer-words.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useFormats } from '../../use-formats.ts';
import { type Change, type Chosen, lineageQuery, type Rule } from './queries.ts';
import { useParameterText } from './use-parameter-text.ts';
import classes from './lineage.module.css';

interface LineageProps {
  readonly slug: string;
  readonly rule: Rule;
  readonly of: Chosen;
}

/** Where a block or parameter comes from: whose words put it there, what was said, who decided in whose name, who was told. */
export function Lineage({ slug, rule, of }: LineageProps) {
  const { t } = useTranslation('core');
  const textOf = useParameterText();
  const { data, error, refetch } = useQuery(lineageQuery(slug, rule.id, rule.version, of));
  const parameter = of.kind === 'parameter' ? rule.parameters.find(({ name }) => name === of.id) : undefined;
  return (
    <section aria-label={t('rule.originOf')} aria-live="polite">
      <Text size="xs" fw={550} c="dimmed">
        {t('rule.originOf')}
      </Text>
      {parameter === undefined ? null : (
        <Text fw={550} mt={4}>
          {parameter.label} <span className={classes.value}>{textOf(parameter)}</span>
        </Text>
      )}
      <RefusalOf error={error} onRetry={() => void refetch()} />
      <ol className={classes.chain}>
        {data?.changes.map((change, place) => (
          <li key={`${change.version}/${change.proposal.id}`} className={classes.change}>
            <ChangeOf change={change} before={data.changes[place + 1]?.version} slug={slug} language={rule.language} />
          </li>
        ))}
      </ol>
      {data === undefined ? null : (
        <a className={classes.export} href={addressOfExport(slug, rule, of)} download title={t('rule.provHint')}>
          <Icon of={IconDownload} size={16} />
          {t('rule.prov')}
        </a>
      )}
    </section>
  );
}

/** The same chain as a file that other programs read (W3C PROV-JSON). */
const addressOfExport = (slug: string, rule: Rule, of: Chosen): string =>
  `/api/organizations/${slug}/rules/${rule.id}/versions/${rule.version}/${of.kind === 'block' ? 'blocks' : 'parameters'}/${encodeURIComponent(of.id)}/lineage.prov.json`;

function ChangeOf({
  change,
  before,
  slug,
  language,
}: {
  readonly change: Change;
  readonly before: number | undefined;
  readonly slug: string;
  readonly language: string;
}) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const { origins, objections, decision, transmissions, voices } = change;
  const shown = all ? origins : origins.slice(0, 1);
  return (
    <>
      {shown.map((origin) => (
        <CustomerWords
          key={origin.intervention}
          words={origin.words === '' ? null : origin.words}
          language={origin.language}
          channel={origin.channel}
          customer={origin.customer}
          saidOn={origin.happenedAt.slice(0, 10)}
          folded
        />
      ))}
      {origins.length > 1 && !all ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('rule.moreWords', { count: origins.length - 1 })}
        </button>
      ) : null}
      {origins.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('rule.noWords')}
        </Text>
      ) : null}
      <ul className={classes.facts}>
        <li>
          <Icon of={IconGitPullRequest} size={16} />
          <TextLink
            to="/o/$organization/proposals/$proposal"
            params={{ organization: slug, proposal: change.proposal.id }}
            size="sm"
          >
            {`P-${change.proposal.number}`}
          </TextLink>
          <span>
            {objections.raised === 0
              ? t('rule.noObjection')
              : t('rule.objections', { count: objections.raised, answered: objections.answered })}
          </span>
        </li>
        <li>
          <Icon of={IconGavel} size={16} />
          <span>
            {t(`rule.${decision.method === 'by-consent' ? 'by-consent' : 'by-owner'}`)},{' '}
            {formats.date(decision.decidedAt.slice(0, 10))}
            {voices.consent > 0 ? ` · ${t('rule.voices', { count: voices.consent })}` : ''}
            <Text span c="dimmed" size="sm" display="block">
              {t('rule.decidedBy', { name: decision.decidedBy, whose: decision.inWhoseName })}
            </Text>
          </span>
        </li>
        <li>
          <Icon of={IconArrowRight} size={16} />
          <span>
            {before === undefined
              ? t('rule.first', { after: change.version })
              : t('rule.change', { before, after: change.version })}
            {before === undefined ? null : (
              <span className={classes.words}>
                <WordDifference
                  parts={change.words.map(({ how, text }) => ({ kind: how, text }))}
                  language={language}
                />
              </span>
            )}
          </span>
        </li>
        {transmissions.sent === 0 ? null : (
          <li>
            <Icon of={IconSend} size={16} />
            <span>
              {t('rule.told', { count: transmissions.sent })}
              {transmissions.acknowledged > 0
                ? `, ${t('rule.acknowledged', { count: transmissions.acknowledged })}`
                : ''}
              {transmissions.withheld > 0 ? ` · ${t('rule.withheldFrom', { count: transmissions.withheld })}` : ''}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
