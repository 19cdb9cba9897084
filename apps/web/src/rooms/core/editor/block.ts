import type { components } from '../../../api.gen.ts';

export type BlockContent = components['schemas']['BlockContent'];
export type Run = Extract<BlockContent, { kind: 'paragraph' }>['runs'][number];
export type TextRun = Extract<Run, { text: string }>;

/** A block as the editor works on it; its id outlives edits, moves and splits. */
export interface DraftBlock {
  readonly id: string;
  readonly content: BlockContent;
  readonly secret: boolean;
  /** The block it was cut off or copied from, if it was. */
  readonly from: string | null;
}

/**
 * The one form of those that read alike: neighbours of the same look are one run, no run is empty, a table is a full rectangle, a list
 * has an item. What the editor shows and what it tells the server are compared in this form, so that merely opening a draft changes
 * nothing.
 */
export function canonical(content: BlockContent): BlockContent {
  switch (content.kind) {
    case 'heading':
      return { kind: 'heading', level: content.level, runs: canonicalRuns(content.runs) };
    case 'paragraph':
      return { kind: 'paragraph', runs: canonicalRuns(content.runs) };
    case 'list': {
      const items = content.items.map(({ depth, runs }) => ({ depth, runs: canonicalRuns(runs) }));
      return { kind: 'list', ordered: content.ordered, items: items.length === 0 ? [{ depth: 0, runs: [] }] : items };
    }
    case 'table': {
      const width = Math.max(1, ...content.rows.map((row) => row.length));
      const rows = content.rows.length === 0 ? [[]] : content.rows;
      const full = rows.map((row) => Array.from({ length: width }, (_, column) => canonicalRuns(row[column] ?? [])));
      return { kind: 'table', header: content.header, rows: full };
    }
    case 'picture':
      return { kind: 'picture', file: content.file, alternative: content.alternative };
  }
}

/** Whether two blocks read the same; both in canonical form. */
export const sameContent = (a: BlockContent, b: BlockContent): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

export function canonicalRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if ('parameter' in run) {
      joined.push({ parameter: run.parameter });
      continue;
    }
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last !== undefined && 'text' in last && sameLook(last, run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else
      joined.push({
        text: run.text,
        ...(run.bold ? { bold: true } : {}),
        ...(run.italic ? { italic: true } : {}),
        ...(run.code ? { code: true } : {}),
        ...(run.link === undefined ? {} : { link: run.link }),
      });
  }
  return joined;
}

const sameLook = (a: TextRun, b: TextRun): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.link === b.link;

/** The words of a block as one plain text, for outlines and for screen readers. */
export function plainText(content: BlockContent, valueOf: (parameter: string) => string = (name) => name): string {
  const plain = (runs: readonly Run[]): string =>
    runs.map((run) => ('text' in run ? run.text : valueOf(run.parameter))).join('');
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return plain(content.runs);
    case 'list':
      return content.items.map((item) => plain(item.runs)).join('\n');
    case 'table':
      return content.rows.map((row) => row.map(plain).join('\t')).join('\n');
    case 'picture':
      return content.alternative;
  }
}
