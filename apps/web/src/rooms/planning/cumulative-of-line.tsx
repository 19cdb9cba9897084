import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StepChart } from '../../components/step-chart.tsx';
import { useFormats } from '../../use-formats.ts';
import type { ReleaseLine } from './queries.ts';

/** The cumulative of one item: asked now and before, and what the release itself reports as received and shipped. */
export function CumulativeOfLine({ line }: { readonly line: ReleaseLine }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const unit = line.unit ?? t('cumulative.pieces');
  const missing = t('cumulative.notSent');
  const number = (value: number | null): string => (value === null ? missing : formats.number(value));
  const transit = line.shipped === null || line.received === null ? null : line.shipped - line.received;
  const facts = [
    [t('cumulative.asked'), number(line.askedToDate)],
    [t('cumulative.shipped'), number(line.shipped)],
    [t('cumulative.received'), number(line.received)],
    [t('cumulative.transit'), number(transit)],
  ] as const;
  // Both begin on the same day: up to its first call-off a release asks for what was due before.
  const first = [line.asked[0]?.on, line.before[0]?.on].filter((on) => on !== undefined).toSorted()[0];
  const steps = (points: ReleaseLine['asked']) => [
    ...(first === undefined || points[0]?.on === first ? [] : [{ day: first, value: line.askedToDate }]),
    ...points.map(({ on, total }) => ({ day: on, value: total })),
  ];
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {line.description === null ? line.item : `${line.item} · ${line.description}`}
      </Title>
      <Group gap="lg">
        {facts.map(([name, value]) => (
          <Text key={name} span>
            <Text span c="dimmed">
              {name}
            </Text>{' '}
            {value}
          </Text>
        ))}
      </Group>
      {line.anchored ? <Text c="dimmed">{t('cumulative.anchored')}</Text> : null}
      {transit !== null && transit !== 0 ? (
        <Text>
          {transit > 0
            ? t('cumulative.below', { quantity: formats.number(transit) })
            : t('cumulative.above', { quantity: formats.number(-transit) })}
        </Text>
      ) : null}
      {line.receipts.map((receipt) => (
        <Text key={`${receipt.note}${receipt.on}`} size="sm" c="dimmed">
          {t('cumulative.receipt', {
            note: receipt.note ?? '–',
            day: receipt.on === null ? '–' : formats.date(receipt.on),
            quantity: formats.number(receipt.quantity),
          })}
        </Text>
      ))}
      <StepChart
        title={t('cumulative.of', { item: line.item })}
        unit={unit}
        series={[
          { name: t('cumulative.askedNow'), points: steps(line.asked) },
          ...(line.before.length === 0 ? [] : [{ name: t('cumulative.askedBefore'), points: steps(line.before) }]),
        ]}
      />
    </Stack>
  );
}
