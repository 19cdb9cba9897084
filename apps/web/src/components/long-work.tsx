import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../use-formats.ts';

interface LongWorkProps {
  /** What is being done: "The plan is computed". */
  readonly name: string;
  /** Steps done and steps in all; without a total the bar only says that something is under way. */
  readonly done?: number;
  readonly total?: number;
  readonly onCancel?: () => void;
}

/** Work that takes longer than a moment: what is done of it, that it goes on without you, and how to end it. */
export function LongWork({ name, done, total, onCancel }: LongWorkProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const known = done !== undefined && total !== undefined && total > 0;
  return (
    <div aria-live="polite" aria-busy="true">
      <Group justify="space-between" mb="xs">
        <Text fw={550}>{name}</Text>
        {known ? (
          <Text c="dimmed" size="sm">
            {t('work.done', { done: formats.number(done), total: formats.number(total) })}
          </Text>
        ) : null}
      </Group>
      <Progress
        value={known ? (done * 100) / total : 100}
        striped={!known}
        animated={!known}
        size="sm"
        aria-label={name}
      />
      <Group justify="space-between" mt="xs">
        <Text c="dimmed" size="sm">
          {t('work.runsOn')}
        </Text>
        {onCancel ? (
          <Button size="compact-sm" onClick={onCancel}>
            {t('work.cancel')}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}
