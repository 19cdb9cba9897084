import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/tables.gen.ts';

/** A secret of a link: 256 bits, shown once; only its hash is kept. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url');
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The one-time link of an installation that has no organization yet. Each start makes a new one and makes the older ones useless,
 * so that a link from an old log opens nothing.
 * @param people as `coprod_auth`; policy: sign_in_writes on access.welcome
 * @returns the token, or null when somebody is at home already
 */
export async function makeWelcomeToken(people: Kysely<Tables>): Promise<string | null> {
  const inhabited = await people
    .selectFrom('access.organization')
    .select('organization_id')
    .where('demo', '=', false)
    .limit(1)
    .executeTakeFirst();
  if (inhabited !== undefined) return null;
  const token = newLinkToken();
  await people
    .updateTable('access.welcome')
    .set({ used_at: sql`now()` })
    .where('used_at', 'is', null)
    .execute();
  await people
    .insertInto('access.welcome')
    .values({ token_hash: hashOfToken(token) })
    .execute();
  return token;
}

/** Whether the token opens the house now. */
export async function isWelcome(people: Kysely<Tables>, token: string): Promise<boolean> {
  const found = await people
    .selectFrom('access.welcome')
    .select('made_at')
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Uses the token up, and with it every other that still opens the house: servers that start at the same moment on one database
 * print one each. False when it was used or never there. Of two at the same moment one wins.
 */
export async function useWelcome(people: Kysely<Tables>, token: string): Promise<boolean> {
  const used = await people
    .updateTable('access.welcome')
    .set({ used_at: sql`now()` })
    .where('used_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('access.welcome as w')
          .select('w.made_at')
          .where('w.token_hash', '=', hashOfToken(token))
          .where('w.used_at', 'is', null),
      ),
    )
    .returning('made_at')
    .execute();
  return used.length > 0;
}
