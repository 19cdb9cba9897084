import { StateBadge } from '../../components/state-badge.tsx';
import type { RequirementState } from './queries.ts';

/** The words of the frame for the states of a requirement. */
export const stateNames = {
  covered: 'covered',
  partial: 'partial',
  gap: 'gap',
  'not-applicable': 'notApplicable',
} as const satisfies Record<RequirementState, string>;

/** How a requirement stands: for the organization by its blocks in force, for the customer by the documents that he holds. */
export function RequirementStateBadge({
  state,
  documents,
}: {
  readonly state: RequirementState | null;
  readonly documents: number | null;
}) {
  if (state !== null) return <StateBadge state={stateNames[state]} />;
  return <StateBadge state={(documents ?? 0) > 0 ? 'answered' : 'waiting'} />;
}
