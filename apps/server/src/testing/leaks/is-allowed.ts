import type { DeclaredRoute } from '../../access/routes.ts';
import type { Viewer } from './matrix.ts';

/**
 * Whether a route asks for rows at all when this viewer calls it. Otherwise it refuses before any row is read, whatever the ids are:
 * then one call shows as much as a hundred.
 */
export function isAllowed({ at, role }: Viewer, { allow }: Pick<DeclaredRoute, 'allow'>): boolean {
  if (allow.includes('anyone') || allow.includes('signed-in')) return true;
  if (at === 'nowhere') return false;
  const side = at.startsWith('customer') ? 'customer' : 'organization';
  return (allow as readonly string[]).some((one) => one === `${side}:*` || one === `${side}:${role}`);
}
