import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import classes from './people.module.css';
import { useDoor } from './use-door.ts';

type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'password' }
  | { readonly kind: 'scan'; readonly uri: string; readonly backupCodes: readonly string[] }
  | { readonly kind: 'backup'; readonly backupCodes: readonly string[] };

/** The code of six digits after the password (TOTP, RFC 6238): set up, confirm by a first code, keep the backup codes; or switch off. */
export function Authenticator() {
  const { t } = useTranslation('people');
  const { data: session, refetch } = auth.useSession();
  const on = session?.user.twoFactorEnabled === true;
  const door = useDoor();
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  const wrong = { what: t('account.wrongPassword'), whatToDo: t('account.wrongPasswordTodo') };

  async function withPassword(password: string) {
    if (on) {
      if ((await door.knock(() => auth.twoFactor.disable({ password }), wrong)) === null) return;
      setStep({ kind: 'rest' });
      await refetch();
      return;
    }
    const made = await door.knock(() => auth.twoFactor.enable({ password }), wrong);
    if (made && 'totpURI' in made) setStep({ kind: 'scan', uri: made.totpURI, backupCodes: made.backupCodes });
  }

  async function withCode(code: string) {
    if (step.kind !== 'scan') return;
    const told = { what: t('code.refused'), whatToDo: t('code.refusedTodo') };
    if ((await door.knock(() => auth.twoFactor.verifyTotp({ code }), told)) === null) return;
    setStep({ kind: 'backup', backupCodes: step.backupCodes });
    await refetch();
  }

  return (
    <Stack gap="sm" align="flex-start">
      {door.problem ? <Refusal problem={door.problem} /> : null}
      {step.kind === 'rest' ? (
        <>
          <Text>{on ? t('account.codeOn') : t('account.codeOff')}</Text>
          <Button onClick={() => setStep({ kind: 'password' })}>
            {on ? t('account.codeEnd') : t('account.codeSetUp')}
          </Button>
        </>
      ) : null}
      {step.kind === 'password' ? (
        <Confirm
          label={t('account.codeConfirm')}
          secret
          act={on ? t('account.codeEnd') : t('account.codeSetUp')}
          busy={door.busy}
          onConfirm={(password) => void withPassword(password)}
        />
      ) : null}
      {step.kind === 'scan' ? (
        <>
          <Text>{t('account.codeScan')}</Text>
          <output className={classes.key} aria-label={t('account.codeKey')}>
            {spaced(new URL(step.uri).searchParams.get('secret') ?? '')}
          </output>
          <Anchor href={step.uri}>{t('account.codeOpen')}</Anchor>
          <Confirm
            label={t('code.label')}
            act={t('account.codeVerify')}
            busy={door.busy}
            onConfirm={(code) => void withCode(code.replaceAll(/\s/g, ''))}
          />
        </>
      ) : null}
      {step.kind === 'backup' ? (
        <>
          <Text>{t('account.codeBackup')}</Text>
          <output className={classes.key}>{step.backupCodes.join('  ')}</output>
          <Button onClick={() => setStep({ kind: 'rest' })}>{t('account.codeBackupSeen')}</Button>
        </>
      ) : null}
    </Stack>
  );
}

interface ConfirmProps {
  readonly label: string;
  readonly act: string;
  readonly secret?: boolean;
  readonly busy: boolean;
  readonly onConfirm: (value: string) => void;
}

function Confirm({ label, act, secret = false, busy, onConfirm }: ConfirmProps) {
  const { t } = useTranslation('people');
  const [value, setValue] = useState('');
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    onConfirm(value);
  };
  const field = {
    label,
    value,
    required: true,
    withAsterisk: false,
    onChange: (event: { currentTarget: { value: string } }) => setValue(event.currentTarget.value),
  };
  return (
    <form onSubmit={confirm}>
      <Group align="flex-end">
        {secret ? (
          <PasswordInput
            {...field}
            w={260}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          />
        ) : (
          <TextInput {...field} w={260} autoComplete="one-time-code" inputMode="numeric" />
        )}
        <Button type="submit" loading={busy}>
          {act}
        </Button>
      </Group>
    </form>
  );
}

/** In groups of four, as people read and type it. */
function spaced(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
