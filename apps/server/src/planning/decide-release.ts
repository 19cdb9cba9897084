import type { CallOff, Release } from '@coprod/edi';

/** What becomes of a release: only `applied` counts, the others are kept with their state as the reason. */
export type ReleaseOutcome = 'applied' | 'late' | 'kept' | 'cancellation' | 'without-base' | 'repeated';

/** What a release says of itself, as far as it decides what becomes of it. */
export type ReleaseOnArrival = {
  readonly kind: (Release | CallOff)['kind'];
  readonly cancels: boolean;
  readonly netChange: boolean;
  /** Place in the order of documents, as text that sorts. */
  readonly order: string;
  /** Number of the document that it changes, where it names one. */
  readonly changes: string | null;
};

/** What is known of the lines that it speaks of. */
export type ReleasesBefore = {
  /** The release that counts now for any of them. */
  readonly newest: { readonly order: string; readonly document: string } | undefined;
  /** Whether one with the same place and the same content has been taken already, under whatever control reference. */
  readonly repeated: boolean;
  /** Whether each of the lines is known. */
  readonly linesKnown: boolean;
};

/**
 * Decides by the documents alone, whatever the order of their arrival: a later document replaces an earlier one, the same document
 * again changes nothing, and a net change waits for the document that it changes.
 */
export function decideRelease(release: ReleaseOnArrival, before: ReleasesBefore): ReleaseOutcome {
  if (before.repeated) return 'repeated';
  if (release.kind === 'call-off') return 'kept';
  if (release.cancels) return 'cancellation';
  if (before.newest !== undefined && release.order < before.newest.order) return 'late';
  if (!release.netChange) return 'applied';
  if (!before.linesKnown) return 'without-base';
  return release.changes === null || release.changes === before.newest?.document ? 'applied' : 'without-base';
}
