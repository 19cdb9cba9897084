import { useTranslation } from 'react-i18next';
import { catalogues } from '../texts/catalogues.ts';
import { useFormats } from '../use-formats.ts';

type Role = keyof (typeof catalogues)['en']['frame']['role'];

/** Names roles for the reader: `['planner', 'team-lead']` -> `Planner and Team lead`. A role that is unknown here keeps its code. */
export function useRoleNames(): (roles: readonly string[]) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (roles) => formats.list(roles.map((role) => (isRole(role) ? t(`role.${role}`) : role)));
}

function isRole(role: string): role is Role {
  return role in catalogues.en.frame.role;
}
