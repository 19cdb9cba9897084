import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { ok } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';
import { listCatalogues } from './catalogue-store.ts';
import { clauseDepth } from './clause-order.ts';
import { coverageCells, coverageTotals } from './coverage-store.ts';
import { catalogue, requirementState, totals, totalsOf } from './requirement-schemas.ts';

const cell = z.object({
  requirement: id,
  /** Its place among `customers`. */
  customer: z.number().int(),
  state: requirementState,
});

/** How far blocks in force answer what customers require. */
export const coverageRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/coverage',
    {
      summary: 'Totals of every catalogue whose edition holds: covered, partial, gaps, not applicable',
      allow: ['organization:*'],
      answer: z.object({
        rows: z.array(catalogue.pick({ id: true, name: true, edition: true, customer: true }).extend({ totals })),
      }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const counts = await coverageTotals(tx, organization);
        const rows = (await listCatalogues(tx, organization))
          .filter((row) => row.holds)
          .map((row) => ({
            id: row.catalogue_id,
            name: row.name,
            edition: row.edition,
            customer: { id: row.customer_id, name: row.customer },
            totals: totalsOf(counts.filter((c) => c.catalogue_id === row.catalogue_id)),
          }));
        return ok({ rows });
      }),
  );

  r.get(
    '/organizations/:organization/coverage/grid',
    {
      summary: 'Clauses by customers, in the order of clauses: the state of each requirement whose edition holds',
      allow: ['organization:*'],
      answer: z.object({
        customers: z.array(z.object({ id, name: z.string() })),
        rows: z.array(z.object({ clause: z.string(), depth: z.number().int(), cells: z.array(cell) })),
      }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const held = (await listCatalogues(tx, organization)).filter((row) => row.holds && row.clauses > 0);
        const customers = [...new Map(held.map((row) => [row.customer_id, row.customer]))].map(([key, name]) => ({
          id: key,
          name,
        }));
        const place = new Map(customers.map((one, index) => [one.id, index]));
        const rows = new Map<string, { clause: string; depth: number; cells: z.output<typeof cell>[] }>();
        for (const one of await coverageCells(tx, organization)) {
          const row = rows.get(one.clause) ?? { clause: one.clause, depth: clauseDepth(one.clause), cells: [] };
          row.cells.push({ requirement: one.requirement_id, customer: place.get(one.customer_id)!, state: one.state });
          rows.set(one.clause, row);
        }
        return ok({ customers, rows: [...rows.values()] });
      }),
  );
});
