import type { AcknowledgedError, AcknowledgedMessage, Acknowledgement, Verdict } from './acknowledgement.ts';
import { TAG, type EdifactContext } from './edifact-context.ts';
import type { Draft } from './message-context.ts';
import { EdifactHeading } from './edifact-heading.ts';

/** CONTRL 0083: what became of the interchange, group or message. */
const ACTIONS: Readonly<Record<string, Verdict>> = {
  4: 'rejected',
  7: 'accepted',
  8: 'received',
};

/** BGM 1225 of an APERAK, and the document codes (1001) that say it as well. */
const RESPONSES: Readonly<Record<string, Verdict>> = {
  27: 'rejected',
  29: 'accepted',
  34: 'accepted',
  44: 'accepted',
  45: 'rejected',
};

/** Reads a CONTRL (ISO 9735-4): what the other side's syntax check said of an interchange of ours. */
export function readContrl(c: EdifactContext): Acknowledgement {
  let interchange: Acknowledgement['interchange'] = null;
  let group: Acknowledgement['group'] = null;
  let code = '';
  const messages: Draft<AcknowledgedMessage>[] = [];
  const errors: AcknowledgedError[] = [];
  let message: Draft<AcknowledgedMessage> | null = null;
  let segment: number | null = null;
  c.walk((tag) => {
    const { s } = c;
    if (tag === TAG.UCI || tag === TAG.UCF) {
      const about = { reference: s.text(1), sender: s.value(2, 1), recipient: s.value(3, 1) };
      if (tag === TAG.UCF) group = { reference: about.reference, code: s.text(4) };
      else [interchange, code] = [about, s.text(4)];
      if (s.size(5) > 0) errors.push({ ...noPlace, code: s.text(5), tag: s.value(6), ...position(c, 7) });
      message = null;
    } else if (tag === TAG.UCM) {
      message = {
        reference: s.text(1),
        type: s.text(2, 1),
        directory: s.size(2, 3) > 0 ? `${s.text(2, 2)}.${s.text(2, 3)}` : null,
        verdict: ACTIONS[s.text(3)] ?? 'unknown',
        code: s.text(3),
        errors: [],
      };
      messages.push(message);
      segment = null;
      if (s.size(4) > 0) message.errors.push({ ...noPlace, code: s.text(4), tag: s.value(5), ...position(c, 6) });
    } else if (tag === TAG.UCS && message) {
      segment = Number(s.text(1)) || null;
      if (s.size(2) > 0) message.errors.push({ ...noPlace, code: s.text(2), segment });
    } else if (tag === TAG.UCD && message)
      message.errors.push({ ...noPlace, code: s.text(1), segment, ...position(c, 2) });
    else c.keep();
  });
  return {
    kind: 'acknowledgement',
    level: 'syntax',
    interchange,
    group,
    document: null,
    verdict: verdictOf(ACTIONS[code] ?? 'unknown', messages),
    code,
    messages,
    errors,
    remarks: [],
    rest: c.rest,
  };
}

/** Reads an APERAK: what the other side's application said of a document of ours. */
export function readAperak(c: EdifactContext): Acknowledgement {
  const heading = new EdifactHeading(c);
  const errors: Draft<AcknowledgedError>[] = [];
  let error: Draft<AcknowledgedError> | null = null;
  let response = '';
  c.walk((tag) => {
    const { s } = c;
    if (tag === TAG.ERC) {
      error = { ...noPlace, code: s.text(1, 1) };
      errors.push(error);
    } else if (tag === TAG.FTX && error) error.found = [error.found, c.freeText()].filter((t) => t).join('\n');
    else {
      if (tag === TAG.BGM) response = s.text(3) || s.text(4);
      heading.segment(tag);
    }
  });
  // The document answered: the reference that is neither a message nor an interchange number, else the first one.
  const [first] = heading.references;
  const about = heading.references.find((r) => !['ACE', 'UN', 'AGO'].includes(r.code)) ?? first;
  const known = RESPONSES[response] ?? RESPONSES[heading.document.code ?? ''];
  return {
    kind: 'acknowledgement',
    level: 'application',
    interchange: null,
    group: null,
    document: about?.number ?? null,
    verdict: known ?? (errors.length > 0 ? 'rejected' : 'unknown'),
    code: response,
    messages: [],
    errors,
    remarks: heading.remarks,
    rest: c.rest,
  };
}

const noPlace = { segment: null, tag: null, element: null, component: null, found: null } as const;

/** S011: number of the element in error and of the component in it. */
const position = (c: EdifactContext, e: number): { element: number | null; component: number | null } => ({
  element: Number(c.s.text(e, 1)) || null,
  component: Number(c.s.text(e, 2)) || null,
});

/** Accepted as a whole, but with messages rejected, is accepted in part. */
const verdictOf = (whole: Verdict, messages: readonly AcknowledgedMessage[]): Verdict =>
  (whole === 'accepted' || whole === 'received') && messages.some((m) => m.verdict === 'rejected')
    ? 'partly-accepted'
    : whole;
