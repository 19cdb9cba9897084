import { z } from 'zod';
import { routes } from '../../access/routes.ts';
import { ok, refuse } from '../../platform/result.ts';
import { id, text } from '../../platform/schemas.ts';
import { chooseCustomer } from '../choose-customer.ts';
import { addWay, changePartner, endIdentification, endWay } from './change-partner.ts';
import { newWay, partnerAnswer, partnerRow, partnerSettings } from './partner-schemas.ts';
import { listIdentifications, listPartners, listWays } from './partner-store.ts';
import { overridesSchema, profileNames } from './reading-profile.ts';

const keepers = ['organization:planner', 'organization:administrator'] as const;

/** Whose files are read how, by which way they may come, and how they are answered. */
export const partnerRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/partners',
    {
      summary: 'Partners, each with the identifications that he signs with',
      allow: keepers,
      answer: z.object({ rows: z.array(partnerRow) }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        const rows = await listPartners(tx, access.organization.id);
        const signed = Map.groupBy(await listIdentifications(tx, access.organization.id), (i) => i.partner_id);
        return ok({ rows: rows.map((row) => rowOf(row, signed.get(row.partner_id) ?? [])) });
      }),
  );

  r.post(
    '/organizations/:organization/partners',
    {
      summary: 'Say which customer signs with an identification; files kept of it are read now',
      allow: keepers,
      body: z.strictObject({
        customer: id,
        partner: id.optional(),
        kind: z.enum(['interchange', 'group']).default('interchange'),
        sender: text(100),
        qualifier: z.string().trim().max(20).default(''),
      }),
      answer: z.object({ partner: id, read: z.number().int() }),
      status: 201,
    },
    ({ access, body }) => chooseCustomer(access, body),
  );

  r.get(
    '/organizations/:organization/partners/:partner',
    {
      summary: 'One partner: how he signs, by which ways he comes, how he is read, answered and written to',
      allow: keepers,
      params: z.object({ partner: id }),
      answer: partnerAnswer,
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = (await listPartners(tx, organization)).find((one) => one.partner_id === params.partner);
        if (row === undefined) return refuse('not-found');
        const signed = await listIdentifications(tx, organization, params.partner);
        return ok({
          ...rowOf(row, signed),
          settings: settingsOf(row),
          ways: await listWays(tx, organization, params.partner),
        });
      }),
  );

  r.put(
    '/organizations/:organization/partners/:partner',
    {
      summary: 'Change how a partner is read, answered and written to',
      allow: keepers,
      params: z.object({ partner: id }),
      body: partnerSettings,
    },
    ({ access, params, body }) => changePartner(access, params.partner, body),
  );

  r.delete(
    '/organizations/:organization/partners/:partner/identifications/:identification',
    {
      summary: 'End an identification; what was read by it stays',
      allow: keepers,
      params: z.object({ partner: id, identification: id }),
    },
    ({ access, params }) => endIdentification(access, params.partner, params.identification),
  );

  r.post(
    '/organizations/:organization/partners/:partner/ways',
    {
      summary: 'Give a partner a key or a folder of his own: his machine then comes by no other way',
      allow: keepers,
      params: z.object({ partner: id }),
      body: newWay,
      answer: z.object({ way: id }),
      status: 201,
    },
    ({ access, params, body }) => addWay(access, params.partner, body),
  );

  r.delete(
    '/organizations/:organization/partners/:partner/ways/:way',
    {
      summary: 'End a way; what came by it stays',
      allow: keepers,
      params: z.object({ partner: id, way: id }),
    },
    ({ access, params }) => endWay(access, params.partner, params.way),
  );
});

type PartnerRow = Awaited<ReturnType<typeof listPartners>>[number];
type Identified = Awaited<ReturnType<typeof listIdentifications>>;

const rowOf = (row: PartnerRow, identifications: Identified): z.output<typeof partnerRow> => ({
  id: row.partner_id,
  customerId: row.customer_id,
  customer: row.customer,
  mode: row.mode,
  family: row.family,
  identifications: [...identifications],
});

/** A profile that this program does not know shows as the standard, by which its files are read. */
const settingsOf = (row: PartnerRow): z.output<typeof partnerSettings> => ({
  mode: row.mode,
  profile: profileNames.find((name) => name === row.profile) ?? 'standard',
  overrides: overridesSchema.safeParse(row.overrides).data ?? {},
  byHand: row.by_hand,
  answerSyntax: row.answer_syntax,
  answerEnvelope: row.answer_envelope,
  answerApplication: row.answer_application,
  x12Answer: row.x12_answer === '999' ? '999' : '997',
  family: row.family,
  directory: row.directory,
  ownId: row.own_id,
  ownQualifier: row.own_qualifier,
  folderOut: row.folder_out,
});
