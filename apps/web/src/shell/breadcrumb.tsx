import { Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import classes from './breadcrumb.module.css';
import { useMember } from './member.ts';
import { addressOf, entryOf } from './navigation.ts';
import { crumb } from './page-title.tsx';
import { PathLink } from './path-link.tsx';
import { useRooms } from './use-rooms.ts';

/** The room, then the label of the object in it. */
export function Breadcrumb() {
  const { t } = useTranslation();
  const { slug } = useMember();
  const rooms = useRooms();
  const label = useStore(crumb);
  const entry = entryOf(rooms, useLocation());
  return (
    <nav className={classes.path} aria-label={t('navigation.path')}>
      {entry ? (
        <PathLink path={addressOf(slug, entry)} className={classes.room}>
          {t(`room.${entry.name}`)}
        </PathLink>
      ) : null}
      {label === null ? null : (
        <>
          <span className={classes.slash} aria-hidden>
            /
          </span>
          <Text component="span" fw={550} truncate aria-current="page">
            {label}
          </Text>
        </>
      )}
    </nav>
  );
}
