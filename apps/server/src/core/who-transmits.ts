import { type Access, holds } from '../access/access.ts';
import type { Role } from '../access/roles.ts';
import { type Refused, refuse } from '../platform/result.ts';
import type { RuleKind } from './rule.ts';

/** Who hands over a rule: the quality manager; of planning rules also the planner, of service rules also the team lead. */
export const transmittersOf: Readonly<Record<RuleKind, readonly Role[]>> = {
  procedure: ['quality-manager'],
  planning: ['quality-manager', 'planner'],
  service: ['quality-manager', 'team-lead'],
};

/** The refusal `not-your-role` where the caller does not hand over rules of this kind. */
export const refuseTransmitter = (access: Access, kind: RuleKind): Refused | undefined =>
  holds(access, ...transmittersOf[kind])
    ? undefined
    : refuse('not-your-role', { roles: transmittersOf[kind].join(', ') });
