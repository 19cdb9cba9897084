import { Divider, NavLink, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../auth.ts';
import { queryClient, forgetMe } from '../queries.ts';
import { DisplayChoices } from './display-choices.tsx';
import classes from './header.module.css';
import { Icon } from './icon.tsx';
import { keysHelpOpen } from './keys-help.tsx';
import { useMember } from './member.ts';
import { initials } from './switcher.tsx';

/** Language, appearance and rows; the account; the keys; the way out. */
export function OwnMenu() {
  const { t } = useTranslation();
  const { name } = useMember();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.me}
          onClick={() => setOpen(!open)}
          aria-label={t('menu.open', { name })}
          aria-expanded={open}
        >
          {initials(name)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('menu.open', { name })}>
        <Stack gap="sm" p="xs">
          <Text fw={550}>{name}</Text>
          <DisplayChoices />
        </Stack>
        <Divider my="sm" />
        <NavLink
          component="button"
          label={t('menu.account')}
          leftSection={<Icon of={IconUserCircle} />}
          onClick={() => void navigate({ to: '/account' })}
        />
        <NavLink
          component="button"
          label={t('menu.keys')}
          leftSection={<Icon of={IconKeyboard} />}
          onClick={() => {
            setOpen(false);
            keysHelpOpen.set(true);
          }}
        />
        <NavLink
          component="button"
          label={t('menu.signOut')}
          leftSection={<Icon of={IconLogout} />}
          onClick={() => void signOut()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Ends the session and forgets what was shown; the next person at this device begins with an empty program. */
export async function signOut(): Promise<void> {
  await auth.signOut();
  queryClient.clear();
  forgetMe();
  location.assign('/sign-in?left=true');
}
