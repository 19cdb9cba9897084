import type pg from 'pg';
import { type loginRoles, ownerRole } from './postgres-cluster.ts';
import { valueParsers } from './values.ts';

/** The roles that connections are made with. What each may do stands in migration 0001. */
export type Role = 'owner' | (typeof loginRoles)[number];

/** What `new pg.Pool()` needs to connect under a role, to the installation's database or to another one of the same server. */
export type Connection = (role: Role, name?: string) => pg.PoolConfig;

/** The database inside an embedded cluster. */
export const embeddedName = 'coprod';

/** Connections over the socket of an embedded cluster. */
export const socketConnection =
  (socket: string): Connection =>
  (role, name = embeddedName) =>
    settings(role, { host: socket, port: 5432, user: role === 'owner' ? ownerRole : role, database: name });

/** What all connections share. pg-boss and better-auth keep the parsers of `pg` itself. */
export function settings(role: Role, where: pg.PoolConfig): pg.PoolConfig {
  const own = role !== 'coprod_auth' && role !== 'coprod_jobs';
  return { application_name: 'coprod', ...where, ...(own ? { types: valueParsers } : {}) };
}
