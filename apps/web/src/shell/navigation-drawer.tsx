import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { store, useStore } from '../store.ts';
import { Sidebar } from './sidebar.tsx';

/** Whether the rooms stand open over a phone's page. */
export const roomsOpen = store(false);

/** On phones the rooms come from the side. */
export function NavigationDrawer() {
  const { t } = useTranslation();
  const open = useStore(roomsOpen);
  const close = () => roomsOpen.set(false);
  return (
    <Drawer.Root opened={open} onClose={close} position="left" size={300}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content bg="var(--coprod-navigation)" aria-label={t('navigation.label')}>
        <Sidebar compact={false} onLeave={close} />
      </Drawer.Content>
    </Drawer.Root>
  );
}
