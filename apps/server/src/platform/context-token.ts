import { createHmac } from 'node:crypto';
import type pg from 'pg';

/** Who acts, as the database is told at the start of each transaction. Ids are UUIDs; absent parts become SQL null. */
export interface SignedContext {
  readonly organization: string;
  readonly side: 'organization' | 'customer' | 'system';
  readonly customer?: string | undefined;
  readonly person?: string | undefined;
  readonly membership?: string | undefined;
  readonly roles?: readonly string[];
}

/**
 * Signs a context for one backend. Inside its transaction: `select set_config('coprod.context', <token>, true)`.
 * The policies read it through the functions of schema `sec` (migration 0001), which check the signature, the time and
 * the backend; a token that fails any of them means no context, hence no rows. It can be replayed on its own connection
 * until it expires: keep seconds, and let no client read it.
 * @param key from {@link readContextKey}
 * @param backendPid `client.processID` of pg on a direct connection; through a pooler `pg_backend_pid()` asked in the same transaction
 */
export function signContext(
  key: Buffer,
  context: SignedContext,
  backendPid: number,
  expires: Temporal.Instant,
): string {
  const parts = [
    context.organization,
    context.customer ?? '',
    context.side,
    context.person ?? '',
    context.membership ?? '',
    (context.roles ?? []).join(','),
    String(Math.floor(expires.epochMilliseconds / 1000)),
    String(backendPid),
  ];
  if (parts.some((part) => part.includes('|'))) throw new TypeError('a part of a context holds a bar');
  const body = parts.join('|');
  return `${body}|${createHmac('sha256', key).update(body).digest('hex')}`;
}

/**
 * The key of this database, readable by the owner only. Stored are the two pads of RFC 2104 (key xor 0x36, key xor 0x5c),
 * so that the database needs no more than sha256(); a key of 64 bytes is used as it is.
 */
export async function readContextKey(owner: pg.Pool | pg.ClientBase): Promise<Buffer> {
  const { rows } = await owner.query<{ ipad: Buffer }>('select ipad from sec.context_key where id = 1');
  return Buffer.from(rows[0]!.ipad.map((byte) => byte ^ 0x36));
}
