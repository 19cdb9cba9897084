/** By which way a file came in, and whose way that is where it is somebody's. */
export type Way =
  | { readonly kind: 'person' }
  | { readonly kind: 'key'; readonly partner: string | null }
  | { readonly kind: 'folder'; readonly partner: string | null };

/** What is agreed with the partner who signs an interchange. */
export type KnownPartner = {
  readonly id: string;
  readonly customer: string;
  readonly test: boolean;
  readonly byHand: boolean;
  /** He has a key or a folder of his own: his machine comes by no other. */
  readonly ownWay: boolean;
  /** Senders of groups (GS02) that may stand in his interchanges; any where none is named. */
  readonly groups: readonly string[];
};

/** An interchange on its way in. */
export type Arrival = {
  /** All of it could be read, by its sender's profile. */
  readonly readable: boolean;
  /** It says of itself that it is a test (UNB 0035, ISA15). */
  readonly test: boolean;
  readonly groups: readonly string[];
  readonly partner: KnownPartner | null;
  readonly way: Way;
};

export type QuarantineReason = 'changed' | 'way-of-another' | 'not-his-way' | 'not-by-hand' | 'group-sender';
export type InterchangeState =
  | 'unknown-sender'
  | 'unreadable'
  | 'quarantined'
  | 'received'
  | 'applied'
  | 'set-aside'
  | 'test';

/** What is known of earlier ones, for ever: no window of time closes. */
export type KnownBefore = {
  /** The one with the very same bytes. */
  readonly sameBytes: { readonly state: InterchangeState; readonly reason: QuarantineReason | null } | null;
  /** Whether one of the same sender counts under the same control reference. */
  readonly sameReference: boolean;
};

export type Decision =
  /** The same bytes again: the first answer, and no further effect. */
  | { readonly kind: 'again' }
  /** The same bytes again; the way by which they came first did not fit, or they were a test, and now they count. */
  | { readonly kind: 'counts-now' }
  | {
      readonly kind: 'new';
      readonly state: 'unknown-sender' | 'unreadable' | 'quarantined' | 'received' | 'test';
      readonly reason: QuarantineReason | null;
    };

/**
 * What to do with an interchange, given what came before it: the one place where this is decided. It is taken in when it can be read,
 * its sender is known, and the way by which it came is his; a test is kept and shown; other content under a control reference that
 * counts already goes to quarantine.
 */
export function decideInterchange(arrival: Arrival, before: KnownBefore): Decision {
  const fresh = asNew(arrival, before);
  if (before.sameBytes === null) return fresh;
  const { state, reason } = before.sameBytes;
  const heldBack = state === 'test' || (state === 'quarantined' && reason !== 'changed');
  return heldBack && fresh.state === 'received' ? { kind: 'counts-now' } : { kind: 'again' };
}

function asNew(
  { readable, test, groups, partner, way }: Arrival,
  { sameReference }: KnownBefore,
): Extract<Decision, { kind: 'new' }> {
  if (!readable) return { kind: 'new', state: 'unreadable', reason: null };
  if (partner === null) return { kind: 'new', state: 'unknown-sender', reason: null };
  const quarantined = (reason: QuarantineReason) => ({ kind: 'new', state: 'quarantined', reason }) as const;
  const misfit = wayMisfits(way, partner);
  if (misfit !== null) return quarantined(misfit);
  if (partner.groups.length > 0 && groups.some((group) => !partner.groups.includes(group)))
    return quarantined('group-sender');
  if (test || partner.test) return { kind: 'new', state: 'test', reason: null };
  if (sameReference) return quarantined('changed');
  return { kind: 'new', state: 'received', reason: null };
}

/** Who he says he is must fit the way: nobody comes by another's, and whose machine has a way of its own comes by no common one. */
function wayMisfits(way: Way, partner: KnownPartner): QuarantineReason | null {
  if (way.kind === 'person') return partner.byHand ? null : 'not-by-hand';
  if (way.partner !== null) return way.partner === partner.id ? null : 'way-of-another';
  return partner.ownWay ? 'not-his-way' : null;
}
