import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../problem.ts';
import { Icon } from '../shell/icon.tsx';
import { Refusal } from './refusal.tsx';
import { SideDrawer } from './side-drawer.tsx';
import classes from './sign-drawer.module.css';

/** What makes a signature: the password entered again, or a fresh use of a passkey. */
export type Credential = { readonly kind: 'password'; readonly password: string } | { readonly kind: 'passkey' };

interface SignDrawerProps {
  readonly open: boolean;
  /** "Sign the decision": the verb of the act. */
  readonly title: string;
  /** What is signed, in one line with its version: "P-118, the text that stands beside". */
  readonly what: ReactNode;
  /** "Noa, team lead, for Réseau Hautval". */
  readonly inWhoseName: ReactNode;
  /** The sentence that is written into the ledger with the signature. */
  readonly meaning: string;
  /** Further fields of the act, for example the reasons of a decision. */
  readonly children?: ReactNode;
  /** Offered when the person has one. */
  readonly passkey?: boolean;
  readonly busy?: boolean;
  readonly problem?: Problem | null;
  readonly onSign: (credential: Credential) => void;
  readonly onClose: () => void;
}

/**
 * Signing: a drawer beside the text, which stays readable. It says what is signed, in whose name and with what meaning, and
 * takes the password again or a passkey. A password manager can fill it; it never runs out.
 */
export function SignDrawer(props: SignDrawerProps) {
  const {
    open,
    title,
    what,
    inWhoseName,
    meaning,
    children,
    passkey = false,
    busy = false,
    problem,
    onSign,
    onClose,
  } = props;
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const sign = (event: SubmitEvent) => {
    event.preventDefault();
    onSign({ kind: 'password', password });
  };
  const close = () => {
    setPassword('');
    onClose();
  };
  return (
    <SideDrawer open={open} onClose={close} title={title} beside>
      <form onSubmit={sign}>
        <Stack gap="md">
          <dl className={classes.facts}>
            <dt>{t('sign.what')}</dt>
            <dd>{what}</dd>
            <dt>{t('sign.name')}</dt>
            <dd>{inWhoseName}</dd>
            <dt>{t('sign.meaning')}</dt>
            <dd className={classes.meaning}>{meaning}</dd>
          </dl>
          {children}
          {problem ? <Refusal problem={problem} /> : null}
          <PasswordInput
            label={t('sign.password')}
            description={t('sign.passwordHint')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('sign.show') }}
          />
          <Group>
            <Button type="submit" variant="filled" loading={busy}>
              {t('sign.withPassword')}
            </Button>
            {passkey ? (
              <Button
                leftSection={<Icon of={IconFingerprint} />}
                disabled={busy}
                onClick={() => onSign({ kind: 'passkey' })}
              >
                {t('sign.withPasskey')}
              </Button>
            ) : null}
            <Button variant="subtle" onClick={close}>
              {t('sign.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDrawer>
  );
}
