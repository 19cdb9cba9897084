import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { leastPassword } from './least-password.ts';
import { useDoor } from './use-door.ts';

const route = getRouteApi('/reset-password');

/** Reached by the link of the letter: a new password. */
export function ResetPasswordPage() {
  const { t } = useTranslation('people');
  const { token } = route.useSearch();
  const door = useDoor();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const told = { what: t('forgotten.over'), whatToDo: t('forgotten.overTodo') };

  async function change(event: SubmitEvent) {
    event.preventDefault();
    if (token === undefined) return;
    if ((await door.knock(() => auth.resetPassword({ newPassword: password, token }), told)) !== null) setDone(true);
  }

  return (
    <PlainFrame>
      <form onSubmit={(event) => void change(event)}>
        <Stack gap="md" align="stretch">
          <PageTitle>{t('account.next')}</PageTitle>
          {token === undefined ? (
            <Refusal problem={{ title: told.what, status: 410, code: 'link-used-up', whatToDo: told.whatToDo }} />
          ) : null}
          {door.problem ? <Refusal problem={door.problem} /> : null}
          {done ? <Text component="output">{t('forgotten.done')}</Text> : null}
          {done || token === undefined ? (
            <ButtonLink to="/sign-in">{t('signIn.title')}</ButtonLink>
          ) : (
            <>
              <PasswordInput
                label={t('account.next')}
                description={t('create.passwordHint')}
                autoComplete="new-password"
                required
                withAsterisk={false}
                minLength={leastPassword}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
              />
              <Button type="submit" variant="filled" loading={door.busy}>
                {t('account.change')}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </PlainFrame>
  );
}
