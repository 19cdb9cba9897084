import type { Access } from '../access/access.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';

/**
 * Begins a catalogue: what one customer asks, under a name and an edition.
 * @param wish.source the contract or message that it comes from
 * @refuses not-found (customer), name-taken (this name and edition of his stand already)
 */
export function beginCatalogue(
  access: Access,
  wish: {
    readonly customer: string;
    readonly name: string;
    readonly edition: string;
    readonly language: Language;
    readonly source: string;
  },
): Promise<Result<{ readonly id: string }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const customer = await tx
      .selectFrom('access.customer')
      .select('name')
      .where('organization_id', '=', organization)
      .where('customer_id', '=', wish.customer)
      .executeTakeFirst();
    if (customer === undefined) return refuse('not-found');
    const id = newId();
    const made = await tx
      .insertInto('certification.catalogue')
      .values({
        organization_id: organization,
        catalogue_id: id,
        customer_id: wish.customer,
        name: wish.name,
        edition: wish.edition,
        language: wish.language,
        source: wish.source,
        made_by: access.membership,
        made_at: access.now(),
      })
      .onConflict((c) => c.columns(['organization_id', 'customer_id', 'name', 'edition']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 0n
      ? refuse('name-taken', { name: `${wish.name}, ${wish.edition}` })
      : ok({ id });
  });
}
