import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences.ts';
import { Icon } from '../shell/icon.tsx';
import { useChanged } from '../live.ts';
import { PathLink } from '../shell/path-link.tsx';
import { nextSort, readSort } from './list-search.ts';
import type { ObjectListProps } from './object-list.tsx';
import classes from './object-table.module.css';

type TableProps<Row> = Pick<
  ObjectListProps<Row>,
  'title' | 'columns' | 'keyOf' | 'nameOf' | 'addressOf' | 'search' | 'onSearch'
> & {
  readonly rows: readonly Row[];
  readonly selected: ReadonlySet<string>;
  readonly onToggle?: (key: string) => void;
  readonly onToggleAll?: () => void;
};

/** Beyond this many rows only those on the screen are drawn. */
const manyRows = 200;

/** The rows of a list as a table: one line each, the first cell a link, sorted by its headers. */
export function ObjectTable<Row>(props: TableProps<Row>) {
  const { title, columns, rows, keyOf, selected, onToggle, onToggleAll, search, onSearch } = props;
  const { t } = useTranslation();
  const [{ density }] = usePreferences();
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(body.current?.offsetTop ?? 0), []);
  const height = density === 'roomy' ? 44 : 36;
  // oxlint-disable-next-line react/incompatible-library -- concerns the React compiler, which is not used
  const window = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: offset,
    enabled: rows.length > manyRows,
  });
  const virtual = rows.length > manyRows ? window.getVirtualItems() : null;
  const from = virtual?.[0]?.index ?? 0;
  const to = virtual === null ? rows.length : (virtual.at(-1)?.index ?? -1) + 1;
  const sort = readSort(search.sort);
  return (
    <Table className={classes.table} aria-label={title} aria-rowcount={rows.length + 1} data-list>
      <Table.Thead className={classes.head}>
        <Table.Tr aria-rowindex={1}>
          {onToggle ? (
            <Table.Th className={classes.choice}>
              <Checkbox
                size="xs"
                aria-label={t('list.selectAll')}
                checked={selected.size === rows.length}
                indeterminate={selected.size > 0 && selected.size < rows.length}
                onChange={() => onToggleAll?.()}
              />
            </Table.Th>
          ) : null}
          {columns.map((column) => (
            <Table.Th
              key={column.key}
              w={column.width}
              className={column.numeric ? classes.numeric : undefined}
              aria-sort={sort?.column === column.key ? (sort.down ? 'descending' : 'ascending') : undefined}
            >
              {column.sortable ? (
                <UnstyledButton
                  className={classes.sort}
                  onClick={() => onSearch({ sort: nextSort(search.sort, column.key) })}
                >
                  {column.label}
                  {sort?.column === column.key ? <Icon of={sort.down ? IconArrowDown : IconArrowUp} size={14} /> : null}
                </UnstyledButton>
              ) : (
                column.label
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {from > 0 ? <Gap height={from * height} /> : null}
        {rows.slice(from, to).map((row, place) => (
          <Line key={keyOf(row)} {...props} row={row} index={from + place + 2} />
        ))}
        {to < rows.length ? <Gap height={(rows.length - to) * height} /> : null}
      </Table.Tbody>
    </Table>
  );
}

function Line<Row>({ row, index, ...props }: TableProps<Row> & { readonly row: Row; readonly index: number }) {
  const { columns, keyOf, nameOf, addressOf, selected, onToggle, search } = props;
  const { t } = useTranslation();
  const changed = useChanged();
  const key = keyOf(row);
  return (
    <Table.Tr
      aria-rowindex={index}
      className={classes.row}
      data-row={key}
      data-selected={selected.has(key) || undefined}
      data-peeked={search.peek === key || undefined}
      data-changed={changed.has(key) || undefined}
    >
      {onToggle ? (
        <Table.Td className={classes.choice}>
          <Checkbox
            size="xs"
            aria-label={t('list.select', { name: nameOf(row) })}
            checked={selected.has(key)}
            onChange={() => onToggle(key)}
          />
        </Table.Td>
      ) : null}
      {columns.map((column, place) => (
        <Table.Td key={column.key} className={column.numeric ? classes.numeric : classes.cell}>
          {place === 0 ? (
            <PathLink path={addressOf(row)} className={classes.link} data-row-link>
              {column.render(row)}
            </PathLink>
          ) : (
            column.render(row)
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Stands for the rows that are not drawn, so that the scroll bar tells the truth. */
function Gap({ height }: { readonly height: number }) {
  return <tr aria-hidden style={{ height }} />;
}
