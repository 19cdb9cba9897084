import { useChanged } from '../live.ts';
import { PathLink } from '../shell/path-link.tsx';
import classes from './object-cards.module.css';
import type { ObjectListProps } from './object-list.tsx';
import { cardLines } from './card-lines.ts';

type CardsProps<Row> = Pick<ObjectListProps<Row>, 'title' | 'columns' | 'keyOf' | 'addressOf'> & {
  readonly rows: readonly Row[];
};

/** The rows of a list on a phone: cards of two lines, each a link as a whole. */
export function ObjectCards<Row>({ title, columns, rows, keyOf, addressOf }: CardsProps<Row>) {
  const changed = useChanged();
  const { first, second } = cardLines(columns);
  return (
    <ul className={classes.cards} aria-label={title}>
      {rows.map((row) => (
        <li key={keyOf(row)} data-changed={changed.has(keyOf(row)) || undefined}>
          <PathLink path={addressOf(row)} className={classes.card}>
            <span className={classes.first}>
              {first.map(({ key, render }) => (
                <span key={key}>{render(row)}</span>
              ))}
            </span>
            <span className={classes.second}>
              {second.map(({ key, render, onCard = render }) => (
                <span key={key}>{onCard(row)}</span>
              ))}
            </span>
          </PathLink>
        </li>
      ))}
    </ul>
  );
}
