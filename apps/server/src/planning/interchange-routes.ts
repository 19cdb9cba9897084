import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Transaction } from '../access/doors.ts';
import { bytes, routes } from '../access/routes.ts';
import { type Refused, ok, refuse } from '../platform/result.ts';
import { id, page, pageQuery } from '../platform/schemas.ts';
import { answerSender } from './answer-sender.ts';
import { decideQuarantine } from './decide-quarantine.ts';
import { findFileBytes, findInterchange, listInterchanges, partsOf } from './interchange-store.ts';
import { messagePage } from './message-page.ts';
import { tablePage } from './table-page.ts';
import { interchangeRow, interchangeState, messagePageAnswer, received } from './planning-schemas.ts';
import { listOutgoing } from './outgoing/outgoing-store.ts';
import { findReadingPartner } from './partner/partner-store.ts';
import { presentInterchange } from './present.ts';
import { receiveAny } from './receive-any.ts';

const mebibytes = (count: number): number => count * 1024 * 1024;

/** Who reads what customers sent. */
const readers = ['organization:planner', 'organization:team-lead', 'organization:quality-manager'] as const;

/** Files of customers, and by which identification they are known. */
export const interchangeRoutes = routes((r) => {
  r.post(
    '/organizations/:organization/interchanges',
    {
      summary: 'Receive an EDI file, exactly once; each interchange in it is taken in or refused on its own',
      allow: ['organization:planner'],
      scope: 'edi',
      query: z.object({ name: z.string().max(200).default('file.edi'), by: z.enum(['page', 'post']).default('post') }),
      body: bytes(),
      bodyLimit: mebibytes(32),
      answer: received,
      status: 202,
    },
    async ({ access, query, body }) => {
      const arrived = { bytes: body, name: query.name, cameBy: query.by, key: access.key };
      const file = await receiveAny(access, arrived);
      return answerSender(file, access.language);
    },
  );

  r.get(
    '/organizations/:organization/interchanges',
    {
      summary: 'Files as they came, newest first',
      allow: readers,
      query: pageQuery.extend({ state: interchangeState.optional(), customer: id.optional() }),
      answer: page(interchangeRow),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listInterchanges(tx, access.organization.id, query);
        return ok({ rows: rows.map((row) => presentInterchange(row, access.language)), next });
      }),
  );

  r.get(
    '/organizations/:organization/interchanges/:interchange',
    {
      summary: 'One file: its segments, what was read, each finding at its segment',
      allow: readers,
      params: z.object({ interchange: id }),
      answer: messagePageAnswer,
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const file = await findInterchange(tx, organization, params.interchange);
        if (file === undefined) return refuse('not-found');
        const customer =
          file.customer_id === null
            ? null
            : await tx
                .selectFrom('access.customer')
                .select('name')
                .where('organization_id', '=', organization)
                .where('customer_id', '=', file.customer_id)
                .executeTakeFirst();
        const releases = await tx
          .selectFrom('planning.release')
          .select(['release_id as id', 'document', 'state'])
          .where('organization_id', '=', organization)
          .where('interchange_id', '=', params.interchange)
          .orderBy('message')
          .execute();
        const partner =
          file.partner_id === null ? undefined : await findReadingPartner(tx, organization, file.partner_id);
        return ok({
          ...presentInterchange({ ...file, customer: customer?.name ?? null }, access.language),
          ...((await tablePage(tx, organization, file, access.language)) ??
            messagePage(file.bytes, access.language, partner?.profile.of())),
          size: file.bytes.length,
          sha256: file.sha256.toString('hex'),
          releases,
          file: file.file_id,
          beside: file.parts === 1 ? [] : await besideIt(tx, organization, file.file_id),
          conflictsWith: file.conflicts_with,
          decidedAt: file.decided_at,
          partner: partner === undefined ? null : { id: partner.id, profile: partner.profile.name },
          answers: (await listOutgoing(tx, organization, { answers: params.interchange, limit: 50 })).rows.map(
            ({ id: answer, kind, state, reference }) => ({ id: answer, kind, state, reference }),
          ),
        });
      }),
  );

  r.get(
    '/organizations/:organization/interchanges/:interchange/bytes',
    {
      summary: 'The bytes of one interchange, exactly as they came',
      allow: readers,
      params: z.object({ interchange: id }),
    },
    async ({ access, params, reply }) =>
      asFile(reply, await access.transaction((tx) => findInterchange(tx, access.organization.id, params.interchange))),
  );

  r.get(
    '/organizations/:organization/files/:file/bytes',
    {
      summary: 'The bytes of a whole file, exactly as they came',
      allow: readers,
      params: z.object({ file: id }),
    },
    async ({ access, params, reply }) =>
      asFile(reply, await access.transaction((tx) => findFileBytes(tx, access.organization.id, params.file))),
  );

  r.post(
    '/organizations/:organization/interchanges/:interchange/decision',
    {
      summary: 'Decide on a file in quarantine: read it after all, or set it aside',
      allow: ['organization:planner'],
      params: z.object({ interchange: id }),
      body: z.strictObject({ choice: z.enum(['read', 'set-aside']) }),
    },
    ({ access, params, body }) => decideQuarantine(access, params.interchange, body.choice),
  );
});

/** The interchanges of a file of several, for going from one to the other. */
const besideIt = async (tx: Transaction, organization: string, file: string) =>
  (await partsOf(tx, organization, file)).map((part, index) => ({
    id: part.interchange_id,
    number: index + 1,
    controlReference: part.control_reference,
    state: part.state,
  }));

function asFile(
  reply: FastifyReply,
  file: { readonly name: string; readonly bytes: Buffer } | undefined,
): FastifyReply | Refused {
  if (file === undefined) return refuse('not-found');
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(file.bytes);
}
