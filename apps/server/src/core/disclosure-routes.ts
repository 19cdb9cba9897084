import { sql } from 'kysely';
import { z } from 'zod';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import { ok } from '../platform/result.ts';
import { id, instant, plainDate, text } from '../platform/schemas.ts';
import { type BlockContent, textOf } from './block.ts';
import { grantBlock, revokeGrant, signSecond } from './disclose.ts';
import { credential, sign } from './proposal-routes.ts';

const grant = z
  .object({
    id,
    rule: z.object({ id, label: z.string(), title: z.string() }),
    block: z.object({ id, text: z.string() }),
    customer: z.object({ id, name: z.string(), conflictClass: z.string().nullable() }),
    agreement: z.string(),
    grantedBy: z.string(),
    /** Whether the caller signed it first: the second signature is somebody else's. */
    mine: z.boolean(),
    grantedAt: instant,
    secondBy: z.string().nullable(),
    until: plainDate.nullable(),
    revokedAt: instant.nullable(),
    waits: z.boolean(),
    /** Customers of the same conflict class who hold the same block. */
    rivals: z.array(z.string()),
  })
  .meta({ id: 'Grant' });

const signed = z.strictObject({ meaning: text(500), credential });

/** Grants of secret blocks: who holds what, under which agreement. */
export const disclosureRoutes = ({ signIn }: Parts): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/disclosures',
      {
        summary: 'Grants of secret blocks; those that end first on top',
        allow: ['organization:quality-manager', 'organization:administrator'],
        query: z.object({ customer: id.optional(), rule: id.optional() }),
        answer: z.object({ rows: z.array(grant) }),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          // Policy: inside on every table named. Grants are few (one per secret and customer), so the list is whole.
          const { rows } = await sql<GrantRow>`
            select d.*, r.label, r.title, b.content, c.name as customer, c.conflict_class, g.name as granted_by_name, s.name as second_by_name,
              array(select distinct oc.name from core.disclosure o
                join access.customer oc on oc.organization_id = o.organization_id and oc.customer_id = o.customer_id
                where o.organization_id = d.organization_id and o.block_id = d.block_id and o.customer_id <> d.customer_id
                  and o.revoked_at is null and oc.conflict_class = c.conflict_class) as rivals
            from core.disclosure d
            join core.rule r on r.organization_id = d.organization_id and r.rule_id = d.rule_id
            join access.customer c on c.organization_id = d.organization_id and c.customer_id = d.customer_id
            join access.membership g on g.organization_id = d.organization_id and g.membership_id = d.granted_by
            left join access.membership s on s.organization_id = d.organization_id and s.membership_id = d.second_by
            left join lateral (select v.content from core.block_version v
              where v.organization_id = d.organization_id and v.rule_id = d.rule_id and v.block_id = d.block_id
              order by v.version desc limit 1) b on true
            where d.organization_id = ${access.organization.id}
              and (${query.customer ?? null}::uuid is null or d.customer_id = ${query.customer ?? null}::uuid)
              and (${query.rule ?? null}::uuid is null or d.rule_id = ${query.rule ?? null}::uuid)
            order by d.revoked_at nulls first, d.until nulls last, d.granted_at desc limit 1000`.execute(tx);
          return ok({ rows: rows.map((row) => present(row, access.membership)) });
        }),
    );

    r.post(
      '/organizations/:organization/disclosures',
      {
        summary: 'Grant one secret block to one customer under an agreement',
        allow: ['organization:quality-manager'],
        body: signed.extend({
          rule: id,
          block: id,
          customer: id,
          agreement: text(500),
          until: plainDate.nullable().default(null),
        }),
        answer: z.object({ id, waits: z.boolean(), rivals: z.array(z.string()) }),
        status: 201,
      },
      async ({ access, body, request }) => {
        const signature = await sign(signIn, access, request, body.credential, body.meaning);
        return signature.ok ? grantBlock(access, { ...body, signature: signature.value }) : signature;
      },
    );

    for (const [act, use, summary] of [
      ['second', signSecond, 'Sign a grant as the second person'],
      ['revoke', revokeGrant, 'Revoke a grant'],
    ] as const) {
      r.post(
        `/organizations/:organization/disclosures/:disclosure/${act}`,
        { summary, allow: ['organization:quality-manager'], params: z.object({ disclosure: id }), body: signed },
        async ({ access, params, body, request }) => {
          const signature = await sign(signIn, access, request, body.credential, body.meaning);
          return signature.ok ? use(access, params.disclosure, signature.value) : signature;
        },
      );
    }
  });

type GrantRow = {
  disclosure_id: string;
  rule_id: string;
  label: string;
  title: string;
  block_id: string;
  content: BlockContent | null;
  customer_id: string;
  customer: string;
  conflict_class: string | null;
  agreement: string;
  granted_by: string;
  granted_by_name: string;
  granted_at: Temporal.Instant;
  needs_second: boolean;
  second_by: string | null;
  second_by_name: string | null;
  until: Temporal.PlainDate | null;
  revoked_at: Temporal.Instant | null;
  rivals: string[];
};

const present = (row: GrantRow, membership: string): z.output<typeof grant> => ({
  id: row.disclosure_id,
  rule: { id: row.rule_id, label: row.label, title: row.title },
  block: { id: row.block_id, text: row.content === null ? '' : textOf(row.content).slice(0, 160) },
  customer: { id: row.customer_id, name: row.customer, conflictClass: row.conflict_class },
  agreement: row.agreement,
  grantedBy: row.granted_by_name,
  mine: row.granted_by === membership,
  grantedAt: row.granted_at,
  secondBy: row.second_by_name,
  until: row.until,
  revokedAt: row.revoked_at,
  waits: row.revoked_at === null && row.needs_second && row.second_by === null,
  rivals: row.rivals,
});
