import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { RuleKinds } from '../../components/rule-kinds.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { keyOf } from '../../queries.ts';
import { useKeys } from '../../shell/keys.ts';
import { ButtonLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { BlockText, levelsIn } from './block-text.tsx';
import { ruleQuery } from './queries.ts';
import { toChange } from './to-change.ts';
import classes from './version-difference.module.css';

interface VersionDifferenceProps {
  readonly rule: string;
  readonly before: number;
  readonly after: number;
}

/** Two versions of a rule in one text, word by word; `n` and `p` lead from change to change. */
export function VersionDifference({ rule: id, before, after }: VersionDifferenceProps) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const formats = useFormats();
  const { data: rule, error, refetch } = useQuery(ruleQuery(slug, id, after));
  const difference = useQuery({
    queryKey: keyOf(slug, 'rule', id, 'difference', before, after),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/versions/{version}/difference/{with}', {
          params: { path: { organization: slug, rule: id, version: before, with: after } },
        }),
      ),
  });
  useKeys({ n: () => toChange(1), p: () => toChange(-1) });
  if (rule === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const link = (version: number) => (
    <TextLink
      to="/o/$organization/rules/$rule/v/$version"
      params={{ organization: slug, rule: id, version: String(version) }}
    >
      {`v${version}`}
    </TextLink>
  );
  const shown = (value: number | boolean | null): string =>
    value === null ? '–' : typeof value === 'boolean' ? t(value ? 'rule.yes' : 'rule.no') : formats.number(value);
  const blocks = difference.data?.blocks ?? [];
  const changed = blocks.filter((block) => block.how !== 'same' || block.moved).length;
  const beside = (step: number): string => `${before + step}..${after + step}`;
  return (
    <ObjectPage
      badges={<RuleKinds kind={rule.kind} regulation={rule.regulation} />}
      label={rule.label}
      title={rule.title}
      titleLanguage={rule.language}
      facts={[
        <span key="versions">
          {link(before)}
          {' → '}
          {link(after)}
        </span>,
        t('rule.changed', { count: changed }),
      ]}
      act={
        <>
          {before > 1 ? (
            <ButtonLink
              to="/o/$organization/rules/$rule/v/$version"
              params={{ organization: slug, rule: id, version: beside(-1) }}
            >
              {t('rule.earlier')}
            </ButtonLink>
          ) : null}
          {after < rule.current ? (
            <ButtonLink
              to="/o/$organization/rules/$rule/v/$version"
              params={{ organization: slug, rule: id, version: beside(1) }}
            >
              {t('rule.later')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <RefusalOf error={difference.error} onRetry={() => void difference.refetch()} />
      <div className={classes.text}>
        {difference.data?.parameters.map((one) => (
          <Group key={one.name} gap="sm" data-change tabIndex={-1} className={classes.changed}>
            <Text size="sm" c="dimmed">
              {rule.parameters.find((p) => p.name === one.name)?.label ?? one.name}
            </Text>
            <WordDifference
              parts={[
                { kind: 'deleted', text: shown(one.before) },
                { kind: 'same', text: ' ' },
                { kind: 'inserted', text: shown(one.after) },
              ]}
            />
          </Group>
        ))}
        {blocks.map((block) => {
          const now = rule.blocks.find((one) => one.id === block.block);
          if (block.how === 'same' && !block.moved)
            return now === undefined ? null : (
              <div key={block.block} className={classes.same}>
                <BlockText
                  content={now.content}
                  levels={levelsIn(rule.blocks)}
                  language={rule.language}
                  parameters={rule.parameters}
                  slug={slug}
                />
              </div>
            );
          const word = {
            added: 'added',
            removed: 'deleted',
            split: 'split',
            changed: 'changed',
            same: 'moved',
          } as const;
          return (
            <Stack key={block.block} gap={2} data-change tabIndex={-1} className={classes.changed}>
              <Text size="xs" c="dimmed">
                {t(`proposal.${word[block.how]}`)}
              </Text>
              {block.words.length === 0 && now !== undefined ? (
                <BlockText
                  content={now.content}
                  levels={levelsIn(rule.blocks)}
                  language={rule.language}
                  parameters={rule.parameters}
                  slug={slug}
                />
              ) : (
                <WordDifference
                  parts={block.words.map(({ how, text }) => ({ kind: how, text }))}
                  language={rule.language}
                />
              )}
            </Stack>
          );
        })}
      </div>
    </ObjectPage>
  );
}
