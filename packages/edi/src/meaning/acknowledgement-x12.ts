import type { AcknowledgedError, AcknowledgedMessage, Acknowledgement, Verdict } from './acknowledgement.ts';
import type { Draft } from './message-context.ts';
import { X12, type X12Context } from './x12-context.ts';

/** AK5-01, AK9-01 (elements 717, 715) and TA1-04. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  A: 'accepted',
  E: 'accepted-with-errors',
  P: 'partly-accepted',
  R: 'rejected',
  M: 'rejected', // authentication failed
  W: 'rejected', // assurance failed
  X: 'rejected', // could not be decrypted
};

/** 824 OTI01, element 110. */
const APPLICATION: Readonly<Record<string, Verdict>> = {
  TA: 'accepted',
  TE: 'accepted-with-errors',
  TR: 'rejected',
  TP: 'partly-accepted',
  IA: 'accepted',
  IE: 'accepted-with-errors',
  IR: 'rejected',
  BA: 'accepted',
  BE: 'accepted-with-errors',
  BR: 'rejected',
  GA: 'accepted',
  GR: 'rejected',
};

const noPlace = { segment: null, tag: null, element: null, component: null, found: null } as const;

/** Reads a 997, or a 999, which says the same with IK segments. */
export function read997(c: X12Context): Acknowledgement {
  let group: Acknowledgement['group'] = null;
  let code = '';
  const messages: Draft<AcknowledgedMessage>[] = [];
  const errors: AcknowledgedError[] = [];
  let message: Draft<AcknowledgedMessage> | null = null;
  let place: Pick<AcknowledgedError, 'segment' | 'tag'> = { segment: null, tag: null };
  c.walk((tag) => {
    const { s } = c;
    if (tag === X12.AK1) group = { code: s.text(1), reference: s.text(2) };
    else if (tag === X12.AK2) {
      message = {
        type: s.text(1),
        directory: s.value(3),
        reference: s.text(2),
        verdict: 'unknown',
        code: '',
        errors: [],
      };
      messages.push(message);
    } else if ((tag === X12.AK3 || tag === X12.IK3) && message) {
      place = { tag: s.value(1), segment: Number(s.text(2)) || null };
      if (s.size(4) > 0) message.errors.push({ ...noPlace, ...place, code: s.text(4) });
    } else if ((tag === X12.AK4 || tag === X12.IK4) && message) {
      const [element, component] = [Number(s.text(1, 1)) || null, Number(s.text(1, 2)) || null];
      message.errors.push({ ...place, element, component, code: s.text(3), found: s.value(4) });
    } else if ((tag === X12.AK5 || tag === X12.IK5) && message) {
      message.code = s.text(1);
      message.verdict = VERDICTS[message.code] ?? 'unknown';
      for (let e = 2; e <= s.elements; e++) if (s.size(e) > 0) message.errors.push({ ...noPlace, code: s.text(e) });
      message = null;
      place = { segment: null, tag: null };
    } else if (tag === X12.AK9) {
      code = s.text(1);
      for (let e = 5; e <= s.elements; e++) if (s.size(e) > 0) errors.push({ ...noPlace, code: s.text(e) });
    } else c.keep();
  });
  const verdict = VERDICTS[code] ?? 'unknown';
  return {
    kind: 'acknowledgement',
    level: 'syntax',
    interchange: null,
    group,
    document: null,
    verdict,
    code,
    messages,
    errors,
    remarks: [],
    rest: c.rest,
  };
}

/** Reads a TA1: what became of the envelope of an interchange. */
export function readTa1(c: X12Context): Acknowledgement {
  const s = c.s.load(c.message.from);
  c.enter(c.message.from);
  const note = s.text(5);
  const code = s.text(4);
  return {
    kind: 'acknowledgement',
    level: 'syntax',
    interchange: { reference: s.text(1), sender: null, recipient: null },
    group: null,
    document: null,
    verdict: VERDICTS[code] ?? 'unknown',
    code,
    messages: [],
    errors: note === '' || note === '000' ? [] : [{ ...noPlace, code: note }],
    remarks: [],
    rest: c.rest,
  };
}

/** Reads an 824: what the other side's application said of a document of ours. */
export function read824(c: X12Context): Acknowledgement {
  let document: string | null = null;
  let code = '';
  const errors: Draft<AcknowledgedError>[] = [];
  const messages: AcknowledgedMessage[] = [];
  const remarks: string[] = [];
  c.walk((tag) => {
    const { s } = c;
    if (tag === X12.OTI) {
      document ??= s.value(3);
      code = s.text(1);
      if (s.size(9) > 0)
        messages.push({
          type: s.text(10),
          directory: null,
          reference: s.text(9),
          verdict: APPLICATION[code] ?? 'unknown',
          code,
          errors: [],
        });
    } else if (tag === X12.TED)
      errors.push({
        code: s.text(1),
        tag: s.value(3),
        segment: Number(s.text(4)) || null,
        element: Number(s.text(5)) || null,
        component: null,
        found: s.value(2) ?? s.value(7),
      });
    else if (tag === X12.NTE) {
      const last = errors.at(-1);
      if (last) last.found = [last.found, s.text(2)].filter((t) => t).join('\n');
      else remarks.push(s.text(2));
    } else c.keep();
  });
  const verdict = APPLICATION[code] ?? (errors.length > 0 ? 'rejected' : 'unknown');
  return {
    kind: 'acknowledgement',
    level: 'application',
    interchange: null,
    group: null,
    document,
    verdict,
    code,
    messages,
    errors,
    remarks,
    rest: c.rest,
  };
}
