import type { Block } from './queries.ts';

type Content = Block['content'];
type Run = Extract<Content, { kind: 'paragraph' }>['runs'][number];

/** The first words of a block, on one line: enough to know it by. A parameter stands as its name. */
export function beginningOf(content: Content, most = 120): string {
  const text = plain(content).replaceAll(/\s+/g, ' ').trim();
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}

const words = (runs: readonly Run[]): string =>
  runs.map((run) => ('parameter' in run ? `[${run.parameter}]` : run.text)).join('');

function plain(content: Content): string {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return words(content.runs);
    case 'list':
      return content.items.map((item) => words(item.runs)).join(' · ');
    case 'table':
      return content.rows.map((row) => row.map(words).join(' · ')).join(' · ');
    case 'picture':
      return content.alternative;
  }
}
