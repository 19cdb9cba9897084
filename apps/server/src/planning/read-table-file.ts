import { type Party, type TableReading, readTable } from '@coprod/edi';
import type { Transaction } from '../access/doors.ts';
import { type Refused, refuse } from '../platform/result.ts';
import type { WorkbookTrouble } from './check-workbook.ts';
import { type Sheet, type SheetRead, readSheet } from './read-sheet.ts';
import { fittedTo } from './table-mapping.ts';
import { type KeptMapping, findMapping, findReading } from './table-store.ts';

/** Why a file is no table, as a refusal. */
export const refuseSheet = (why: WorkbookTrouble): Refused =>
  refuse(({ 'no-workbook': 'no-table', 'too-large': 'table-too-large', encrypted: 'table-encrypted' } as const)[why]);

/** What a table itself does not say. */
export type TableHead = { readonly document: string; readonly day: string; readonly customer: string };

export type TableFileRead =
  | { readonly ok: true; readonly sheet: Sheet; readonly reading: TableReading }
  | Extract<SheetRead, { readonly ok: false }>;

/** Reads the bytes of a table by a mapping, its periods fitted to what the file has. */
export async function readTableFile(
  bytes: Uint8Array,
  mapping: KeptMapping['mapping'],
  head: TableHead,
  sheetName: string | null,
): Promise<TableFileRead> {
  const sheet = await readSheet(bytes, mapping.decimalMark, sheetName);
  if (!sheet.ok) return sheet;
  const customer: Party = {
    role: 'customer',
    code: 'table',
    id: null,
    agency: null,
    name: head.customer,
    address: [],
    contacts: [],
    references: [],
  };
  const { rows } = sheet.value;
  const reading = readTable(rows, fittedTo(rows, mapping), {
    number: head.document,
    date: { kind: 'day', date: head.day },
    customer,
    supplier: null,
  });
  return { ok: true, sheet: sheet.value, reading };
}

/** Reads an interchange that is a table as it was read when it came; undefined where it is none. */
export async function readKeptTable(
  tx: Transaction,
  organization: string,
  file: { readonly interchange_id: string; readonly family: string | null; readonly bytes: Uint8Array },
): Promise<{ readonly read: TableFileRead; readonly head: TableHead } | undefined> {
  if (file.family !== 'table') return undefined;
  const how = await findReading(tx, organization, file.interchange_id);
  const kept = how === undefined ? undefined : await findMapping(tx, organization, how.mapping_id);
  if (how === undefined || kept === undefined) return undefined;
  const head = { document: how.document, day: how.document_day.toString(), customer: kept.customer };
  return { read: await readTableFile(file.bytes, kept.mapping, head, how.sheet), head };
}
