import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { CustomerWords } from '../../components/customer-words.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { RuleKinds } from '../../components/rule-kinds.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { BlockText, levelsIn } from './block-text.tsx';
import { interventionQuery, proposalQuery, ruleQuery } from './queries.ts';

/** What stands beside a list for one line of it: enough to know whether to open it. */

interface PeekOf {
  readonly id: string;
}

/** The customer's words in full, and where they stand. */
export function InterventionPeek({ id }: PeekOf) {
  const { slug } = useMember();
  const { data, error, refetch } = useQuery(interventionQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="sm" align="flex-start">
      <StateBadge state={data.state} />
      <CustomerWords
        words={data.words === '' ? null : data.words}
        language={data.language}
        channel={data.channel}
        customer={data.customer}
        saidOn={data.happenedAt.slice(0, 10)}
      />
      {data.answer === null ? null : (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {data.answer.words}
        </Text>
      )}
    </Stack>
  );
}

/** What is proposed, why, what it changes, and who has not been answered. */
export function ProposalPeek({ id }: PeekOf) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(proposalQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const changed = data.difference.filter((block) => block.how !== 'same');
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <StateBadge state={data.overtaken ? 'overtaken' : data.state} />
        <Text size="sm" c="dimmed">
          {`${data.rule.label} ${data.rule.title}`}
        </Text>
      </Group>
      <Text fw={550}>{data.title}</Text>
      {data.why === '' ? null : <Text size="sm">{data.why}</Text>}
      {changed.map((block) => (
        <Text key={block.block} size="sm" component="div">
          <WordDifference
            parts={block.words.map(({ how, text }) => ({ kind: how, text }))}
            language={data.rule.language}
          />
        </Text>
      ))}
      {data.term === null ? null : (
        <Text size="sm" c="dimmed">
          {t('home.due', { when: formats.relative(data.term) })}
        </Text>
      )}
    </Stack>
  );
}

/** The text of a rule as it reads now. */
export function RulePeek({ id }: PeekOf) {
  const { slug } = useMember();
  const { data, error, refetch } = useQuery(ruleQuery(slug, id, undefined));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <RuleKinds kind={data.kind} regulation={data.regulation} />
      </Group>
      <Text fw={550} lang={data.language}>
        {data.title}
      </Text>
      {data.blocks.map((block) => (
        <BlockText
          key={block.id}
          content={block.content}
          levels={levelsIn(data.blocks)}
          language={data.language}
          parameters={data.parameters}
          slug={slug}
        />
      ))}
    </Stack>
  );
}

/** What the newest version of a rule changed: what one is asked to read. */
export function NewVersionPeek({ id }: PeekOf) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const { data: rule, error, refetch } = useQuery(ruleQuery(slug, id, undefined));
  const after = rule?.version ?? 0;
  const difference = useQuery({
    queryKey: keyOf(slug, 'rule', id, 'difference', after - 1, after),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/versions/{version}/difference/{with}', {
          params: { path: { organization: slug, rule: id, version: after - 1, with: after } },
        }),
      ),
    enabled: after > 1,
  });
  if (rule === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const changed = difference.data?.blocks.filter((block) => block.how !== 'same') ?? [];
  return (
    <Stack gap="sm">
      <Text fw={550} lang={rule.language}>{`${rule.label} ${rule.title}`}</Text>
      <Text size="sm" c="dimmed">
        {t('rule.change', { before: after - 1, after })}
      </Text>
      <RefusalOf error={difference.error} onRetry={() => void difference.refetch()} />
      {changed.map((block) => (
        <Text key={block.block} size="sm" component="div">
          <WordDifference parts={block.words.map(({ how, text }) => ({ kind: how, text }))} language={rule.language} />
        </Text>
      ))}
    </Stack>
  );
}
