import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import { download, toCsv } from './csv.ts';
import type { Column } from './object-list.tsx';
import { toXlsx } from './xlsx.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface ListExportProps<Row> {
  /** Names the file. */
  readonly name: string;
  /** Names the sheet. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** The rows shown, as a file: CSV for programs, Excel for people. Nothing where no column can be written as plain text. */
export function ListExport<Row>({ name, title, columns, rows }: ListExportProps<Row>) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const plain = columns.flatMap(({ label, plain: of }) => (of === undefined ? [] : [{ label, of }]));
  if (plain.length === 0 || rows.length === 0) return null;
  const header = plain.map(({ label }) => label);
  const cells = () => rows.map((row) => plain.map(({ of }) => of(row)));
  const workbook = async (): Promise<void> => {
    setBusy(true);
    try {
      download(`${name}.xlsx`, await toXlsx(title, header, cells()), workbookType);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<Icon of={IconDownload} />} loading={busy} visibleFrom="sm">
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => download(`${name}.csv`, toCsv(header, cells()), 'text/csv')}>
          {t('list.exportCsv')}
        </Menu.Item>
        <Menu.Item onClick={() => void workbook()}>{t('list.exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
