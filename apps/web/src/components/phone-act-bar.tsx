import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { actBarPlace } from '../shell/act-bar-place.ts';
import { useStore } from '../store.ts';
import classes from './phone-act-bar.module.css';

/**
 * The acts of a page: in place on a desktop; on a phone a bar at the foot that never scrolls away and covers nothing. Give it
 * one filled button, and at most one beside it.
 */
export function PhoneActBar({ children }: { readonly children: ReactNode }) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const place = useStore(actBarPlace);
  if (!phone) return <div className={classes.inline}>{children}</div>;
  return place === null ? null : createPortal(<div className={classes.bar}>{children}</div>, place);
}
