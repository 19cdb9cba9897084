import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, describeFile } from '@coprod/ledger';
import type { SystemAccess } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { writeMail } from '../access/mail.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { blocksOf, parametersOf } from '../core/rule-store.ts';
import { newId } from '../platform/ids.ts';
import { type AnswerDocument, changedTexts } from './answer-document.ts';
import { newAnswerLink } from './answer-link.ts';
import { answerMail } from './answer-mail.ts';
import {
  citedBy,
  decisionFacts,
  insertAnswer,
  isAnswered,
  lockCited,
  mailsFor,
  themesAnswered,
} from './answer-store.ts';

/**
 * After a decision everybody who was cited gets his answer, with the text before and after: in the portal, by mail where there is an
 * address, and by a link that needs no account. Each answer is a transaction of its own and is written once, however often the job
 * is tried; words that were withdrawn meanwhile get none.
 * @param publicUrl where links lead
 * @returns how many answers were written now
 */
export async function answerCited(system: SystemAccess, decisionId: string, publicUrl: URL): Promise<number> {
  const organization = system.organization.id;
  const found = await system.transaction(async (tx) => {
    const decision = await decisionFacts(tx, organization, decisionId);
    if (decision === undefined) return undefined;
    const version = async (number: number) => ({
      blocks: await blocksOf(tx, organization, decision.rule_id, number),
      parameters: await parametersOf(tx, organization, decision.rule_id, number),
    });
    const changes =
      decision.version === null
        ? []
        : changedTexts(await version(decision.base_version), await version(decision.version));
    return { decision, changes, cited: await citedBy(tx, organization, decision.proposal_id) };
  });
  if (found === undefined) return 0;
  let written = 0;
  for (const expectation of found.cited) {
    const isNew = await system.transaction((tx) => answerOne(tx, system, publicUrl, found, decisionId, expectation));
    if (isNew) written += 1;
  }
  await system.transaction(async (tx) => {
    for (const theme of await themesAnswered(tx, organization, found.decision.proposal_id)) {
      await announce(tx, { organization, subject: { kind: 'theme', id: theme }, customer: null });
    }
  });
  return written;
}

async function answerOne(
  tx: Transaction,
  system: SystemAccess,
  publicUrl: URL,
  of: {
    readonly decision: NonNullable<Awaited<ReturnType<typeof decisionFacts>>>;
    readonly changes: AnswerDocument['changes'];
  },
  decisionId: string,
  expectationId: string,
): Promise<boolean> {
  const organization = system.organization.id;
  const { decision, changes } = of;
  const cited = await lockCited(tx, organization, expectationId);
  if (cited === undefined || cited.withdrawn_at !== null) return false;
  if (await isAnswered(tx, organization, expectationId, decisionId)) return false;
  const id = newId();
  const document: AnswerDocument = {
    format: 'coprod-answer/1',
    id,
    organization: decision.organization_name,
    words: { text: cited.words, language: cited.words_language, saidAt: cited.happened_at.toString() },
    outcome: decision.outcome,
    rule: { title: decision.rule_title, version: decision.version, language: decision.rule_language },
    decision: {
      reasons: decision.reasons,
      language: decision.organization_language,
      inWhoseName: decision.in_whose_name,
      decidedAt: decision.decided_at.toString(),
    },
    changes,
    salt: randomBytes(16).toString('hex'),
  };
  const bytes = Buffer.from(canonicalJson(document));
  const isNamed = cited.consent === 'by-name';
  const entry = await appendToLedger(tx, system, {
    kind: 'theme-answered',
    subject: { kind: 'answer', id },
    // The ledger is read by the whole organization side: words without a name have no customer there either.
    customer: isNamed ? cited.customer_id : null,
    body: { outcome: decision.outcome, rule: decision.rule_title, version: decision.version },
    attachments: [describeFile('answer.json', bytes)],
  });
  const link = newAnswerLink(organization);
  const mails = await mailsFor(tx, organization, cited);
  await insertAnswer(tx, organization, {
    id,
    expectation: expectationId,
    proposal: decision.proposal_id,
    decision: decisionId,
    customer: cited.customer_id,
    language: cited.words_language,
    ruleTitle: decision.rule_title,
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
    entry,
    tokenHash: link.hash,
    mailed: mails.length > 0,
    at: system.now(),
  });
  for (const recipient of mails) {
    await writeMail(tx, system, {
      recipient,
      customer: cited.customer_id,
      ...answerMail(document, cited.words_language, new URL(`/answer/${link.token}`, publicUrl)),
      about: { kind: 'answer', id },
    });
  }
  await announce(tx, { organization, subject: { kind: 'answer', id }, customer: cited.customer_id });
  await announce(tx, {
    organization,
    subject: { kind: 'expectation', id: expectationId },
    customer: cited.customer_id,
  });
  return true;
}
