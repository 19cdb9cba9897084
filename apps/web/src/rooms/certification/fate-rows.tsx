import { Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../components/state-badge.tsx';
import type { Tone } from '../../components/state.ts';
import { WordDifference } from '../../components/word-difference.tsx';
import type { Preview } from './queries.ts';
import classes from './fate-rows.module.css';

export type Fate = Preview['rows'][number];

const tones: Readonly<Record<Fate['fate'], Tone>> = {
  new: 'petrol',
  changed: 'amber',
  carried: 'green',
  same: 'grey',
  refused: 'red',
};

/** Beyond this many rows only those on the screen are drawn. */
const many = 200;

interface FateRowsProps {
  readonly rows: readonly Fate[];
  /** Of the customer's words. */
  readonly language: string;
  /** The edition from which clauses are carried over. */
  readonly edition: string | null;
}

/** The rows of a customer's table, each with what would become of it and why. */
export function FateRows({ rows, language, edition }: FateRowsProps) {
  const { t } = useTranslation('certification');
  const list = useRef<HTMLOListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0), []);
  // oxlint-disable-next-line react/incompatible-library -- concerns the React compiler, which is not used
  const window = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 64,
    overscan: 10,
    scrollMargin: offset,
    enabled: rows.length > many,
  });
  if (rows.length <= many)
    return (
      <ol ref={list} className={classes.rows}>
        {rows.map((row) => (
          <li key={row.line}>
            <FateRow row={row} language={language} edition={edition} />
          </li>
        ))}
      </ol>
    );
  const items = window.getVirtualItems();
  return (
    <ol ref={list} className={classes.rows} style={{ height: window.getTotalSize(), position: 'relative' }}>
      {items.map((item) => {
        const row = rows[item.index];
        return row === undefined ? null : (
          <li
            key={row.line}
            ref={window.measureElement}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={rows.length}
            style={{ position: 'absolute', insetInline: 0, transform: `translateY(${item.start - offset}px)` }}
            aria-label={t('import.line', { number: row.line })}
          >
            <FateRow row={row} language={language} edition={edition} />
          </li>
        );
      })}
    </ol>
  );
}

function FateRow({ row, language, edition }: Omit<FateRowsProps, 'rows'> & { readonly row: Fate }) {
  const { t } = useTranslation('certification');
  return (
    <div className={classes.row} data-quiet={row.fate === 'same' || undefined}>
      <Text c="dimmed" size="sm" className={classes.line}>
        {t('import.line', { number: row.line })}
      </Text>
      <Text fw={550} className={classes.clause}>
        {row.clause === '' ? '–' : row.clause}
      </Text>
      <div className={classes.words}>
        {row.difference === null ? (
          <span className={classes.said} lang={language}>
            {row.words === '' ? '–' : row.words}
          </span>
        ) : (
          <span className={classes.said}>
            <WordDifference language={language} parts={row.difference.map(({ how, text }) => ({ kind: how, text }))} />
          </span>
        )}
        {row.reason === null ? null : <Text size="sm">{t(`import.reason.${row.reason}`)}</Text>}
        {row.fate === 'carried' ? (
          <Text size="sm" c="dimmed">
            {t('import.carriedFrom', { edition: edition ?? '' })}
          </Text>
        ) : null}
      </div>
      <div className={classes.fate}>
        <ToneBadge tone={tones[row.fate]}>{t(`import.fate.${row.fate}`)}</ToneBadge>
      </div>
    </div>
  );
}
