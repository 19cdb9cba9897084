import type { Finding, Place } from './findings/finding.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { When } from './when/when.ts';

export type Family = 'edifact' | 'x12' | 'vda';

/** Who sends or receives an interchange, as its header says. */
export interface PartnerId {
  readonly id: string;
  /** Kind of identification: EDIFACT 0007, X12 I05; null for VDA. */
  readonly qualifier: string | null;
  /** Internal routing (EDIFACT 0008, 0014), where given. */
  readonly routing: string | null;
}

/** The header of an interchange. */
export interface Envelope {
  readonly family: Family;
  /** `UNOC:3`, `00401`, VDA version. */
  readonly syntax: string;
  readonly sender: PartnerId;
  readonly recipient: PartnerId;
  /** UNB 0020, ISA13, new transmission number of a VDA head record. Text: leading zeros count. */
  readonly controlReference: string;
  readonly preparedAt: When | null;
  /** Application reference (UNB 0026) or null. */
  readonly application: string | null;
  readonly test: boolean;
  readonly acknowledgementRequested: boolean;
  readonly place: Place;
}

/** One message (transaction set) of an interchange. */
export interface Message {
  /** `DELFOR`, `830`, `4905`. */
  readonly type: string;
  /** `D.96A`, `004010`, `02`: directory or version as labelled. */
  readonly directory: string;
  /** Association code of UNH S009, GS08 suffix, or null. */
  readonly usage: string | null;
  readonly reference: string;
  /** Reference of the functional group, where there is one. */
  readonly group: string | null;
  readonly place: Place;
  readonly segments: number;
  /** What it says; null when its type is not read here, or it could not be. */
  readonly value: Meaning | null;
  readonly findings: readonly Finding[];
  /** No finding of it is an error. Apply a message only when this and the interchange's `ok` hold. */
  readonly ok: boolean;
}

export interface Interchange extends Envelope {
  readonly messages: readonly Message[];
  /** Findings about the envelope; those about a message stand in the message. */
  readonly findings: readonly Finding[];
  /** The envelope is whole: counts and references agree and nothing is cut off. */
  readonly ok: boolean;
  /** Bytes from `from` up to `to` of the file are this interchange. */
  readonly from: number;
  readonly to: number;
}
