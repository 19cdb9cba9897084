import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from './breadcrumb.tsx';
import classes from './header.module.css';
import { Icon } from './icon.tsx';
import { roomsOpen } from './navigation-drawer.tsx';
import { OwnMenu } from './own-menu.tsx';

/** Where I am, the search, and my own menu. */
export function Header() {
  const { t } = useTranslation();
  const key = useOs() === 'macos' ? '⌘ K' : 'Ctrl K';
  return (
    <header className={classes.header}>
      <ActionIcon className={classes.burger} onClick={() => roomsOpen.set(true)} aria-label={t('navigation.open')}>
        <Icon of={IconMenu2} size={20} />
      </ActionIcon>
      <Breadcrumb />
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <Icon of={IconSearch} size={16} />
        <span>{t('search.open')}</span>
        <Kbd aria-hidden>{key}</Kbd>
      </UnstyledButton>
      <OwnMenu />
    </header>
  );
}
