import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { diffWords } from './diff-words.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerWords } from '../../components/customer-words.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { useFormats } from '../../use-formats.ts';
import type { ToldAnswer } from './voice-api.ts';
import classes from './voice.module.css';

interface ToldAnswerProps {
  readonly told: ToldAnswer;
  /** Absent for who may only read. */
  readonly onContest?: ((words: string) => Promise<unknown>) | undefined;
  readonly onWithdraw?: (() => Promise<unknown>) | undefined;
}

/** The answer to somebody who was cited: his words, what was decided and why, the text before and after, and what he can do. */
export function ToldAnswerCard({ told, onContest, onWithdraw }: ToldAnswerProps) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  const [open, setOpen] = useState<'contest' | 'withdraw' | null>(null);
  const { document, contested } = told;
  if (document === null)
    return (
      <Alert color="gray" variant="light" title={t('answer.withdrawn')}>
        {t('answer.withdrawnText')}
      </Alert>
    );
  return (
    <Stack gap="lg">
      <CustomerWords
        words={document.words.text}
        language={document.words.language}
        channel="voice"
        customer={t('answer.you')}
        saidOn={document.words.saidAt.slice(0, 10)}
      />
      <section className={classes.section} aria-labelledby="decided">
        <h2 id="decided">
          {t(document.outcome === 'adopted' ? 'answer.adopted' : 'answer.refused', { rule: document.rule.title })}
        </h2>
        <Text lang={document.decision.language} style={{ whiteSpace: 'pre-line' }}>
          {document.decision.reasons}
        </Text>
        <Text c="dimmed">
          {t('answer.decided', {
            date: formats.date(document.decision.decidedAt.slice(0, 10)),
            name: document.decision.inWhoseName,
          })}
        </Text>
      </section>
      {document.changes.length === 0 ? null : (
        <section className={classes.section} aria-labelledby="changes">
          <h2 id="changes">{t('answer.changes')}</h2>
          {document.changes.map(({ before, after }) => (
            <div key={`${before} ${after}`} className={classes.rule}>
              <WordDifference parts={diffWords(before ?? '', after ?? '')} language={document.rule.language} />
            </div>
          ))}
        </section>
      )}
      {contested === null ? null : (
        <Alert color="gray" variant="light" title={t('answer.youContested')}>
          <Stack gap="xs">
            {contested.words === '' ? null : <Text ff="var(--coprod-serif)">{contested.words}</Text>}
            <Text>{contested.reply ?? t('answer.noReply')}</Text>
          </Stack>
        </Alert>
      )}
      {onContest === undefined || onWithdraw === undefined ? null : (
        <>
          <Group>
            {contested?.reply ? null : (
              <Button size="md" aria-expanded={open === 'contest'} onClick={() => setOpen('contest')}>
                {t('answer.contest')}
              </Button>
            )}
            <Button size="md" aria-expanded={open === 'withdraw'} onClick={() => setOpen('withdraw')}>
              {t('answer.withdraw')}
            </Button>
          </Group>
          {open === 'contest' ? <ContestForm onContest={onContest} onDone={() => setOpen(null)} /> : null}
          {open === 'withdraw' ? <WithdrawForm onWithdraw={onWithdraw} /> : null}
        </>
      )}
    </Stack>
  );
}

function ContestForm(props: { readonly onContest: (words: string) => Promise<unknown>; readonly onDone: () => void }) {
  const { t } = useTranslation('voice');
  const [words, setWords] = useState('');
  const contest = useMutation({ mutationFn: () => props.onContest(words), onSuccess: props.onDone });
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        w="100%"
        label={t('answer.contestLabel')}
        description={t('answer.contestHint')}
        autosize
        minRows={3}
        maxLength={5000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <RefusalOf error={contest.error} />
      <Button size="md" variant="filled" loading={contest.isPending} onClick={() => contest.mutate()}>
        {t('answer.contestAct')}
      </Button>
    </Stack>
  );
}

/** Withdrawing cannot be undone, so it says first what it does. */
function WithdrawForm({ onWithdraw }: { readonly onWithdraw: () => Promise<unknown> }) {
  const { t } = useTranslation('voice');
  const withdraw = useMutation({ mutationFn: onWithdraw });
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('answer.withdrawHint')}</Text>
      <RefusalOf error={withdraw.error} />
      <Button size="md" variant="filled" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('answer.withdrawAct')}
      </Button>
    </Stack>
  );
}
