import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { announce } from '../core/live.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findOwnCapture } from './expectation-store.ts';
import { cleanPhoto } from '../core/clean-photo.ts';

/** The largest photo, in bytes. */
export const photoLimit = 20_000_000;
/** Photos of one expectation. */
const most = 6;

/**
 * Keeps a photo of a capture under the id that the phone made, without the place where it was taken. Sent again it has no further
 * effect. Only whoever captured the expectation adds one.
 * @refuses not-found, words-withdrawn, not-a-photo, too-many-photos, sent-before-with-other-content
 */
export function keepPhoto(
  access: Access,
  expectation: string,
  photo: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly id: string }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const capture = await findOwnCapture(tx, organization, expectation);
    if (capture === undefined) return refuse('not-found');
    if (capture.withdrawn_at !== null) return refuse('words-withdrawn');
    const clean = cleanPhoto(bytes);
    if (clean === undefined) return refuse('not-a-photo');
    const sent = createHash('sha256').update(bytes).digest();
    const inserted = await tx
      .insertInto('voice.photo')
      .values({
        organization_id: organization,
        photo_id: photo,
        expectation_id: expectation,
        media_type: clean.type,
        bytes: clean.bytes,
        sent_sha256: sent,
        kept_at: access.now(),
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const kept = await tx
        .selectFrom('voice.photo')
        .select(['sent_sha256', 'expectation_id'])
        .where('organization_id', '=', organization)
        .where('photo_id', '=', photo)
        .executeTakeFirst();
      const same = kept?.expectation_id === expectation && (kept.sent_sha256?.equals(sent) ?? true);
      return same ? ok({ id: photo }) : refuse('sent-before-with-other-content');
    }
    const { photos } = await tx
      .updateTable('voice.expectation')
      .set({ photos: sql`photos + 1` })
      .where('organization_id', '=', organization)
      .where('expectation_id', '=', expectation)
      .returning('photos')
      .executeTakeFirstOrThrow();
    if (photos > most) return refuse('too-many-photos', { most });
    await announce(tx, { organization, subject: { kind: 'expectation', id: expectation }, customer: null });
    return ok({ id: photo });
  });
}
