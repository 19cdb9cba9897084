import type { Language } from './language.ts';
import { refusals, type RefusalCode, sentence } from './refusals.ts';
import type { Refused } from './result.ts';

/** A refusal as it leaves: RFC 9457 problem details. `code` and `whatToDo` are ours. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly whatToDo: string;
  readonly extra?: Readonly<Record<string, unknown>>;
};

export function problemOf({ refusal }: Refused, language: Language): Problem {
  const { what, whatToDo } = sentence(refusal.code, refusal.values, language);
  return {
    type: `/problems/${refusal.code}`,
    title: what,
    status: refusals[refusal.code].status,
    code: refusal.code,
    whatToDo,
    ...(refusal.extra === undefined ? {} : { extra: refusal.extra }),
  };
}
