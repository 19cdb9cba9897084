import { type CallOff, type Release, readInterchanges, whens } from '@coprod/edi';
import type { SystemAccess } from '../access/access.ts';
import { announce } from '../core/live.ts';
import { applyRelease, type ArrivedRelease } from './apply-release.ts';
import { findInterchange, findToApply, lockCustomer, setState } from './interchange-store.ts';

/**
 * Applies what waits of the customer whose file came: all releases in the order of their documents (date, then number), whatever the
 * order of their arrival. Done once in one transaction: a worker that dies leaves nothing half applied, and a second run finds
 * nothing to do. A draft plan is put into the queue in the same transaction.
 */
export async function applyInterchange(system: SystemAccess, interchange: string): Promise<void> {
  await system.transaction(async (tx) => {
    const organization = system.organization.id;
    const file = await findInterchange(tx, organization, interchange);
    if (file === undefined || file.customer_id === null) return;
    await lockCustomer(tx, organization, file.customer_id);
    const waiting = await findToApply(tx, organization, file.customer_id);
    const releases = waiting
      .flatMap((row) => releasesIn(row.bytes, row.interchange_id, row.control_reference ?? '', row.received_at))
      .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    let last: string | null = null;
    for (const release of releases) last = (await applyRelease(tx, system, file.customer_id, release)) ?? last;
    // One draft plan answers all that is asked now: it is made for the release that came last.
    if (last !== null) await system.enqueue(tx, 'draft-plan', { organization, release: last });
    for (const { interchange_id: id } of waiting) {
      await setState(tx, organization, id, { state: 'applied' });
      await announce(tx, { organization, subject: { kind: 'interchange', id }, customer: null });
    }
  });
}

/** The releases and call-offs of a file, each with its place in the order of documents. */
function releasesIn(
  bytes: Uint8Array,
  interchange: string,
  controlReference: string,
  receivedAt: Temporal.Instant,
): readonly ArrivedRelease[] {
  const [read] = readInterchanges(bytes).interchanges;
  if (read === undefined) return [];
  return read.messages.flatMap((message, index) => {
    if (message.value?.kind !== 'release' && message.value?.kind !== 'call-off') return [];
    const { value } = message;
    const dated = value.document.date ?? read.preparedAt;
    const day = dated === null ? receivedAt.toZonedDateTimeISO('UTC').toPlainDate().toString() : whens.startOf(dated);
    const document = value.document.number ?? value.document.release ?? controlReference;
    return [
      {
        interchange,
        message: index,
        messageType: `${message.type} ${message.directory}`.trim(),
        document,
        day,
        order: `${day} ${inOrder(document)}`,
        thread: threadOf(value),
        place: placeOf(value),
        content: value,
        receivedAt,
      },
    ];
  });
}

/** Digits compare as numbers, so that 9 comes before 10; other numbers as text. */
const inOrder = (document: string): string => document.replaceAll(/\d+/g, (digits) => digits.padStart(20, '0'));

/** Releases replace each other within one plant: the place of delivery where all items share one, else the customer's own. */
function threadOf(value: Release | CallOff): string {
  const places = new Set(value.items.map((item) => item.shipTo?.id ?? ''));
  return [value.kind, value.customer?.id ?? '', places.size === 1 ? [...places][0] : ''].join(' ');
}

function placeOf(value: Release | CallOff): string | null {
  const names = new Set(value.items.map((item) => item.shipTo?.name ?? item.shipTo?.id ?? null));
  return names.size === 1 ? [...names][0]! : (value.customer?.name ?? null);
}
