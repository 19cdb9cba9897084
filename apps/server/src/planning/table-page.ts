import type { Finding } from '@coprod/edi';
import type { Transaction } from '../access/doors.ts';
import type { Language } from '../platform/language.ts';
import type { messagePage } from './message-page.ts';
import { readKeptTable } from './read-table-file.ts';
import { meaningsOfItems } from './segment-meaning.ts';

/** The most rows that one page shows; the file itself can be downloaded whole. */
const mostRows = 2000;

/** A table as the message page shows it: rows in the place of segments, each with what was read from it. Undefined for EDI. */
export async function tablePage(
  tx: Transaction,
  organization: string,
  file: { readonly interchange_id: string; readonly family: string | null; readonly bytes: Uint8Array },
  language: Language,
): Promise<ReturnType<typeof messagePage> | undefined> {
  const table = await readKeptTable(tx, organization, file);
  if (table === undefined || !table.read.ok) return undefined;
  const { sheet, reading } = table.read;
  const shown = ({ severity, text }: Finding) => ({ severity, text: text[language] });
  const byRow = Map.groupBy(reading.findings, (f) => f.place.segment);
  const meanings = meaningsOfItems(reading.value.items);
  const { rows } = sheet;
  return {
    family: 'table',
    segments: rows.slice(0, mostRows).map((row, index) => ({
      number: index + 1,
      byte: 0,
      text: row.join(' | '),
      tag: '',
      depth: 0,
      meaning: meanings.get(index + 1) ?? null,
      findings: (byRow.get(index + 1) ?? []).map(shown),
    })),
    cut: rows.length > mostRows,
    messages: [
      { type: sheet.kind.toUpperCase(), directory: sheet.sheet ?? '', reference: table.head.document, ok: reading.ok },
    ],
    elsewhere: reading.findings
      .filter((f) => f.place.segment === null || f.place.segment > Math.min(rows.length, mostRows))
      .map(shown),
  };
}
