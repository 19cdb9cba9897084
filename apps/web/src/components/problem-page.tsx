import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../problem.ts';
import { Icon } from '../shell/icon.tsx';
import { Missing } from '../shell/missing.tsx';
import { Refusal } from './refusal.tsx';

/** What a route shows instead of its page. A refused page that is not there, or not yours, looks like any missing one. */
export function ProblemPage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const router = useRouter();
  if (error instanceof Refused && error.problem.status === 404) return <Missing />;
  return (
    <Stack p="lg" maw={640}>
      <Told
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Stack>
  );
}

function Told({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  if (error instanceof Refused) return <Refusal problem={error.problem} onRetry={onRetry} />;
  return (
    <Alert color="gray" icon={<Icon of={IconAlertTriangle} />} title={t('problem.title')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{t('problem.what')}</Text>
        <Text>{t('problem.todo')}</Text>
        <Button onClick={() => location.reload()}>{t('problem.reload')}</Button>
      </Stack>
    </Alert>
  );
}
