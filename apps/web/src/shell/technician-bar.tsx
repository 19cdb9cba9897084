import { VisuallyHidden } from '@mantine/core';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useMember } from './member.ts';
import { addressOf, technicianBar } from './navigation.ts';
import { PathLink } from './path-link.tsx';
import { useBadges } from './use-badges.ts';
import classes from './technician-bar.module.css';

/** The four rooms of a technician, at the foot of his phone. */
export function TechnicianBar() {
  const { t } = useTranslation();
  const member = useMember();
  const { slug } = member;
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const badges = useBadges();
  const items = technicianBar.filter(({ path }) => `/o/$organization${path}` in router.routesByPath);
  if (member.side !== 'organization' || !member.has('technician') || items.length === 0) return null;
  return (
    <nav className={classes.bar} aria-label={t('navigation.technician')}>
      {items.map((item) => {
        const address = addressOf(slug, item);
        const active = path.startsWith(address);
        const count = badges.get(item.path.slice(1))?.count ?? 0;
        return (
          <PathLink
            key={item.name}
            path={address}
            className={classes.item}
            data-active={active || undefined}
            aria-current={active ? 'page' : undefined}
          >
            <Icon of={item.icon} size={22} />
            <span>
              {t(`room.${item.name}`)}
              {count > 0 ? (
                <>
                  {' '}
                  <span aria-hidden>{count}</span>
                  <VisuallyHidden>{t('navigation.waiting', { count })}</VisuallyHidden>
                </>
              ) : null}
            </span>
          </PathLink>
        );
      })}
    </nav>
  );
}
