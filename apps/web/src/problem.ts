/** A refusal as the server tells it: RFC 9457 problem details, with its code and what to do. */
export interface Problem {
  /** What was refused, in the reader's language. */
  readonly title: string;
  readonly status: number;
  /** From the server's one list; `unreachable` when there was no answer at all. */
  readonly code: string;
  readonly whatToDo: string;
  readonly extra?: unknown;
}

/** Thrown by {@link ask}; shown by the component `Refusal`. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** Reads what came back instead of an answer. What is no problem document becomes one, so that each page shows refusals alike. */
export function problemOf(body: unknown, status: number): Problem {
  if (isProblem(body)) return body;
  return { title: '', status, code: status === 0 ? 'unreachable' : 'unexpected', whatToDo: '' };
}

/** The faults of single fields: the name of the field, and what is wrong with it. */
export function faultsOf(problem: Problem): ReadonlyMap<string, string> {
  const { extra } = problem;
  const faults = typeof extra === 'object' && extra !== null && 'faults' in extra ? extra.faults : undefined;
  if (!Array.isArray(faults)) return new Map();
  return new Map(faults.filter(isFault).map(({ where, what }) => [where.replaceAll('/', '.'), what]));
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'title' in body &&
    typeof body.title === 'string' &&
    'status' in body &&
    typeof body.status === 'number' &&
    'code' in body &&
    typeof body.code === 'string' &&
    'whatToDo' in body &&
    typeof body.whatToDo === 'string'
  );
}

function isFault(fault: unknown): fault is { where: string; what: string } {
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'where' in fault &&
    typeof fault.where === 'string' &&
    'what' in fault &&
    typeof fault.what === 'string'
  );
}
