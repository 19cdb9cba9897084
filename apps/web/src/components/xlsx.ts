/**
 * Rows as an Excel workbook of one sheet (Office Open XML, ECMA-376): the header bold and always in sight, numbers as numbers, each
 * text as text, so that nothing a customer typed is taken for a formula. What writes it is fetched only when somebody asks.
 */
export async function toXlsx(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const cell = (value: string | number) =>
    typeof value === 'number' ? { value, type: Number } : { value, type: String };
  return write(
    [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cell)),
    ],
    {
      // Excel takes 31 characters at most, and none of these.
      sheet: sheet.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      columns: header.map((_, column) => ({ width: widthOf(column, header, rows) })),
    },
  ).toBlob();
}

/** In characters: as wide as what stands in the first rows, within bounds that a screen bears. */
const widthOf = (column: number, header: readonly string[], rows: readonly (readonly (string | number)[])[]): number =>
  Math.min(60, Math.max(8, ...[header, ...rows.slice(0, 100)].map((row) => String(row[column] ?? '').length + 2)));
