import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findByReference, findOfUnknownSender, findPartner, lockReception, setState } from './interchange-store.ts';
import { admit } from './receive-file.ts';

/**
 * Says which customer signs his files with this identification. Files of this sender that were kept are read now, in the order in
 * which they came.
 * @refuses not-found (customer), sender-taken
 */
export function chooseCustomer(
  access: Access,
  partner: { readonly customer: string; readonly sender: string; readonly qualifier: string },
): Promise<Result<{ readonly partner: string; readonly read: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockReception(tx, organization);
    const customer = await tx
      .selectFrom('access.customer')
      .select('name')
      .where('organization_id', '=', organization)
      .where('customer_id', '=', partner.customer)
      .executeTakeFirst();
    if (customer === undefined) return refuse('not-found');
    const known = await findPartner(tx, organization, partner);
    if (known !== undefined && known.customer_id !== partner.customer)
      return refuse('sender-taken', { sender: partner.sender, customer: known.name });
    const id = known?.partner_id ?? (await addPartner(tx, access, partner));
    let read = 0;
    for (const file of await findOfUnknownSender(tx, organization, partner.sender, partner.qualifier)) {
      const controlReference = file.control_reference ?? '';
      const first = await findByReference(tx, organization, { ...partner, controlReference });
      const quarantined = first !== undefined;
      await setState(tx, organization, file.interchange_id, {
        state: quarantined ? 'quarantined' : 'received',
        customer_id: partner.customer,
        conflicts_with: first?.interchange_id ?? null,
      });
      await admit(tx, access, {
        interchange: file.interchange_id,
        customer: partner.customer,
        quarantined,
        sender: partner.sender,
        controlReference,
        name: file.name,
        bytes: file.bytes,
      });
      if (!quarantined) read++;
    }
    return ok({ partner: id, read });
  });
}

async function addPartner(
  tx: Transaction,
  access: Access,
  partner: { readonly customer: string; readonly sender: string; readonly qualifier: string },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('planning.partner')
    .values({
      organization_id: access.organization.id,
      partner_id: id,
      customer_id: partner.customer,
      sender: partner.sender,
      qualifier: partner.qualifier,
      added_by: access.membership,
      added_at: access.now(),
    })
    .execute();
  return id;
}
