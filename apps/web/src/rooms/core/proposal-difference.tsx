import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DifferencePart, WordDifference } from '../../components/word-difference.tsx';
import type { Proposal } from './queries.ts';
import classes from './proposal-page.module.css';

/** What the proposal changes, block by block: by words in one text, or the two texts side by side. What stays the same is left out. */
export function ProposalDifference({ proposal: p }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('core');
  const [beside, setBeside] = useState(false);
  const changed = p.difference.filter((block) => block.how !== 'same' || block.moved);
  const parameters = p.parameters.filter((one) => one.before !== one.value);
  const words = { added: 'added', removed: 'deleted', split: 'split', changed: null, same: null } as const;
  const shown = (value: number | boolean | null): string =>
    value === null ? '–' : typeof value === 'boolean' ? t(value ? 'rule.yes' : 'rule.no') : String(value);
  if (changed.length === 0 && parameters.length === 0)
    return (
      <Text c="dimmed" mt="xs">
        {t('proposal.noChange')}
      </Text>
    );
  return (
    <Stack gap="sm" mt="xs" className={classes.difference}>
      <SegmentedControl
        size="xs"
        aria-label={t('proposal.shownAs')}
        style={{ alignSelf: 'flex-start' }}
        value={beside ? 'beside' : 'words'}
        onChange={(value) => setBeside(value === 'beside')}
        data={[
          { value: 'words', label: t('proposal.byWords') },
          { value: 'beside', label: t('proposal.sideBySide') },
        ]}
      />
      {changed.map((block) => {
        const word = words[block.how];
        return (
          <div key={block.block} className={classes.block}>
            {word === null && !block.moved ? null : (
              <Text size="xs" c="dimmed">
                {t(`proposal.${word ?? 'moved'}`)}
              </Text>
            )}
            {beside ? (
              <SideBySide parts={partsOf(block)} language={p.rule.language} />
            ) : (
              <WordDifference parts={partsOf(block)} language={p.rule.language} />
            )}
          </div>
        );
      })}
      {parameters.map((one) => (
        <div key={one.name}>
          <Text size="xs" c="dimmed">
            {one.label}
          </Text>
          <Text>
            {t('proposal.from', {
              before: shown(one.before),
              after: `${shown(one.value)}${one.unit === null ? '' : ` ${one.unit}`}`,
            })}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

const partsOf = (block: Proposal['difference'][number]): DifferencePart[] =>
  block.words.map(({ how, text }) => ({ kind: how, text }));

/** The text in force at the left, the proposed one at the right; each shows only its own words. */
function SideBySide({ parts, language }: { readonly parts: readonly DifferencePart[]; readonly language: string }) {
  const { t } = useTranslation('core');
  return (
    <div className={classes.beside}>
      <div>
        <Text size="xs" c="dimmed">
          {t('proposal.before')}
        </Text>
        <WordDifference parts={parts.filter(({ kind }) => kind !== 'inserted')} language={language} />
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {t('proposal.after')}
        </Text>
        <WordDifference parts={parts.filter(({ kind }) => kind !== 'deleted')} language={language} />
      </div>
    </div>
  );
}
