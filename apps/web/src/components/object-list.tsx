import { Button, Group, Loader, Text } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../shell/keys.ts';
import { useNeighbours } from '../shell/neighbours.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useFormats } from '../use-formats.ts';
import { BulkBar, type BulkAct } from './bulk-bar.tsx';
import { fittingColumns } from './fitting-columns.ts';
import { ListExport } from './list-export.tsx';
import { type Filter, ListFilters } from './list-filters.tsx';
import type { ListSearch } from './list-search.ts';
import { ObjectCards } from './object-cards.tsx';
import classes from './object-list.module.css';
import { ObjectTable } from './object-table.tsx';
import { Peek } from './peek.tsx';
import { PhoneActBar } from './phone-act-bar.tsx';
import { useListKeys } from './use-list-keys.ts';

/** One column of a list. The first one is the row's link. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly render: (row: Row) => ReactNode;
  /** The cell as text or number, for the export; without it the column is not exported. */
  readonly plain?: (row: Row) => string | number;
  readonly sortable?: boolean;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** Any CSS width; columns without one share what is left. */
  readonly width?: string;
  /** On a phone's card: on its first line, its second (unless said), or not at all. */
  readonly card?: 'first' | 'second' | 'none';
  /** How it reads there, where no header says what a bare number counts; as in the table unless said. */
  readonly onCard?: (row: Row) => ReactNode;
}

export interface ObjectListProps<Row> {
  readonly title: string;
  /** How many there are in all, where the server knows; else the rows shown are counted when no older ones are left. */
  readonly count?: number | undefined;
  /** Names the saved views and the exported file. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while the first answer is awaited. */
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  /** Names a row to screen readers: its title. */
  readonly nameOf: (row: Row) => string;
  /** The address of the row's page. */
  readonly addressOf: (row: Row) => string;
  readonly search: ListSearch;
  readonly onSearch: (change: ListSearch) => void;
  readonly filters?: readonly Filter[];
  /** Whether words can be sought: the server must read `find`. */
  readonly findable?: boolean;
  /** Present when there are older rows on the server. */
  readonly onShowOlder?: (() => void) | undefined;
  /** Names that act where rows stand in another order than by age. */
  readonly olderLabel?: string;
  readonly loadingOlder?: boolean;
  /** What can be done with the selected rows; without any there is nothing to select. */
  readonly bulk?: readonly BulkAct[];
  /** What stands beside the list for the row peeked at. */
  readonly peek?: (row: Row) => ReactNode;
  /** The filled act of the page. */
  readonly act?: ReactNode;
  /** What `c` does. */
  readonly onCreate?: () => void;
  /** Shown when there is nothing at all: the next real step, and its button. */
  readonly empty: ReactNode;
  /** What must be seen before the lines: it stands between title and filters. */
  readonly notice?: ReactNode;
  /** A refusal of the server, shown in the list's place. */
  readonly problem?: ReactNode;
}

/**
 * A list of objects: title and count, filters in the address, a table or two-line cards, selection, peek, export. Knows
 * nothing of where its rows come from.
 */
export function ObjectList<Row>(props: ObjectListProps<Row>) {
  const { title, name, rows, columns, keyOf, search, onSearch, filters = [], bulk = [], onShowOlder } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const { ref: list, width: room } = useElementSize();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = rows ?? [];
  const count = props.count ?? (onShowOlder || rows === undefined ? undefined : shown.length);
  const peeked = props.peek ? shown.find((row) => keyOf(row) === search.peek) : undefined;
  const isFiltered = filters.some(({ key }) => search[key] !== undefined) || search.find !== undefined;
  const toggle = (key: string) => setSelected(toggled(selected, key));
  const { onCreate } = props;
  useListKeys({
    ...(bulk.length > 0 ? { onSelect: toggle } : {}),
    ...(props.peek ? { onPeek: (key) => onSearch({ peek: search.peek === key ? undefined : key }) } : {}),
  });
  useKeys({ c: () => onCreate?.() }, { when: onCreate !== undefined });

  useNeighbours(() => shown.map(props.addressOf));

  return (
    <div className={classes.page}>
      <div className={classes.list} ref={list}>
        <header className={classes.header}>
          <Group gap="sm" align="baseline">
            <PageTitle>{title}</PageTitle>
            {count === undefined ? null : (
              <Text c="dimmed" fz="lg">
                {formats.number(count)}
              </Text>
            )}
          </Group>
          <Group gap="sm">
            <ListExport name={name} title={title} columns={columns} rows={shown} />
            {props.act ? <PhoneActBar>{props.act}</PhoneActBar> : null}
          </Group>
        </header>
        {props.notice}
        <ListFilters
          name={name}
          filters={filters}
          findable={props.findable === true}
          search={search}
          onSearch={onSearch}
        />
        {props.problem}
        {rows === undefined && !props.problem ? <Loader size="sm" m="lg" aria-label={t('loading')} /> : null}
        {rows !== undefined && shown.length === 0 ? (
          isFiltered ? (
            <Text c="dimmed" py="lg">
              {t('list.nothing')}
            </Text>
          ) : (
            <div className={classes.empty}>{props.empty}</div>
          )
        ) : null}
        {shown.length > 0 ? (
          phone ? (
            <ObjectCards {...props} rows={shown} />
          ) : (
            <ObjectTable
              {...props}
              columns={fittingColumns(columns, room)}
              rows={shown}
              selected={selected}
              {...(bulk.length > 0
                ? {
                    onToggle: toggle,
                    onToggleAll: () =>
                      setSelected(selected.size === shown.length ? new Set() : new Set(shown.map(keyOf))),
                  }
                : {})}
            />
          )
        ) : null}
        {onShowOlder ? (
          <Button mt="md" onClick={onShowOlder} loading={props.loadingOlder === true}>
            {props.olderLabel ?? t('list.older')}
          </Button>
        ) : null}
        <BulkBar acts={bulk} selected={[...selected]} onClear={() => setSelected(new Set())} />
      </div>
      {peeked === undefined || phone ? null : (
        <Peek
          name={props.nameOf(peeked)}
          address={props.addressOf(peeked)}
          onClose={() => onSearch({ peek: undefined })}
        >
          {props.peek?.(peeked)}
        </Peek>
      )}
    </div>
  );
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return selected.has(key) ? selected.difference(new Set([key])) : selected.union(new Set([key]));
}
