import { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { instant } from '../platform/schemas.ts';

/** One line of "For me": a verb, its object, a reason and a term. The client puts the verb into words. */
export const waitingLine = z
  .object({
    act: z.enum([
      'answer',
      'decide',
      'consent',
      'read',
      'rebase',
      'acknowledge',
      'take-offer',
      'transmit',
      'sign',
      'write',
      'invite',
      'add-customer',
      'take-in',
      'join',
      'send',
      'cover',
    ]),
    subject: z.object({ kind: z.string(), id: z.string() }),
    label: z.string(),
    title: z.string(),
    /** The customer's words where the line stands on them; verbatim. */
    words: z.object({ text: z.string(), language: z.string() }).nullable(),
    channel: z.enum(['certification', 'voice', 'planning']).nullable(),
    reason: z.string(),
    due: instant.nullable(),
    since: instant,
    /** How many things the line stands for, where it is more than one: the room's badge counts them. */
    count: z.number().int().optional(),
  })
  .meta({ id: 'WaitingLine' });

export type WaitingLine = z.output<typeof waitingLine>;

/** What waits for the caller in one room. Each room gives its own; core puts them in order of their terms. */
export type WaitingSource = (tx: Transaction, access: Access) => Promise<readonly WaitingLine[]>;

/** All lines in the order of their terms, those without a term last; then by age. */
export const inOrder = (lines: readonly WaitingLine[]): WaitingLine[] =>
  lines.toSorted((a, b) => {
    if (a.due !== null && b.due !== null) return Temporal.Instant.compare(a.due, b.due);
    if (a.due !== null || b.due !== null) return a.due === null ? 1 : -1;
    return Temporal.Instant.compare(a.since, b.since);
  });
