import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { decideInterchange } from './decide-interchange.ts';
import { findByReference, findOfUnknownSender, lockReception, setState } from './interchange-store.ts';
import { answerArrived } from './outgoing/answer-interchange.ts';
import { groupSenders } from './partner/group-senders.ts';
import { findReadingPartner, findSigner } from './partner/partner-store.ts';
import { readPart } from './read-part.ts';
import { admit, wayOf } from './receive-file.ts';

type Signature = {
  readonly customer: string;
  readonly sender: string;
  readonly qualifier: string;
  /** A partner of the customer; his first one, made where there is none, without it. */
  readonly partner?: string | undefined;
  readonly kind?: 'interchange' | 'group' | undefined;
};

/**
 * Says which customer signs his files with this identification. Files of this sender that were kept are read now, in the order in
 * which they came, each by the way by which it came.
 * @refuses not-found (customer, partner), sender-taken
 */
export function chooseCustomer(
  access: Access,
  signature: Signature,
): Promise<Result<{ readonly partner: string; readonly read: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockReception(tx, organization);
    const partner = await partnerFor(tx, access, signature);
    if (partner === undefined) return refuse('not-found');
    if (signature.kind === 'group') {
      await identify(tx, access, partner, signature);
      return ok({ partner, read: 0 });
    }
    const known = await findSigner(tx, organization, signature);
    if (known !== undefined && known.customer !== signature.customer)
      return refuse('sender-taken', { sender: signature.sender, customer: known.customerName });
    if (known === undefined) await identify(tx, access, partner, signature);
    return ok({ partner: known?.id ?? partner, read: await readKept(tx, access, known?.id ?? partner, signature) });
  });
}

/** Files of this sender that waited for somebody to know him. @returns how many count now */
async function readKept(
  tx: Transaction,
  access: Access,
  id: string,
  { sender, qualifier }: Signature,
): Promise<number> {
  const organization = access.organization.id;
  const partner = (await findReadingPartner(tx, organization, id))!;
  let count = 0;
  for (const file of await findOfUnknownSender(tx, organization, sender, qualifier)) {
    const read = readPart(file.bytes, null, () => partner.profile.of());
    const controlReference = file.control_reference ?? '';
    const first = await findByReference(tx, organization, { sender, qualifier, controlReference });
    const decision = decideInterchange(
      {
        readable: read.kind === 'read',
        test: read.kind === 'read' && read.test,
        groups: groupSenders(file.bytes),
        partner,
        way: await wayOf(tx, organization, { cameBy: file.came_by, key: file.way_key, folder: file.way_folder }),
      },
      { sameBytes: null, sameReference: first !== undefined },
    );
    // Readable by its own profile only, or no longer: it stays as it is until it comes again.
    if (decision.kind !== 'new' || decision.state === 'unreadable' || decision.state === 'unknown-sender') continue;
    const { state, reason } = decision;
    const interchange = file.interchange_id;
    await setState(tx, organization, interchange, {
      state,
      reason,
      customer_id: partner.customer,
      partner_id: partner.id,
      conflicts_with: reason === 'changed' ? first!.interchange_id : null,
    });
    if (state === 'test') {
      await answerArrived(tx, access, partner.id, { interchange, bytes: file.bytes, test: true });
      continue;
    }
    const quarantined = state === 'quarantined';
    const { name, bytes } = file;
    await admit(tx, access, {
      interchange,
      customer: partner.customer,
      quarantined,
      sender,
      controlReference,
      name,
      bytes,
    });
    if (!quarantined) count++;
  }
  return count;
}

/** The partner that is named, or the customer's first. Policies: inside on access.customer, planning.partner. */
async function partnerFor(
  tx: Transaction,
  access: Access,
  { customer, partner }: Signature,
): Promise<string | undefined> {
  const organization = access.organization.id;
  const known = await tx
    .selectFrom('access.customer')
    .select('customer_id')
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  if (known === undefined) return undefined;
  const found = await tx
    .selectFrom('planning.partner')
    .select('partner_id')
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .$if(partner !== undefined, (q) => q.where('partner_id', '=', partner!))
    .orderBy('added_at')
    .orderBy('partner_id')
    .executeTakeFirst();
  if (found !== undefined || partner !== undefined) return found?.partner_id;
  const id = newId();
  await tx
    .insertInto('planning.partner')
    .values({
      organization_id: organization,
      partner_id: id,
      customer_id: customer,
      added_by: access.membership,
      added_at: access.now(),
    })
    .execute();
  return id;
}

const identify = (tx: Transaction, access: Access, partner: string, { sender, qualifier, kind }: Signature) =>
  tx
    .insertInto('planning.identification')
    .values({
      organization_id: access.organization.id,
      identification_id: newId(),
      partner_id: partner,
      kind: kind ?? 'interchange',
      sender,
      qualifier,
      added_by: access.membership,
      added_at: access.now(),
    })
    .execute();
