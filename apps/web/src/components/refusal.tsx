import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconHandStop, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../problem.ts';
import { Refused } from '../problem.ts';
import { Icon } from '../shell/icon.tsx';

interface RefusalProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** A refusal as the reader meets it: what was refused, what to do, and that nothing is lost. Told at once to screen readers. */
export function Refusal({ problem, onRetry }: RefusalProps) {
  const { t } = useTranslation();
  const unreachable = problem.code === 'unreachable';
  const what = unreachable ? t('offline.unreachable') : problem.title || t('refusal.untold');
  const todo = unreachable ? t('offline.unreachableTodo') : problem.whatToDo || t('refusal.untoldTodo');
  return (
    <Alert
      color={unreachable ? 'gray' : 'amber'}
      variant="light"
      icon={<Icon of={unreachable ? IconWifiOff : IconHandStop} />}
      title={what}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text>{todo}</Text>
        {onRetry ? (
          <Button size="xs" onClick={onRetry}>
            {t('refusal.retry')}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** The refusal of a query or a mutation that failed, or nothing. Whatever is no refusal is thrown to the nearest boundary. */
export function RefusalOf({ error, onRetry }: { readonly error: Error | null; readonly onRetry?: () => void }) {
  if (error === null) return null;
  if (!(error instanceof Refused)) throw error;
  return <Refusal problem={error.problem} {...(onRetry ? { onRetry } : {})} />;
}
