import { type Interchange, basicProfile, readInterchanges } from '@coprod/edi';
import type { SystemAccess } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { announce } from '../core/live.ts';
import { type ArrivedRelease, applyRelease } from './apply-release.ts';
import { findInterchange, findToApply, lockCustomer, setState } from './interchange-store.ts';
import { type DocumentOutcome, answerArrived, answerDocuments } from './outgoing/answer-interchange.ts';
import { hearAcknowledgements } from './outgoing/hear-acknowledgement.ts';
import { findReadingPartner } from './partner/partner-store.ts';
import { findWaiting } from './release-store.ts';
import { releaseOfTable, releasesIn } from './releases-in.ts';
import { readKeptTable } from './read-table-file.ts';

/**
 * Applies what waits of the customer whose file came: all releases in the order of their documents (date, then number), whatever the
 * order of their arrival; then what waited for them. What the partner is to be told of it and the job of a draft plan stand in the same
 * transaction, so that they leave only when the effect is durable. Done once: a worker that dies leaves nothing half applied, and a
 * second run finds nothing to do.
 */
export async function applyInterchange(system: SystemAccess, interchange: string): Promise<void> {
  await system.transaction(async (tx) => {
    const organization = system.organization.id;
    const file = await findInterchange(tx, organization, interchange);
    if (file === undefined || file.customer_id === null) return;
    const customer = file.customer_id;
    await lockCustomer(tx, organization, customer);
    const waiting: Waiting[] = [];
    for (const row of await findToApply(tx, organization, customer))
      waiting.push({ ...row, ...(await readAgain(tx, system, row)) });
    const releases = waiting.flatMap((row) => row.releases).toSorted(byOrder);
    const outcomes = new Map<string, DocumentOutcome[]>();
    const applied: string[] = [];
    for (const release of releases) {
      const { outcome, release: row } = await applyRelease(tx, system, customer, release);
      if (outcome === 'applied') applied.push(row);
      const { message, document } = release;
      outcomes.set(release.interchange, [...(outcomes.get(release.interchange) ?? []), { message, document, outcome }]);
    }
    for (const thread of new Set(releases.map((release) => release.thread)))
      applied.push(...(await applyWaiting(tx, system, customer, thread)));
    // One draft plan answers all that is asked now: it is made for the release that came last.
    const last = applied.at(-1);
    if (last !== undefined) await system.enqueue(tx, 'draft-plan', { organization, release: last });
    for (const { interchange_id: id, partner_id: partner, read, bytes } of waiting) {
      await setState(tx, organization, id, { state: 'applied' });
      if (partner !== null && read !== undefined) {
        await hearAcknowledgements(tx, system, partner, { interchange: id, read });
        const arrived = { interchange: id, bytes, test: false };
        await answerArrived(tx, system, partner, arrived);
        await answerDocuments(tx, system, partner, { ...arrived, documents: outcomes.get(id) ?? [] });
      }
      await announce(tx, { organization, subject: { kind: 'interchange', id }, customer: null });
    }
  });
}

type Stored = Awaited<ReturnType<typeof findToApply>>[number];
type Waiting = Stored & { readonly read: Interchange | undefined; readonly releases: readonly ArrivedRelease[] };

/** What stands in an interchange, as its partner's profile reads it, or in a table, by the mapping by which it came. */
async function readAgain(
  tx: Transaction,
  system: SystemAccess,
  row: Pick<Stored, 'interchange_id' | 'family' | 'partner_id' | 'control_reference' | 'received_at' | 'bytes'>,
): Promise<Pick<Waiting, 'read' | 'releases'>> {
  const table = await readKeptTable(tx, system.organization.id, row);
  if (table !== undefined)
    return { read: undefined, releases: table.read.ok ? [releaseOfTable(row, table.read, table.head)] : [] };
  const partner =
    row.partner_id === null ? undefined : await findReadingPartner(tx, system.organization.id, row.partner_id);
  const [read] = readInterchanges(row.bytes, { profile: partner?.profile.of() ?? basicProfile }).interchanges;
  if (read === undefined) return { read, releases: [] };
  const controlReference = row.control_reference ?? '';
  const from = { interchange: row.interchange_id, controlReference, receivedAt: row.received_at };
  return { read, releases: releasesIn(read, from) };
}

/**
 * Applies net changes whose base has come, one after the other, until none of them can be.
 * @returns the releases that it applied
 */
async function applyWaiting(
  tx: Transaction,
  system: SystemAccess,
  customer: string,
  thread: string,
): Promise<readonly string[]> {
  const organization = system.organization.id;
  const applied: string[] = [];
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const row of await findWaiting(tx, organization, customer, thread)) {
      const file = await findInterchange(tx, organization, row.interchange_id);
      const { releases } = await readAgain(tx, system, file!);
      const release = releases.find(({ message }) => message === row.message);
      if (release === undefined) continue;
      const { outcome } = await applyRelease(tx, system, customer, { ...release, waiting: row.release_id });
      if (outcome !== 'applied') continue;
      applied.push(row.release_id);
      isMoving = true;
    }
  }
  return applied;
}

const byOrder = (a: ArrivedRelease, b: ArrivedRelease): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);
