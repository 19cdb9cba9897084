import { type Release, type TableMapping, OWN_TABLE, writeCsv, writeTable } from '@coprod/edi';
import writeWorkbook from 'write-excel-file/node';
import { z } from 'zod';
import { bytes, routes } from '../access/routes.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant, plainDate, text } from '../platform/schemas.ts';
import { json } from '../platform/values.ts';
import { answerSender } from './answer-sender.ts';
import { received } from './planning-schemas.ts';
import { previewTable } from './preview-table.ts';
import { readSheet } from './read-sheet.ts';
import { refuseSheet } from './read-table-file.ts';
import { documentOf } from './receive-any.ts';
import { receiveTable } from './receive-table.ts';
import { findRelease } from './release-store.ts';
import { headingsOf, tableMapping } from './table-mapping.ts';
import { endMapping, findMapping, insertMapping, listMappings } from './table-store.ts';

const bodyLimit = 32 * 1024 * 1024;
const sheet = z.string().max(100).optional();
const name = z.string().max(200).default('table.csv');

const keptMapping = z
  .object({ id, customerId: id, customer: z.string(), name: z.string(), mapping: tableMapping, addedAt: instant })
  .meta({ id: 'KeptMapping' });

const preview = z
  .object({
    kind: z.enum(['csv', 'xlsx']),
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    rows: z.array(z.array(z.string())),
    rowCount: z.number().int(),
    known: id.nullable(),
    read: z
      .object({
        ok: z.boolean(),
        items: z.number().int(),
        lineCount: z.number().int(),
        lines: z.array(
          z.object({
            row: z.number().int(),
            item: z.string(),
            place: z.string().nullable(),
            kind: z.enum(['immediate', 'backlog', 'firm', 'production', 'material', 'forecast', 'stop', 'unstated']),
            quantity: z.string().nullable(),
            total: z.string().nullable(),
            when: z.string().nullable(),
          }),
        ),
        findings: z.array(
          z.object({
            severity: z.enum(['error', 'warning', 'note']),
            text: z.string(),
            row: z.number().int().nullable(),
            column: z.number().int().nullable(),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'TablePreview' });

/** Schedules in tables: what their columns are, said once a customer by pointing at them. */
export const tableRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/table-mappings',
    {
      summary: 'How the tables of each customer are read',
      allow: ['organization:planner', 'organization:administrator'],
      answer: z.object({ rows: z.array(keptMapping) }),
    },
    ({ access }) =>
      access.transaction(async (tx) => ok({ rows: [...(await listMappings(tx, access.organization.id))] })),
  );

  r.post(
    '/organizations/:organization/table-mappings',
    {
      summary: 'Keep what the columns of a customer’s table are; the table itself is sent along and is not kept',
      allow: ['organization:planner'],
      query: z.object({ customer: id, name: text(100), mapping: z.string().max(8000), sheet }),
      body: bytes(),
      bodyLimit,
      answer: z.object({ id }),
      status: 201,
    },
    async ({ access, query, body }) => {
      const mapping = mappingIn(query.mapping);
      if (!mapping.ok) return mapping;
      const read = await readSheet(body, mapping.value.decimalMark, query.sheet);
      if (!read.ok) return refuseSheet(read.why);
      return access.transaction(async (tx) => {
        const organization = access.organization.id;
        const customer = await tx
          .selectFrom('access.customer')
          .select('customer_id')
          .where('organization_id', '=', organization)
          .where('customer_id', '=', query.customer)
          .executeTakeFirst();
        if (customer === undefined) return refuse('not-found');
        const row = { mapping_id: newId(), added_at: access.now() };
        await insertMapping(tx, {
          ...row,
          organization_id: organization,
          customer_id: query.customer,
          name: query.name,
          mapping: json(mapping.value),
          headings: json(headingsOf(read.value.rows, mapping.value)),
          added_by: access.membership,
        });
        return ok({ id: row.mapping_id });
      });
    },
  );

  r.delete(
    '/organizations/:organization/table-mappings/:mapping',
    {
      summary: 'End a mapping; what was read by it stays',
      allow: ['organization:planner'],
      params: z.object({ mapping: id }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const { numUpdatedRows } = await endMapping(tx, access.organization.id, params.mapping, access.now());
        return numUpdatedRows === 0n ? refuse('not-found') : ok(null);
      }),
  );

  r.post(
    '/organizations/:organization/tables/preview',
    {
      summary: 'Look at a table, and at what a mapping reads from it; nothing is kept',
      allow: ['organization:planner'],
      query: z.object({ mapping: z.string().max(8000).optional(), sheet, day: plainDate.optional() }),
      body: bytes(),
      bodyLimit,
      answer: preview,
    },
    async ({ access, query, body }) => {
      const mapping = query.mapping === undefined ? ok(null) : mappingIn(query.mapping);
      if (!mapping.ok) return mapping;
      const inUse = await access.transaction((tx) => listMappings(tx, access.organization.id));
      const head = { document: '', day: (query.day ?? today(access)).toString(), customer: '' };
      const wish = { mapping: mapping.value, sheet: query.sheet ?? null, head };
      const looked = await previewTable(body, wish, inUse, access.language);
      return looked.ok ? ok(preview.parse(looked.value)) : looked;
    },
  );

  r.post(
    '/organizations/:organization/tables',
    {
      summary: 'Receive a schedule in a table, exactly once, by a mapping',
      allow: ['organization:planner'],
      scope: 'edi',
      query: z.object({
        mapping: id,
        name,
        sheet,
        day: plainDate.optional(),
        document: text(100).optional(),
        by: z.enum(['page', 'post']).default('post'),
      }),
      body: bytes(),
      bodyLimit,
      answer: received,
      status: 202,
    },
    async ({ access, query, body }) => {
      const mapping = await access.transaction((tx) => findMapping(tx, access.organization.id, query.mapping));
      if (mapping === undefined) return refuse('not-found');
      const file = { bytes: body, name: query.name, cameBy: query.by };
      const document = query.document ?? documentOf(query.name);
      const wish = { mapping, sheet: query.sheet ?? null, document, day: query.day ?? today(access) };
      const taken = await receiveTable(access, file, wish);
      return 'file' in taken ? answerSender(taken, access.language) : taken;
    },
  );

  r.get(
    '/organizations/:organization/releases/:release/table',
    {
      summary: 'A release as a table: in columns of our own, or in those of a customer’s mapping',
      allow: ['organization:planner', 'organization:team-lead', 'organization:quality-manager'],
      params: z.object({ release: id }),
      query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv'), mapping: id.optional() }),
    },
    async ({ access, params, query, reply }) => {
      const organization = access.organization.id;
      const found = await access.transaction(async (tx) => ({
        release: await findRelease(tx, organization, params.release),
        kept: query.mapping === undefined ? undefined : await findMapping(tx, organization, query.mapping),
      }));
      if (found.release === undefined || (query.mapping !== undefined && found.kept === undefined))
        return refuse('not-found');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was read when it came, kept as it was
      const content = found.release.content as Release;
      const { rows } = writeTable(content, found.kept?.mapping ?? OWN_TABLE, found.kept?.headings);
      const file = `${found.release.document}.${query.format}`;
      const table = query.format === 'csv' ? Buffer.from(`\uFEFF${writeCsv(rows)}`) : await workbookOf(rows);
      return reply
        .header('content-type', query.format === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file)}`)
        .send(table);
    },
  );
});

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every cell as text: a part number keeps its zeros, and nothing that a customer wrote is taken for a formula. */
const workbookOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeWorkbook(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();

/** The mapping in a query: JSON, because it travels beside the bytes. */
function mappingIn(text: string): Result<TableMapping> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('invalid-request', { where: 'mapping', what: 'JSON' });
  }
  const parsed = tableMapping.safeParse(value);
  if (parsed.success) return ok(exact(parsed.data));
  const [issue] = parsed.error.issues;
  return refuse('invalid-request', { where: `mapping.${issue!.path.join('.')}`, what: issue!.message });
}

/** Without the members that were left out: absent and undefined are not the same to who counts columns. */
const exact = (mapping: z.output<typeof tableMapping>): TableMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined)) as unknown as TableMapping;

const today = (access: {
  readonly now: () => Temporal.Instant;
  readonly organization: { readonly timeZone: string };
}): Temporal.PlainDate => access.now().toZonedDateTimeISO(access.organization.timeZone).toPlainDate();
