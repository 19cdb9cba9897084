import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant, plainDate } from '../platform/schemas.ts';
import { blockDifference, differenceOf } from './difference.ts';
import { readableBlocks, type VisibleDocument, visibleDocument } from './transmission-document.ts';
import { acknowledgedBefore, findTransmission } from './transmission-store.ts';

export const transmissionRow = z
  .object({
    id,
    number: z.number().int(),
    label: z.string(),
    title: z.string(),
    version: z.number().int().nullable(),
    customer: z.object({ id, name: z.string() }),
    /** Null on a customer's side, who has no way to the rule itself. */
    rule: id.nullable(),
    language: z.string(),
    sentAt: instant,
    seenAt: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    acknowledgedBy: z.string().nullable(),
    dueOn: plainDate.nullable(),
    superseded: z.boolean(),
  })
  .meta({ id: 'TransmissionRow' });

export const transmissionPage = transmissionRow
  .extend({
    document: visibleDocument,
    entry: id,
    sha256: z.string(),
    pdfSha256: z.string().nullable(),
    supersededBy: id.nullable(),
    /** What changed since the version that this customer acknowledged, over what he may see; null where he acknowledged none. */
    since: z
      .object({
        transmission: id,
        version: z.number().int(),
        acknowledgedAt: instant,
        changes: z.array(blockDifference),
      })
      .nullable(),
  })
  .meta({ id: 'Transmission' });

/** A transmission as its page shows it, to both sides: what was sent and no more. @refuses not-found */
export function readTransmission(
  access: Access,
  transmission: string,
): Promise<Result<z.output<typeof transmissionPage>>> {
  return access.transaction(async (tx) => {
    const row = await findTransmission(tx, access.organization.id, transmission);
    if (row === undefined) return refuse('not-found');
    const document = row.document as VisibleDocument;
    const before =
      row.rule_id === null
        ? undefined
        : await acknowledgedBefore(tx, access.organization.id, { ...row, rule_id: row.rule_id });
    return ok({
      ...presentTransmission(row, access.side),
      document,
      entry: row.entry_id,
      sha256: row.sha256.toString('hex'),
      pdfSha256: row.pdf_sha256?.toString('hex') ?? null,
      supersededBy: row.superseded_by,
      since:
        before === undefined
          ? null
          : {
              transmission: before.transmission_id,
              version: before.version ?? 0,
              acknowledgedAt: before.acknowledged_at!,
              changes: changesFor(before.document as VisibleDocument, document),
            },
    });
  });
}

/**
 * What changed, computed from the two documents that the customer holds and nothing else: a change inside a withheld block cannot be
 * told, for neither document has it. Moves are not told either, since a hole's place would say what moved around it.
 */
export const changesFor = (before: VisibleDocument, after: VisibleDocument): z.output<typeof blockDifference>[] =>
  differenceOf(readableBlocks(before), readableBlocks(after))
    .filter((change) => change.how !== 'same')
    .map((change) => ({ ...change, moved: false }));

export const presentTransmission = (
  row: Omit<
    NonNullable<Awaited<ReturnType<typeof findTransmission>>>,
    'document' | 'sha256' | 'pdf_sha256' | 'entry_id'
  >,
  side: Access['side'],
): z.output<typeof transmissionRow> => ({
  id: row.transmission_id,
  number: row.number,
  label: row.label,
  title: row.title,
  version: row.version,
  customer: { id: row.customer_id, name: row.customer },
  rule: side === 'organization' ? row.rule_id : null,
  language: row.language,
  sentAt: row.transmitted_at,
  seenAt: row.seen_at,
  acknowledgedAt: row.acknowledged_at,
  acknowledgedBy: row.acknowledged_name,
  dueOn: row.acknowledgement_due_on,
  superseded: row.superseded_by !== null,
});
