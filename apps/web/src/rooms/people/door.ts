import type { Problem } from '../../problem.ts';

/** What better-auth answers instead of doing it. */
export interface AuthRefusal {
  readonly status: number;
  readonly code?: string | undefined;
}

/**
 * better-auth speaks English and in codes; at the door people read our own sentence, which never tells whether an address is
 * known.
 */
export function doorProblem(
  refusal: AuthRefusal,
  told: { readonly what: string; readonly whatToDo: string },
  tooMany: { readonly what: string; readonly whatToDo: string },
): Problem {
  if (refusal.status === 0) return { title: '', status: 0, code: 'unreachable', whatToDo: '' };
  if (refusal.status === 429)
    return { title: tooMany.what, status: 429, code: 'too-many-requests', whatToDo: tooMany.whatToDo };
  return {
    title: told.what,
    status: refusal.status,
    code: refusal.code ?? 'wrong-credential',
    whatToDo: told.whatToDo,
  };
}
