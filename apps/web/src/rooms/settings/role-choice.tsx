import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rolesOf } from './roles.ts';

interface RoleChoiceProps {
  readonly side: 'organization' | 'customer';
  readonly roles: readonly string[];
  readonly onChange: (roles: string[]) => void;
}

/** Which of the roles of one side a person holds. */
export function RoleChoice({ side, roles, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('settings');
  const { t: frame } = useTranslation();
  return (
    <Checkbox.Group label={t('people.roles')} value={[...roles]} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {rolesOf[side].map((role) => (
          <Checkbox key={role} value={role} label={frame(`role.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
