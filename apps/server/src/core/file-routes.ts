import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytes, routes } from '../access/routes.ts';
import { newId } from '../platform/ids.ts';
import { ok, refuse } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';

const mebibyte = 1_048_576;

/** Pictures of procedures. A customer opens those that were handed over to him (policy customer_reads_what_he_got on core.file). */
export const fileRoutes = routes((r) => {
  r.post(
    '/organizations/:organization/files',
    {
      summary: 'Keep a picture: PNG, JPEG, GIF or WebP, 10 MB at most',
      allow: ['organization:*'],
      query: z.object({ name: z.string().trim().min(1).max(200) }),
      body: bytes(),
      bodyLimit: 10 * mebibyte,
      answer: z.object({ id }),
      status: 201,
    },
    async ({ access, query, body }) => {
      const mediaType = pictureType(body);
      if (mediaType === null) return refuse('not-a-picture');
      const file = newId();
      await access.transaction((tx) =>
        tx
          .insertInto('core.file')
          .values({
            organization_id: access.organization.id,
            file_id: file,
            name: query.name,
            media_type: mediaType,
            bytes: body,
            sha256: createHash('sha256').update(body).digest(),
            kept_at: access.now(),
          })
          .execute(),
      );
      return ok({ id: file });
    },
  );

  r.get(
    '/organizations/:organization/files/:file',
    { summary: 'The bytes of a picture', allow: ['organization:*', 'customer:*'], params: z.object({ file: id }) },
    async ({ access, params, reply }) => {
      const row = await access.transaction((tx) =>
        tx
          .selectFrom('core.file')
          .select(['bytes', 'media_type'])
          .where('organization_id', '=', access.organization.id)
          .where('file_id', '=', params.file)
          .where('media_type', 'like', 'image/%')
          .executeTakeFirst(),
      );
      if (row === undefined) return refuse('not-found');
      return reply
        .type(row.media_type)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .send(row.bytes);
    },
  );
});

/** By what the file begins with, never by its name: SVG and HTML, which can run programs, are no pictures here. */
export function pictureType(file: Uint8Array): string | null {
  const begins = (at: number, text: string): boolean =>
    Buffer.from(file.subarray(at, at + text.length)).toString('latin1') === text;
  if (begins(0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins(0, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(0, 'GIF87a') || begins(0, 'GIF89a')) return 'image/gif';
  if (begins(0, 'RIFF') && begins(8, 'WEBP')) return 'image/webp';
  return null;
}
