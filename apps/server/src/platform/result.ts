import type { RefusalCode } from './refusals.ts';

/** What a use case answers: a value, or a refusal that a person can act on. Bugs throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused;

/** A refusal on its way to a person: the code and what its sentence needs. `extra` goes into the problem as it is. */
export type Refused = {
  readonly ok: false;
  readonly refusal: {
    readonly code: RefusalCode;
    readonly values: Readonly<Record<string, string | number>>;
    readonly extra?: Readonly<Record<string, unknown>>;
  };
};

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** @param values what the sentence of the code names in braces */
export const refuse = (
  code: RefusalCode,
  values: Readonly<Record<string, string | number>> = {},
  extra?: Readonly<Record<string, unknown>>,
): Refused => ({ ok: false, refusal: extra === undefined ? { code, values } : { code, values, extra } });
