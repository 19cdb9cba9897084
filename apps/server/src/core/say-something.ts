import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import type { Language } from '../platform/language.ts';
import { type Refused, type Result, ok, refuse } from '../platform/result.ts';
import { type Channel, openIntervention } from './intervention.ts';
import { findIntervention } from './intervention-store.ts';

/** What a customer writes in the portal. */
export type Saying = {
  /** Made by his device. Without one, whoever sends again says it again. */
  readonly id?: string | undefined;
  readonly channel: Channel;
  /** Verbatim. */
  readonly words: string;
  readonly language: Language;
};

/**
 * A customer says something to the organization. Under an id of his own he may send it again when no answer came back: it has one
 * effect and gets the same answer.
 * @refuses sent-before-with-other-content (the id was used for other words)
 */
export function saySomething(access: Access, saying: Saying): Promise<Result<{ readonly id: string }>> {
  return access.transaction((tx) => sayIn(tx, access, saying)).catch(idTaken);
}

async function sayIn(tx: Transaction, access: Access, saying: Saying): Promise<Result<{ readonly id: string }>> {
  if (saying.id !== undefined) {
    await lockSent(tx, saying.id);
    const before = await findIntervention(tx, access.organization.id, access.side, saying.id);
    if (before !== undefined) {
      // Words that were withdrawn since can be compared with nothing.
      const same = before.state === 'withdrawn' || before.words === saying.words;
      return same ? ok({ id: saying.id }) : refuse('sent-before-with-other-content');
    }
  }
  const opened = await openIntervention(tx, access, {
    id: saying.id,
    channel: saying.channel,
    customer: access.customer!.id,
    customerLabel: access.customer!.name,
    words: saying.words,
    wordsLanguage: saying.language,
    source: { kind: 'portal', id: null },
    consent: 'by-name',
    happenedAt: access.now(),
    broughtBy: access.membership,
    dueAt: null,
  });
  return ok({ id: opened.id });
}

/** Of two sendings under one id at the same moment the second waits, and finds what the first has written. */
export async function lockSent(tx: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sent ${id}`}, 0))`.execute(tx);
}

/** The id belongs to somebody whose rows the sender does not see (SQLSTATE 23505). */
export function idTaken(thrown: unknown): Refused {
  if ((thrown as { code?: unknown }).code === '23505') return refuse('sent-before-with-other-content');
  throw thrown;
}
