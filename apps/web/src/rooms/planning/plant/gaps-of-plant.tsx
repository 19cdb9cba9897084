import { Accordion, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../../components/state-badge.tsx';
import { type Gap, isSheet, type SheetName } from './sheets.ts';

interface GapsOfPlantProps {
  readonly gaps: readonly Gap[];
  readonly plannable: boolean;
  readonly onOpen: (sheet: SheetName) => void;
}

/** What is missing and what that stops; the same sentence of several rows stands once, with their number. */
export function GapsOfPlant({ gaps, plannable, onOpen }: GapsOfPlantProps) {
  const { t } = useTranslation('plant');
  const stops = gaps.filter(({ effect }) => effect === 'stops');
  const assumed = gaps.filter(({ effect }) => effect === 'assumed');
  if (gaps.length === 0) return <Text c="dimmed">{`${t('gaps.plannable')} ${t('gaps.none')}`}</Text>;
  return (
    <Accordion variant="contained" defaultValue={stops.length > 0 && stops.length < 8 ? 'gaps' : null}>
      <Accordion.Item value="gaps">
        <Accordion.Control>
          <Group gap="sm">
            <Text fw={550}>{plannable ? t('gaps.plannable') : t('gaps.notPlannable')}</Text>
            {stops.length > 0 ? <ToneBadge tone="amber">{t('gaps.stops', { count: stops.length })}</ToneBadge> : null}
            {assumed.length > 0 ? (
              <ToneBadge tone="grey">{t('gaps.assumed', { count: assumed.length })}</ToneBadge>
            ) : null}
          </Group>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="xs" aria-label={t('gaps.title')}>
            {joined([...stops, ...assumed]).map(({ gap, count }) => {
              const name = isSheet(gap.sheet) ? gap.sheet : null;
              return (
                <Group key={`${gap.sheet} ${gap.text}`} gap="sm" wrap="nowrap" align="baseline">
                  <ToneBadge tone={gap.effect === 'stops' ? 'amber' : 'grey'}>
                    {name === null ? gap.sheet : t(`sheet.${name}`)}
                  </ToneBadge>
                  <Text size="sm">
                    {name === null ? (
                      gap.text
                    ) : (
                      <UnstyledButton fz="sm" td="underline" onClick={() => onOpen(name)}>
                        {gap.text}
                      </UnstyledButton>
                    )}
                    {count > 1 ? ` (${t('gaps.more', { count: count - 1 })})` : ''}
                  </Text>
                </Group>
              );
            })}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function joined(gaps: readonly Gap[]): readonly { readonly gap: Gap; readonly count: number }[] {
  const bySentence = new Map<string, { gap: Gap; count: number }>();
  for (const gap of gaps) {
    const key = `${gap.sheet} ${gap.text}`;
    bySentence.set(key, { gap, count: (bySentence.get(key)?.count ?? 0) + 1 });
  }
  return [...bySentence.values()];
}
