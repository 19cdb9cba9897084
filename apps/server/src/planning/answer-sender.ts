import type { Finding } from '@coprod/edi';
import type { Language } from '../platform/language.ts';
import { problemOf } from '../platform/problem.ts';
import { type Refused, type Result, ok, refuse } from '../platform/result.ts';
import type { KnownInterchange } from './interchange-store.ts';
import type { ReceivedFile } from './receive-file.ts';

/** What became of one interchange of a file: taken in for a customer, or refused with a sentence and kept. */
type TakenIn = { readonly interchange: string; readonly customer: string; readonly controlReference: string };

/**
 * What the sender of a file is told. A file of one interchange is answered by what became of it; of several, the answer lists them
 * all, and is a refusal if one of them was refused.
 * @refuses unknown-sender (kept until somebody chooses the customer), unreadable-interchange (with segment and position),
 *   no-interchange, changed-under-same-reference (both are in quarantine), way-of-another, not-his-way, not-by-hand, group-sender (in
 *   quarantine until somebody vouches for it), part-of-file-refused
 */
export function answerSender(
  { file, receivedAt, interchanges }: ReceivedFile,
  language: Language,
): Result<{
  readonly file: string;
  readonly receivedAt: Temporal.Instant;
  readonly interchanges: readonly TakenIn[];
}> {
  const outcomes = interchanges.map((interchange) => ({ interchange, refused: refusalOf(interchange, language) }));
  const refused = outcomes.flatMap((outcome) => (outcome.refused === null ? [] : [outcome.refused]));
  if (refused.length === 0) return ok({ file, receivedAt, interchanges: interchanges.map(takenIn) });
  if (interchanges.length === 1) return refused[0]!;
  return refuse(
    'part-of-file-refused',
    { count: interchanges.length, refused: refused.length },
    {
      file,
      interchange: outcomes.find((outcome) => outcome.refused !== null)!.interchange.interchange_id,
      interchanges: outcomes.map(({ interchange, refused: why }) => {
        if (why === null) return takenIn(interchange);
        const { code, title, whatToDo } = problemOf(why, language);
        return { interchange: interchange.interchange_id, refused: { code, title, whatToDo } };
      }),
    },
  );
}

/** Why a file, or part of it, was refused: one line for the file and one for each interchange of several; null where nothing was. */
export function whyRefused(received: ReceivedFile, language: Language): string | null {
  const answer = answerSender(received, language);
  if (answer.ok) return null;
  const said = (refused: Refused): string => {
    const { title, whatToDo } = problemOf(refused, language);
    return `${title} ${whatToDo}`;
  };
  const each = received.interchanges.flatMap((interchange, index) => {
    const refused = refusalOf(interchange, language);
    return refused === null ? [] : [`${index + 1}: ${said(refused)}`];
  });
  return [said(answer), ...(received.interchanges.length === 1 ? [] : each), ''].join('\n');
}

const takenIn = (known: KnownInterchange): TakenIn => ({
  interchange: known.interchange_id,
  customer: known.customer ?? '',
  controlReference: known.control_reference ?? '',
});

function refusalOf(known: KnownInterchange, language: Language): Refused | null {
  const extra = { interchange: known.interchange_id };
  switch (known.state) {
    case 'unreadable':
      return unreadable(known.finding as Finding, language, extra);
    case 'unknown-sender':
      return refuse('unknown-sender', { sender: known.sender ?? '' }, extra);
    case 'quarantined':
    case 'set-aside':
      if (known.reason !== null && known.reason !== 'changed')
        return refuse(known.reason, { sender: known.sender ?? '' }, extra);
      return refuse(
        'changed-under-same-reference',
        { reference: known.control_reference ?? '' },
        { ...extra, earlier: known.conflicts_with },
      );
    case 'received':
    case 'applied':
    case 'test':
      return null;
  }
}

function unreadable({ code, place, text }: Finding, language: Language, extra: { readonly interchange: string }) {
  const why = text[language];
  // A table has rows and columns, no segments and no tags.
  if (place.segment !== null && place.tag === null && place.byte === 0)
    return refuse(
      'unreadable-row',
      { row: place.segment, column: columnName(place.element), why },
      { ...extra, finding: code },
    );
  if (place.segment === null) return refuse('no-interchange', { why }, { ...extra, finding: code });
  const where = { segment: place.segment, tag: place.tag ?? '?', byte: place.byte };
  return refuse('unreadable-interchange', { ...where, why }, { ...extra, finding: code });
}

/** As spreadsheets name it: A for 1, AA for 27; a dash where a finding is about the whole row. */
function columnName(column: number | null): string {
  let name = '';
  for (let n = column ?? 0; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name || '–';
}
