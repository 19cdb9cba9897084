import { createHash } from 'node:crypto';
import { type Finding, readInterchanges } from '@coprod/edi';
import { describeFile } from '@coprod/ledger';
import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { newId } from '../platform/ids.ts';
import { type Refused, type Result, ok, refuse } from '../platform/result.ts';
import { json } from '../platform/values.ts';
import { findByReference, findBySha256, findPartner, insertInterchange, lockReception } from './interchange-store.ts';
import { judgeArrival } from './judge-arrival.ts';

/** Who takes a file in: a planner, his machine's key, or the system for the watched folder. */
export type Receiver = Actor & {
  readonly language: 'en' | 'fr';
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

export type ArrivedFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly cameBy: 'page' | 'post' | 'folder';
};

export type Received = {
  readonly interchange: string;
  readonly customer: string;
  readonly controlReference: string;
  readonly receivedAt: Temporal.Instant;
};

/**
 * Takes the bytes of an EDI file as they came, exactly once. Durable before it returns, refused or not: the caller may acknowledge
 * what it gets. The same bytes again give the same answer and have no further effect.
 * @refuses unknown-sender (kept until somebody chooses the customer), unreadable-interchange (with segment and position),
 *   changed-under-same-reference (both files in quarantine), several-interchanges
 */
export async function receiveInterchange(receiver: Receiver, file: ArrivedFile): Promise<Result<Received>> {
  // Read before the transaction: a large file must not hold the lock of reception.
  const sha256 = createHash('sha256').update(file.bytes).digest();
  const read = readForReception(file.bytes);
  // The refusal is passed out beside the transaction and not returned by it: what was refused is kept all the same.
  const { outcome } = await receiver.transaction(async (tx) => ({
    outcome: await receive(tx, receiver, file, sha256, read),
  }));
  return outcome;
}

async function receive(
  tx: Transaction,
  receiver: Receiver,
  file: ArrivedFile,
  sha256: Buffer,
  read: Reading,
): Promise<Result<Received>> {
  const organization = receiver.organization.id;
  await lockReception(tx, organization);
  const same = await findBySha256(tx, organization, sha256);
  if (same !== undefined) return answerAgain(same, receiver.language, await nameOf(tx, organization, same.customer_id));

  const interchange = newId();
  const row = {
    organization_id: organization,
    interchange_id: interchange,
    sha256,
    bytes: file.bytes,
    name: file.name,
    came_by: file.cameBy,
    received_at: receiver.now(),
    received_by: receiver.membership,
    sender: read.sender ?? null,
    qualifier: read.qualifier ?? '',
    control_reference: read.controlReference ?? null,
  };
  if (read.kind === 'refused') {
    if (read.finding === null) return refuse('several-interchanges', { count: read.count });
    const partner =
      read.sender === undefined ? undefined : await findPartner(tx, organization, read.sender, read.qualifier ?? '');
    await insertInterchange(tx, {
      ...row,
      state: 'unreadable',
      finding: json(read.finding),
      customer_id: partner?.customer_id ?? null,
    });
    await announceFile(tx, organization, interchange);
    return unreadable(read.finding, receiver.language, interchange);
  }

  const partner = await findPartner(tx, organization, read.sender, read.qualifier);
  if (partner === undefined) {
    await insertInterchange(tx, { ...row, family: read.family, state: 'unknown-sender' });
    await announceFile(tx, organization, interchange);
    return refuse('unknown-sender', { sender: read.sender }, { interchange });
  }
  const known = await findByReference(tx, organization, read);
  const arrival = judgeArrival(known);
  await insertInterchange(tx, {
    ...row,
    family: read.family,
    customer_id: partner.customer_id,
    state: arrival === 'new' ? 'received' : 'quarantined',
    conflicts_with: known?.interchange_id ?? null,
  });
  await admit(tx, receiver, { interchange, customer: partner.customer_id, arrival, ...read, ...file });
  if (arrival === 'changed')
    return refuse(
      'changed-under-same-reference',
      { reference: read.controlReference },
      { interchange, earlier: known!.interchange_id },
    );
  return ok({
    interchange,
    customer: partner.name,
    controlReference: read.controlReference,
    receivedAt: row.received_at,
  });
}

/** What follows once the customer of a file is known: ledger, job, live. */
export async function admit(
  tx: Transaction,
  actor: Actor,
  file: {
    readonly interchange: string;
    readonly customer: string;
    readonly arrival: 'new' | 'changed';
    readonly sender: string | null;
    readonly controlReference: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  },
): Promise<void> {
  const organization = actor.organization.id;
  await appendToLedger(tx, actor, {
    kind: file.arrival === 'new' ? 'interchange-received' : 'interchange-quarantined',
    subject: { kind: 'interchange', id: file.interchange },
    customer: file.customer,
    body: { sender: file.sender ?? '', controlReference: file.controlReference },
    attachments: [describeFile(file.name, file.bytes)],
  });
  if (file.arrival === 'new')
    await actor.enqueue(tx, 'apply-interchange', { organization, interchange: file.interchange });
  await announceFile(tx, organization, file.interchange);
}

const announceFile = (tx: Transaction, organization: string, interchange: string): Promise<void> =>
  announce(tx, { organization, subject: { kind: 'interchange', id: interchange }, customer: null });

type Known = NonNullable<Awaited<ReturnType<typeof findBySha256>>>;

/** The answer that these bytes got before, or would get now that somebody has decided on them. */
function answerAgain(same: Known, language: 'en' | 'fr', customer: string): Result<Received> {
  const interchange = same.interchange_id;
  const reference = same.control_reference ?? '';
  switch (same.state) {
    case 'unreadable':
      return unreadable(same.finding as Finding, language, interchange);
    case 'unknown-sender':
      return refuse('unknown-sender', { sender: same.sender ?? '' }, { interchange });
    case 'quarantined':
    case 'set-aside':
      return refuse('changed-under-same-reference', { reference }, { interchange, earlier: same.conflicts_with });
    default:
      return ok({
        interchange,
        customer,
        controlReference: reference,
        receivedAt: same.received_at,
      });
  }
}

async function nameOf(tx: Transaction, organization: string, customer: string | null): Promise<string> {
  if (customer === null) return '';
  const row = await tx
    .selectFrom('access.customer')
    .select('name')
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return row?.name ?? '';
}

const unreadable = (finding: Finding, language: 'en' | 'fr', interchange: string): Refused =>
  refuse(
    'unreadable-interchange',
    {
      segment: finding.place.segment ?? '?',
      tag: finding.place.tag ?? '?',
      byte: finding.place.byte,
      why: finding.text[language],
    },
    { interchange, finding: finding.code },
  );

type Reading =
  | {
      readonly kind: 'read';
      readonly family: string;
      readonly sender: string;
      readonly qualifier: string;
      readonly controlReference: string;
    }
  | ({ readonly kind: 'refused'; readonly count: number; readonly finding: Finding | null } & Partial<Signed>);
type Signed = { readonly sender: string; readonly qualifier: string; readonly controlReference: string };

/** Envelope and whether everything in it can be applied; else the first finding that forbids it. */
function readForReception(bytes: Uint8Array): Reading {
  const reading = readInterchanges(bytes);
  const [interchange] = reading.interchanges;
  const count = reading.interchanges.length;
  if (count > 1) return { kind: 'refused', count, finding: null };
  const signed = interchange && {
    sender: interchange.sender.id,
    qualifier: interchange.sender.qualifier ?? '',
    controlReference: interchange.controlReference,
  };
  if (reading.ok && signed !== undefined) return { kind: 'read', family: interchange!.family, ...signed };
  const findings = [
    ...reading.findings,
    ...(interchange?.findings ?? []),
    ...(interchange?.messages.flatMap((m) => m.findings) ?? []),
  ];
  const finding = findings.find((f) => f.severity === 'error');
  if (finding === undefined) throw new Error('a reading that is not ok names no error');
  return { kind: 'refused', count, finding, ...signed };
}
