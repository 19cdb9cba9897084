import { useVirtualizer } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { iconOf, toneOf } from '../../components/state.ts';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { type GridRow, worst } from './coverage.ts';
import classes from './coverage-grid.module.css';
import type { Grid } from './queries.ts';
import { stateNames } from './requirement-state.tsx';

/** Height of a row in pixels. */
const rowHeight = 36;
/** Rows beyond those on the screen that are drawn all the same. */
const overscan = 12;

type Place = { readonly row: number; readonly column: number };

/**
 * Clauses by customers. One stop for the keyboard: arrows, Home, End and the page keys move, Enter opens what the cell stands for. Only
 * the rows on the screen are drawn, whatever their number.
 */
export function CoverageGrid({ grid }: { readonly grid: Grid }) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  /** Set by a key: the cell takes the focus once it is drawn. */
  const wanted = useRef(false);
  const { customers, rows } = grid;
  // oxlint-disable-next-line react/incompatible-library -- concerns the React compiler, which is not used
  const window = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: 56,
  });
  const gaps = useMemo(
    () =>
      customers.map(
        (_one, place) =>
          rows.flatMap((row) => row.cells).filter((cell) => cell.customer === place && cell.state === 'gap').length,
      ),
    [customers, rows],
  );
  const here = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, customers.length - 1) };
  useEffect(() => {
    if (!wanted.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${here.row}:${here.column}"]`);
    if (cell === null || cell === undefined) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || !(event.target instanceof HTMLElement) || !event.target.dataset['cell'])
      return;
    const next = moved(here, event, { rows: rows.length, columns: customers.length });
    if (next === undefined) return;
    event.preventDefault();
    wanted.current = true;
    window.scrollToIndex(next.row);
    setAt(next);
  };
  const columns = { gridTemplateColumns: `9rem repeat(${customers.length}, minmax(10rem, 14rem))` };
  const items = window.getVirtualItems();
  return (
    <div ref={box} className={classes.box}>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a table of which only the rows on the screen are drawn
        role="grid"
        aria-label={t('coverage.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={customers.length + 1}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above */}
        <div role="row" aria-rowindex={1} className={classes.head} style={columns}>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above */}
          <div role="columnheader" className={classes.corner}>
            {t('requirements.clause')}
          </div>
          {customers.map((customer, place) => (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
            <div role="columnheader" key={customer.id} className={classes.customer}>
              <TextLink
                to="/o/$organization/requirements"
                params={{ organization: slug }}
                search={{ customer: customer.id }}
                c="inherit"
                fw={550}
              >
                {customer.name}
              </TextLink>
              <span className={classes.count}>{t('totals.gap', { count: gaps[place] ?? 0 })}</span>
            </div>
          ))}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above */}
        <div role="rowgroup" style={{ height: window.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <Row
                key={row.clause}
                row={row}
                index={item.index}
                grid={grid}
                column={here.row === item.index ? here.column : undefined}
                style={{ ...columns, transform: `translateY(${item.start}px)` }}
                onFocus={(column) => setAt({ row: item.index, column })}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: GridRow;
  readonly index: number;
  readonly grid: Grid;
  /** The column that the keyboard stops at, if it is in this row. */
  readonly column: number | undefined;
  readonly style: Readonly<Record<string, string>>;
  readonly onFocus: (column: number) => void;
}

function Row({ row, index, grid, column, style, onFocus }: RowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a table of which only the rows on the screen are drawn
    <div role="row" aria-rowindex={index + 2} className={classes.row} style={style}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above */}
      <div role="rowheader" className={classes.clause}>
        <span style={{ paddingInlineStart: `${Math.min(row.depth, 4) * 0.75}rem` }}>{row.clause}</span>
      </div>
      {grid.customers.map((customer, place) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
        <div role="gridcell" key={customer.id} className={classes.cell} onFocus={() => onFocus(place)}>
          <Cell row={row} place={`${index}:${place}`} customer={{ ...customer, place }} stop={column === place} />
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  readonly row: GridRow;
  readonly place: string;
  readonly customer: Grid['customers'][number] & { readonly place: number };
  /** Whether the keyboard stops here. */
  readonly stop: boolean;
}

function Cell({ row, place, customer, stop }: CellProps) {
  const { t } = useTranslation('certification');
  const { t: frame } = useTranslation();
  const { slug } = useMember();
  const navigate = useNavigate();
  const cells = row.cells.filter((cell) => cell.customer === customer.place);
  const state = worst(cells.map((cell) => cell.state));
  const tab = { tabIndex: stop ? 0 : -1, 'data-cell': place };
  if (state === undefined)
    return (
      <button
        type="button"
        className={classes.none}
        {...tab}
        aria-label={t('coverage.notAsked')}
        onClick={() =>
          void navigate({
            to: '/o/$organization/requirements',
            params: { organization: slug },
            search: { clause: row.clause },
          })
        }
      >
        –
      </button>
    );
  const [only] = cells;
  const path =
    cells.length === 1 && only !== undefined
      ? `/o/${slug}/requirements/${only.requirement}`
      : `/o/${slug}/requirements?${new URLSearchParams({ customer: customer.id, clause: row.clause })}`;
  const name = stateNames[state];
  return (
    <PathLink path={path} className={classes.link} data-tone={toneOf(name)} {...tab}>
      <Icon of={iconOf(toneOf(name))} size={16} />
      {frame(`state.${name}`)}
      {cells.length > 1 ? (
        <span className={classes.count}>{t('coverage.several', { count: cells.length })}</span>
      ) : null}
    </PathLink>
  );
}

/** Where a key leads, or nothing where it is not one of the grid's. */
function moved(
  { row, column }: Place,
  { key, ctrlKey }: KeyboardEvent,
  of: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const to = (r: number, c: number): Place => ({
    row: Math.max(0, Math.min(of.rows - 1, r)),
    column: Math.max(0, Math.min(of.columns - 1, c)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + 15, column);
    case 'PageUp':
      return to(row - 15, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? of.rows - 1 : row, of.columns - 1);
    default:
      return undefined;
  }
}
