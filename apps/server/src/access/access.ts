import type { Language } from '../platform/language.ts';
import type { Caller, Doors, Transaction } from './doors.ts';
import type { JobQueue } from './jobs.ts';
import type { Role } from './roles.ts';

/** Somebody at work in one organization: who, on which side, with which roles, and the way to the rows that are his to see. */
export type Access = {
  readonly organization: OrganizationFacts;
  readonly side: 'organization' | 'customer';
  /** The customer for whom he acts; null on the organization side. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly person: string;
  readonly membership: string;
  readonly team: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The key by which his machine came; null where he is signed in himself. */
  readonly key: string | null;
  /** The language in which he reads: of the request, not of the organization. */
  readonly language: Language;
  readonly now: () => Temporal.Instant;
  readonly enqueue: JobQueue['enqueue'];
  /** See {@link Doors.transaction}. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

export type OrganizationFacts = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly waysIn: readonly ('certification' | 'voice' | 'planning')[];
  readonly demo: boolean;
};

export const holds = (access: Access, ...roles: readonly Role[]): boolean =>
  roles.some((role) => access.roles.includes(role));

/** In whose name a row is written: a person of an organization, or its system. */
export type Actor = {
  readonly side: 'organization' | 'customer' | 'system';
  readonly organization: { readonly id: string };
  readonly membership: string | null;
  /** The moment of the act, in milliseconds: what is written carries this and not the database's clock, so that a history can be built. */
  readonly now: () => Temporal.Instant;
  /** See {@link JobQueue.enqueue}. */
  readonly enqueue: JobQueue['enqueue'];
};

/** The system at work for one organization: jobs, the sequencer, mail. It has no person and signs nothing. */
export type SystemAccess = {
  readonly side: 'system';
  readonly organization: { readonly id: string };
  readonly membership: null;
  readonly now: () => Temporal.Instant;
  readonly enqueue: JobQueue['enqueue'];
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

export function actAsSystem(doors: Doors, organization: string): SystemAccess {
  const caller: Caller = { side: 'system', organization, roles: [] };
  return {
    organization: { id: organization },
    side: 'system',
    membership: null,
    now: doors.now,
    enqueue: doors.enqueue,
    transaction: (work) => doors.transaction(caller, work),
  };
}
