import { Stack, Text, UnstyledButton } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRoleNames } from '../../components/role-names.ts';
import type { Membership } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import { useSwitch } from '../../shell/switcher.tsx';
import classes from './people.module.css';

/** The organizations and sides of a person; a click goes there. */
export function MembershipList({
  memberships,
  icon,
}: {
  readonly memberships: readonly Membership[];
  readonly icon: TablerIcon;
}) {
  const { t } = useTranslation();
  const rolesOf = useRoleNames();
  const go = useSwitch();
  return (
    <Stack gap="sm">
      {memberships.map((membership) => (
        <UnstyledButton key={membership.membership} className={classes.membership} onClick={() => go(membership)}>
          <span>
            <Text component="span" display="block" fw={550}>
              {membership.organization.name}
            </Text>
            <Text component="span" display="block" size="sm" c="dimmed">
              {membership.customer !== null
                ? `${t('organization.side', { customer: membership.customer })} · ${rolesOf(membership.roles)}`
                : rolesOf(membership.roles)}
            </Text>
          </span>
          <Icon of={icon} />
        </UnstyledButton>
      ))}
    </Stack>
  );
}
