import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WordsLine } from '../../components/customer-words.tsx';
import { useFormats } from '../../use-formats.ts';
import type { Line } from './home-lines.ts';
import { InterventionPeek, NewVersionPeek, ProposalPeek } from './peeks.tsx';

/** What a line of "For me" is about, beside the list. */
export function LinePeek({ line }: { readonly line: Line }) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const { kind, id } = line.subject;
  if (kind === 'intervention') return <InterventionPeek id={id} />;
  if (kind === 'proposal') return <ProposalPeek id={id} />;
  if (kind === 'rule') return <NewVersionPeek id={id} />;
  return (
    <Stack gap="sm">
      <Text fw={550}>{`${line.label} ${line.title}`.trim()}</Text>
      {line.words === null ? null : <WordsLine words={line.words.text} language={line.words.language} />}
      <Text size="sm" c="dimmed">
        {line.reason}
      </Text>
      <Text size="sm" c="dimmed">
        {t('home.since', { when: formats.relative(line.since) })}
      </Text>
    </Stack>
  );
}
