import type { ReactNode } from 'react';
import type { Block, Rule } from './queries.ts';
import { useParameterText } from './use-parameter-text.ts';
import classes from './block-text.module.css';

interface BlockTextProps {
  readonly content: Block['content'];
  readonly language: string;
  readonly parameters: Rule['parameters'];
  readonly slug: string;
  /** Choosing the chip of a parameter; without it chips are plain. */
  readonly onParameter?: (name: string) => void;
  /** The levels of headings that the text uses, as {@link levelsIn} finds them: on the page no step of the outline is left out. */
  readonly levels?: readonly number[];
  /** The parameter whose origin is shown. */
  readonly chosenParameter?: string | undefined;
}

/** A block as it reads: heading, paragraph, list, table, picture. Parameters stand in it as chips with their value and unit. */
export function BlockText({
  content,
  language,
  parameters,
  slug,
  onParameter,
  chosenParameter,
  levels = [1, 2, 3],
}: BlockTextProps) {
  const runs = (list: readonly Run[]): ReactNode =>
    list.map((run, place) => {
      // oxlint-disable-next-line react/no-array-index-key -- a run has no identity but its place
      if ('parameter' in run)
        return (
          <Chip
            key={place}
            parameter={parameters.find((p) => p.name === run.parameter)}
            name={run.parameter}
            chosen={run.parameter === chosenParameter}
            onParameter={onParameter}
          />
        );
      let text: ReactNode = run.text;
      if (run.code) text = <code>{text}</code>;
      if (run.bold) text = <strong>{text}</strong>;
      if (run.italic) text = <em>{text}</em>;
      if (run.link !== undefined)
        text = (
          <a href={run.link} rel="noreferrer">
            {text}
          </a>
        );
      // oxlint-disable-next-line react/no-array-index-key -- as above
      return <span key={place}>{text}</span>;
    });
  switch (content.kind) {
    case 'heading': {
      const rank = levels.indexOf(content.level);
      const Heading = rank <= 0 ? 'h2' : rank === 1 ? 'h3' : 'h4';
      return (
        <Heading className={classes.heading} lang={language}>
          {runs(content.runs)}
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={classes.text} lang={language}>
          {runs(content.runs)}
        </p>
      );
    case 'list': {
      const List = content.ordered ? 'ol' : 'ul';
      return (
        <List className={classes.text} lang={language}>
          {content.items.map((item, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- items have no identity but their place
            <li key={place} style={{ marginInlineStart: item.depth * 20 }}>
              {runs(item.runs)}
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <div className={classes.scroll}>
          <table className={classes.table} lang={language}>
            <tbody>
              {content.rows.map((row, y) => (
                // oxlint-disable-next-line react/no-array-index-key -- rows have no identity but their place
                <tr key={y}>
                  {row.map((cell, x) => {
                    const Cell = content.header && y === 0 ? 'th' : 'td';
                    // oxlint-disable-next-line react/no-array-index-key -- as above
                    return <Cell key={x}>{runs(cell)}</Cell>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'picture':
      return (
        <img
          className={classes.picture}
          src={`/api/organizations/${slug}/files/${content.file}`}
          alt={content.alternative}
        />
      );
  }
}

type Run = Extract<Block['content'], { kind: 'paragraph' }>['runs'][number];

/** The levels of headings that a text uses, highest first. */
export const levelsIn = (blocks: readonly Pick<Block, 'content'>[]): readonly number[] =>
  [...new Set(blocks.flatMap(({ content }) => (content.kind === 'heading' ? [content.level] : [])))].toSorted(
    (a, b) => a - b,
  );

/** The names of the parameters that stand in a block as chips. */
export function parametersIn(content: Block['content']): readonly string[] {
  return runsOf(content).flatMap((run) => ('parameter' in run ? [run.parameter] : []));
}

function runsOf(content: Block['content']): readonly Run[] {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return content.runs;
    case 'list':
      return content.items.flatMap(({ runs }) => runs);
    case 'table':
      return content.rows.flat(2);
    case 'picture':
      return [];
  }
}

interface ChipProps {
  readonly parameter: Rule['parameters'][number] | undefined;
  readonly name: string;
  readonly chosen: boolean;
  readonly onParameter: ((name: string) => void) | undefined;
}

function Chip({ parameter, name, chosen, onParameter }: ChipProps) {
  const textOf = useParameterText();
  const text = parameter === undefined ? name : textOf(parameter);
  if (onParameter === undefined || parameter === undefined) return <span className={classes.chip}>{text}</span>;
  return (
    <button
      type="button"
      className={classes.chip}
      title={parameter.label}
      aria-pressed={chosen}
      onClick={(event) => {
        event.stopPropagation();
        onParameter(name);
      }}
    >
      {text}
    </button>
  );
}
