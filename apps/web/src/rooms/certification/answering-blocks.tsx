import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { KindBadge, ToneBadge } from '../../components/state-badge.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useRequirementsChanged } from './judging.ts';
import type { Requirement } from './queries.ts';
import classes from './certification.module.css';

type Answer = Requirement['answers'][number];

/** The blocks that are said to answer a clause: those in force, then those that wait in a draft and count for nothing yet. */
export function AnsweringBlocks({ requirement }: { readonly requirement: Requirement }) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const changed = useRequirementsChanged();
  const path = (answer: Answer) => ({ organization: slug, requirement: requirement.id, block: answer.block });
  const link = (answer: Answer, partly: boolean) =>
    ask(
      api.PUT('/api/organizations/{organization}/requirements/{requirement}/blocks/{block}', {
        params: { path: path(answer) },
        body: { rule: answer.rule.id, partly },
      }),
    );
  const unlink = useMutation({
    mutationFn: (answer: Answer) =>
      ask(
        api.DELETE('/api/organizations/{organization}/requirements/{requirement}/blocks/{block}', {
          params: { path: path(answer) },
        }),
      ),
    onSuccess: async (_done, answer) => {
      await changed();
      // What stands in a draft alone is linked again from the draft.
      if (answer.inForce)
        offerUndo({
          done: t('link.undone'),
          undo: async () => {
            await link(answer, answer.partly);
            await changed();
          },
        });
    },
  });
  const judge = useMutation({
    mutationFn: (answer: Answer) => link(answer, !answer.partly),
    onSuccess: changed,
  });
  const answers = requirement.answers.toSorted((a, b) => Number(b.inForce) - Number(a.inForce));
  return (
    <section className={classes.section} aria-labelledby="answers">
      <h2 id="answers">{t('requirement.answers')}</h2>
      <RefusalOf error={unlink.error ?? judge.error} />
      {answers.length === 0 ? (
        <Text c="dimmed">{t(requirement.state === 'gap' ? 'requirement.gap' : 'requirement.noBlock')}</Text>
      ) : null}
      <ul className={classes.lines}>
        {answers.map((answer) => (
          <li key={answer.block}>
            <div>
              <Group gap="sm">
                <TextLink
                  fw={550}
                  to="/o/$organization/rules/$rule"
                  params={{ organization: slug, rule: answer.rule.id }}
                >{`${answer.rule.label} ${answer.rule.title}`}</TextLink>
                {answer.inForce ? (
                  <Text span c="dimmed">{`v${answer.rule.version}`}</Text>
                ) : (
                  <ToneBadge tone="grey">{t('requirement.draft')}</ToneBadge>
                )}
                {answer.partly ? <KindBadge>{t('requirement.partly')}</KindBadge> : null}
              </Group>
              <p className={classes.text}>{answer.text === '' ? t('requirement.notWritten') : answer.text}</p>
            </div>
            <Group gap="xs" wrap="nowrap">
              {answer.inForce ? (
                <Button size="xs" variant="subtle" loading={judge.isPending} onClick={() => judge.mutate(answer)}>
                  {t(answer.partly ? 'link.whole' : 'link.partly')}
                </Button>
              ) : null}
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                loading={unlink.isPending}
                aria-label={t('link.removeFrom', { label: answer.rule.label })}
                onClick={() => unlink.mutate(answer)}
              >
                {t('link.remove')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {answers.length > 0 && requirement.state === 'partial' ? (
        <Text c="dimmed" mt="sm">
          {t('requirement.partial')}
        </Text>
      ) : null}
    </section>
  );
}
