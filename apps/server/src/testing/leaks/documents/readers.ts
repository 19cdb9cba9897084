import type { Someone } from '../../a-house.ts';
import type { Viewer } from '../matrix.ts';

/** Somebody who looks at real documents. `team` on the organization side: the one that heard what was planted, or another. */
export type Reader = Viewer & { readonly team: 'the planted team' | 'another team' | null; readonly someone: Someone };

/** Whether a reader may know a planted text from an answer of a route, named as in the matrix: `GET /me`. */
export type Readers = (reader: Reader, route: string) => boolean;

/** The whole organization side. */
export const staff: Readers = ({ at }) => at === 'organization';
/** Some roles of the organization side. */
export const only =
  (...roles: readonly Viewer['role'][]): Readers =>
  ({ at, role }) =>
    at === 'organization' && roles.includes(role);
/** The technicians of the team that heard it. */
export const peers: Readers = ({ at, role, team }) =>
  at === 'organization' && role === 'technician' && team === 'the planted team';
/** The team that heard it, its lead included. */
export const team: Readers = (reader, route) =>
  peers(reader, route) ||
  (reader.at === 'organization' && reader.role === 'team-lead' && reader.team === 'the planted team');
export const customerA: Readers = ({ at }) => at === 'customer A';
export const customerB: Readers = ({ at }) => at === 'customer B';
/** Whoever holds the link of a page without account, and asks by it. */
export const holderOfTheLink: Readers = (_reader, route) => route.includes('/:token');
export const nobody: Readers = () => false;

/** Any of these. */
export const either =
  (...those: readonly Readers[]): Readers =>
  (reader, route) =>
    those.some((readers) => readers(reader, route));
