import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chooseMembership } from '../membership.ts';
import { meQuery, type Membership } from '../queries.ts';
import { Icon } from './icon.tsx';
import { useMember } from './member.ts';
import classes from './switcher.module.css';

/** The organization's name; opens the list of the organizations and sides on which I stand. */
export function Switcher({ compact }: { readonly compact: boolean }) {
  const { t } = useTranslation();
  const member = useMember();
  const { data: me } = useQuery(meQuery);
  const go = useSwitch();
  const memberships = me?.memberships ?? [];
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.mark} aria-hidden>
            {initials(member.organization.name)}
          </span>
          {compact ? <VisuallyHidden>{member.organization.name}</VisuallyHidden> : null}
          <VisuallyHidden>{t('organization.switch')}</VisuallyHidden>
          {compact ? null : (
            <>
              <span className={classes.name}>
                <Text component="span" fw={600} truncate display="block">
                  {member.organization.name}
                </Text>
                {member.customer === null ? null : (
                  <Text component="span" size="xs" c="dimmed" truncate display="block">
                    {t('organization.side', { customer: member.customer })}
                  </Text>
                )}
              </span>
              <Icon of={IconSelector} size={16} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('organization.switch')}</Menu.Label>
        {memberships.map((membership) => (
          <Menu.Item
            key={membership.membership}
            onClick={() => go(membership)}
            rightSection={membership.membership === member.membership ? <Icon of={IconCheck} size={16} /> : null}
          >
            {membership.organization.name}
            <Text size="xs" c="dimmed">
              {membership.customer === null
                ? t('organization.own')
                : t('organization.side', { customer: membership.customer })}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Stands on another side: nothing that was shown on the first may stay on the screen. */
export function useSwitch(): (membership: Membership) => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (membership) => {
    chooseMembership(membership.organization.slug, membership.membership);
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    void navigate({
      to: '/o/$organization',
      params: { organization: membership.organization.slug },
      reloadDocument: true,
    });
  };
}

/** `Ateliers Morvane` -> `AM`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toLocaleUpperCase())
    .join('');
}
