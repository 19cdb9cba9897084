import { z } from 'zod';
import { bytes, routes } from '../access/routes.ts';
import { wordsBetween } from '../core/difference.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, language, text } from '../platform/schemas.ts';
import { beginCatalogue } from './begin-catalogue.ts';
import { findCatalogue, importsOf, listCatalogues, lockCatalogue, wordsOf } from './catalogue-store.ts';
import { listRequirements } from './certification-store.ts';
import { clauseDifference, compareEditions } from './compare-editions.ts';
import { coverageTotals } from './coverage-store.ts';
import {
  announceCatalogue,
  catalogueFacts,
  clausesUntilNow,
  confirmImport,
  type ImportFile,
  previewImport,
} from './import-requirements.ts';
import { receiveRequirements } from './receive-requirement.ts';
import { catalogue, manager, presentCatalogue, readers, totalsOf } from './requirement-schemas.ts';
import { requirementsCsv } from './requirements-csv.ts';
import { takeImportBack } from './take-import-back.ts';

const catalogueId = z.object({ catalogue: id });
const source = z.string().trim().max(500).default('');

const fate = z.object({
  line: z.number().int(),
  clause: z.string(),
  words: z.string(),
  source: z.string(),
  fate: z.enum(['new', 'same', 'carried', 'changed', 'refused']),
  reason: z.enum(['no-clause', 'no-text', 'clause-too-long', 'text-too-long', 'twice']).nullable(),
  before: z.string().nullable(),
  /** What changes in the words, where they change. */
  difference: z.array(z.object({ how: z.enum(['same', 'inserted', 'deleted']), text: z.string() })).nullable(),
});

/** Columns are counted from 0; what is not said is read from the names on the first line. */
const columnQuery = z.object({
  clause: z.coerce.number().int().min(0).max(500).optional(),
  words: z.coerce.number().int().min(0).max(500).optional(),
  source: z.coerce.number().int().min(0).max(500).optional(),
  named: z.enum(['yes', 'no']).optional(),
});

const importFile = (body: Uint8Array, query: z.output<typeof columnQuery>): ImportFile => ({
  bytes: body,
  ...(query.clause === undefined || query.words === undefined
    ? {}
    : { columns: { clause: query.clause, words: query.words, source: query.source ?? null } }),
  ...(query.named === undefined ? {} : { named: query.named === 'yes' }),
});

/** Catalogues of requirements: begun, filled by hand or from a table, compared edition by edition. */
export const catalogueRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/catalogues',
    { summary: 'Catalogues of requirements', allow: [...readers], answer: z.object({ rows: z.array(catalogue) }) },
    ({ access }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const counts = access.side === 'organization' ? await coverageTotals(tx, organization) : null;
        const rows = await listCatalogues(tx, organization);
        return ok({
          rows: rows.map((row) =>
            presentCatalogue(
              row,
              counts === null || !row.holds
                ? null
                : totalsOf(counts.filter((one) => one.catalogue_id === row.catalogue_id)),
            ),
          ),
        });
      }),
  );

  r.post(
    '/organizations/:organization/catalogues',
    {
      summary: 'Begin a catalogue: one customer, a name, an edition',
      allow: [...manager],
      body: z.strictObject({
        customer: id,
        name: text(200),
        edition: text(100),
        language,
        source,
        replaces: id.nullable().default(null),
      }),
      answer: z.object({ id }),
      status: 201,
    },
    ({ access, body }) => beginCatalogue(access, body),
  );

  r.get(
    '/organizations/:organization/catalogues/:catalogue',
    {
      summary: 'One catalogue; on the organization side with its imports, newest first',
      allow: [...readers],
      params: catalogueId,
      answer: catalogue.extend({
        imports: z.array(
          z.object({
            id,
            at: instant,
            by: z.string(),
            clauses: z.number().int(),
            takenBackAt: instant.nullable(),
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = await findCatalogue(tx, organization, params.catalogue);
        if (row === undefined) return refuse('not-found');
        const counted = access.side === 'organization' && row.holds;
        const counts = counted ? totalsOf(await coverageTotals(tx, organization, row.catalogue_id)) : null;
        const imports = access.side === 'customer' ? [] : await importsOf(tx, organization, row.catalogue_id);
        return ok({
          ...presentCatalogue(row, counts),
          imports: imports.map((one) => ({
            id: one.import_id,
            at: one.at,
            by: one.by ?? '',
            clauses: one.clauses,
            takenBackAt: one.taken_back_at,
          })),
        });
      }),
  );

  r.get(
    '/organizations/:organization/catalogues/:catalogue/difference',
    {
      summary: 'What an edition changed against the one that it replaces, clause by clause and word by word',
      allow: [...readers],
      params: catalogueId,
      answer: z.object({ rows: z.array(clauseDifference), same: z.number().int() }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const row = await findCatalogue(tx, access.organization.id, params.catalogue);
        if (row === undefined || row.replaces === null) return refuse('not-found');
        const earlier = await wordsOf(tx, access.organization.id, row.replaces);
        return ok(compareEditions(earlier, await wordsOf(tx, access.organization.id, params.catalogue)));
      }),
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/requirements',
    {
      summary: 'Take in one clause, typed',
      allow: [...manager],
      params: catalogueId,
      body: z.strictObject({ clause: text(60), words: text(10_000), source }),
      answer: z.object({ id }),
      status: 201,
    },
    ({ access, params, body }) =>
      access.transaction(async (tx) => {
        await lockCatalogue(tx, access.organization.id, params.catalogue);
        const row = await findCatalogue(tx, access.organization.id, params.catalogue);
        if (row === undefined) return refuse('not-found');
        const until = await clausesUntilNow(tx, access.organization.id, row);
        if (until.here.has(body.clause)) return refuse('clause-there-already', { clause: body.clause });
        const earlier = until.earlier.get(body.clause) ?? null;
        const [made] = await receiveRequirements(tx, access, catalogueFacts(row), [{ ...body, earlier }], null);
        await announceCatalogue(tx, row);
        return ok({ id: made! });
      }),
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/import/preview',
    {
      summary: 'What an import would do, row by row; writes nothing',
      allow: [...manager],
      params: catalogueId,
      query: columnQuery,
      body: bytes(),
      bodyLimit: 10 * 1_048_576,
      answer: z.object({
        head: z.array(z.string()),
        named: z.boolean(),
        columns: z.object({
          clause: z.number().int(),
          words: z.number().int(),
          source: z.number().int().nullable(),
        }),
        rows: z.array(fate),
        seal: z.string(),
      }),
    },
    async ({ access, params, query, body }) => {
      const preview = await previewImport(access, params.catalogue, importFile(body, query));
      if (!preview.ok) return preview;
      const rows = preview.value.rows.map((row) => ({
        ...row,
        difference: row.before === null ? null : wordsBetween(row.before, row.words),
      }));
      return ok({ ...preview.value, rows });
    },
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/import',
    {
      summary: 'Write what was previewed',
      allow: [...manager],
      params: catalogueId,
      query: columnQuery.extend({ seal: z.string().regex(/^[0-9a-f]{64}$/) }),
      body: bytes(),
      bodyLimit: 10 * 1_048_576,
      answer: z.object({
        id: id.nullable(),
        received: z.number().int(),
        changed: z.number().int(),
        carried: z.number().int(),
      }),
      status: 201,
    },
    ({ access, params, query, body }) => confirmImport(access, params.catalogue, importFile(body, query), query.seal),
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/imports/:import/take-back',
    {
      summary: 'Take an import back, while nothing has been built on it',
      allow: [...manager],
      params: catalogueId.extend({ import: id }),
    },
    ({ access, params }) => takeImportBack(access, params.catalogue, params.import),
  );

  r.get(
    '/organizations/:organization/catalogues/:catalogue/requirements.csv',
    { summary: 'A catalogue as CSV', allow: [...readers], params: catalogueId },
    async ({ access, params, reply }) => {
      const rows = await access.transaction(async (tx) => {
        const { rows: all } = await listRequirements(tx, access.organization.id, access.side, {
          catalogue: params.catalogue,
          limit: 10_000,
        });
        return all;
      });
      if (rows.length === 0) return refuse('not-found');
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="requirements.csv"')
        .send(requirementsCsv(rows.map((row) => ({ ...row, state: row.state ?? '' }))));
    },
  );
});
