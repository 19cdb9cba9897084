import type { FindingCode } from './findings/catalog.ts';
import type { Finding } from './findings/finding.ts';
import type { Interchange, Message } from './interchange.ts';
import type { AcknowledgedError, AcknowledgedMessage, Acknowledgement } from './meaning/acknowledgement.ts';

/** CONTRL 0085: syntax error codes for what can be found. 18 (unspecified) for the others. */
const CONTRL: Readonly<Partial<Record<FindingCode, string>>> = {
  'segment-count-wrong': '29',
  'interchange-count-wrong': '29',
  'group-count-wrong': '29',
  'control-reference-differs': '28',
  'group-reference-differs': '28',
  'message-reference-differs': '28',
  'message-trailer-missing': '13',
  'trailer-missing': '13',
  'header-incomplete': '13',
  'segment-missing': '13',
  'element-missing': '13',
  'segment-unexpected': '15',
  'segment-unknown': '15',
  'segment-too-often': '35',
  'element-too-long': '39',
  'element-too-short': '40',
  'element-unexpected': '16',
  'component-unexpected': '16',
  'not-numeric': '37',
  'code-unknown': '12',
  'date-wrong': '12',
  'quantity-wrong': '12',
  'quantity-ambiguous': '19',
  'quantity-missing': '13',
  'message-too-long': '35',
  'message-too-large': '39',
  'segment-too-long': '39',
};

/** Elements 720 and 723: errors at a segment, and at an element. */
const X12_SEGMENT: Readonly<Partial<Record<FindingCode, string>>> = {
  'segment-unknown': '1',
  'segment-unexpected': '2',
  'segment-missing': '3',
  'segment-too-often': '5',
};
const X12_ELEMENT: Readonly<Partial<Record<FindingCode, string>>> = {
  'element-missing': '1',
  'quantity-missing': '1',
  'element-unexpected': '3',
  'component-unexpected': '3',
  'element-too-short': '4',
  'element-too-long': '5',
  'quantity-wrong': '6',
  'quantity-ambiguous': '6',
  'not-numeric': '6',
  'code-unknown': '7',
  'date-wrong': '8',
};
/** Elements 718 (transaction set), and TA105 notes for the interchange. */
const X12_SET: Readonly<Partial<Record<FindingCode, string>>> = {
  'message-trailer-missing': '2',
  'message-reference-differs': '3',
  'segment-count-wrong': '4',
};
const X12_GROUP: Readonly<Partial<Record<FindingCode, string>>> = {
  'group-trailer-missing': '3',
  'group-reference-differs': '4',
  'group-count-wrong': '5',
};
const X12_INTERCHANGE: Readonly<Partial<Record<FindingCode, string>>> = {
  'control-reference-differs': '001',
  'interchange-count-wrong': '021',
  'trailer-missing': '023',
  truncated: '023',
  'segment-too-long': '024',
};

/**
 * The answer that an interchange deserves by what was found in it: only errors count. Write it with `writeContrl`,
 * `write997`, `write999`; the envelope of an X12 interchange is answered with `writeTa1`.
 */
export function acknowledge(interchange: Interchange): Acknowledgement {
  const x12 = interchange.family === 'x12';
  const errors = interchange.findings.filter((f) => f.severity === 'error').map((f) => envelopeError(f, x12));
  const messages = interchange.messages.map((message) => acknowledged(message, interchange.ok, x12));
  const rejected = messages.filter((m) => m.verdict === 'rejected').length;
  const verdict =
    !interchange.ok || (rejected > 0 && rejected === messages.length)
      ? 'rejected'
      : rejected > 0
        ? 'partly-accepted'
        : 'accepted';
  const group = interchange.messages.find((m) => m.group !== null)?.group ?? null;
  return {
    kind: 'acknowledgement',
    level: 'syntax',
    interchange: {
      reference: interchange.controlReference,
      sender: interchange.sender.id,
      recipient: interchange.recipient.id,
    },
    group: group === null ? null : { reference: group, code: '' },
    document: null,
    verdict,
    code: verdict === 'rejected' ? (x12 ? 'R' : '4') : x12 ? (rejected > 0 ? 'P' : 'A') : '7',
    messages,
    errors,
    remarks: [],
    rest: [],
  };
}

function acknowledged(message: Message, envelopeOk: boolean, x12: boolean): AcknowledgedMessage {
  const ok = message.ok && envelopeOk;
  const errors = message.findings.filter((f) => f.severity === 'error').map((f) => messageError(f, x12));
  return {
    type: message.type,
    directory: message.directory || null,
    reference: message.reference,
    verdict: ok ? 'accepted' : 'rejected',
    code: ok ? (x12 ? 'A' : '7') : x12 ? 'R' : '4',
    errors,
  };
}

function envelopeError({ code, place, found }: Finding, x12: boolean): AcknowledgedError {
  const known = x12 ? (X12_INTERCHANGE[code] ?? X12_GROUP[code] ?? '022') : (CONTRL[code] ?? '18');
  return { code: known, segment: null, tag: place.tag, element: place.element, component: place.component, found };
}

function messageError({ code, place, found }: Finding, x12: boolean): AcknowledgedError {
  const where = { segment: place.segmentInMessage, tag: place.tag, element: place.element, component: place.component };
  if (!x12) return { code: CONTRL[code] ?? '18', ...where, found };
  const set = X12_SET[code];
  if (set !== undefined) return { code: set, segment: null, tag: null, element: null, component: null, found };
  return { code: (place.element === null ? X12_SEGMENT[code] : X12_ELEMENT[code]) ?? '8', ...where, found };
}
