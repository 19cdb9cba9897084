import { Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import { queryClient } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { CodeStep } from './code-step.tsx';
import { ForgottenPassword } from './forgotten-password.tsx';
import { useDoor } from './use-door.ts';

const route = getRouteApi('/sign-in');

/** Password, then the authenticator's code where it is asked; or a passkey. */
export function SignInPage() {
  const { next = '/' } = route.useSearch();
  const [step, setStep] = useState<'password' | 'code' | 'forgotten'>('password');
  const enter = () => {
    queryClient.clear();
    location.assign(next);
  };
  return (
    <PlainFrame>
      {step === 'code' ? (
        <CodeStep onDone={enter} />
      ) : step === 'forgotten' ? (
        <ForgottenPassword onBack={() => setStep('password')} />
      ) : (
        <PasswordStep onDone={enter} onCode={() => setStep('code')} onForgotten={() => setStep('forgotten')} />
      )}
    </PlainFrame>
  );
}

interface PasswordStepProps {
  readonly onDone: () => void;
  readonly onCode: () => void;
  readonly onForgotten: () => void;
}

function PasswordStep({ onDone, onCode, onForgotten }: PasswordStepProps) {
  const { t } = useTranslation('people');
  const { left } = route.useSearch();
  const door = useDoor();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  async function byPassword(event: SubmitEvent) {
    event.preventDefault();
    const told = { what: t('signIn.refused'), whatToDo: t('signIn.refusedTodo') };
    const entered = await door.knock(() => auth.signIn.email({ email, password }), told);
    if (entered === null) return;
    // With a second step better-auth answers with a redirect instead of a session.
    if ('twoFactorRedirect' in entered && entered.twoFactorRedirect === true) onCode();
    else onDone();
  }

  async function byPasskey() {
    const told = { what: t('signIn.passkeyRefused'), whatToDo: t('signIn.passkeyTodo') };
    if ((await door.knock(() => auth.signIn.passkey(), told)) !== null) onDone();
  }

  return (
    <form onSubmit={(event) => void byPassword(event)}>
      <Stack gap="md">
        <PageTitle>{t('signIn.title')}</PageTitle>
        {left ? (
          <Text c="dimmed" component="output">
            {t('signIn.left')}
          </Text>
        ) : null}
        {door.problem ? <Refusal problem={door.problem} /> : null}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Button type="submit" variant="filled" fullWidth loading={door.busy}>
          {t('signIn.act')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onForgotten} ta="center">
          {t('forgotten.link')}
        </Anchor>
        <Divider label={t('signIn.or')} />
        <Button
          fullWidth
          leftSection={<Icon of={IconFingerprint} />}
          disabled={door.busy}
          onClick={() => void byPasskey()}
        >
          {t('signIn.passkey')}
        </Button>
      </Stack>
    </form>
  );
}
