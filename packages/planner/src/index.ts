export type * from './model/problem.ts';
export type * from './model/plan.ts';
export { validate, type Validated } from './model/validate.ts';
export type { Fault, FaultCode } from './model/faults.ts';
export { problemSchema } from './model/problem-schema.ts';
export { evaluate, type Evaluation } from './evaluate/evaluate.ts';
