import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import { useRoleNames } from './role-names.ts';
import classes from './demo-bar.module.css';

export interface DemoPerson {
  readonly membership: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly customer: string | null;
  /** The name of the organization. */
  readonly organization: string;
}

interface DemoBarProps {
  readonly you: Pick<DemoPerson, 'membership' | 'name' | 'roles'>;
  readonly people: readonly DemoPerson[];
  readonly busy?: boolean;
  readonly onStepInto: (membership: string) => void;
}

/** "Demo: you are Camille, quality manager": the foot bar by which one steps into another person of the demo. */
export function DemoBar({ you, people, busy = false, onStepInto }: DemoBarProps) {
  const { t } = useTranslation();
  const rolesOf = useRoleNames();
  const organizations = [...new Set(people.map(({ organization }) => organization))];
  return (
    <div className={classes.bar} data-not-printed>
      <Menu position="top-start" width={320}>
        <Menu.Target>
          <UnstyledButton className={classes.target} disabled={busy}>
            <span>{t('demo.you', { name: you.name, role: rolesOf(you.roles).toLocaleLowerCase() })}</span>
            <Icon of={IconChevronDown} size={16} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
          {organizations.map((organization) => (
            <Fragment key={organization}>
              <Menu.Label>{organization}</Menu.Label>
              {people
                .filter((person) => person.organization === organization)
                .map((person) => (
                  <Menu.Item
                    key={person.membership}
                    onClick={() => onStepInto(person.membership)}
                    rightSection={person.membership === you.membership ? <Icon of={IconCheck} size={16} /> : null}
                  >
                    {person.name}
                    <Text component="span" c="dimmed" size="sm">
                      {', '}
                      {rolesOf(person.roles).toLocaleLowerCase()}
                      {person.customer === null ? '' : ` · ${person.customer}`}
                    </Text>
                  </Menu.Item>
                ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
