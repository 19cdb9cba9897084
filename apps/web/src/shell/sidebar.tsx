import { ActionIcon, Collapse, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronRight, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useMember } from './member.ts';
import { addressOf, entryOf, type Item, type Section } from './navigation.ts';
import classes from './sidebar.module.css';
import { Switcher } from './switcher.tsx';
import { PathLink } from './path-link.tsx';
import { useBadges } from './use-badges.ts';
import { useRooms } from './use-rooms.ts';

interface SidebarProps {
  /** Icons only. */
  readonly compact: boolean;
  /** Offered where the screen is too narrow to show the names always. */
  readonly onCompact?: () => void;
  readonly onLeave?: () => void;
}

/** The organization on top, then its rooms. */
export function Sidebar({ compact, onCompact, onLeave }: SidebarProps) {
  const { t } = useTranslation();
  const rooms = useRooms();
  const label = compact ? t('navigation.expand') : t('navigation.collapse');
  return (
    <>
      <div className={classes.top}>
        <Switcher compact={compact} />
      </div>
      <nav className={classes.rooms} aria-label={t('navigation.label')}>
        {rooms.map((section, index) => (
          <Rooms
            key={section.name ?? index}
            section={section}
            rooms={rooms}
            compact={compact}
            divided={index > 0}
            {...(onLeave ? { onLeave } : {})}
          />
        ))}
      </nav>
      {onCompact ? (
        <Tooltip label={label} position="right">
          <ActionIcon m="xs" onClick={onCompact} aria-label={label}>
            <Icon of={compact ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </>
  );
}

interface RoomsProps {
  readonly section: Section;
  readonly rooms: readonly Section[];
  readonly compact: boolean;
  readonly divided: boolean;
  readonly onLeave?: () => void;
}

function Rooms({ section, rooms, compact, divided, onLeave }: RoomsProps) {
  const { t } = useTranslation();
  const member = useMember();
  const id = useId();
  const here = entryOf(rooms, useLocation());
  const home = section.at === undefined || member.has(...section.at);
  const [open, setOpen] = useLocalStorage({
    key: `coprod.section.${section.name ?? 'core'}`,
    defaultValue: home,
    getInitialValueInEffect: false,
  });
  const items = (
    <ul className={classes.list} id={id}>
      {section.items.map((item) => (
        <li key={item.name}>
          <Entry item={item} active={item === here} compact={compact} {...(onLeave ? { onLeave } : {})} />
        </li>
      ))}
    </ul>
  );
  if (section.name === null || compact)
    return (
      <>
        {divided ? <hr className={classes.divider} /> : null}
        {items}
      </>
    );
  // The room in which one stands is never hidden.
  const shown = open || (here !== null && section.items.includes(here));
  return (
    <>
      <UnstyledButton
        className={classes.section}
        onClick={() => setOpen(!shown)}
        aria-expanded={shown}
        aria-controls={id}
      >
        <Icon of={IconChevronRight} size={14} />
        {t(`room.${section.name}`)}
      </UnstyledButton>
      <Collapse expanded={shown} transitionDuration={100}>
        {items}
      </Collapse>
    </>
  );
}

interface EntryProps {
  readonly item: Item;
  readonly active: boolean;
  readonly compact: boolean;
  readonly onLeave?: () => void;
}

function Entry({ item, active, compact, onLeave }: EntryProps) {
  const { t } = useTranslation();
  const { slug } = useMember();
  const waiting = useBadges().get(item.name === 'customerHome' ? 'home' : item.name);
  const name = t(`room.${item.name}`);
  const badge =
    waiting && waiting.count > 0 ? (
      <span className={classes.badge} data-late={waiting.late || undefined}>
        <span aria-hidden>{waiting.count}</span>
        <VisuallyHidden>
          {t('navigation.waiting', { count: waiting.count })}
          {waiting.late ? `, ${t('navigation.late')}` : ''}
        </VisuallyHidden>
      </span>
    ) : null;
  const link = (
    <PathLink
      path={addressOf(slug, item)}
      className={classes.item}
      data-active={active || undefined}
      data-compact={compact || undefined}
      aria-current={active ? 'page' : undefined}
      onClick={() => onLeave?.()}
    >
      <Icon of={item.icon} />
      {compact ? <VisuallyHidden>{name}</VisuallyHidden> : <span className={classes.name}>{name}</span>}
      {badge}
    </PathLink>
  );
  return compact ? (
    <Tooltip label={name} position="right" openDelay={0}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}
