import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytes, routes } from '../access/routes.ts';
import { newId } from '../platform/ids.ts';
import { ok, refuse } from '../platform/result.ts';
import { id } from '../platform/schemas.ts';
import { cleanPhoto } from './clean-photo.ts';
import { isPrintable } from './printable-picture.ts';

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
      const picture = await pictureOf(body);
      if (picture === undefined) return refuse('not-a-picture');
      const file = newId();
      await access.transaction((tx) =>
        tx
          .insertInto('core.file')
          .values({
            organization_id: access.organization.id,
            file_id: file,
            name: query.name,
            media_type: picture.type,
            bytes: picture.bytes,
            sha256: createHash('sha256').update(picture.bytes).digest(),
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
      return reply.type(row.media_type).header('cache-control', 'private, max-age=31536000, immutable').send(row.bytes);
    },
  );
});

/**
 * What is kept of a picture: without the place where it was taken, as of every photo that customers may get. By its bytes, never by its
 * name: SVG and HTML, which can run programs, are no pictures here, nor is one that is broken inside.
 */
async function pictureOf(file: Buffer): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined> {
  if (/^GIF8[79]a/.test(file.toString('latin1', 0, 6))) return { type: 'image/gif', bytes: file };
  const clean = cleanPhoto(file);
  if (clean === undefined) return undefined;
  return clean.type === 'image/webp' || (await isPrintable(clean.bytes)) ? clean : undefined;
}
