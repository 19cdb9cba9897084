import { createHash } from 'node:crypto';
import { describeFile } from '@coprod/ledger';
import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { newId } from '../platform/ids.ts';
import { json } from '../platform/values.ts';
import {
  type KnownInterchange,
  findByReference,
  findBySha256,
  findFile,
  findPartner,
  insertFile,
  insertInterchange,
  insertPart,
  lockReception,
  partsOf,
} from './interchange-store.ts';
import { type ReadPart, readPart } from './read-part.ts';
import { splitFile } from './split-file.ts';

/** Who takes a file in: a planner, his machine's key, or the system for the watched folder. */
export type Receiver = Actor & {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

export type ArrivedFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly cameBy: 'page' | 'post' | 'folder';
};

/** What became of a file, each of its interchanges in the order in which they stand in it. */
export type ReceivedFile = {
  readonly file: string;
  readonly receivedAt: Temporal.Instant;
  readonly interchanges: readonly KnownInterchange[];
};

/**
 * Takes the bytes of a file as they came, exactly once, and each interchange in it on its own: it waits to be applied, is kept for
 * want of a customer, is in quarantine, or could not be read. Durable before it returns: the caller may acknowledge what it gets.
 * The same file again, or the same interchange in another file, gets the same answer and has no further effect.
 */
export async function receiveFile(receiver: Receiver, file: ArrivedFile): Promise<ReceivedFile> {
  // Read before the transaction: a large file must not hold the lock of reception.
  const sha256 = digestOf(file.bytes);
  const parts = splitFile(file.bytes).map((part) => ({
    ...part,
    sha256: digestOf(part.own),
    read: readPart(file.bytes.subarray(part.from, part.to), part.refused),
  }));
  return receiver.transaction(async (tx) => {
    const organization = receiver.organization.id;
    await lockReception(tx, organization);
    const known = await findFile(tx, organization, sha256);
    if (known !== undefined) return answerOf(tx, organization, known);
    const row = { file_id: newId(), received_at: receiver.now() };
    await insertFile(tx, {
      ...row,
      organization_id: organization,
      sha256,
      bytes: file.bytes,
      name: file.name,
      came_by: file.cameBy,
      received_by: receiver.membership,
      parts: parts.length,
    });
    for (const [part, { from, to, sha256: own, read }] of parts.entries()) {
      const same = await findBySha256(tx, organization, own);
      const bytes = file.bytes.subarray(from, to);
      const interchange =
        same?.interchange_id ??
        (await takeIn(tx, receiver, { ...row, part, from_byte: from, to_byte: to, sha256: own }, read, {
          name: file.name,
          bytes,
        }));
      await insertPart(tx, { organization_id: organization, file_id: row.file_id, part, interchange_id: interchange });
    }
    return answerOf(tx, organization, row);
  });
}

type Place = {
  readonly file_id: string;
  readonly part: number;
  readonly from_byte: number;
  readonly to_byte: number;
  readonly sha256: Buffer;
  readonly received_at: Temporal.Instant;
};

/** Writes down an interchange whose bytes are new, and what follows from it. */
async function takeIn(
  tx: Transaction,
  receiver: Receiver,
  place: Place,
  read: ReadPart,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> {
  const organization = receiver.organization.id;
  const interchange = newId();
  const row = {
    ...place,
    organization_id: organization,
    interchange_id: interchange,
    family: read.family,
    sender: read.signed?.sender ?? null,
    qualifier: read.signed?.qualifier ?? '',
    control_reference: read.signed?.controlReference ?? null,
  };
  const partner = read.signed === null ? undefined : await findPartner(tx, organization, read.signed);
  const customer = partner?.customer_id ?? null;
  if (read.kind === 'refused') {
    await insertInterchange(tx, { ...row, state: 'unreadable', finding: json(read.finding), customer_id: customer });
    await announceFile(tx, organization, interchange);
    return interchange;
  }
  if (customer === null) {
    await insertInterchange(tx, { ...row, state: 'unknown-sender' });
    await announceFile(tx, organization, interchange);
    return interchange;
  }
  const first = await findByReference(tx, organization, read.signed);
  await insertInterchange(tx, {
    ...row,
    customer_id: customer,
    state: first === undefined ? 'received' : 'quarantined',
    conflicts_with: first?.interchange_id ?? null,
  });
  await admit(tx, receiver, { interchange, customer, quarantined: first !== undefined, ...read.signed, ...file });
  return interchange;
}

/** What follows once the customer of an interchange is known: ledger, job, live. */
export async function admit(
  tx: Transaction,
  actor: Actor,
  file: {
    readonly interchange: string;
    readonly customer: string;
    /** Another one bears the same control reference and counts. */
    readonly quarantined: boolean;
    readonly sender: string;
    readonly controlReference: string;
    readonly name: string;
    /** Of this interchange alone: whoever proves it need not show what came beside it. */
    readonly bytes: Uint8Array;
  },
): Promise<void> {
  const organization = actor.organization.id;
  await appendToLedger(tx, actor, {
    kind: file.quarantined ? 'interchange-quarantined' : 'interchange-received',
    subject: { kind: 'interchange', id: file.interchange },
    customer: file.customer,
    body: { sender: file.sender, controlReference: file.controlReference },
    attachments: [describeFile(file.name, file.bytes)],
  });
  if (!file.quarantined) await actor.enqueue(tx, 'apply-interchange', { organization, interchange: file.interchange });
  await announceFile(tx, organization, file.interchange);
}

/** The answer that this file got before, or would get now that somebody has decided on what stands in it. */
const answerOf = async (
  tx: Transaction,
  organization: string,
  file: { readonly file_id: string; readonly received_at: Temporal.Instant },
): Promise<ReceivedFile> => ({
  file: file.file_id,
  receivedAt: file.received_at,
  interchanges: await partsOf(tx, organization, file.file_id),
});

const announceFile = (tx: Transaction, organization: string, interchange: string): Promise<void> =>
  announce(tx, { organization, subject: { kind: 'interchange', id: interchange }, customer: null });

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
