import type { Kysely } from 'kysely';
import type { Tables } from '../platform/tables.gen.ts';
import type { Doors, Transaction } from './doors.ts';
import type { Founded } from './found-organization.ts';
import type { JobQueue } from './jobs.ts';
import type { RouteGroup } from './routes.ts';
import type { SignIn } from './sign-in.ts';

/** What every room is given to stand on. */
export type Parts = {
  readonly doors: Doors;
  readonly jobs: JobQueue;
  readonly signIn: SignIn;
  /** As `coprod_auth`: who is who, before there is a context. */
  readonly people: Kysely<Tables>;
  readonly publicUrl: URL;
  /** Whether mail leaves the house; else the outbox keeps it for the administrator to pass on. */
  readonly sendsMail: boolean;
  /** Builds the demo organizations, or finds them built; whom to step into first. */
  readonly buildDemo: () => Promise<{ readonly slug: string; readonly person: string }>;
  /** What belongs to the founding of an organization, in its transaction: its ledger begins. */
  readonly founding: (tx: Transaction, founded: Founded) => Promise<void>;
};

/** What the demo is built on. */
export type Ground = Omit<Parts, 'buildDemo'>;

/** A room of the server: its routes, and what it does by itself while the server runs. */
export type Room = {
  readonly routes: readonly RouteGroup[];
  /** Begins its work on jobs and clocks; answers how to end it. */
  start?(): Promise<() => Promise<void>>;
};
