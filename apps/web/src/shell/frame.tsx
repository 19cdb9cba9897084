import { useMediaQuery } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live.ts';
import { actBarPlace } from './act-bar-place.ts';
import { DemoFoot } from './demo-foot.tsx';
import classes from './frame.module.css';
import { Header } from './header.tsx';
import { KeysHelp } from './keys-help.tsx';
import { useMember } from './member.ts';
import { NavigationDrawer } from './navigation-drawer.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { Announcer } from './page-title.tsx';
import { Search } from './search.tsx';
import { Sidebar } from './sidebar.tsx';
import { TechnicianBar } from './technician-bar.tsx';
import { useFrameKeys } from './use-frame-keys.ts';

const holdActBar = (element: HTMLElement | null): void => actBarPlace.set(element);

/** The frame of an organization's pages: rooms at the left, header, the page, and the foot. */
export function Frame() {
  const { t } = useTranslation();
  const member = useMember();
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const [names, setNames] = useState(false);
  useLive(member.slug);
  useFrameKeys();
  return (
    <div className={classes.frame} data-names={names || undefined}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <aside className={classes.navigation}>
        <Sidebar compact={!wide && !names} {...(wide ? {} : { onCompact: () => setNames(!names) })} />
      </aside>
      <div className={classes.column}>
        <Header />
        <OfflineNotice />
        <main className={classes.main} id="content" tabIndex={-1}>
          <Outlet />
        </main>
        <div className={classes.foot}>
          <div ref={holdActBar} />
          <TechnicianBar />
          <DemoFoot />
        </div>
      </div>
      <NavigationDrawer />
      <Search />
      <KeysHelp />
      <Announcer />
    </div>
  );
}
