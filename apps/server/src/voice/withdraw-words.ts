import { sql } from 'kysely';
import type { SystemAccess } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { removeFromSearch } from '../core/search.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { weigh } from './theme-store.ts';

/**
 * Takes a customer's words out of every place where they are shown: expectation, name and address of a household, photos,
 * intervention, search, answers, bodies of the ledger. What stays is that there was somebody (he counts in the weight of the theme)
 * and the proof in the ledger, whose commitment says nothing without its body. Withdrawing again has no further effect.
 *
 * The system does it, in one transaction: neither side may erase a body of the ledger. Who may ask is the caller's to check.
 * @refuses not-found
 */
export function withdrawWords(
  system: SystemAccess,
  expectation: string,
  wish: { readonly askedBy: 'technician' | 'customer'; readonly reason: string },
): Promise<Result<null>> {
  return system.transaction((tx) => withdrawIn(tx, system, expectation, wish));
}

async function withdrawIn(
  tx: Transaction,
  system: SystemAccess,
  expectation: string,
  wish: Parameters<typeof withdrawWords>[2],
): Promise<Result<null>> {
  const organization = system.organization.id;
  const now = system.now();
  const row = await tx
    .selectFrom('voice.expectation')
    .select(['consent', 'withdrawn_at', 'intervention_id', 'theme_id'])
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse('not-found');
  if (row.withdrawn_at !== null) return ok(null);

  await tx
    .updateTable('voice.expectation')
    .set({ words: '', consent: 'none', withdrawn_at: now })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .execute();
  await tx
    .insertInto('voice.consent_change')
    .values({
      organization_id: organization,
      consent_change_id: newId(),
      expectation_id: expectation,
      before: row.consent,
      after: 'none',
      asked_by: wish.askedBy,
      reason: wish.reason,
      changed_at: now,
    })
    .execute();
  const answers = await eraseInVoice(tx, organization, expectation);
  const subjects = [expectation, ...answers, ...(row.intervention_id === null ? [] : [row.intervention_id])];
  if (row.intervention_id !== null) await eraseIntervention(tx, organization, row.intervention_id);
  for (const subject of subjects) await removeFromSearch(tx, organization, subject);
  await eraseLedgerBodies(tx, organization, subjects);
  await appendToLedger(tx, system, {
    kind: 'words-withdrawn',
    subject: { kind: 'expectation', id: expectation },
    customer: null,
    body: { askedBy: wish.askedBy },
  });

  if (row.theme_id !== null) {
    await weigh(tx, row.theme_id);
    await announce(tx, { organization, subject: { kind: 'theme', id: row.theme_id }, customer: null });
  }
  const customer = await customerOf(tx, organization, expectation);
  await announce(tx, { organization, subject: { kind: 'expectation', id: expectation }, customer });
  if (row.intervention_id !== null) {
    await announce(tx, { organization, subject: { kind: 'intervention', id: row.intervention_id }, customer });
  }
  return ok(null);
}

/** Policy: system. @returns the answers that told the words */
async function eraseInVoice(tx: Transaction, organization: string, expectation: string): Promise<string[]> {
  // A customer of the list keeps his site, which is his and not one person's home.
  await tx
    .updateTable('voice.speaker')
    .set({ customer_label: '', site: sql`case when customer_id is null then '' else site end` })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .execute();
  await tx
    .updateTable('voice.capture')
    .set({ contact_mail: null, contact_phone: null, salt: null, digest: null })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .execute();
  await tx
    .updateTable('voice.photo')
    .set({ bytes: null, sent_sha256: null })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .execute();
  // Why it was suggested was told in his words.
  await tx
    .updateTable('voice.joining')
    .set({ because: [] })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .execute();
  const answers = await tx
    .updateTable('voice.answer')
    .set({ bytes: null, sha256: null, contest_words: null, reply: null })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .returning('answer_id')
    .execute();
  return answers.map((answer) => answer.answer_id);
}

/** Policy: inside on core.intervention; the trigger words_are_verbatim allows erasing and nothing else. */
const eraseIntervention = (tx: Transaction, organization: string, intervention: string) =>
  tx
    .updateTable('core.intervention')
    .set({
      words: '',
      customer_label: '',
      consent: 'none',
      state: sql`case when state in ('open', 'offered') then 'withdrawn' else state end`,
    })
    .where('organization_id', '=', organization)
    .where('intervention_id', '=', intervention)
    .execute();

/** Policy: inside on core.ledger_body; only the system may delete there. Entries, places and proofs stay. */
const eraseLedgerBodies = (tx: Transaction, organization: string, subjects: readonly string[]) =>
  tx
    .deleteFrom('core.ledger_body')
    .where('organization_id', '=', organization)
    .where('entry_id', 'in', (eb) =>
      eb
        .selectFrom('core.ledger_entry as e')
        .select('e.entry_id')
        .where('e.organization_id', '=', organization)
        .where('e.subject_id', 'in', [...subjects]),
    )
    .execute();

const customerOf = async (tx: Transaction, organization: string, expectation: string): Promise<string | null> =>
  (
    await tx
      .selectFrom('voice.speaker')
      .select('customer_id')
      .where('organization_id', '=', organization)
      .where('expectation_id', '=', expectation)
      .executeTakeFirst()
  )?.customer_id ?? null;
