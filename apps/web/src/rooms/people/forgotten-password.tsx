import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { useDoor } from './use-door.ts';

/** Sends a link to the address, and says the same whether somebody has this address or not. */
export function ForgottenPassword({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('people');
  const door = useDoor();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);

  async function send(event: SubmitEvent) {
    event.preventDefault();
    const told = { what: t('forgotten.refused'), whatToDo: t('forgotten.refusedTodo') };
    const answer = await door.knock(() => auth.requestPasswordReset({ email, redirectTo: '/reset-password' }), told);
    if (answer !== null) setSent(true);
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="md">
        <PageTitle>{t('forgotten.title')}</PageTitle>
        {door.problem ? <Refusal problem={door.problem} /> : null}
        {sent ? (
          <Text component="output">{t('forgotten.sent')}</Text>
        ) : (
          <>
            <Text c="dimmed">{t('forgotten.text')}</Text>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </>
        )}
        <Group>
          {sent ? null : (
            <Button type="submit" variant="filled" loading={door.busy}>
              {t('forgotten.act')}
            </Button>
          )}
          <Button onClick={onBack}>{t('forgotten.back')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
