import { Button, Group, Select, Stack, Switch, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneActBar } from '../../components/phone-act-bar.tsx';
import { useFormats } from '../../use-formats.ts';
import { FateRows, type Fate } from './fate-rows.tsx';
import type { ChosenColumns } from './import-page.tsx';
import type { Catalogue, Preview } from './queries.ts';
import classes from './certification.module.css';

interface ImportPreviewProps {
  readonly preview: Preview;
  readonly catalogue: Catalogue;
  readonly chosen: ChosenColumns;
  readonly busy: boolean;
  readonly onColumns: (columns: ChosenColumns) => void;
  readonly onImport: () => void;
}

const fates: readonly Fate['fate'][] = ['new', 'changed', 'carried', 'same', 'refused'];

/** What would become of each row; nothing is written yet. */
export function ImportPreview({ preview, catalogue, chosen, busy, onColumns, onImport }: ImportPreviewProps) {
  const { t } = useTranslation('certification');
  const formats = useFormats();
  const [shown, setShown] = useState<Fate['fate']>();
  const count = (fate: Fate['fate']): number => preview.rows.filter((row) => row.fate === fate).length;
  const taken = count('new') + count('changed') + count('carried');
  const rows = shown === undefined ? preview.rows : preview.rows.filter((row) => row.fate === shown);
  return (
    <Stack gap="lg">
      <Columns preview={preview} chosen={chosen} onColumns={onColumns} />
      <section aria-labelledby="fates">
        <Group justify="space-between" align="flex-end" mb="sm">
          <div>
            <Text component="h2" id="fates" fw={620} fz="lg" m={0}>
              {t('import.fates')}
            </Text>
            <Text c="dimmed">{taken === 0 ? t('import.nothing') : t('import.notYet')}</Text>
          </div>
          <PhoneActBar>
            <Button variant="filled" disabled={taken === 0} loading={busy} onClick={onImport}>
              {t('import.write', { count: taken })}
            </Button>
          </PhoneActBar>
        </Group>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset draws a box of its own */}
        <div role="group" className={classes.chips} aria-label={t('import.show')}>
          <Chip on={shown === undefined} onClick={() => setShown(undefined)}>
            {t('import.all', { count: preview.rows.length })}
          </Chip>
          {fates
            .filter((fate) => count(fate) > 0)
            .map((fate) => (
              <Chip key={fate} on={shown === fate} onClick={() => setShown(fate)}>
                {`${t(`import.fate.${fate}`)} ${formats.number(count(fate))}`}
              </Chip>
            ))}
        </div>
        <FateRows
          rows={rows}
          language={catalogue.language}
          edition={catalogue.replaces === null ? null : catalogue.replaces.edition}
        />
      </section>
    </Stack>
  );
}

function Chip({
  on,
  onClick,
  children,
}: {
  readonly on: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={on} onClick={onClick}>
      {children}
    </UnstyledButton>
  );
}

/** Which column holds what: read from the names, and corrected where the customer has names of his own. */
function Columns({ preview, chosen, onColumns }: Pick<ImportPreviewProps, 'preview' | 'chosen' | 'onColumns'>) {
  const { t } = useTranslation('certification');
  const { columns, head, named } = preview;
  const options = head.map((name, place) => ({
    value: String(place),
    label: named && name !== '' ? name : t('import.column', { number: place + 1 }),
  }));
  const choose = (change: Partial<Record<'clause' | 'words' | 'source', string | null>>): void => {
    const now = { ...columns, ...mapped(change) };
    onColumns({
      clause: now.clause,
      words: now.words,
      ...(now.source === null ? {} : { source: now.source }),
      named: named ? 'yes' : 'no',
    });
  };
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t('import.columnClause')}
        allowDeselect={false}
        data={options}
        value={String(columns.clause)}
        onChange={(value) => choose({ clause: value })}
      />
      <Select
        label={t('import.columnWords')}
        allowDeselect={false}
        data={options}
        value={String(columns.words)}
        onChange={(value) => choose({ words: value })}
      />
      <Select
        label={t('import.columnSource')}
        clearable
        placeholder={t('import.noColumn')}
        data={options}
        value={columns.source === null ? null : String(columns.source)}
        onChange={(value) => choose({ source: value })}
      />
      <Switch
        mb={8}
        label={t('import.named')}
        checked={named}
        onChange={(event) =>
          onColumns({
            ...chosen,
            clause: columns.clause,
            words: columns.words,
            ...(columns.source === null ? {} : { source: columns.source }),
            named: event.currentTarget.checked ? 'yes' : 'no',
          })
        }
      />
    </Group>
  );
}

const mapped = (change: Partial<Record<'clause' | 'words' | 'source', string | null>>) =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, value === null ? null : Number(value)]),
  ) as Partial<{ clause: number; words: number; source: number | null }>;
