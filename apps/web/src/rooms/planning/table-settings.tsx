import { NativeSelect, NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Firmness, type TableDraft, wordsOf } from './table-draft.ts';

const firmnesses = ['firm', 'production', 'material', 'forecast', 'immediate', 'backlog', 'unstated'] as const;

/** How the cells are read: where the data begin, how dates and numbers are written, what the words of the customer mean. */
export function TableSettings({
  draft,
  rows,
  onChange,
}: {
  readonly draft: TableDraft;
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (draft: TableDraft) => void;
}) {
  const { t } = useTranslation('planning');
  const choice = <Key extends keyof TableDraft>(key: Key, values: readonly (TableDraft[Key] & string)[]) => (
    <NativeSelect
      key={key}
      label={t(`tables.setting.${key as 'layout'}`)}
      data={values.map((value) => ({ value, label: t(`tables.${key as 'layout'}.${value as 'rows'}`) }))}
      value={draft[key] as string}
      onChange={(event) => {
        const chosen = values.find((value) => value === event.currentTarget.value);
        if (chosen !== undefined) onChange({ ...draft, [key]: chosen });
      }}
    />
  );
  const firmness = (label: string, value: Firmness, set: (value: Firmness) => void) => (
    <NativeSelect
      key={label}
      label={label}
      data={firmnesses.map((one) => ({ value: one, label: t(`messages.means.firmness.${one}`) }))}
      value={value}
      onChange={(event) => set(firmnesses.find((one) => one === event.currentTarget.value) ?? 'unstated')}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="sm">
      {choice('layout', ['rows', 'across'])}
      <NumberInput
        label={t('tables.setting.headingRows')}
        min={0}
        max={20}
        value={draft.headingRows}
        onChange={(value) => onChange({ ...draft, headingRows: typeof value === 'number' ? value : 0 })}
      />
      {choice('dateOrder', ['day-month-year', 'month-day-year', 'year-month-day'])}
      <NativeSelect
        label={t('tables.setting.decimalMark')}
        data={[
          { value: ',', label: t('tables.decimalMark.comma') },
          { value: '.', label: t('tables.decimalMark.point') },
        ]}
        value={draft.decimalMark}
        onChange={(event) => onChange({ ...draft, decimalMark: event.currentTarget.value === '.' ? '.' : ',' })}
      />
      {choice('bucket', ['day', 'week', 'month'])}
      {choice('numbers', ['amount', 'cumulative'])}
      {firmness(t('tables.otherwise'), draft.otherwise, (otherwise) => onChange({ ...draft, otherwise }))}
      {wordsOf(draft, rows).map((word) =>
        firmness(t('tables.word', { word }), draft.words[word] ?? draft.otherwise, (kind) =>
          onChange({ ...draft, words: { ...draft.words, [word]: kind } }),
        ),
      )}
    </SimpleGrid>
  );
}
