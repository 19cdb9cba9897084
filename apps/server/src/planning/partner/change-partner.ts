import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { announce } from '../../core/live.ts';
import { newId } from '../../platform/ids.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { json } from '../../platform/values.ts';
import type { z } from 'zod';
import { lockReception } from '../interchange-store.ts';
import type { partnerSettings } from './partner-schemas.ts';

export type PartnerSettings = z.output<typeof partnerSettings>;

/** Changes how a partner is read, answered and written to. What waits for him leaves by the folder, if he has one now. @refuses not-found */
export function changePartner(access: Access, partner: string, settings: PartnerSettings): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const { numUpdatedRows } = await tx
      .updateTable('planning.partner')
      .set({
        mode: settings.mode,
        profile: settings.profile,
        overrides: json(settings.overrides),
        by_hand: settings.byHand,
        answer_syntax: settings.answerSyntax,
        answer_envelope: settings.answerEnvelope,
        answer_application: settings.answerApplication,
        x12_answer: settings.x12Answer,
        family: settings.family,
        directory: settings.directory,
        own_id: settings.ownId,
        own_qualifier: settings.ownQualifier,
        folder_out: settings.folderOut,
      })
      .where('organization_id', '=', organization)
      .where('partner_id', '=', partner)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse('not-found');
    if (settings.folderOut !== null) {
      const waiting = await tx
        .selectFrom('planning.outgoing')
        .select('outgoing_id')
        .where('organization_id', '=', organization)
        .where('partner_id', '=', partner)
        .where('state', '=', 'waiting')
        .orderBy('number')
        .execute();
      for (const { outgoing_id: outgoing } of waiting)
        await access.enqueue(tx, 'send-interchange', { organization, outgoing });
    }
    await announce(tx, { organization, subject: { kind: 'partner', id: partner }, customer: null });
    return ok(null);
  });
}

export type NewWay =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'folder'; readonly folder: string };

/**
 * Gives a partner's machine a way of its own: from then on his files come by none that he shares with others.
 * @refuses not-found (partner, key), way-taken, no-edi-key
 */
export function addWay(access: Access, partner: string, way: NewWay): Promise<Result<{ readonly way: string }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    // Two at once would both find it free.
    await lockReception(tx, organization);
    const known = await tx
      .selectFrom('planning.partner')
      .select('partner_id')
      .where('organization_id', '=', organization)
      .where('partner_id', '=', partner)
      .executeTakeFirst();
    if (known === undefined) return refuse('not-found');
    const named = way.kind === 'folder' ? { label: way.folder } : await keyNamed(tx, organization, way.key);
    if (named === undefined) return refuse('not-found');
    if ('scopes' in named && !named.scopes.includes('edi')) return refuse('no-edi-key');
    const taken = await holderOf(tx, organization, way);
    if (taken !== undefined) return refuse('way-taken', { way: named.label, customer: taken.name });
    const id = newId();
    await tx
      .insertInto('planning.way')
      .values({
        organization_id: organization,
        way_id: id,
        partner_id: partner,
        kind: way.kind,
        api_key_id: way.kind === 'key' ? way.key : null,
        folder: way.kind === 'folder' ? way.folder : null,
        label: named.label,
        added_by: access.membership,
        added_at: access.now(),
      })
      .execute();
    await announce(tx, { organization, subject: { kind: 'partner', id: partner }, customer: null });
    return ok({ way: id });
  });
}

/** Ends a way or an identification; what came by it stays. @refuses not-found */
export const endWay = (access: Access, partner: string, way: string): Promise<Result<null>> =>
  access.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('planning.way')
      .set({ ended_at: access.now() })
      .where('organization_id', '=', access.organization.id)
      .where('partner_id', '=', partner)
      .where('way_id', '=', way)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 0n ? refuse('not-found') : ok(null);
  });

/** As {@link endWay}, for what he signs with. @refuses not-found */
export const endIdentification = (access: Access, partner: string, identification: string): Promise<Result<null>> =>
  access.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('planning.identification')
      .set({ ended_at: access.now() })
      .where('organization_id', '=', access.organization.id)
      .where('partner_id', '=', partner)
      .where('identification_id', '=', identification)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 0n ? refuse('not-found') : ok(null);
  });

/** A key that still opens. Policy: administrator_or_own on access.api_key. */
const keyNamed = (tx: Transaction, organization: string, key: string) =>
  tx
    .selectFrom('access.api_key')
    .select(['name as label', 'scopes'])
    .where('organization_id', '=', organization)
    .where('api_key_id', '=', key)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

/** Whose way it is. Policies: inside on planning.way, planning.partner, access.customer. */
const holderOf = (tx: Transaction, organization: string, way: NewWay) =>
  tx
    .selectFrom('planning.way as w')
    .innerJoin('planning.partner as p', (join) =>
      join.onRef('p.organization_id', '=', 'w.organization_id').onRef('p.partner_id', '=', 'w.partner_id'),
    )
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select('c.name')
    .where('w.organization_id', '=', organization)
    .where('w.ended_at', 'is', null)
    .$if(way.kind === 'key', (q) => q.where('w.api_key_id', '=', way.kind === 'key' ? way.key : ''))
    .$if(way.kind === 'folder', (q) => q.where('w.folder', '=', way.kind === 'folder' ? way.folder : ''))
    .executeTakeFirst();
