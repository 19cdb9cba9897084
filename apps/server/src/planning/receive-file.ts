import { createHash } from 'node:crypto';
import { describeFile } from '@coprod/ledger';
import { basicProfile, readEnvelope } from '@coprod/edi';
import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { newId } from '../platform/ids.ts';
import { json } from '../platform/values.ts';
import { type Way, decideInterchange } from './decide-interchange.ts';
import {
  type KnownInterchange,
  findByReference,
  findBySha256,
  findFile,
  insertFile,
  insertInterchange,
  insertPart,
  lockReception,
  partsOf,
  setState,
} from './interchange-store.ts';
import { answerArrived } from './outgoing/answer-interchange.ts';
import { groupSenders } from './partner/group-senders.ts';
import { type ReadingPartner, findSigner, findWay } from './partner/partner-store.ts';
import { type ReadPart, type Signed, readPart } from './read-part.ts';
import { splitFile } from './split-file.ts';

/** Who takes a file in: a planner, his machine's key, or the system for the watched folder. */
export type Receiver = Actor & {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

export type ArrivedFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly cameBy: 'page' | 'post' | 'folder';
  /** The machine's key that posted it; null where a person was signed in. */
  readonly key?: string | null;
  /** The folder below the watched one in which it lay; null for the watched one itself. */
  readonly folder?: string | null;
};

/** What became of a file, each of its interchanges in the order in which they stand in it. */
export type ReceivedFile = {
  readonly file: string;
  readonly receivedAt: Temporal.Instant;
  readonly interchanges: readonly KnownInterchange[];
};

/**
 * Takes the bytes of a file as they came, exactly once, and each interchange in it on its own: it waits to be applied, is kept for
 * want of a customer, is in quarantine, is a test, or could not be read. Durable before it returns: the caller may acknowledge what it
 * gets. The same file again, or the same interchange in another file, gets the same answer and has no further effect.
 */
export async function receiveFile(receiver: Receiver, file: ArrivedFile): Promise<ReceivedFile> {
  const organization = receiver.organization.id;
  const sha256 = digestOf(file.bytes);
  // Read before the transaction: a large file must not hold the lock of reception.
  const parts = await readParts(receiver, file.bytes);
  return receiver.transaction(async (tx) => {
    await lockReception(tx, organization);
    const way = await wayOf(tx, organization, file);
    const known = await findFile(tx, organization, sha256);
    const row = known ?? { file_id: newId(), received_at: receiver.now() };
    if (known === undefined)
      await insertFile(tx, {
        ...row,
        organization_id: organization,
        sha256,
        bytes: file.bytes,
        name: file.name,
        came_by: file.cameBy,
        way_key: file.key ?? null,
        way_folder: file.folder ?? null,
        received_by: receiver.membership,
        parts: parts.length,
      });
    for (const [part, read] of parts.entries()) {
      const interchange = await takeIn(tx, receiver, { ...row, part, ...read }, way, file.name);
      if (known === undefined)
        await insertPart(tx, {
          organization_id: organization,
          file_id: row.file_id,
          part,
          interchange_id: interchange,
        });
    }
    return {
      file: row.file_id,
      receivedAt: row.received_at,
      interchanges: await partsOf(tx, organization, row.file_id),
    };
  });
}

type OwnPart = {
  readonly from: number;
  readonly to: number;
  readonly sha256: Buffer;
  readonly bytes: Uint8Array;
  readonly groups: readonly string[];
  readonly read: ReadPart;
};

/** Each part as its sender's profile reads it. */
async function readParts(receiver: Receiver, bytes: Uint8Array): Promise<readonly OwnPart[]> {
  const parts = splitFile(bytes).map((part) => ({ ...part, bytes: bytes.subarray(part.from, part.to) }));
  const signers = new Map<string, ReadingPartner | undefined>();
  await receiver.transaction(async (tx) => {
    for (const part of parts) {
      const envelope = part.refused === null ? readEnvelope(part.bytes) : null;
      if (envelope?.ok !== true) continue;
      const { id, qualifier } = envelope.value.sender;
      const signed = { sender: id, qualifier: qualifier ?? '' };
      if (!signers.has(keyOf(signed)))
        signers.set(keyOf(signed), await findSigner(tx, receiver.organization.id, signed));
    }
  });
  return parts.map(({ from, to, own, refused, bytes: its }) => ({
    from,
    to,
    bytes: its,
    sha256: digestOf(own),
    groups: groupSenders(its),
    read: readPart(its, refused, (signed) => signers.get(keyOf(signed))?.profile.of() ?? basicProfile),
  }));
}

const keyOf = ({ sender, qualifier }: { readonly sender: string; readonly qualifier: string }): string =>
  `${qualifier} ${sender}`;

/** Decides on one interchange, and writes down what follows from it. @returns the interchange, new or known */
async function takeIn(
  tx: Transaction,
  receiver: Receiver,
  arrived: OwnPart & { readonly file_id: string; readonly received_at: Temporal.Instant; readonly part: number },
  way: Way,
  name: string,
): Promise<string> {
  const organization = receiver.organization.id;
  const { read, bytes, sha256 } = arrived;
  const same = await findBySha256(tx, organization, sha256);
  const partner = read.signed === null ? undefined : await findSigner(tx, organization, read.signed);
  const first = read.signed === null ? undefined : await findByReference(tx, organization, read.signed);
  const decision = decideInterchange(
    {
      readable: read.kind === 'read',
      test: read.kind === 'read' && read.test,
      groups: arrived.groups,
      partner: partner ?? null,
      way,
    },
    { sameBytes: same ?? null, sameReference: first !== undefined },
  );
  if (decision.kind === 'again') return same!.interchange_id;
  const admitted = { customer: partner?.customer ?? '', ...signedOf(read), name, bytes };
  if (decision.kind === 'counts-now') {
    const interchange = same!.interchange_id;
    await setState(tx, organization, interchange, { state: 'received', reason: null });
    await admit(tx, receiver, { ...admitted, interchange, quarantined: false });
    return interchange;
  }
  const { state, reason } = decision;
  const interchange = newId();
  await insertInterchange(tx, {
    organization_id: organization,
    interchange_id: interchange,
    file_id: arrived.file_id,
    part: arrived.part,
    from_byte: arrived.from,
    to_byte: arrived.to,
    sha256,
    received_at: arrived.received_at,
    family: read.family,
    sender: read.signed?.sender ?? null,
    qualifier: read.signed?.qualifier ?? '',
    control_reference: read.signed?.controlReference ?? null,
    customer_id: partner?.customer ?? null,
    partner_id: partner?.id ?? null,
    state,
    reason,
    test: read.kind === 'read' && (read.test || partner?.test === true),
    finding: read.kind === 'refused' ? json(read.finding) : null,
    conflicts_with: reason === 'changed' ? first!.interchange_id : null,
  });
  if (state === 'received' || state === 'quarantined')
    await admit(tx, receiver, { ...admitted, interchange, quarantined: state === 'quarantined' });
  else await announceFile(tx, organization, interchange);
  // What is not applied has its effect now: that it is kept.
  if (partner !== undefined && (state === 'test' || state === 'unreadable'))
    await answerArrived(tx, receiver, partner.id, { interchange, bytes, test: state === 'test' });
  return interchange;
}

const signedOf = ({ signed }: ReadPart): Signed => signed ?? { sender: '', qualifier: '', controlReference: '' };

/** By which way the file came, and whose that is. Policy: inside on planning.way. */
export async function wayOf(
  tx: Transaction,
  organization: string,
  { cameBy, key, folder }: Pick<ArrivedFile, 'cameBy' | 'key' | 'folder'>,
): Promise<Way> {
  if (cameBy === 'folder') {
    const found = folder == null ? undefined : await findWay(tx, organization, { folder });
    return { kind: 'folder', partner: found?.partner_id ?? null };
  }
  if (key == null) return { kind: 'person' };
  return { kind: 'key', partner: (await findWay(tx, organization, { key }))?.partner_id ?? null };
}

/** What follows once the customer of an interchange is known: ledger, job, live. */
export async function admit(
  tx: Transaction,
  actor: Actor,
  file: {
    readonly interchange: string;
    readonly customer: string;
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

const announceFile = (tx: Transaction, organization: string, interchange: string): Promise<void> =>
  announce(tx, { organization, subject: { kind: 'interchange', id: interchange }, customer: null });

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
