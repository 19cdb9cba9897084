import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { useDoor } from './use-door.ts';

/** The passkeys of this person: one per device, each removable. */
export function Passkeys() {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const door = useDoor();
  const { data: passkeys, refetch } = auth.useListPasskeys();
  const [name, setName] = useState('');
  const told = { what: t('signIn.passkeyRefused'), whatToDo: t('account.passkeyTodo') };

  async function add() {
    const named = name.trim() === '' ? {} : { name: name.trim() };
    if ((await door.knock(() => auth.passkey.addPasskey(named), told)) === null) return;
    setName('');
    await refetch();
  }

  async function remove(id: string) {
    if ((await door.knock(() => auth.passkey.deletePasskey({ id }), told)) !== null) await refetch();
  }

  return (
    <Stack gap="sm" align="stretch">
      <Text c="dimmed">{t('account.passkeyText')}</Text>
      {door.problem ? <Refusal problem={door.problem} /> : null}
      {passkeys && passkeys.length > 0 ? (
        passkeys.map((passkey) => {
          const called = passkey.name ?? t('account.passkeyUnnamed');
          return (
            <Group key={passkey.id} justify="space-between">
              <Group gap="sm">
                <Icon of={IconFingerprint} />
                <Text>{called}</Text>
                <Text c="dimmed" size="sm">
                  {t('account.passkeySince', { date: formats.date(dayOf(passkey.createdAt)) })}
                </Text>
              </Group>
              <Button size="xs" disabled={door.busy} onClick={() => void remove(passkey.id)}>
                {t('account.passkeyRemove', { name: called })}
              </Button>
            </Group>
          );
        })
      ) : (
        <Text>{t('account.passkeyNone')}</Text>
      )}
      <Group align="flex-end">
        <TextInput
          label={t('account.passkeyName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button loading={door.busy} onClick={() => void add()}>
          {t('account.passkeyAdd')}
        </Button>
      </Group>
    </Stack>
  );
}

/** better-auth gives a bare Date; here begins Temporal. */
function dayOf(created: Date): Temporal.PlainDate {
  return created.toTemporalInstant().toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
}
