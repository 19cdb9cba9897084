import { z } from 'zod';
import { newId } from '../platform/ids.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, language, text } from '../platform/schemas.ts';
import { orNameTaken } from './name-taken.ts';
import { type RouteGroup, routes } from './routes.ts';

const keepers = ['organization:quality-manager', 'organization:planner', 'organization:administrator'] as const;
const body = z.strictObject({
  name: text(200),
  language,
  /** Customers of one class compete: a secret that one holds goes to another only under a second signature. */
  conflictClass: text(100).nullable().default(null),
});

/** The companies that the organization serves. */
export const customerRoutes: RouteGroup = routes((r) => {
  r.post(
    '/organizations/:organization/customers',
    { summary: 'Add a customer', allow: [...keepers], body, answer: z.object({ id }), status: 201 },
    ({ access, body: wish }) =>
      access
        .transaction(async (tx) => {
          const customer = newId();
          // Policies: inside, keepers_add on access.customer.
          await tx
            .insertInto('access.customer')
            .values({
              organization_id: access.organization.id,
              customer_id: customer,
              name: wish.name,
              language: wish.language,
              conflict_class: wish.conflictClass,
              added_at: access.now(),
            })
            .execute();
          return ok({ id: customer });
        })
        .catch(orNameTaken(wish.name)),
  );

  r.put(
    '/organizations/:organization/customers/:customer',
    {
      summary: 'Change name, language and conflict class of a customer',
      allow: [...keepers],
      params: z.object({ customer: id }),
      body,
      answer: z.object({}),
    },
    ({ access, params, body: wish }) =>
      access
        .transaction(async (tx) => {
          // Policies: inside, keepers_change on access.customer.
          const changed = await tx
            .updateTable('access.customer')
            .set({ name: wish.name, language: wish.language, conflict_class: wish.conflictClass })
            .where('organization_id', '=', access.organization.id)
            .where('customer_id', '=', params.customer)
            .returning('customer_id')
            .executeTakeFirst();
          return changed === undefined ? refuse('not-found') : ok({});
        })
        .catch(orNameTaken(wish.name)),
  );
});
