import { z } from 'zod';
import { newId } from '../platform/ids.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, plainDate, text } from '../platform/schemas.ts';
import { type RouteGroup, routes } from './routes.ts';
import { hashOfToken, newLinkToken } from './welcome.ts';

const scope = z.enum(['read', 'write', 'edi']);
const everybody = ['organization:*', 'customer:*'] as const;

/** Keys for machines: each can do what its owner can, within its scopes. */
export const apiKeyRoutes: RouteGroup = routes((r) => {
  r.get(
    '/organizations/:organization/api-keys',
    {
      summary: 'My keys; for an administrator those of everybody',
      allow: [...everybody],
      answer: z.object({
        rows: z.array(
          z.object({
            id,
            name: z.string(),
            hint: z.string(),
            owner: z.string(),
            mine: z.boolean(),
            scopes: z.array(scope),
            createdAt: instant,
            expiresAt: instant.nullable(),
            revokedAt: instant.nullable(),
            lastUsedOn: plainDate.nullable(),
          }),
        ),
      }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        // Policies: inside, administrator_or_own, customer_own_keys on access.api_key; inside, customer_reads on access.membership.
        const rows = await tx
          .selectFrom('access.api_key as k')
          .innerJoin('access.membership as m', (join) =>
            join.onRef('m.organization_id', '=', 'k.organization_id').onRef('m.membership_id', '=', 'k.membership_id'),
          )
          .select([
            'k.api_key_id as id',
            'k.name',
            'k.hint',
            'm.name as owner',
            'k.membership_id as membership',
            'k.scopes',
            'k.created_at as createdAt',
            'k.expires_at as expiresAt',
            'k.revoked_at as revokedAt',
            'k.last_used_on as lastUsedOn',
          ])
          .where('k.organization_id', '=', access.organization.id)
          .orderBy('k.created_at', 'desc')
          .limit(1000)
          .execute();
        return ok({
          rows: rows.map(({ membership, ...row }) => ({
            ...row,
            scopes: row.scopes as z.output<typeof scope>[],
            mine: membership === access.membership,
          })),
        });
      }),
  );

  r.post(
    '/organizations/:organization/api-keys',
    {
      summary: 'Make a key. It is shown once, in this answer; only its hash is kept',
      allow: [...everybody],
      body: z.strictObject({
        name: text(200),
        scopes: z.array(scope).min(1).max(3),
        /** Until when it opens the door; null for as long as the membership lasts. */
        expiresAt: instant.nullable().default(null),
      }),
      answer: z.object({ id, key: z.string(), hint: z.string() }),
      status: 201,
    },
    async ({ access, body, request }) => {
      // A stolen key must not outlive its revocation by a child with more scopes.
      if (request.headers.authorization !== undefined) return refuse('not-by-a-key');
      if (body.expiresAt !== null && Temporal.Instant.compare(body.expiresAt, access.now()) <= 0)
        return refuse('invalid-request', { where: 'expiresAt', what: body.expiresAt.toString() });
      const key = `coprod_${newLinkToken()}`;
      const made = { id: newId(), key, hint: `coprod_…${key.slice(-4)}` };
      return access.transaction(async (tx) => {
        // Policies: inside, own_only, customer_own_keys on access.api_key.
        await tx
          .insertInto('access.api_key')
          .values({
            organization_id: access.organization.id,
            api_key_id: made.id,
            membership_id: access.membership,
            name: body.name,
            hint: made.hint,
            key_hash: hashOfToken(key),
            scopes: [...new Set(body.scopes)],
            created_at: access.now(),
            expires_at: body.expiresAt,
          })
          .execute();
        return ok(made);
      });
    },
  );

  r.post(
    '/organizations/:organization/api-keys/:key/revocation',
    {
      summary: 'Revoke a key of mine; an administrator revokes any',
      allow: [...everybody],
      params: z.object({ key: id }),
      answer: z.object({}),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        // Policies: as for the list.
        const revoked = await tx
          .updateTable('access.api_key')
          .set({ revoked_at: access.now() })
          .where('organization_id', '=', access.organization.id)
          .where('api_key_id', '=', params.key)
          .where('revoked_at', 'is', null)
          .returning('api_key_id')
          .executeTakeFirst();
        return revoked === undefined ? refuse('not-found') : ok({});
      }),
  );
});
