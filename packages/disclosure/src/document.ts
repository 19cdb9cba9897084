import { isCount, isInstant, isName, isObject, readFields, refuse } from '@coprod/ledger';
import type { Json, JsonObject, Refusal } from '@coprod/ledger';

/** What everyone may know of a decided version, signed with it. */
export interface DocumentFacts {
  /** Name of the organization whose rule it is. */
  readonly organization: string;
  /** Label of the rule, such as `P-07`. */
  readonly rule: string;
  /** Number of the version, from 1. */
  readonly version: number;
  readonly title: string;
  /** Instant of the decision, in UTC. */
  readonly decidedAt: string;
  /** The customer to whom this issue is addressed, if it is addressed to one. */
  readonly customer?: string;
}

/** A block of a document: the unit that is handed over or withheld. */
export interface Block {
  readonly id: string;
  /** `paragraph`, `table`, `picture`, ... */
  readonly kind: string;
  readonly content: Json;
}

/** A block as its reader sees it: a hole keeps its place, and shows nothing else. */
export type PresentedBlock =
  | ({ readonly position: number; readonly state: 'open' } & Block)
  | { readonly position: number; readonly state: 'withheld' };

/** Names that an SD-JWT keeps for itself (RFC 9901, 4.1). */
const RESERVED = new Set(['_sd', '...']);

const FACTS = ['organization', 'rule', 'version', 'title', 'decidedAt'];

/** The facts among the claims of a document, which may have these other claims besides; or the refusal that names the field. */
export function readFacts(
  claims: Json,
  others: readonly string[] = [],
): { readonly ok: true; readonly facts: DocumentFacts; readonly claims: JsonObject } | Refusal {
  const read = readFields(claims, '', [...others, ...FACTS], ['customer']);
  if (!read.ok) return read;
  const { organization, rule, version, title, decidedAt, customer } = read.fields;
  if (!isName(organization)) return refuse('wrong-field', 'organization', 'a text is needed, not empty');
  if (!isName(rule)) return refuse('wrong-field', 'rule', 'a text is needed, not empty');
  if (!isCount(version) || version === 0) return refuse('wrong-field', 'version', 'a number from 1 is needed');
  if (!isName(title)) return refuse('wrong-field', 'title', 'a text is needed, not empty');
  if (!isInstant(decidedAt))
    return refuse('wrong-field', 'decidedAt', 'an instant in UTC is needed: 2026-11-24T13:45:00Z');
  if (customer !== undefined && !isName(customer))
    return refuse('wrong-field', 'customer', 'a text is needed, not empty');
  const facts = { organization, rule, version, title, decidedAt, ...(customer !== undefined && { customer }) };
  return { ok: true, facts, claims: read.fields };
}

/** Whether a text can be the id of a block: it becomes the name of a claim. */
export function isBlockId(id: Json | undefined): id is string {
  return isName(id) && !RESERVED.has(id);
}

/** Whether a reserved name stands anywhere in a content: a reader that follows the standard would take it for digests. */
export function holdsReservedName(content: Json): boolean {
  if (Array.isArray(content)) return (content as readonly Json[]).some(holdsReservedName);
  return (
    isObject(content) && Object.entries(content).some(([name, value]) => RESERVED.has(name) || holdsReservedName(value))
  );
}
