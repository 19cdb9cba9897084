import type { Language } from '../../platform/language.ts';
import type { Column } from './sheets.ts';

/** What stands in a cell: text, times and days as text in ISO form; null where nothing does. */
export type Cell = string | number | boolean | null;
export type Cells = Readonly<Record<string, Cell>>;

/** Why a text is no value of its column. */
export type CellFault =
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'not-a-time'
  | 'not-a-day'
  | 'not-a-moment'
  | 'not-days'
  | 'not-yes-or-no'
  | 'too-long';

const longest = 200;
const largest = 1e9;

/**
 * Reads what a person typed, pasted or exported. Numbers as either language writes them; yes and no in both.
 * @returns null for an empty text
 */
export function readCell(column: Column, typed: string, language: Language): { value: Cell } | { fault: CellFault } {
  const said = typed.normalize('NFC').trim();
  if (said === '') return { value: null };
  switch (column.kind) {
    case 'text':
      return said.length > longest ? { fault: 'too-long' } : { value: said };
    case 'whole':
    case 'decimal':
      return readNumber(column, said, language);
    case 'flag': {
      const word = said.toLowerCase();
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : { fault: 'not-yes-or-no' };
    }
    case 'time': {
      const [, hour, minute = '00'] = /^(\d{1,2})(?:[:h](\d{2})?(?::00)?)?$/.exec(said.toLowerCase()) ?? [];
      if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return { fault: 'not-a-time' };
      if (Number(hour) === 24 && Number(minute) > 0) return { fault: 'not-a-time' };
      return { value: `${hour.padStart(2, '0')}:${minute}` };
    }
    case 'day':
      return readDay(said);
    case 'moment':
      try {
        return {
          value: Temporal.Instant.from(said.replace(/ ?UTC$/, 'Z'))
            .round('second')
            .toString(),
        };
      } catch {
        return { fault: 'not-a-moment' };
      }
    case 'weekdays': {
      const days = said.replaceAll(/\s/g, '').replaceAll(/[;.]/g, ',').replaceAll('–', '-');
      return /^[1-7](?:[-,][1-7])*$/.test(days) && weekdaysOf(days).length > 0
        ? { value: days }
        : { fault: 'not-days' };
    }
  }
}

/** Checks a value that comes as JSON: as it is, or as text that a person typed in his language. */
export function checkCell(column: Column, value: Cell, language: Language): { value: Cell } | { fault: CellFault } {
  if (value === null) return { value };
  if (typeof value === 'boolean') return column.kind === 'flag' ? { value } : readCell(column, String(value), language);
  if (typeof value === 'number' && (column.kind === 'whole' || column.kind === 'decimal'))
    return inBounds(column, value);
  return readCell(column, String(value), language);
}

/** "1-5" or "1,3,5" as ISO days of the week. */
export function weekdaysOf(text: string): readonly number[] {
  const days = text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
  return [...new Set(days)].toSorted((a, b) => a - b);
}

const yes = new Set(['yes', 'y', 'oui', 'o', 'true', 'vrai', '1', 'x']);
const no = new Set(['no', 'n', 'non', 'false', 'faux', '0', '-']);

function readNumber(column: Column, said: string, language: Language): { value: Cell } | { fault: CellFault } {
  const bare = said.replaceAll(/[\s\u00A0\u202F€$£]/g, '');
  // A comma parts thousands in English where three digits follow it each time; else it is the decimal sign.
  const thousands = language === 'en' && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare);
  const plain = thousands
    ? bare.replaceAll(',', '')
    : bare.includes('.')
      ? bare.replaceAll(',', '')
      : bare.replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { fault: 'not-a-number' };
  return inBounds(column, Number(plain));
}

function inBounds(column: Column, value: number): { value: Cell } | { fault: CellFault } {
  if (!Number.isFinite(value) || Math.abs(value) > largest) return { fault: 'not-a-number' };
  if (column.kind === 'whole' && !Number.isInteger(value)) return { fault: 'not-whole' };
  return value < (column.least ?? 0) ? { fault: 'too-small' } : { value };
}

/** ISO, or day first as both languages write it in figures. */
function readDay(said: string): { value: Cell } | { fault: CellFault } {
  const figures = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(said);
  const iso =
    figures === null
      ? said.slice(0, 10)
      : `${figures[3]}-${figures[2]!.padStart(2, '0')}-${figures[1]!.padStart(2, '0')}`;
  try {
    return { value: Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString() };
  } catch {
    return { fault: 'not-a-day' };
  }
}
