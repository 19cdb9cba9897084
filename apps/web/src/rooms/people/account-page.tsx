import { Button, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DisplayChoices } from '../../shell/display-choices.tsx';
import { signOut } from '../../shell/own-menu.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { Authenticator } from './authenticator.tsx';
import { ChangePassword } from './change-password.tsx';
import { MembershipList } from './membership-list.tsx';
import { Passkeys } from './passkeys.tsx';
import classes from './people.module.css';

const route = getRouteApi('/account');

/** One's own account, the same in every organization. */
export function AccountPage() {
  const { t } = useTranslation('people');
  const { person, memberships } = route.useRouteContext();
  return (
    <PlainFrame wide>
      <PageTitle mb="lg">{t('account.title')}</PageTitle>
      <Panel title={t('account.you')}>
        <Text fw={550}>{person.name}</Text>
        <Text c="dimmed">{person.email}</Text>
      </Panel>
      <Panel title={t('account.memberships')}>
        <MembershipList memberships={memberships} icon={IconChevronRight} />
      </Panel>
      <Panel title={t('account.display')}>
        <DisplayChoices />
      </Panel>
      <Panel title={t('account.passwordTitle')}>
        <ChangePassword />
      </Panel>
      <Panel title={t('account.codeTitle')}>
        <Authenticator />
      </Panel>
      <Panel title={t('account.passkeyTitle')}>
        <Passkeys />
      </Panel>
      <Panel title={t('account.signOutTitle')}>
        <Button style={{ alignSelf: 'flex-start' }} onClick={() => void signOut()}>
          {t('account.signOut')}
        </Button>
      </Panel>
    </PlainFrame>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <Title order={2} size="md" id={id}>
        {title}
      </Title>
      <Stack gap="sm" align="stretch">
        {children}
      </Stack>
    </section>
  );
}
