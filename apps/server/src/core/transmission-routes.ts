import { z } from 'zod';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, page, pageQuery, plainDate, text } from '../platform/schemas.ts';
import { acknowledgeTransmission, markSeen } from './acknowledge-transmission.ts';
import { composerOf, composerPage } from './composer-page.ts';
import type { LedgerKeys } from './ledger-key.ts';
import { openIntervention } from './intervention.ts';
import { credential, sign } from './proposal-routes.ts';
import { remindOf } from './remind-of-transmission.ts';
import { fileName, prepareTransmissions, transmit } from './transmit.ts';
import { visibleDocument, type VisibleDocument } from './transmission-document.ts';
import { presentTransmission, readTransmission, transmissionPage, transmissionRow } from './transmission-page.ts';
import { bytesOf, findTransmission, listTransmissions } from './transmission-store.ts';

const both = ['organization:*', 'customer:approver', 'customer:auditor', 'customer:reader'] as const;
const transmitters = ['organization:quality-manager', 'organization:planner', 'organization:team-lead'] as const;
const params = z.object({ transmission: id });

/** What was handed over: composed, signed, sent, seen, acknowledged. */
export const transmissionRoutes = (parts: Parts, keys: LedgerKeys): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/rules/:rule/composer',
      {
        summary: 'The blocks of the version in force and what each customer may get of them',
        allow: [...transmitters],
        params: z.object({ rule: id }),
        answer: composerPage,
      },
      ({ access, params: { rule } }) => composerOf(access, rule),
    );

    r.post(
      '/organizations/:organization/rules/:rule/transmissions/prepare',
      {
        summary: 'Make what would leave for each customer, to be read before it is signed',
        allow: [...transmitters],
        params: z.object({ rule: id }),
        body: z.strictObject({
          customers: z
            .array(z.strictObject({ customer: id, withheld: z.array(id).max(2000) }))
            .min(1)
            .max(200),
        }),
        answer: z.object({
          prepared: z.array(z.object({ id, customer: id, sha256: z.string(), document: visibleDocument })),
        }),
      },
      async ({ access, params: { rule }, body }) => {
        const prepared = await prepareTransmissions(parts.doors, keys, access, rule, body.customers);
        if (!prepared.ok) return prepared;
        return ok({ prepared: prepared.value.map((p) => ({ ...p, sha256: Buffer.from(p.sha256).toString('hex') })) });
      },
    );

    r.post(
      '/organizations/:organization/rules/:rule/transmissions',
      {
        summary: 'Sign and send what was prepared',
        allow: [...transmitters],
        params: z.object({ rule: id }),
        body: z.strictObject({
          prepared: z.array(id).min(1).max(200),
          /** By when each customer acknowledges; as the rule says unless given. */
          dueOn: plainDate.nullable().default(null),
          meaning: text(500),
          credential,
        }),
        answer: z.object({ sent: z.array(z.object({ id, customer: id, number: z.number().int() })) }),
        status: 201,
      },
      async ({ access, params: { rule }, body, request }) => {
        const signature = await sign(parts.signIn, access, request, body.credential, body.meaning);
        if (!signature.ok) return signature;
        const sent = await transmit(access, rule, body.prepared, signature.value, body.dueOn);
        return sent.ok ? ok({ sent: sent.value }) : sent;
      },
    );

    r.get(
      '/organizations/:organization/transmissions',
      {
        summary: 'Transmissions; a customer reads what he received',
        allow: [...both],
        query: pageQuery.extend({
          customer: id.optional(),
          rule: id.optional(),
          state: z.enum(['waiting', 'acknowledged', 'superseded']).optional(),
        }),
        answer: page(transmissionRow),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const { rows, next } = await listTransmissions(tx, access.organization.id, query);
          return ok({ rows: rows.map((row) => presentTransmission(row, access.side)), next });
        }),
    );

    r.get(
      '/organizations/:organization/transmissions/:transmission',
      {
        summary: 'One transmission: what was sent and what became of it',
        allow: [...both],
        params,
        answer: transmissionPage,
      },
      async ({ access, params: { transmission } }) => {
        if (access.side === 'customer') await markSeen(access, transmission);
        return readTransmission(access, transmission);
      },
    );

    for (const kind of ['json', 'pdf'] as const) {
      r.get(
        `/organizations/:organization/transmissions/:transmission/document.${kind}`,
        { summary: `The exact bytes that were sent, as ${kind.toUpperCase()}`, allow: [...both], params },
        async ({ access, params: { transmission }, reply }) => {
          const row = await access.transaction((tx) => bytesOf(tx, access.organization.id, transmission));
          const bytes = kind === 'json' ? row?.bytes : row?.pdf;
          if (row === undefined || bytes === null || bytes === undefined) return refuse('not-found');
          return reply
            .type(kind === 'json' ? 'application/json' : 'application/pdf')
            .header(
              'content-disposition',
              `attachment; filename="${fileName(row.document as VisibleDocument)}.${kind}"`,
            )
            .send(bytes);
        },
      );
    }

    r.post(
      '/organizations/:organization/transmissions/:transmission/acknowledge',
      { summary: 'Acknowledge, by name, what was received', allow: ['customer:approver', 'customer:auditor'], params },
      ({ access, params: { transmission } }) => acknowledgeTransmission(access, transmission),
    );

    r.post(
      '/organizations/:organization/transmissions/:transmission/ask',
      {
        summary: 'Ask for a block that is withheld',
        allow: ['customer:approver', 'customer:auditor'],
        params,
        body: z.strictObject({ words: text(5000), language: z.enum(['en', 'fr']) }),
        answer: z.object({ intervention: id }),
        status: 201,
      },
      ({ access, params: { transmission }, body }) =>
        access.transaction(async (tx) => {
          if ((await findTransmission(tx, access.organization.id, transmission)) === undefined)
            return refuse('not-found');
          const { id: intervention } = await openIntervention(tx, access, {
            channel: 'certification',
            customer: access.customer!.id,
            customerLabel: access.customer!.name,
            words: body.words,
            wordsLanguage: body.language,
            source: { kind: 'transmission', id: transmission },
            consent: 'by-name',
            happenedAt: access.now(),
            broughtBy: access.membership,
            dueAt: null,
          });
          return ok({ intervention });
        }),
    );

    r.post(
      '/organizations/:organization/transmissions/:transmission/remind',
      {
        summary: 'Remind the customer by mail',
        allow: [...transmitters],
        params,
        answer: z.object({ written: z.number().int() }),
      },
      ({ access, params: { transmission } }) => remindOf(access, parts.publicUrl, transmission),
    );
  });
