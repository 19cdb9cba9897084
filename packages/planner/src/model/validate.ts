import { checkReferences } from './check-references.ts';
import { checkShape } from './check-shape.ts';
import type { Fault } from './faults.ts';
import { problemSchema } from './problem-schema.ts';
import type { Problem } from './problem.ts';

export type Validated =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Takes a document as it came and says whether the planner can take it, with every fault at once.
 * References are looked at once the shape holds, so that a fault is never the shadow of another one.
 */
export const validate = (document: unknown): Validated => {
  const shape = checkShape(document, problemSchema);
  if (shape.length > 0) return { ok: false, faults: shape };
  const problem = document as Problem;
  const faults = checkReferences(problem);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, problem };
};
