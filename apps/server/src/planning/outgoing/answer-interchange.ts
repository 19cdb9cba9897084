import {
  type Acknowledgement,
  type Interchange,
  acknowledge,
  readInterchanges,
  write997,
  write999,
  writeAperak,
  writeContrl,
  writeTa1,
} from '@coprod/edi';
import type { Actor } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import type { ReleaseOutcome } from '../decide-release.ts';
import { findReadingPartner } from '../partner/partner-store.ts';
import { type Addressee, type OutgoingKind, findAddressee, isAnswered } from './outgoing-store.ts';
import { putOutgoing } from './put-outgoing.ts';

type Arrived = { readonly interchange: string; readonly bytes: Uint8Array; readonly test: boolean };

/**
 * Answers an interchange that was kept as it deserves and as its partner's page says: CONTRL, 997 or 999 and TA1 for its syntax. Called
 * in the transaction of what it acknowledges; once, however often.
 */
export async function answerArrived(tx: Transaction, actor: Actor, partner: string, arrived: Arrived): Promise<void> {
  const to = await findAddressee(tx, actor.organization.id, partner);
  if (to === undefined || (to.answer_syntax === 'never' && to.answer_envelope === 'never')) return;
  const reading = await findReadingPartner(tx, actor.organization.id, partner);
  const [read] = readInterchanges(arrived.bytes, { profile: reading!.profile.of() }).interchanges;
  if (read === undefined || isAnswerItself(read)) return;
  for (const answer of syntaxAnswers(read, to, arrived.bytes)) {
    const answers = { interchange: arrived.interchange, message: -1 };
    if (await isAnswered(tx, actor.organization.id, { answers: arrived.interchange, kind: answer.kind, message: -1 }))
      continue;
    await putOutgoing(tx, actor, to, { ...answer, answers, test: arrived.test, turned: turned(read) });
  }
}

/** What became of a document, for the answer that says so. */
export type DocumentOutcome = {
  readonly message: number;
  readonly document: string;
  readonly outcome: ReleaseOutcome;
};

/** Says of each document of an applied interchange whether it was taken in (APERAK), as the partner's page says; EDIFACT only. */
export async function answerDocuments(
  tx: Transaction,
  actor: Actor,
  partner: string,
  arrived: Arrived & { readonly documents: readonly DocumentOutcome[] },
): Promise<void> {
  const to = await findAddressee(tx, actor.organization.id, partner);
  if (to === undefined || to.answer_application === 'never') return;
  const [read] = readInterchanges(arrived.bytes, { depth: 'syntax' }).interchanges;
  if (read?.family !== 'edifact') return;
  for (const { message, document, outcome } of arrived.documents) {
    const refused = outcome === 'late' || outcome === 'without-base';
    if (to.answer_application === 'refusals' && !refused) continue;
    const answers = { interchange: arrived.interchange, message };
    if (await isAnswered(tx, actor.organization.id, { answers: arrived.interchange, kind: 'APERAK', message }))
      continue;
    const ack: Acknowledgement = {
      kind: 'acknowledgement',
      level: 'application',
      interchange: null,
      group: null,
      document,
      verdict: refused ? 'rejected' : 'accepted',
      code: refused ? '27' : '29',
      messages: [],
      errors: [],
      remarks: outcome === 'applied' ? [] : [said[to.language][outcome]],
      rest: [],
    };
    await putOutgoing(tx, actor, to, {
      kind: 'APERAK',
      answers,
      test: false,
      turned: turned(read),
      write: (out) => writeAperak(ack, out.controlReference, out),
    });
  }
}

const said: Readonly<Record<'en' | 'fr', Readonly<Record<Exclude<ReleaseOutcome, 'applied'>, string>>>> = {
  en: {
    late: 'A LATER DOCUMENT COUNTS ALREADY',
    kept: 'TAKEN IN AS A CALL-OFF',
    cancellation: 'CANCELLATION RECEIVED, A PLANNER ANSWERS',
    'without-base': 'CHANGES A DOCUMENT THAT HAS NOT COME',
    repeated: 'THE SAME DOCUMENT WAS TAKEN IN BEFORE',
  },
  fr: {
    late: 'UN DOCUMENT PLUS RECENT S APPLIQUE DEJA',
    kept: 'PRIS EN COMPTE COMME APPEL DE LIVRAISON',
    cancellation: 'ANNULATION RECUE, UN PLANIFICATEUR REPOND',
    'without-base': 'MODIFIE UN DOCUMENT QUI N EST PAS ARRIVE',
    repeated: 'LE MEME DOCUMENT A DEJA ETE PRIS EN COMPTE',
  },
};

type Answer = Pick<Parameters<typeof putOutgoing>[3], 'kind' | 'write'> & { readonly kind: OutgoingKind };

/** Which answers on its syntax an interchange gets. */
function syntaxAnswers(read: Interchange, to: Addressee, bytes: Uint8Array): readonly Answer[] {
  const ack = acknowledge(read);
  const refused = ack.verdict !== 'accepted';
  const wanted = (when: Addressee['answer_syntax']): boolean => when === 'always' || (when === 'refusals' && refused);
  if (read.family === 'edifact')
    return wanted(to.answer_syntax) ? [{ kind: 'CONTRL', write: (out) => writeContrl(ack, out) }] : [];
  if (read.family !== 'x12') return [];
  const of = isaMoment(bytes);
  const answers: Answer[] = [];
  if (wanted(to.answer_envelope)) answers.push({ kind: 'TA1', write: (out) => writeTa1(ack, of, out) });
  if (wanted(to.answer_syntax) && read.messages.length > 0)
    answers.push(
      to.x12_answer === '999'
        ? { kind: '999', write: (out) => write999(ack, out) }
        : { kind: '997', write: (out) => write997(ack, out) },
    );
  return answers;
}

/** Nobody answers an answer, or two machines would never fall silent. */
export const isAnswerItself = ({ messages }: Interchange): boolean =>
  messages.every(({ value, type }) => value?.kind === 'acknowledgement' || answerTypes.has(type));
const answerTypes = new Set(['CONTRL', 'APERAK', '997', '999', '824', 'TA1']);

const turned = ({ recipient }: Interchange) => ({
  own: { id: recipient.id, qualifier: recipient.qualifier ?? '' },
});

/** ISA09 and ISA10 stand at fixed places. */
function isaMoment(bytes: Uint8Array): { readonly date: string; readonly time: string } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString('latin1');
  const start = head.indexOf('ISA');
  return { date: head.slice(start + 70, start + 76), time: head.slice(start + 77, start + 81) };
}
