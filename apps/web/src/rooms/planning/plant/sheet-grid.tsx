import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../new-id.ts';
import { Icon } from '../../../shell/icon.tsx';
import { useLanguage } from '../../../texts/language.ts';
import { type Cell, cellText, type Column, type Gap } from './sheets.ts';
import classes from './sheet-grid.module.css';
import type { Change, SheetEdits } from './use-sheet-edits.ts';

interface SheetGridProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly edits: SheetEdits;
  readonly gaps: readonly Gap[];
  readonly canWrite: boolean;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Beyond this many rows only those on the screen are drawn. */
const many = 100;
const rowHeight = 36;

/** A sheet of the plant: cells are written in place, by hand or by pasting, as in a spreadsheet. */
export function SheetGrid({ label, columns, edits, gaps, canWrite }: SheetGridProps) {
  const { t } = useTranslation('plant');
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [writing, setWriting] = useState<string | null>(null);
  const { rows } = edits;
  // oxlint-disable-next-line react/incompatible-library -- concerns the React compiler, which is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
    enabled: rows.length > many,
  });
  const items = rows.length > many ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }));
  const above = rows.length > many ? (items[0]?.start ?? 0) : 0;
  const below = rows.length > many ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const missing = new Map(gaps.flatMap((gap) => (gap.row === null ? [] : [[`${gap.row} ${gap.column ?? ''}`, gap]])));
  const text = (row: number, column: number): string =>
    cellText(columns[column]!, rows[row]?.cells[columns[column]!.name], language, t('yes'), t('no'));

  const focusCell = (place: Place): void => {
    if (rows.length > many) virtual.scrollToIndex(place.row);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus(),
    );
  };
  const go = (rowStep: number, columnStep: number): void => {
    const place = {
      row: Math.max(0, Math.min(rows.length - 1, at.row + rowStep)),
      column: Math.max(0, Math.min(columns.length - 1, at.column + columnStep)),
    };
    setAt(place);
    focusCell(place);
  };
  const put = (place: Place, value: string): void => {
    const row = rows[place.row];
    const column = columns[place.column];
    if (row === undefined || column === undefined || value === text(place.row, place.column)) return;
    edits.change([{ id: row.id, cells: { [column.name]: valueOf(value) } }]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (writing !== null) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      go(...step);
      return;
    }
    if (!canWrite) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      edits.undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      setWriting(text(at.row, at.column));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      put(at, '');
    } else if (event.key.length === 1) {
      event.preventDefault();
      setWriting(event.key);
    }
  };
  const onPaste = (pasted: string): void => {
    const cells = pasted
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    const changes = cells.map((line, down): Change => {
      const row = rows[at.row + down];
      return {
        id: row?.id ?? newId(),
        cells: Object.fromEntries(
          line.flatMap((said, right) => {
            const column = columns[at.column + right];
            return column === undefined ? [] : [[column.name, valueOf(said)]];
          }),
        ),
      };
    });
    edits.change(changes);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys come from the cells of the grid in it
    <div
      ref={box}
      className={classes.box}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (writing !== null || !canWrite) return;
        event.preventDefault();
        onPaste(event.clipboardData.getData('text/plain'));
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table that is written in is a grid */}
      <table className={classes.grid} role="grid" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-number={isNumber(column) || undefined}>
                {column.label}
              </th>
            ))}
            {canWrite ? (
              <th className={classes.end}>
                <VisuallyHidden>{t('remove')}</VisuallyHidden>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={row.id} aria-rowindex={index + 2} data-begun={edits.isBegun(row.id) || undefined}>
                {columns.map((column, place) => {
                  const here = at.row === index && at.column === place;
                  const gap = missing.get(`${row.id} ${column.name}`);
                  return (
                    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the grid takes the keys
                    <td
                      key={column.name}
                      data-cell={`${index}-${place}`}
                      data-number={isNumber(column) || undefined}
                      data-gap={gap?.effect}
                      tabIndex={here ? 0 : -1}
                      title={gap?.text}
                      onFocus={() => setAt({ row: index, column: place })}
                      onDoubleClick={() => canWrite && setWriting(text(index, place))}
                    >
                      {here && writing !== null ? (
                        <CellInput
                          label={`${column.label}, ${t('row', { number: index + 1 })}`}
                          first={writing}
                          onDone={(value, step) => {
                            setWriting(null);
                            if (value !== null) put({ row: index, column: place }, value);
                            if (step === undefined) focusCell({ row: index, column: place });
                            else go(...step);
                          }}
                        />
                      ) : (
                        text(index, place)
                      )}
                    </td>
                  );
                })}
                {canWrite ? (
                  <td className={classes.end}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      tabIndex={at.row === index ? 0 : -1}
                      aria-label={`${t('remove')}, ${text(index, 0) || t('row', { number: index + 1 })}`}
                      onClick={() => edits.change([{ id: row.id, cells: null }])}
                    >
                      <Icon of={IconTrash} />
                    </ActionIcon>
                  </td>
                ) : null}
              </tr>
            );
          })}
          {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
        </tbody>
      </table>
    </div>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
  Home: [0, -1000],
  End: [0, 1000],
};

const isNumber = ({ kind }: Column): boolean => kind === 'whole' || kind === 'decimal';
/** The server reads what was typed, in the language in which it was. */
const valueOf = (said: string): Cell => (said.trim() === '' ? null : said.trim());

interface CellInputProps {
  readonly label: string;
  readonly first: string;
  /** Null leaves the cell as it was. */
  readonly onDone: (value: string | null, step?: readonly [number, number]) => void;
}

function CellInput({ label, first, onDone }: CellInputProps) {
  const [value, setValue] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const done = (kept: string | null, step?: readonly [number, number]): void => {
    if (left.current) return;
    left.current = true;
    onDone(kept, step);
  };
  return (
    <input
      ref={field}
      className={classes.input}
      aria-label={label}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => done(value, [0, 0])}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') done(value, [1, 0]);
        else if (event.key === 'Escape') done(null);
        else if (event.key === 'Tab') {
          event.preventDefault();
          done(value, [0, event.shiftKey ? -1 : 1]);
        }
      }}
    />
  );
}
