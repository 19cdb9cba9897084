import type { AcknowledgedError, Acknowledgement, Verdict } from '../meaning/acknowledgement.ts';
import { EdifactText, stamp } from './edifact-text.ts';
import { Losses, type Outgoing, type Written } from './written.ts';

/** CONTRL 0083. */
const ACTIONS: Readonly<Record<Verdict, string>> = {
  accepted: '7',
  'accepted-with-errors': '7',
  'partly-accepted': '7',
  rejected: '4',
  received: '8',
  unknown: '8',
};

/** Writes a CONTRL (ISO 9735-4) for an interchange that came in. */
export function writeContrl(ack: Acknowledgement, out: Outgoing): Written {
  const text = new EdifactText();
  const losses = new Losses();
  const about = ack.interchange;
  const whole = ack.errors.find((e) => e.segment === null);
  text.add(
    'UCI',
    about?.reference ?? null,
    about?.sender ?? null,
    about?.recipient ?? null,
    ACTIONS[ack.verdict],
    whole?.code ?? null,
    whole?.tag ?? null,
  );
  for (const message of ack.messages) {
    const [first, ...others] = message.errors;
    const general = first && first.segment === null ? first : null;
    text.add(
      'UCM',
      message.reference,
      [message.type, ...(message.directory === null ? [] : [...message.directory.split('.'), 'UN'])],
      ACTIONS[message.verdict],
      general?.code ?? null,
    );
    for (const error of general ? others : message.errors) segmentError(text, error);
  }
  losses.check('document', ack.document);
  losses.check('group', ack.group);
  return { bytes: text.interchange('CONTRL', 'D:3:UN', out), lost: losses.paths };
}

function segmentError(text: EdifactText, error: AcknowledgedError): void {
  if (error.segment === null) return;
  if (error.element === null) text.add('UCS', String(error.segment), error.code);
  else {
    text.add('UCS', String(error.segment));
    text.add('UCD', error.code, [String(error.element), error.component === null ? null : String(error.component)]);
  }
}

/** Writes an APERAK for a document that came in: taken, or not, and why. */
export function writeAperak(ack: Acknowledgement, number: string, out: Outgoing): Written {
  const text = new EdifactText();
  const losses = new Losses();
  const [date] = stamp(out.preparedAt);
  text.add('BGM', '305', number, ack.verdict === 'rejected' ? '27' : '29');
  text.add('DTM', ['137', date, '102']);
  for (const remark of ack.remarks) text.add('FTX', 'AAO', null, null, remark.split('\n'));
  if (ack.document !== null) text.add('RFF', ['DM', ack.document]);
  for (const error of ack.errors) {
    text.add('ERC', error.code);
    if (error.found !== null) text.add('FTX', 'AAO', null, null, error.found.split('\n'));
  }
  losses.check('messages', ack.messages);
  return { bytes: text.interchange('APERAK', 'D:96A:UN', out), lost: losses.paths };
}
