import type { Rest } from './parts.ts';

/**
 * The other side's answer to what was sent: CONTRL, APERAK, X12 997, 999, TA1, 824. `syntax` says that it could be read,
 * `application` that it was taken in.
 */
export interface Acknowledgement {
  readonly kind: 'acknowledgement';
  readonly level: 'syntax' | 'application';
  /** What it is about; null for what the answer does not name. */
  readonly interchange: {
    readonly reference: string;
    readonly sender: string | null;
    readonly recipient: string | null;
  } | null;
  readonly group: { readonly reference: string; readonly code: string } | null;
  /** Number of the document that is answered (APERAK, 824). */
  readonly document: string | null;
  readonly verdict: Verdict;
  /** Code as sent: UCI 0083, AK9-01, TA1-04, BGM 1225. */
  readonly code: string;
  readonly messages: readonly AcknowledgedMessage[];
  /** Errors of the envelope, or of the document as a whole. */
  readonly errors: readonly AcknowledgedError[];
  readonly remarks: readonly string[];
  readonly rest: readonly Rest[];
}

/** `received` says no more than that it arrived. */
export type Verdict = 'accepted' | 'accepted-with-errors' | 'partly-accepted' | 'rejected' | 'received' | 'unknown';

export interface AcknowledgedMessage {
  readonly type: string;
  /** `D.96A`, `004010`; null where the answer does not say. */
  readonly directory: string | null;
  readonly reference: string;
  readonly verdict: Verdict;
  readonly code: string;
  readonly errors: readonly AcknowledgedError[];
}

export interface AcknowledgedError {
  /** Code as sent: CONTRL 0085, AK3-04, AK4-03, ERC 9321. */
  readonly code: string;
  /** Number of the segment in the message, its header being 1. */
  readonly segment: number | null;
  readonly tag: string | null;
  readonly element: number | null;
  readonly component: number | null;
  /** The data found wrong, or what was said about it. */
  readonly found: string | null;
}
