import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { actBarPlace } from '../shell/act-bar-place.ts';
import { useStore } from '../store.ts';
import classes from './phone-act-bar.module.css';

/**
 * The acts of a page: in place on a desktop; on a phone a bar at the foot that never scrolls away and covers nothing. Give it
 * one filled button, and at most one beside it.
 */
export function PhoneActBar({ children }: { readonly children: ReactNode }) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { t } = useTranslation();
  const place = useStore(actBarPlace);
  if (!phone) return <div className={classes.inline}>{children}</div>;
  if (place === null) return null;
  return createPortal(
    <section className={classes.bar} aria-label={t('page.acts')}>
      {children}
    </section>,
    place,
  );
}
