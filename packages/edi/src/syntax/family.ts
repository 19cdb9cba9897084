import type { Finding } from '../findings/finding.ts';
import type { Reporter, Severities } from '../findings/reporter.ts';
import type { Envelope } from '../interchange.ts';
import type { Limits } from '../limits.ts';
import type { Segments } from './segments.ts';
import type { Source } from './source.ts';

/** A whole message as positions: segments `from` to `to`, header and trailer included, valid during the call only. */
export interface MessageSource {
  readonly source: Source;
  readonly segments: Segments;
  readonly from: number;
  readonly to: number;
  /** Where findings about this message go; those of the envelope are already there. */
  readonly reporter: Reporter;
  readonly envelope: Envelope;
  readonly group: string | null;
  /** Version of the group or interchange that the message stands in (GS08); '' where messages bear their own. */
  readonly version: string;
  /** Byte of the announced decimal mark. */
  readonly decimalMark: number;
  /** False when only the envelope could be kept (a message beyond the limits). */
  readonly readable: boolean;
  /** Segments in the message, kept or not. */
  readonly count: number;
}

/** Who gets what the syntax layer finds. */
export interface Handler {
  opened(envelope: Envelope): void;
  message(message: MessageSource): void;
  closed(end: InterchangeEnd): void;
}

export interface InterchangeEnd {
  readonly findings: readonly Finding[];
  readonly ok: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Settings {
  readonly limits: Limits;
  readonly severities: Severities;
}

/** Reads one interchange out of the window. */
export interface FamilyReader {
  /** Line reached so far. */
  readonly line: number;
  /** The window has moved its bytes down. */
  moved(shift: number): void;
  /** Goes on as far as the bytes reach; true when the interchange has ended. */
  advance(): boolean;
}
