import { z } from 'zod';

/** What stands at the edge as text and inside as a Temporal value or a checked id. Answers are encoded by the same codecs. */
export const instant = z
  .codec(z.iso.datetime({ offset: true }), z.instanceof(Temporal.Instant), {
    decode: (text) => Temporal.Instant.from(text),
    encode: (value) => value.toString(),
  })
  .meta({ type: 'string', format: 'date-time' });

/** A day of the calendar, never an instant. */
export const plainDate = z
  .codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
    decode: (text) => Temporal.PlainDate.from(text),
    encode: (value) => value.toString(),
  })
  .meta({ type: 'string', format: 'date' });

export const id = z.uuid().toLowerCase();

/** Bytes as hexadecimal text. */
export const hex = z
  .codec(z.string().regex(/^([0-9a-f]{2})*$/), z.instanceof(Uint8Array), {
    decode: (text) => new Uint8Array(Buffer.from(text, 'hex')),
    encode: (value) => Buffer.from(value).toString('hex'),
  })
  .meta({ type: 'string' });

export const language = z.enum(['en', 'fr']);

/** Text that a person wrote: trimmed, not empty, bounded. */
export const text = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/**
 * A page of a list by key: `after` is the key of the last row seen, opaque to the caller; null when there is no more.
 * @param most rows of one page at most
 */
export const pageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const page = <T extends z.ZodType>(
  row: T,
): z.ZodObject<{ rows: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> =>
  z.object({ rows: z.array(row), next: z.string().nullable() });
