import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Membership } from '../queries.ts';

const route = getRouteApi('/o/$organization');

/** Who I am on this page: organization, side, customer, roles. */
export interface Member extends Membership {
  /** The organization as it stands in addresses and in the API's paths. */
  readonly slug: string;
  /** Whether I hold one of these roles. */
  has(...roles: readonly string[]): boolean;
}

/** Only below `/o/:organization`. */
export function useMember(): Member {
  const { membership } = route.useRouteContext();
  return useMemo(
    () => ({
      ...membership,
      slug: membership.organization.slug,
      has: (...roles: readonly string[]) => roles.some((role) => membership.roles.includes(role)),
    }),
    [membership],
  );
}
