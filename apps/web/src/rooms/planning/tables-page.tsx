import { Button, FileButton, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useFormats } from '../../use-formats.ts';
import { KeptMappings } from './kept-mappings.tsx';
import { type KeptMapping, tableMappingsQuery, tablePreviewQuery, type TablePreview } from './queries.ts';
import { TakeTable } from './take-table.tsx';
import { emptyDraft, mappingOf, pointAt, type TableDraft } from './table-draft.ts';
import { TableGrid } from './table-grid.tsx';
import { TableReading } from './table-reading.tsx';
import { TableSettings } from './table-settings.tsx';

/** Schedules in tables: a planner points once at what the columns of a customer's file are, and later files are read by that. */
export function TablesPage() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const mappings = useQuery(tableMappingsQuery(slug));
  const [file, setFile] = useState<File | null>(null);
  return (
    <Stack gap="lg">
      <PageTitle>{t('tables.title')}</PageTitle>
      <Text c="dimmed" maw={760}>
        {t('tables.explained')}
      </Text>
      <RefusalOf error={mappings.error} onRetry={() => void mappings.refetch()} />
      <Group>
        <FileButton accept=".csv,.txt,.xlsx" onChange={setFile}>
          {(props) => (
            <Button variant={file === null ? 'filled' : 'default'} {...props}>
              {t(file === null ? 'tables.choose' : 'tables.other')}
            </Button>
          )}
        </FileButton>
      </Group>
      {file === null ? null : (
        // Another file begins anew.
        <OneTable
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          mappings={mappings.data?.rows ?? []}
          onDone={() => setFile(null)}
        />
      )}
      <KeptMappings rows={mappings.data?.rows ?? []} />
    </Stack>
  );
}

/** One file of the planner's own machine, from the first look to the moment when it is taken in. */
function OneTable({
  file,
  mappings,
  onDone,
}: {
  readonly file: File;
  readonly mappings: readonly KeptMapping[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  const [draft, setDraft] = useState<TableDraft>(emptyDraft);
  const [anew, setAnew] = useState(false);
  const [sheet, setSheet] = useState<string | null>(null);
  const [day, setDay] = useState(() => Temporal.Now.plainDateISO().toString());
  const first = useQuery(tablePreviewQuery(slug, file, { mapping: null, sheet, day }));
  const known = anew ? undefined : mappings.find(({ id }) => id === first.data?.known);
  const pointed = mappingOf(draft, Math.max(0, ...(first.data?.rows ?? []).map((row) => row.length)));
  const mapping = known?.mapping ?? pointed;
  const wish = { mapping: mapping === null ? null : JSON.stringify(mapping), sheet, day };
  const { data = first.data, error } = useQuery(tablePreviewQuery(slug, file, wish));
  if (data === undefined) return <RefusalOf error={first.error} onRetry={() => void first.refetch()} />;
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <Text fw={550}>{file.name}</Text>
        <Text c="dimmed">
          {formats.bytes(file.size)}, {t('tables.rowCount', { count: data.rowCount })}
        </Text>
        {data.sheets.length < 2 ? null : (
          <Select
            label={t('tables.sheet')}
            data={[...data.sheets]}
            value={data.sheet}
            onChange={setSheet}
            allowDeselect={false}
          />
        )}
      </Group>
      {known === undefined ? (
        <Pointing data={data} draft={draft} onChange={setDraft} />
      ) : (
        <Group gap="sm">
          <Text>{t('tables.known', { name: known.name, customer: known.customer })}</Text>
          <Button size="xs" variant="default" onClick={() => setAnew(true)}>
            {t('tables.pointAnew')}
          </Button>
        </Group>
      )}
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('tables.read')}
        </Title>
        {data.read === null || mapping === null ? (
          <Text c="dimmed">{t('tables.nothing')}</Text>
        ) : (
          <TableReading read={data.read} />
        )}
        <RefusalOf error={error} />
      </Stack>
      {mapping === null ? null : (
        <TakeTable
          file={file}
          sheet={sheet}
          known={known}
          mapping={JSON.stringify(mapping)}
          sound={data.read?.ok === true}
          day={day}
          onDay={setDay}
          onDone={onDone}
        />
      )}
    </Stack>
  );
}

/** The planner's own file, with a choice above each column, and how its cells are read. */
function Pointing({
  data,
  draft,
  onChange,
}: {
  readonly data: TablePreview;
  readonly draft: TableDraft;
  readonly onChange: (draft: TableDraft) => void;
}) {
  const { t } = useTranslation('planning');
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('tables.pointing')}
      </Title>
      <Text c="dimmed">{t('tables.pointHint')}</Text>
      <TableGrid rows={data.rows} draft={draft} onPoint={(column, role) => onChange(pointAt(draft, column, role))} />
      <TableSettings draft={draft} rows={data.rows} onChange={onChange} />
    </Stack>
  );
}
