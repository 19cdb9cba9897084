import type { Access } from '../access/access.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findCatalogue, lockCatalogue } from './catalogue-store.ts';

/**
 * Begins a catalogue: what one customer requires under one name and edition. With `replaces` it is the next edition of another of the
 * same customer; that one holds until this one has its first clause.
 * @refuses not-found (customer, edition), name-taken, replaced-already
 */
export function beginCatalogue(
  access: Access,
  wish: {
    readonly customer: string;
    readonly name: string;
    readonly edition: string;
    readonly language: Language;
    readonly source: string;
    readonly replaces?: string | null;
  },
): Promise<Result<{ readonly id: string }>> {
  const replaces = wish.replaces ?? null;
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const customer = await tx
      .selectFrom('access.customer')
      .select('name')
      .where('organization_id', '=', organization)
      .where('customer_id', '=', wish.customer)
      .executeTakeFirst();
    if (customer === undefined) return refuse('not-found');
    if (replaces !== null) {
      await lockCatalogue(tx, organization, replaces);
      const earlier = await findCatalogue(tx, organization, replaces);
      if (earlier === undefined || earlier.customer_id !== wish.customer) return refuse('not-found');
      if (earlier.later_edition !== null)
        return refuse('replaced-already', { edition: earlier.edition, later: earlier.later_edition });
    }
    const catalogueId = newId();
    const made = await tx
      .insertInto('certification.catalogue')
      .values({
        organization_id: organization,
        catalogue_id: catalogueId,
        customer_id: wish.customer,
        name: wish.name,
        edition: wish.edition,
        language: wish.language,
        source: wish.source,
        replaces: replaces,
        made_by: access.membership,
        made_at: access.now(),
      })
      .onConflict((c) => c.columns(['organization_id', 'customer_id', 'name', 'edition']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 0n
      ? refuse('name-taken', { name: `${wish.name}, ${wish.edition}` })
      : ok({ id: catalogueId });
  });
}
