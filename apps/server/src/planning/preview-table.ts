import { type TableMapping, whens } from '@coprod/edi';
import type { Language } from '../platform/language.ts';
import { type Result, ok } from '../platform/result.ts';
import { readSheet } from './read-sheet.ts';
import { type TableHead, readTableFile, refuseSheet } from './read-table-file.ts';
import { isHeadedAlike } from './table-mapping.ts';
import type { KeptMapping } from './table-store.ts';

/** How much of a table one look shows. */
const most = { rows: 40, columns: 120, lines: 60, findings: 20 };

/** A table before anything is kept of it: its first rows, and what a mapping reads from all of them. */
export type TablePreview = {
  readonly kind: 'csv' | 'xlsx';
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  /** The mapping in use that has these headings, if just one has. */
  readonly known: string | null;
  readonly read: {
    readonly ok: boolean;
    readonly items: number;
    readonly lines: readonly {
      readonly row: number;
      readonly item: string;
      readonly place: string | null;
      readonly kind: string;
      readonly quantity: string | null;
      readonly total: string | null;
      readonly when: string | null;
    }[];
    readonly lineCount: number;
    readonly findings: readonly {
      readonly severity: 'error' | 'warning' | 'note';
      readonly text: string;
      readonly row: number | null;
      readonly column: number | null;
    }[];
  } | null;
};

/**
 * Looks at a table, by a mapping where there is one. Keeps nothing.
 * @refuses no-table, table-too-large, table-encrypted
 */
export async function previewTable(
  bytes: Uint8Array,
  wish: { readonly mapping: TableMapping | null; readonly sheet: string | null; readonly head: TableHead },
  inUse: readonly KeptMapping[],
  language: Language,
): Promise<Result<TablePreview>> {
  const sheet = await readSheet(bytes, wish.mapping?.decimalMark ?? '.', wish.sheet);
  if (!sheet.ok) return refuseSheet(sheet.why);
  const { kind, sheets, rows } = sheet.value;
  const fitting = inUse.filter(({ mapping, headings }) => isHeadedAlike(rows, mapping, headings));
  const shown = {
    kind,
    sheets,
    sheet: sheet.value.sheet,
    rows: rows.slice(0, most.rows).map((row) => row.slice(0, most.columns)),
    rowCount: rows.length,
    known: fitting.length === 1 ? fitting[0]!.id : null,
  };
  if (wish.mapping === null) return ok({ ...shown, read: null });
  const read = await readTableFile(bytes, wish.mapping, wish.head, wish.sheet);
  if (!read.ok) return refuseSheet(read.why);
  const { value, findings } = read.reading;
  const lines = value.items.flatMap((item) =>
    item.schedule.map((line) => ({
      row: line.segment,
      item: item.customerItem ?? '',
      place: item.shipTo?.id ?? item.unloadingPoint,
      kind: line.kind,
      quantity: line.quantity,
      total: line.cumulative,
      when: line.when === null ? null : whens.text(line.when),
    })),
  );
  return ok({
    ...shown,
    read: {
      ok: read.reading.ok && value.items.length > 0,
      items: value.items.length,
      lines: lines.slice(0, most.lines),
      lineCount: lines.length,
      findings: findings.slice(0, most.findings).map(({ severity, text, place }) => ({
        severity,
        text: text[language],
        row: place.segment,
        column: place.element,
      })),
    },
  });
}
