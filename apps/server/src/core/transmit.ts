import { createHash, randomBytes } from 'node:crypto';
import { type Signer, describeFile } from '@coprod/ledger';
import { type Access, actAsSystem } from '../access/access.ts';
import type { Doors, Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { json } from '../platform/values.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { type Block, textOf } from './block.ts';
import { nextNumber } from './counter.ts';
import type { Signature } from './decide.ts';
import { grantsInEffect, today } from './disclose.ts';
import type { LedgerKeys } from './ledger-key.ts';
import { announce } from './live.ts';
import { definitionOf, type ParameterValue } from './parameters.ts';
import type { RuleKind } from './rule.ts';
import { blocksOf, findRule, parametersOf } from './rule-store.ts';
import { indexForSearch, removeFromSearch } from './search.ts';
import { type VisibleDocument, readableBlocks, writeTransmission } from './transmission-document.ts';
import { isPrintable } from './printable-picture.ts';
import { transmissionPdf } from './transmission-pdf.ts';
import { refuseTransmitter } from './who-transmits.ts';

/** What one customer is to get: every block but those named, and secret ones only under a grant that holds. */
export type Choice = { readonly customer: string; readonly withheld: readonly string[] };

export type Prepared = {
  readonly id: string;
  readonly customer: string;
  readonly sha256: Uint8Array;
  readonly document: VisibleDocument;
};

/**
 * Makes the bytes that would leave for each customer, and keeps them: what is read in the preview is what is signed and sent.
 * @refuses not-found (rule, customer), not-your-role, not-in-force
 */
export async function prepareTransmissions(
  doors: Doors,
  keys: LedgerKeys,
  access: Access,
  rule: string,
  choices: readonly Choice[],
): Promise<Result<readonly Prepared[]>> {
  // The key is the system's alone; it signs what this person has put together.
  const system = actAsSystem(doors, access.organization.id);
  const signer = await system.transaction((tx) => keys.signerOf(tx, access.organization.id));
  return access.transaction((tx) => prepareIn(tx, access, signer, rule, choices));
}

async function prepareIn(
  tx: Transaction,
  access: Access,
  signer: Signer,
  ruleId: string,
  choices: readonly Choice[],
): Promise<Result<readonly Prepared[]>> {
  const organization = access.organization.id;
  const rule = await findRule(tx, organization, ruleId);
  if (rule === undefined) return refuse('not-found');
  const refused = refuseTransmitter(access, rule.kind);
  if (refused !== undefined) return refused;
  if (rule.version === 0) return refuse('not-in-force', { label: rule.label });
  const version = await tx
    .selectFrom('core.rule_version')
    .select(['title', 'in_force_from'])
    .where('organization_id', '=', organization)
    .where('rule_id', '=', ruleId)
    .where('version', '=', rule.version)
    .executeTakeFirstOrThrow();
  const blocks = await blocksOf(tx, organization, ruleId, rule.version);
  const parameters = await parametersOf(tx, organization, ruleId, rule.version);
  const grants = await grantsInEffect(tx, access, ruleId);
  await tx
    .deleteFrom('core.prepared_transmission')
    .where('organization_id', '=', organization)
    .where('prepared_by', '=', access.membership)
    .where('rule_id', '=', ruleId)
    .execute();

  const prepared: Prepared[] = [];
  for (const choice of choices) {
    const customer = await tx
      .selectFrom('access.customer')
      .select(['name', 'language'])
      .where('organization_id', '=', organization)
      .where('customer_id', '=', choice.customer)
      .executeTakeFirst();
    if (customer === undefined) return refuse('not-found');
    const disclosed = disclosedTo(blocks, choice, grants);
    const { bytes, document } = writeTransmission(
      {
        organization: access.organization.name,
        label: rule.label,
        version: rule.version,
        title: version.title,
        decidedAt: version.in_force_from.toString({ smallestUnit: 'millisecond' }),
        customer: customer.name,
      },
      blocks,
      disclosed,
      valueIn(rule.kind, parameters, rule.language),
      { signer, random: (length) => randomBytes(length) },
    );
    const pdf = await transmissionPdf(
      document,
      await picturesOf(tx, organization, document),
      customer.language,
      access.now(),
    );
    const id = newId();
    await tx
      .insertInto('core.prepared_transmission')
      .values({
        organization_id: organization,
        prepared_id: id,
        rule_id: ruleId,
        version: rule.version,
        customer_id: choice.customer,
        document: json(document),
        bytes: Buffer.from(bytes),
        sha256: sha256(bytes),
        pdf,
        pdf_sha256: sha256(pdf),
        blocks: json(
          blocks.map((block) => ({ id: block.id, disclosed: disclosed.has(block.id), secret: block.secret })),
        ),
        prepared_by: access.membership,
        prepared_at: access.now(),
      })
      .execute();
    prepared.push({ id, customer: choice.customer, sha256: sha256(bytes), document });
  }
  return ok(prepared);
}

/** By block that he gets: the agreement of a granted one, null for an open one. */
export function disclosedTo(
  blocks: readonly Block[],
  choice: Choice,
  grants: readonly { readonly block_id: string; readonly customer_id: string; readonly agreement: string }[],
): Map<string, string | null> {
  const disclosed = new Map<string, string | null>();
  for (const block of blocks) {
    if (choice.withheld.includes(block.id)) continue;
    const grant = grants.find((g) => g.block_id === block.id && g.customer_id === choice.customer);
    if (block.secret && grant === undefined) continue;
    disclosed.set(block.id, block.secret ? grant!.agreement : null);
  }
  return disclosed;
}

/**
 * Sends what was prepared and read: exactly those bytes. Earlier transmissions of the rule to the same customer are superseded.
 * @param dueOn by when each customer acknowledges; as the rule says where it is null
 * @refuses not-found (prepared by somebody else, or sent already), not-your-role, due-before-today, overtaken-since-preview (a new
 *   version, or a grant that no longer holds)
 */
export function transmit(
  access: Access,
  rule: string,
  prepared: readonly string[],
  signature: Signature,
  dueOn: Temporal.PlainDate | null = null,
): Promise<Result<readonly { readonly id: string; readonly customer: string; readonly number: number }[]>> {
  if (dueOn !== null && Temporal.PlainDate.compare(dueOn, today(access)) < 0)
    return Promise.resolve(refuse('due-before-today'));
  return access.transaction(async (tx) => {
    const sent: { id: string; customer: string; number: number }[] = [];
    for (const id of prepared) {
      const one = await sendOne(tx, access, rule, id, signature, dueOn);
      if (!one.ok) return one;
      sent.push(one.value);
    }
    return ok(sent);
  });
}

async function sendOne(
  tx: Transaction,
  access: Access,
  ruleId: string,
  preparedId: string,
  signature: Signature,
  dueOn: Temporal.PlainDate | null,
): Promise<Result<{ id: string; customer: string; number: number }>> {
  const organization = access.organization.id;
  const prepared = await tx
    .deleteFrom('core.prepared_transmission')
    .where('organization_id', '=', organization)
    .where('prepared_id', '=', preparedId)
    .where('prepared_by', '=', access.membership)
    .where('rule_id', '=', ruleId)
    .returningAll()
    .executeTakeFirst();
  const rule = await findRule(tx, organization, ruleId);
  if (prepared === undefined || rule === undefined) return refuse('not-found');
  const refused = refuseTransmitter(access, rule.kind);
  if (refused !== undefined) return refused;
  const blocks = prepared.blocks as readonly { id: string; disclosed: boolean; secret: boolean }[];
  const document = prepared.document as VisibleDocument;
  const customer = prepared.customer_id;
  const grants = await grantsInEffect(tx, access, ruleId);
  const granted = blocks.filter((b) => b.disclosed && b.secret);
  const holds = granted.every((b) => grants.some((g) => g.block_id === b.id && g.customer_id === customer));
  if (rule.version !== prepared.version || !holds) return refuse('overtaken-since-preview');

  const transmission = newId();
  const number = await nextNumber(tx, organization, `transmission:${customer}`);
  const due = dueOn ?? usualDueDate(access, await parametersOf(tx, organization, ruleId, rule.version));
  const entry = await appendToLedger(tx, access, {
    kind: 'transmission-sent',
    subject: { kind: 'transmission', id: transmission },
    customer,
    body: {
      number,
      rule: document.label,
      version: prepared.version,
      title: document.title,
      sha256: prepared.sha256.toString('hex'),
      due: due.toString(),
      signed: {
        by: access.membership,
        name: access.name,
        meaning: signature.meaning,
        credential: signature.credential,
      },
    },
    attachments: [
      describeFile(`${fileName(document)}.json`, prepared.bytes),
      describeFile(`${fileName(document)}.pdf`, prepared.pdf),
    ],
  });
  await tx
    .insertInto('core.transmission')
    .values({
      organization_id: organization,
      transmission_id: transmission,
      number,
      customer_id: customer,
      subject_kind: 'rule',
      rule_id: ruleId,
      version: prepared.version,
      title: document.title,
      language: rule.language,
      document: json(document),
      bytes: prepared.bytes,
      sha256: prepared.sha256,
      pdf: prepared.pdf,
      pdf_sha256: prepared.pdf_sha256,
      entry_id: entry,
      transmitted_by: access.membership,
      transmitted_at: access.now(),
      acknowledgement_due_on: due,
    })
    .execute();
  await tx
    .insertInto('core.transmission_block')
    .values(
      blocks.map((b) => ({
        organization_id: organization,
        transmission_id: transmission,
        block_id: b.id,
        disclosed: b.disclosed,
      })),
    )
    .execute();
  const files = new Set(
    document.blocks.flatMap((b) => (b.state !== 'withheld' && b.content.kind === 'picture' ? [b.content.file] : [])),
  );
  for (const file of files) {
    await tx
      .insertInto('core.transmission_file')
      .values({ organization_id: organization, transmission_id: transmission, file_id: file, customer_id: customer })
      .execute();
  }
  await supersede(tx, organization, ruleId, customer, transmission);
  await indexForSearch(tx, access, {
    kind: 'transmission',
    id: transmission,
    audience: `customer:${customer}`,
    label: `${document.label} v${document.version}`,
    title: document.title,
    body: readableBlocks(document)
      .map((block) => textOf(block.content))
      .join('\n'),
  });
  await announce(tx, { organization, subject: { kind: 'transmission', id: transmission }, customer });
  return ok({ id: transmission, customer, number });
}

/** The day by which what leaves today is to be acknowledged, as the rule says: a parameter of procedures, else two weeks. */
export function usualDueDate(access: Access, parameters: Readonly<Record<string, ParameterValue>>): Temporal.PlainDate {
  const days = parameters['acknowledge-days'];
  return today(access).add({ days: typeof days === 'number' ? days : 14 });
}

async function supersede(
  tx: Transaction,
  organization: string,
  rule: string,
  customer: string,
  by: string,
): Promise<void> {
  const earlier = await tx
    .updateTable('core.transmission')
    .set({ superseded_by: by })
    .where('organization_id', '=', organization)
    .where('rule_id', '=', rule)
    .where('customer_id', '=', customer)
    .where('transmission_id', '!=', by)
    .where('superseded_by', 'is', null)
    .returning('transmission_id')
    .execute();
  // Search leads to what holds now; the older document stays on its page.
  for (const row of earlier) await removeFromSearch(tx, organization, row.transmission_id);
}

/** PNG and JPEG pictures that can be read in a document. Policy: inside on core.file. */
async function picturesOf(
  tx: Transaction,
  organization: string,
  document: VisibleDocument,
): Promise<Map<string, Buffer>> {
  const ids = document.blocks.flatMap((b) =>
    b.state !== 'withheld' && b.content.kind === 'picture' ? [b.content.file] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('core.file')
    .select(['file_id', 'bytes'])
    .where('organization_id', '=', organization)
    .where('file_id', 'in', ids)
    .where('media_type', 'in', ['image/png', 'image/jpeg'])
    .execute();
  const pictures = new Map<string, Buffer>();
  for (const { file_id, bytes } of rows) if (await isPrintable(bytes)) pictures.set(file_id, bytes);
  return pictures;
}

/** A parameter as a text of the rule's language: "48 days". */
const valueIn =
  (kind: RuleKind, parameters: Readonly<Record<string, ParameterValue>>, language: Language) =>
  (name: string): string => {
    const value = parameters[name];
    const definition = definitionOf(kind, name);
    if (value === undefined || definition === undefined) return name;
    if (definition.kind === 'flag')
      return { en: value === true ? 'yes' : 'no', fr: value === true ? 'oui' : 'non' }[language];
    const unit = language === 'fr' ? (frenchUnits[definition.unit] ?? definition.unit) : definition.unit;
    return `${value} ${unit}`;
  };
const frenchUnits: Readonly<Record<string, string>> = {
  days: 'jours',
  hours: 'heures',
  months: 'mois',
  'hours per week': 'heures par semaine',
};

/** A name that every file system takes: `PR-QUA-07-v6`. */
export const fileName = (document: { readonly label: string; readonly version: number }): string =>
  `${document.label.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}-v${document.version}`;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
