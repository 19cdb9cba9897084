import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import { leastPassword } from './least-password.ts';
import { useDoor } from './use-door.ts';

/** A new password; every other device is signed out by it. */
export function ChangePassword() {
  const { t } = useTranslation('people');
  const door = useDoor();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [done, setDone] = useState(false);

  async function change(event: SubmitEvent) {
    event.preventDefault();
    setDone(false);
    const told = { what: t('account.wrongPassword'), whatToDo: t('account.wrongPasswordTodo') };
    const given = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    if ((await door.knock(() => auth.changePassword(given), told)) === null) return;
    setDone(true);
    setCurrent('');
    setNext('');
  }

  const field = (label: string, value: string, set: (value: string) => void, autoComplete: string) => (
    <PasswordInput
      label={label}
      required
      withAsterisk={false}
      autoComplete={autoComplete}
      {...(autoComplete === 'new-password' ? { minLength: leastPassword, description: t('create.passwordHint') } : {})}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
    />
  );

  return (
    <form onSubmit={(event) => void change(event)}>
      <Stack gap="sm">
        {door.problem ? <Refusal problem={door.problem} /> : null}
        {field(t('account.current'), current, setCurrent, 'current-password')}
        {field(t('account.next'), next, setNext, 'new-password')}
        <Group>
          <Button type="submit" loading={door.busy}>
            {t('account.change')}
          </Button>
          <Text c="dimmed" component="output">
            {done ? t('account.changed') : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
