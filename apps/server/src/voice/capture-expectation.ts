import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '@coprod/ledger';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import type { Consent } from '../core/intervention.ts';
import { announce } from '../core/live.ts';
import { recordAct, useRules } from '../core/use-rules.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findCustomerName, findOwnCapture, insertExpectation } from './expectation-store.ts';

/** What a technician writes down during a visit. */
export type Capture = {
  /** A customer of the list; null where a household is only named. */
  readonly customer: string | null;
  /** The household's name where there is no customer; may be empty, then nobody is named. */
  readonly label: string;
  readonly site: string;
  /** Verbatim. */
  readonly words: string;
  readonly language: Language;
  readonly consent: Consent;
  /** Where he can be answered; both may be null. */
  readonly contact: { readonly mail: string | null; readonly phone: string | null };
  /** The technician's own professional view, kept apart from the words. */
  readonly view: string | null;
  /** By the phone's clock; a moment in the future counts as now. */
  readonly happenedAt: Temporal.Instant;
};

export type Captured = {
  readonly id: string;
  readonly receivedAt: Temporal.Instant;
  /** From then on the team lead sees it; until then the technician's peers alone. */
  readonly leadFrom: Temporal.Instant;
};

/** Days among peers where no rule in force says otherwise. */
const peersDaysWithoutRule = 3;

/**
 * Keeps an expectation under the id that the phone made. Sent again, at once or days later, it has no further effect and gets the
 * same answer. When this returns, it is durable.
 * @refuses invalid-request (a name is missing where it may be cited by name), not-found (customer),
 *   sent-before-with-other-content (the id was used for another capture)
 */
export function captureExpectation(access: Access, id: string, capture: Capture): Promise<Result<Captured>> {
  return access.transaction((tx) => captureIn(tx, access, id, capture));
}

async function captureIn(tx: Transaction, access: Access, id: string, capture: Capture): Promise<Result<Captured>> {
  const organization = access.organization.id;
  const name = capture.customer === null ? capture.label : await findCustomerName(tx, organization, capture.customer);
  if (name === undefined) return refuse('not-found');
  if (capture.consent === 'by-name' && name === '') return refuse('name-missing');

  const rules = await useRules(tx, access, { kind: 'service', customer: null });
  const peersDays = rules.number('peers-days')?.value ?? peersDaysWithoutRule;
  const receivedAt = access.now();
  const happenedAt = Temporal.Instant.compare(capture.happenedAt, receivedAt) > 0 ? receivedAt : capture.happenedAt;
  const leadFrom = receivedAt.add({ hours: 24 * peersDays });
  const salt = randomBytes(32);
  const digest = digestOf(salt, id, capture);
  const isNew = await insertExpectation(tx, access, {
    id,
    ...capture,
    label: name,
    who: capture.customer ?? whoIs(organization, name, id),
    happenedAt,
    receivedAt,
    leadFrom,
    salt,
    digest,
  });
  if (!isNew) return sentBefore(tx, organization, id, capture);

  if (rules.used.size > 0) {
    const subject = { kind: 'expectation', id } as const;
    await recordAct(tx, access, rules, { kind: 'expectation-captured', subject, customer: null });
  }
  // The ledger is read beyond the team: it holds the proof, neither the words nor who brought them.
  await appendToLedger(
    tx,
    { ...access, membership: null },
    {
      kind: 'expectation-captured',
      subject: { kind: 'expectation', id },
      customer: null,
      body: { consent: capture.consent, language: capture.language, digest: digest.toString('hex') },
    },
  );
  await announce(tx, { organization, subject: { kind: 'expectation', id }, customer: null });
  return ok({ id, receivedAt, leadFrom });
}

/** The answer that the first sending got. After a withdrawal nothing is left to compare with: then it stays an answer. */
async function sentBefore(
  tx: Transaction,
  organization: string,
  id: string,
  capture: Capture,
): Promise<Result<Captured>> {
  const kept = await findOwnCapture(tx, organization, id);
  if (kept === undefined) return refuse('sent-before-with-other-content');
  if (kept.salt !== null && kept.digest !== null && !kept.digest.equals(digestOf(kept.salt, id, capture))) {
    return refuse('sent-before-with-other-content');
  }
  return ok({ id, receivedAt: kept.received_at, leadFrom: kept.lead_from });
}

/** SHA-256 over a salt and the canonical JSON of what was sent: with the salt erased it tells nothing. */
function digestOf(salt: Uint8Array, id: string, capture: Capture): Buffer {
  const sent = { ...capture, contact: { ...capture.contact }, happenedAt: capture.happenedAt.toString(), id };
  return createHash('sha256').update(salt).update(canonicalJson(sent)).digest();
}

/** Whom a household is counted as: the same name is the same household, and whoever is not named counts for himself. */
function whoIs(organization: string, name: string, expectation: string): string {
  const plain = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  if (plain === '') return expectation;
  const hex = createHash('sha256').update(`${organization}/${plain}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
