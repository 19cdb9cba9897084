import { type Refused, refuse } from '../platform/result.ts';

/**
 * Turns the refusal of a unique key (SQLSTATE 23505) into the one that people read; of two who choose a name at the same moment one
 * gets it. Anything else is thrown on: `access.transaction(...).catch(orNameTaken(name))`.
 */
export const orNameTaken =
  (name: string) =>
  (thrown: unknown): Refused => {
    if ((thrown as { code?: unknown }).code === '23505') return refuse('name-taken', { name });
    throw thrown;
  };
