import type { AcknowledgedMessage, Acknowledgement, Verdict } from '../meaning/acknowledgement.ts';
import { Losses, type Outgoing, type Written } from './written.ts';
import { X12Text } from './x12-text.ts';

const CODES: Readonly<Record<Verdict, string>> = {
  accepted: 'A',
  'accepted-with-errors': 'E',
  'partly-accepted': 'P',
  rejected: 'R',
  received: 'A',
  unknown: 'R',
};

/** Group codes (GS01) of the transaction sets that are answered. */
const GROUPS: Readonly<Record<string, string>> = { '830': 'PS', '862': 'SS', '856': 'SH', '861': 'RC', '824': 'AG' };

/** Writes a 997 for the group of an interchange that came in. */
export const write997 = (ack: Acknowledgement, out: Outgoing): Written => functional(ack, out, '997', '004010');

/** Writes a 999, which 5010 has in place of the 997. */
export const write999 = (ack: Acknowledgement, out: Outgoing): Written => functional(ack, out, '999', '005010');

function functional(ack: Acknowledgement, out: Outgoing, type: '997' | '999', version: string): Written {
  const text = new X12Text();
  const losses = new Losses();
  const [first] = ack.messages;
  const code = ack.group?.code || (first ? (GROUPS[first.type] ?? 'FA') : 'FA');
  text.add('AK1', code, ack.group?.reference ?? '1');
  for (const message of ack.messages) acknowledgeSet(text, message, type === '997' ? 'AK' : 'IK');
  const accepted = ack.messages.filter((m) => m.verdict === 'accepted' || m.verdict === 'accepted-with-errors').length;
  const count = String(ack.messages.length);
  const group = ack.errors.filter((e) => e.code.length === 1).map((e) => e.code);
  text.add('AK9', CODES[ack.verdict], count, count, String(accepted), ...group.slice(0, 5));
  losses.check('document', ack.document);
  losses.check('remarks', ack.remarks);
  const bytes = text.interchange(type, 'FA', version, out);
  if (text.replaced > 0) losses.paths.push('separators in text');
  return { bytes, lost: losses.paths };
}

function acknowledgeSet(text: X12Text, message: AcknowledgedMessage, prefix: 'AK' | 'IK'): void {
  text.add('AK2', message.type, message.reference);
  let open: number | null = null;
  for (const error of message.errors) {
    if (error.segment === null) continue;
    if (error.element === null || open !== error.segment)
      text.add(`${prefix}3`, error.tag, String(error.segment), null, error.element === null ? error.code : '8');
    open = error.segment;
    if (error.element === null) continue;
    const position = error.component === null ? String(error.element) : `${error.element}>${error.component}`;
    text.add(`${prefix}4`, position, null, error.code, error.found);
  }
  const whole = message.errors.filter((e) => e.segment === null).map((e) => e.code);
  text.add(`${prefix}5`, CODES[message.verdict], ...whole.slice(0, 5));
}

/** Writes a TA1 for the envelope of an interchange that came in; `of` is its date and time as ISA09 and ISA10 gave them. */
export function writeTa1(
  ack: Acknowledgement,
  of: { readonly date: string; readonly time: string },
  out: Outgoing,
): Written {
  const text = new X12Text();
  const note = ack.errors.find((e) => /^\d{3}$/.test(e.code))?.code ?? '000';
  const reference = (ack.interchange?.reference ?? '').padStart(9, '0');
  text.add('TA1', reference, of.date, of.time, note === '000' ? 'A' : 'R', note);
  return { bytes: text.bare('004010', out), lost: [] };
}
