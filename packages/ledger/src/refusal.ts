/**
 * Why something is not proven. `code` is for programs and translations, `where` names the field, entry or byte, `why` is one
 * English sentence for whoever looks.
 */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly where: string;
  readonly why: string;
}

/** All reasons for which this package and `@coprod/disclosure` refuse. */
export type RefusalCode =
  | 'not-utf8'
  | 'not-canonical'
  | 'wrong-format'
  | 'wrong-field'
  | 'wrong-key'
  | 'untrusted-key'
  | 'wrong-note'
  | 'wrong-checkpoint'
  | 'wrong-signature'
  | 'entry-differs'
  | 'commitment-differs'
  | 'proof-differs'
  | 'leaf-differs'
  | 'node-differs'
  | 'place-differs'
  | 'root-differs'
  | 'file-differs'
  | 'rolled-back'
  | 'forked'
  | 'not-continued'
  | 'disclosure-differs';

/** Builds a refusal. */
export function refuse(code: RefusalCode, where: string, why: string): Refusal {
  return { ok: false, code, where, why };
}
