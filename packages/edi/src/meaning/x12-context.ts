import { tagOf } from '../syntax/segments.ts';
import { edifactDate } from '../when/edifact-dates.ts';
import { dayOf, instant, type When } from '../when/when.ts';
import { MessageContext, type Draft } from './message-context.ts';
import type { Contact, ItemId, Party, Reference } from './parts.ts';
import type { Document } from './release.ts';

/** Tags by which the X12 messages are read. */
export const X12 = {
  AK1: tagOf('AK1'),
  AK2: tagOf('AK2'),
  AK3: tagOf('AK3'),
  AK4: tagOf('AK4'),
  AK5: tagOf('AK5'),
  AK9: tagOf('AK9'),
  ATH: tagOf('ATH'),
  BFR: tagOf('BFR'),
  BGN: tagOf('BGN'),
  BRA: tagOf('BRA'),
  BSN: tagOf('BSN'),
  BSS: tagOf('BSS'),
  CLD: tagOf('CLD'),
  CTT: tagOf('CTT'),
  DTM: tagOf('DTM'),
  FST: tagOf('FST'),
  HL: tagOf('HL'),
  IK3: tagOf('IK3'),
  IK4: tagOf('IK4'),
  IK5: tagOf('IK5'),
  J2X: tagOf('J2X'),
  JIT: tagOf('JIT'),
  LIN: tagOf('LIN'),
  MAN: tagOf('MAN'),
  MEA: tagOf('MEA'),
  N1: tagOf('N1'),
  N2: tagOf('N2'),
  N3: tagOf('N3'),
  N4: tagOf('N4'),
  NTE: tagOf('NTE'),
  OTI: tagOf('OTI'),
  PER: tagOf('PER'),
  PID: tagOf('PID'),
  PKG: tagOf('PKG'),
  PO4: tagOf('PO4'),
  PRF: tagOf('PRF'),
  QTY: tagOf('QTY'),
  RCD: tagOf('RCD'),
  REF: tagOf('REF'),
  SDP: tagOf('SDP'),
  SDQ: tagOf('SDQ'),
  SHP: tagOf('SHP'),
  SN1: tagOf('SN1'),
  TA1: tagOf('TA1'),
  TD1: tagOf('TD1'),
  TD3: tagOf('TD3'),
  TD5: tagOf('TD5'),
  TED: tagOf('TED'),
  UIT: tagOf('UIT'),
  UNT: tagOf('UNT'),
} as const;

/** Element 353: purpose of a transaction set. */
export const PURPOSES: Readonly<Record<string, Document['function']>> = {
  '00': 'original',
  '01': 'cancel',
  '03': 'cancel',
  '04': 'change',
  '05': 'replace',
  '07': 'duplicate',
};

/** Reads the segments that the X12 messages share. */
export class X12Context extends MessageContext {
  /**
   * The date in an element: CCYYMMDD, or YYMMDD before version 4010; null, with a finding when it is
   * wrong: an error where `strict`, because a schedule hangs on it.
   */
  day(e: number, strict = false): When | null {
    const { s } = this;
    const n = s.integer(e, 1, 8);
    if (n >= 0) {
      const when = dayOf(n);
      if (when) return when;
    }
    const text = s.text(e);
    if (text === '') return null;
    const read = edifactDate(text, text.length === 6 ? '101' : '102');
    if ('when' in read) return read.when;
    if (/^([09])\1+$/.test(text)) this.report('date-special', e, null, text);
    else this.report(strict ? 'date-wrong' : 'date-ignored', e, null, text, 'CCYYMMDD');
    return null;
  }

  /** The date in one element with the time in another: HHMM or HHMMSS. */
  moment(dateAt: number, timeAt: number): When | null {
    const on = this.day(dateAt);
    const time = this.s.text(timeAt);
    if (on === null || time === '') return on;
    return timeOf(on, time) ?? on;
  }

  /** The loaded N1; N2, N3 and N4 add to it. */
  party(): Draft<Party> {
    const { s } = this;
    const role = this.profile.codes.x12Parties.get(s.code(1)) ?? 'other';
    return {
      role,
      code: s.text(1),
      id: s.value(4),
      agency: s.value(3),
      name: s.value(2),
      address: [],
      contacts: [],
      references: [],
    };
  }

  /** The loaded N2, N3 or N4, into the party before it. */
  address(party: Draft<Party> | null): void {
    const { s } = this;
    if (!party) return this.keep();
    for (let e = 1; e <= s.elements; e++) if (s.size(e) > 0) party.address.push(s.text(e));
  }

  /** The loaded PER. */
  contact(): Contact {
    const { s } = this;
    const addresses: { channel: string; address: string }[] = [];
    for (const e of [3, 5, 7]) if (s.size(e + 1) > 0) addresses.push({ channel: s.text(e), address: s.text(e + 1) });
    return { code: s.text(1), name: s.value(2), addresses };
  }

  /** The loaded REF: REF02, or REF03 where only a description is given. */
  reference(): Draft<Reference> {
    const { s } = this;
    return { code: s.text(1), number: s.text(2) || s.text(3), line: null, date: null };
  }

  /** Pairs of qualifier and number in the loaded LIN; orders and releases stand among them. */
  itemIds(): {
    readonly ids: ItemId[];
    readonly order: string | null;
    readonly orderLine: string | null;
    readonly release: string | null;
  } {
    const { s } = this;
    const ids: ItemId[] = [];
    let order: string | null = null;
    let orderLine: string | null = null;
    let release: string | null = null;
    for (let e = 2; e < s.elements; e += 2) {
      const value = s.text(e + 1);
      if (value === '') continue;
      const tag = s.text(e);
      if (tag === 'PO') order = value;
      else if (tag === 'PL') orderLine = value;
      else if (tag === 'RN') release = value;
      ids.push({ tag, value, role: this.profile.codes.x12ItemIds.get(s.code(e)) ?? 'other' });
    }
    return { ids, order, orderLine, release };
  }
}

/** A time of the day (HHMM, HHMMSS and finer) on a day; null when it is none. */
export function timeOf(on: When, time: string): When | null {
  if (!/^\d{4}(\d{2})?(\d{2})?$/.test(time)) return null;
  return instant(on, +time.slice(0, 2), +time.slice(2, 4), +(time.slice(4, 6) || 0));
}
